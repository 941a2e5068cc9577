// StreamReading: the arguments of `streamplot`.
import Plotting
import Runtime

/// Reads the arguments of `streamplot`.
enum StreamReading {
    /// How the lines look.
    struct Look {
        let widths: NumberGrid?
        let paint: Paint?
        /// Numbers on the field's grid that colour the lines.
        let numbers: NumberGrid?
        let map: Colormap
        let normalization: Normalization
        let size: Double
        let arrows: Int
        let order: Double?

        init(width: Value, color: Value, map: Value, norm: Value, size: Double, arrows: Int, order: Double?) throws {
            widths = try width.isNone ? nil : NumberGrid(width)
            let grid = color.isNone || color.text != nil ? nil : try? NumberGrid(color)
            numbers = grid?.shape.count == 2 ? grid : nil
            paint = try color.isNone || numbers != nil ? nil : PaintReading.paint(color)
            self.map = try PaintReading.map(map.isNone ? nil : map)
            normalization = try NormReading.normalization(norm, low: nil, high: nil).fitted(to: numbers?.values ?? [])
            (self.size, self.arrows, self.order) = (size, arrows, order)
        }
    }

    /// The field: places of columns and rows (two lists, or two grids), and a velocity for each.
    static func field(_ x: Value, _ y: Value, _ u: Value, _ v: Value, _ density: Value) throws -> StreamField {
        let (us, vs) = (try NumberGrid(u), try NumberGrid(v))
        let across = try places(NumberGrid(x), "x", "rows", isAcross: true)
        let up = try places(NumberGrid(y), "y", "columns", isAcross: false)
        guard us.shape == [up.count, across.count], vs.shape == us.shape else { throw Raised.valueError("'u' and 'v' must match the shape of the (x, y) grid") }
        let density = try NumberGrid(density).values
        guard let first = density.first, let last = density.last, first > 0, last > 0 else { throw Raised.valueError("'density' must be positive") }
        return StreamField(
            x: Interval(across[0], across[across.count - 1]), y: Interval(up[0], up[up.count - 1]), rows: up.count, columns: across.count,
            us: us.values, vs: vs.values, density: (first, last))
    }

    private static func places(_ grid: NumberGrid, _ name: String, _ lines: String, isAcross: Bool) throws -> [Double] {
        var places = grid.values
        if grid.shape.count == 2 {
            let (rows, columns) = (grid.shape[0], grid.shape[1])
            guard rows > 0, columns > 0 else { throw Raised.valueError("'\(name)' must be strictly increasing") }
            places = isAcross ? Array(grid.values.prefix(columns)) : (0..<rows).map { grid.values[$0 * columns] }
            let isEven = grid.values.indices.allSatisfy { grid.values[$0] == places[isAcross ? $0 % max(columns, 1) : $0 / max(columns, 1)] }
            guard isEven else { throw Raised.valueError("The \(lines) of '\(name)' must be equal") }
        } else if grid.shape.count != 1 {
            throw Raised.valueError("'\(name)' can have at maximum 2 dimensions")
        }
        guard places.count > 1, zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else { throw Raised.valueError("'\(name)' must be strictly increasing") }
        let step = (places[places.count - 1] - places[0]) / Double(places.count - 1)
        let isEven = places.indices.allSatisfy { abs(places[$0] - places[0] - step * Double($0)) <= abs(step) * 1e-3 }
        guard isEven else { throw Raised.valueError("'\(name)' values must be equally spaced") }
        return places
    }

    /// Which way lines run from where they start.
    static func direct(_ field: inout StreamField, _ direction: String, _ starts: Value) throws {
        guard ["both", "forward", "backward"].contains(direction) else {
            throw Raised.valueError("'\(direction)' is not a valid value for integration_direction. Supported values are 'both', 'forward', 'backward'")
        }
        (field.goesForward, field.goesBackward) = (direction != "backward", direction != "forward")
        guard !starts.isNone else { return }
        let columns = try NumberGrid(starts).columns
        guard columns.count == 2 else { throw Raised.valueError("start_points are rows of two numbers") }
        field.starts = zip(columns[0], columns[1]).map { (x: $0, y: $1) }
        for start in field.starts ?? [] where start.x < field.x.lower || start.x > field.x.upper || start.y < field.y.lower || start.y > field.y.upper {
            throw Raised.valueError("Starting point (\(FloatText.repr(start.x)), \(FloatText.repr(start.y))) outside of data boundaries")
        }
    }

    /// Draws the streamlines.
    static func draw(_ field: StreamField, _ look: Look, on axes: AxesObject) throws -> ArtistObject {
        let width = look.widths.flatMap { $0.values.count == 1 ? $0.values[0] : nil } ?? 1.5
        var mark = StreamMark(field, paint: look.paint ?? axes.nextPaint(), width: width, head: 7 * look.size, arrows: look.arrows)
        if let numbers = look.numbers {
            guard numbers.shape == [field.rows, field.columns] else {
                throw Raised.valueError("If 'color' is given, it must match the shape of the (x, y) grid")
            }
            mark.paints = mark.lines.map { line in
                line.map { place in .exact(look.map.color(at: look.normalization(field.value(numbers.values, x: place.x, y: place.y) ?? .nan))) }
            }
        }
        if let widths = look.widths, widths.shape.count == 2 {
            guard widths.shape == [field.rows, field.columns] else {
                throw Raised.valueError("If 'linewidth' is given, it must match the shape of the (x, y) grid")
            }
            mark.widths = mark.lines.map { line in line.map { field.value(widths.values, x: $0.x, y: $0.y) ?? width } }
        }
        if let order = look.order { mark.traits.order = order }
        let artist = axes.add(mark, as: .streams)
        let (lines, arrows) = (ArtistObject(.segments, axes: axes, id: artist.id), ArtistObject(.segments, axes: axes, id: artist.id))
        if look.numbers != nil { lines.mapping = (look.normalization, look.map) }
        artist.members = [.object(lines), .object(arrows)]
        if look.numbers != nil { PyplotSession.current.mappable = lines }
        return artist
    }
}
