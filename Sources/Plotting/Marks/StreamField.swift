// Defines StreamField: a field of velocities on an even grid, and the lines it carries points along.

/// A field of velocities on an even grid.
public struct StreamField: Sendable {
    /// The range of the grid in data space.
    public let x: Interval
    public let y: Interval
    public let rows: Int
    public let columns: Int
    /// Velocities in data units, row by row.
    private let us: [Double]
    private let vs: [Double]
    /// How many lines may pass side by side, across and up.
    private let lanes: (across: Int, up: Int)
    /// Lines shorter than this share of the chart are left out; longer ones than `mostLength` end.
    public var leastLength = 0.1
    public var mostLength = 4.0
    public var goesForward = true
    public var goesBackward = true
    /// Whether lines end where they come close to others.
    public var isBroken = true
    /// Where lines pass through, in data space; nil lets the field choose.
    public var starts: [(x: Double, y: Double)]?

    /// `us` and `vs` hold rows·columns velocities; `density` 1 lets thirty lines pass side by side.
    public init(x: Interval, y: Interval, rows: Int, columns: Int, us: [Double], vs: [Double], density: (across: Double, up: Double)) {
        func count(_ density: Double) -> Int { min(max(Int(30 * min(max(density, 0.02), 20)), 1), 600) }
        (self.x, self.y, self.rows, self.columns) = (x, y, rows, columns)
        (self.us, self.vs) = (us, vs)
        lanes = (count(density.across), count(density.up))
    }

    /// The lines, as places in data space.
    public var lines: [[(x: Double, y: Double)]] {
        guard rows > 1, columns > 1, us.count >= rows * columns, vs.count >= rows * columns, x.upper > x.lower, y.upper > y.lower else { return [] }
        var lanes = Lanes(across: lanes.across, up: lanes.up, isExclusive: isBroken)
        let seeds = starts.map { $0.map { Point(($0.x - x.lower) / (x.upper - x.lower), ($0.y - y.lower) / (y.upper - y.lower)) } } ?? lanes.spiral
        var result: [[(x: Double, y: Double)]] = []
        for seed in seeds where (0...1).contains(seed.x) && (0...1).contains(seed.y) && lanes.isFree(seed) {
            lanes.begin()
            lanes.enter(seed)
            let back = goesBackward ? path(from: seed, sign: -1, in: &lanes) : []
            let ahead = goesForward ? path(from: seed, sign: 1, in: &lanes) : []
            let line = back.reversed() + [seed] + ahead
            let length = zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
            guard length > leastLength else {
                lanes.undo()
                continue
            }
            result.append(line.map { (x: x.lower + $0.x * (x.upper - x.lower), y: y.lower + $0.y * (y.upper - y.lower)) })
        }
        return result
    }

    /// A line from a seed with the stream or against it, in shares of the chart, by Runge and Kutta's rule of fourth order at an even pace.
    private func path(from seed: Point, sign: Double, in lanes: inout Lanes) -> [Point] {
        let step = sign / Double(3 * max(self.lanes.across, self.lanes.up))
        var place = seed
        var line: [Point] = []
        let most = Int(min(max(mostLength / 2 / abs(step), 1), 20_000))
        while line.count < most {
            guard let a = direction(at: place), let b = direction(at: place + a * (step / 2)), let c = direction(at: place + b * (step / 2)),
                let d = direction(at: place + c * step)
            else { break }
            place = place + (a + b * 2 + c * 2 + d) * (step / 6)
            guard (0...1).contains(place.x), (0...1).contains(place.y), lanes.enter(place) else { break }
            line.append(place)
        }
        return line
    }

    /// The unit vector of the stream at a place; nil outside, where the stream rests, and where it is unknown.
    private func direction(at place: Point) -> Point? {
        guard let u = value(us, at: place), let v = value(vs, at: place) else { return nil }
        let way = Point(u / (x.upper - x.lower), v / (y.upper - y.lower))
        return way.length > 1e-12 && way.length.isFinite ? way * (1 / way.length) : nil
    }

    /// Numbers of the grid between its points; nil outside and beside unknown ones.
    func value(_ grid: [Double], at place: Point) -> Double? {
        guard (0...1).contains(place.x), (0...1).contains(place.y) else { return nil }
        let (across, up) = (place.x * Double(columns - 1), place.y * Double(rows - 1))
        let (column, row) = (min(Int(across), columns - 2), min(Int(up), rows - 2))
        let (s, t) = (across - Double(column), up - Double(row))
        let base = row * columns + column
        let lower = grid[base] * (1 - s) + grid[base + 1] * s
        let upper = grid[base + columns] * (1 - s) + grid[base + columns + 1] * s
        let value = lower * (1 - t) + upper * t
        return value.isFinite ? value : nil
    }

    /// A number given on the same grid, at a place in data space.
    public func value(_ grid: [Double], x px: Double, y py: Double) -> Double? {
        guard grid.count >= rows * columns, rows > 1, columns > 1 else { return nil }
        func share(_ value: Double, _ range: Interval) -> Double { min(max((value - range.lower) / (range.upper - range.lower), 0), 1) }
        return value(grid, at: Point(share(px, x), share(py, y)))
    }
}

/// The cells that lines have passed through: a line may not enter a cell where another has been.
private struct Lanes {
    let across: Int
    let up: Int
    let isExclusive: Bool
    private var taken: Set<Int> = []
    /// The cells of the line being drawn, and the one it is in.
    private var own: Set<Int> = []
    private var current = -1

    init(across: Int, up: Int, isExclusive: Bool) {
        (self.across, self.up, self.isExclusive) = (across, up, isExclusive)
    }

    private func cell(_ place: Point) -> Int {
        min(Int(place.x * Double(across)), across - 1) + min(Int(place.y * Double(up)), up - 1) * across
    }

    func isFree(_ place: Point) -> Bool { !taken.contains(cell(place)) }

    mutating func begin() {
        own = []
        current = -1
    }

    /// Enters the cell of a place; false where a line has been before.
    @discardableResult
    mutating func enter(_ place: Point) -> Bool {
        let next = cell(place)
        if next == current { return true }
        let isNew = taken.insert(next).inserted
        if isNew { own.insert(next) }
        current = next
        return isNew || !isExclusive
    }

    /// Frees the cells of the line being drawn.
    mutating func undo() { taken.subtract(own) }

    /// The middles of all cells from the rim inwards, so that what flows in is drawn whole.
    var spiral: [Point] {
        var cells: [(column: Int, row: Int)] = []
        for row in 0..<up { for column in 0..<across { cells.append((column, row)) } }
        func depth(_ cell: (column: Int, row: Int)) -> Int { min(cell.column, across - 1 - cell.column, cell.row, up - 1 - cell.row) }
        let order = cells.indices.sorted { (depth(cells[$0]), $0) < (depth(cells[$1]), $1) }
        return order.map { Point((Double(cells[$0].column) + 0.5) / Double(across), (Double(cells[$0].row) + 0.5) / Double(up)) }
    }
}
