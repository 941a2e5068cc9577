// Defines SpaceLineMark, SpaceScatterMark and SpaceTextMark: lines, points and words in three dimensions.

/// A line in three dimensions: a flat one with heights.
public struct SpaceLineMark: SpaceMark {
    /// The line as seen from above, with its look.
    public var flat: LineMark
    public var zs: [Double]

    /// Lists of different lengths are cut to the shortest.
    public init(_ flat: LineMark, zs: [Double]) {
        self.flat = flat
        self.zs = zs
    }

    public var traits: MarkTraits {
        get { flat.traits }
        set { flat.traits = newValue }
    }
    public var reach: Reach { flat.reach }
    var reachZ: Interval { SpaceReach.of(zs) }

    func pieces(in view: SpaceView) -> [SpacePiece] {
        let places = zip(zip(flat.xs, flat.ys), zs).map { view.place($0.0, $0.1, $1) }
        var pieces: [SpacePiece] = []
        if flat.stroke.isVisible {
            // Short stretches can pass behind and before other marks.
            let step = max(1, places.count / 200)
            for start in stride(from: 0, to: places.count - 1, by: step) {
                let part = places[start...min(start + step, places.count - 1)]
                let seen = part.compactMap { $0 }
                guard seen.count == part.count else { continue }
                let nearness = seen.map(\.nearness).reduce(0, +) / Double(seen.count)
                pieces.append(SpacePiece(shape: .line(seen.map(\.point), flat.stroke), nearness: nearness))
            }
        }
        if let marker = flat.marker {
            pieces += places.compactMap { $0 }.map { SpacePiece(shape: .point($0.point, marker), nearness: $0.nearness) }
        }
        return pieces
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) { flat.drawKey(on: &canvas, in: box) }
    public var series: Series? { flat.series.map { SpaceReach.series($0, zs) } }
}

/// Points in three dimensions: flat ones with heights.
public struct SpaceScatterMark: SpaceMark {
    /// The points as seen from above, with their look.
    public var flat: ScatterMark
    public var zs: [Double]
    /// Whether far points are paler, so that depth can be seen.
    public var isShaded = true

    public init(_ flat: ScatterMark, zs: [Double]) {
        self.flat = flat
        self.zs = zs
    }

    public var traits: MarkTraits {
        get { flat.traits }
        set { flat.traits = newValue }
    }
    public var reach: Reach { flat.reach }
    var reachZ: Interval { SpaceReach.of(zs) }

    func pieces(in view: SpaceView) -> [SpacePiece] {
        let places = zip(zip(flat.xs, flat.ys), zs).map { view.place($0.0, $0.1, $1) }
        var depth = Interval()
        for place in places { if let place { depth.include(place.nearness) } }
        return places.enumerated().compactMap { index, place in
            guard let place else { return nil }
            var style = flat.style(index)
            if isShaded, depth.upper > depth.lower {
                let paleness = 0.4 + 0.6 * (place.nearness - depth.lower) / (depth.upper - depth.lower)
                style.alpha *= paleness
                style.edge.alpha *= paleness
            }
            return SpacePiece(shape: .point(place.point, style), nearness: place.nearness)
        }
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) { flat.drawKey(on: &canvas, in: box) }
    public var series: Series? { flat.series.map { SpaceReach.series($0, zs) } }
}

/// Words at a place in three dimensions.
public struct SpaceTextMark: SpaceMark {
    public var traits: MarkTraits
    public var text: String
    public var x: Double
    public var y: Double
    public var z: Double
    public var style: TextStyle

    public init(_ text: String, x: Double, y: Double, z: Double, style: TextStyle) {
        self.text = text
        self.x = x
        self.y = y
        self.z = z
        self.style = style
        traits = MarkTraits(order: 3)
        traits.isFitted = false
    }

    public var reach: Reach { Reach() }
    var reachZ: Interval { Interval() }

    func pieces(in view: SpaceView) -> [SpacePiece] {
        view.place(x, y, z).map { [SpacePiece(shape: .words($0.point, text, style), nearness: $0.nearness)] } ?? []
    }

    public func drawKey(on canvas: inout Canvas, in box: Box) {}
}

/// What marks in space have in common about their heights.
enum SpaceReach {
    static func of(_ zs: [Double]) -> Interval {
        var interval = Interval()
        for z in zs { interval.include(z) }
        return interval
    }

    /// A flat series with the heights as a column of its own.
    static func series(_ flat: Series, _ zs: [Double]) -> Series {
        Series(flat.kind, name: flat.name, columns: Array(flat.columns.prefix(2)) + [.init("z", zs)] + flat.columns.dropFirst(2))
    }
}
