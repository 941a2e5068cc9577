// Defines Diagram: boxes with words, joined by arrows — a computation graph, drawn from its inputs down to its result.

/// Boxes with words, joined by arrows.
public struct Diagram: Sendable {
    /// What a box stands for; it decides the look.
    public enum Role: Hashable, Sendable { case input, step, result }

    /// One box.
    public struct Node: Hashable, Sendable {
        /// Its lines of text.
        public var lines: [String]
        public var role: Role

        public init(_ lines: [String], role: Role) {
            self.lines = lines
            self.role = role
        }
    }

    /// An arrow between two boxes, by their places in `nodes`.
    public struct Edge: Hashable, Sendable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    public var title: String
    public var nodes: [Node]
    /// Arrows from what comes first to what is made of it. They form no circle.
    public var edges: [Edge]

    /// Arrows that name no box are left out.
    public init(title: String, nodes: [Node], edges: [Edge]) {
        self.title = title
        self.nodes = nodes
        self.edges = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) && $0.from != $0.to }
    }

    /// The diagram in words: what there is, and what every box is made of.
    public var description: String {
        func count(_ role: Role, _ word: String) -> String {
            let number = nodes.count { $0.role == role }
            return "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        let steps = nodes.indices.compactMap { index -> String? in
            let sources = edges.filter { $0.to == index }.map { name($0.from) }
            return sources.isEmpty ? nil : "\(name(index)) from \(sources.joined(separator: " and "))"
        }
        let shown = steps.prefix(20).joined(separator: "; ")
        return "\(count(.input, "input")), \(count(.step, "operation")). \(shown)\(steps.count > 20 ? "; …" : steps.isEmpty ? "" : ".")"
    }

    private func name(_ index: Int) -> String { nodes[index].lines.joined(separator: " ") }

    /// The arrows as numbers of boxes, and the boxes by number: what records compare.
    public var table: (name: String, columns: [String], rows: [[Double]]) {
        let names = nodes.indices.map { "\($0 + 1) \(name($0))" }.joined(separator: ", ")
        return ("boxes: " + names, ["from", "to"], edges.map { [Double($0.from + 1), Double($0.to + 1)] })
    }

    /// The diagram as SVG text: the same diagram and prefix give the same bytes. `prefix` starts every id.
    public func svg(prefix: String = "diagram", target: Target = .page) -> String {
        let layout = LayeredLayout(sizes: nodes.map(Diagram.size), edges: edges.map { ($0.from, $0.to) })
        var canvas = Canvas(target: target, prefix: prefix)
        canvas.open("svg", [
            "xmlns": "http://www.w3.org/2000/svg", "class": "figure",
            "viewBox": "0 0 \(Coordinate.text(layout.width)) \(Coordinate.text(layout.height))",
            "width": Coordinate.text(layout.width * 1.25), "height": Coordinate.text(layout.height * 1.25),
            "role": "img", "aria-labelledby": "\(prefix)-title \(prefix)-desc",
            "font-family": FontMetrics.family, "stroke-linejoin": "round",
        ])
        canvas.open("title", ["id": "\(prefix)-title"])
        canvas.write(title)
        canvas.close("title")
        canvas.open("desc", ["id": "\(prefix)-desc"])
        canvas.write(description)
        canvas.close("desc")
        if target == .file {
            var sheet = Path()
            sheet.rectangle(Box(0, 0, layout.width, layout.height))
            canvas.path(sheet, fill: .paper)
        }
        for way in layout.ways { Diagram.draw(way, on: &canvas) }
        for (node, box) in zip(nodes, layout.boxes) { Diagram.draw(node, in: box, on: &canvas) }
        canvas.close("svg")
        return canvas.text
    }

    // MARK: Drawing

    private static let textSize = 10.5
    private static let lineHeight = 14.0

    private static func size(_ node: Node) -> (width: Double, height: Double) {
        let width = node.lines.enumerated().map { FontMetrics.width($0.element, isBold: $0.offset == 0) }.max() ?? 0
        return (max(width * textSize + 18, 34), Double(node.lines.count) * lineHeight + 9)
    }

    private static func draw(_ node: Node, in box: Box, on canvas: inout Canvas) {
        let tone: Paint = switch node.role {
        case .input: .cycle(0)
        case .step: .theme(.frame)
        case .result: .cycle(2)
        }
        let round = node.role == .step ? box.height / 2 : 4
        canvas.element("rect", [
            "x": Coordinate.text(box.x), "y": Coordinate.text(box.y), "width": Coordinate.text(box.width), "height": Coordinate.text(box.height),
            "rx": Coordinate.text(min(round, 13)), "fill": tone.attribute(canvas.target), "fill-opacity": node.role == .step ? "0.08" : "0.16",
            "stroke": tone.attribute(canvas.target),
        ])
        var style = TextStyle(size: textSize)
        style.vertical = .center
        for (index, line) in node.lines.enumerated() {
            style.isBold = index == 0 && node.role != .step
            let middle = box.center.y + (Double(index) - Double(node.lines.count - 1) / 2) * lineHeight
            canvas.plainText(line, at: Point(box.center.x, middle), style: style)
        }
    }

    /// A curve that leaves and reaches boxes upright.
    private static func draw(_ way: [Point], on canvas: inout Canvas) {
        guard let first = way.first, let last = way.last, way.count > 1 else { return }
        var path = Path()
        path.move(first)
        for (a, b) in zip(way, way.dropFirst()) {
            let end = b == last ? Point(b.x, b.y - 4) : b
            let middle = (a.y + end.y) / 2
            path.curve(Point(a.x, middle), Point(end.x, middle), end)
        }
        canvas.path(path, stroke: Stroke(.theme(.frame), width: 1))
        var head = Path()
        head.polygon([Point(last.x - 3, last.y - 6), last, Point(last.x + 3, last.y - 6)])
        canvas.path(head, fill: .theme(.frame))
    }
}
