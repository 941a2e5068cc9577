// Defines Path: the text of an SVG path, with coordinates of two decimals.

/// The text of an SVG path.
struct Path {
    private(set) var text = ""

    var isEmpty: Bool { text.isEmpty }

    mutating func move(_ point: Point) { command("M", point) }
    mutating func line(_ point: Point) { command("L", point) }
    mutating func close() { text += "Z" }

    /// A polygon or, when not closed, a polyline; nothing for fewer than two points.
    mutating func polygon(_ points: [Point], closed: Bool = true) {
        guard let first = points.first, points.count > 1 else { return }
        move(first)
        for point in points.dropFirst() { line(point) }
        if closed { close() }
    }

    /// A closed box.
    mutating func rectangle(_ box: Box) {
        move(Point(box.x, box.y))
        text += "h" + Coordinate.text(box.width) + "v" + Coordinate.text(box.height)
        text += "h" + Coordinate.text(-box.width) + "Z"
    }

    /// A closed circle, as two arcs: one alone would end where it begins.
    mutating func circle(_ center: Point, radius: Double) {
        let r = Coordinate.text(radius)
        let across = Coordinate.text(2 * radius)
        move(Point(center.x - radius, center.y))
        text += "a\(r) \(r) 0 1 0 \(across) 0a\(r) \(r) 0 1 0 -\(across) 0Z"
    }

    /// An arc of a circle to `end`, the short way unless `isLarge`; clockwise on the page.
    mutating func arc(to end: Point, radius: Double, isLarge: Bool, clockwise: Bool) {
        let r = Coordinate.text(radius)
        text += "A\(r) \(r) 0 \(isLarge ? 1 : 0) \(clockwise ? 1 : 0) \(Coordinate.text(end.x)) \(Coordinate.text(end.y))"
    }

    /// A cubic curve to `end`, drawn towards two points.
    mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
        command("C", first)
        text += " " + Coordinate.pair(second) + " " + Coordinate.pair(end)
    }

    mutating func append(_ other: Path) { text += other.text }

    private mutating func command(_ letter: String, _ point: Point) {
        text += letter
        text += Coordinate.pair(point)
    }
}

/// Lengths and places as SVG text: two decimals at most, always finite.
enum Coordinate {
    /// The number with at most two decimals; anything beyond ±1e6 (or NaN) is brought to the bound (to 0).
    static func text(_ value: Double) -> String {
        let bounded = value.isNaN ? 0 : min(max(value, -1e6), 1e6)
        let hundredths = Int((bounded * 100).rounded())
        let size = abs(hundredths)
        var text = hundredths < 0 ? "-" : ""
        text += String(size / 100)
        let rest = size % 100
        guard rest != 0 else { return text }
        text += rest < 10 ? ".0" : "."
        text += String(rest % 10 == 0 ? (rest < 10 ? rest : rest / 10) : rest)
        return text
    }

    static func pair(_ point: Point) -> String { text(point.x) + " " + text(point.y) }
}
