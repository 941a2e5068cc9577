// Defines Point and Box: places on the figure, in points (1/72 inch), y downward.

/// A place on the figure, in points, y downward.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
    static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }

    var length: Double { (x * x + y * y).squareRoot() }
}

/// An upright rectangle of the figure, in points; width and height are never negative.
public struct Box: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        self.x = x
        self.y = y
        self.width = max(width, 0)
        self.height = max(height, 0)
    }

    var right: Double { x + width }
    var bottom: Double { y + height }
    var center: Point { Point(x + width / 2, y + height / 2) }

    /// Whether a point lies within the box or on its edge.
    func contains(_ point: Point) -> Bool {
        point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
    }

    /// The box with every side moved outward.
    func grown(by amount: Double) -> Box {
        Box(x - amount, y - amount, width + 2 * amount, height + 2 * amount)
    }

    /// Whether the two boxes share more than an edge.
    func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}
