// Defines how text is drawn on a canvas: anchors, lines, mathematics, boxes, rotation.

extension Canvas {
    /// Draws text at its anchor; nothing for empty text.
    mutating func text(_ string: String, at anchor: Point, style: TextStyle) {
        guard !string.isEmpty, style.alpha > 0, style.size > 0 else { return }
        let math = MathText(string)
        let size = TextLayout.size(of: math, style: style)
        let lines = math.lines.count
        let lineHeight = FontMetrics.lineHeight * style.size
        let cap = FontMetrics.capHeight * style.size
        // The base line of the first line, relative to the anchor.
        let first: Double = switch style.vertical {
        case .top: cap + (lineHeight - style.size) / 2
        case .center: cap / 2 - Double(lines - 1) * lineHeight / 2
        case .baseline: -Double(lines - 1) * lineHeight
        case .bottom: -Double(lines - 1) * lineHeight - FontMetrics.descent * style.size
        }
        let turn = style.rotation == 0 ? "" : "rotate(\(Coordinate.text(-style.rotation)) \(Coordinate.pair(anchor)))"
        let style = style.legible
        if let box = style.box {
            let left: Double = switch style.horizontal {
            case .left: anchor.x
            case .center: anchor.x - size.width / 2
            case .right: anchor.x - size.width
            }
            let ground = Box(left, anchor.y + first - cap - 0.1 * style.size, size.width, size.height)
            draw(box, around: ground.grown(by: box.padding * style.size), transform: turn)
        }
        for (index, line) in math.lines.enumerated() where !line.isEmpty {
            let place = Point(anchor.x, anchor.y + first + Double(index) * lineHeight)
            write(line, at: place, style: style, transform: turn)
        }
    }

    /// Draws one line as it stands: no mathematics, no boxes, no rotation.
    mutating func plainText(_ string: String, at anchor: Point, style: TextStyle) {
        guard !string.isEmpty else { return }
        let cap = FontMetrics.capHeight * style.size
        write([MathText.Run(text: string)], at: Point(anchor.x, anchor.y + cap / 2), style: style, transform: "")
    }

    private mutating func draw(_ box: TextBox, around ground: Box, transform: String) {
        element("rect", [
            "x": Coordinate.text(ground.x), "y": Coordinate.text(ground.y),
            "width": Coordinate.text(ground.width), "height": Coordinate.text(ground.height),
            "rx": box.isRound ? "4" : "", "transform": transform, "fill": box.fill.attribute(target),
            "fill-opacity": Coordinate.text(box.fill.alpha * box.alpha), "stroke": box.edge.attribute(target),
            "stroke-opacity": box.alpha < 1 ? Coordinate.text(box.alpha) : "",
        ])
    }

    private mutating func write(_ line: [MathText.Run], at place: Point, style: TextStyle, transform: String) {
        let anchor: String = switch style.horizontal {
        case .left: ""
        case .center: "middle"
        case .right: "end"
        }
        let alpha = style.alpha * style.paint.alpha
        open("text", [
            "x": Coordinate.text(place.x), "y": Coordinate.text(place.y), "transform": transform,
            "font-size": Coordinate.text(style.size), "text-anchor": anchor,
            "font-weight": style.isBold ? "bold" : "", "font-style": style.isItalic ? "italic" : "",
            "font-family": style.isMonospaced ? "monospace" : "",
            "fill": style.paint.attribute(target), "fill-opacity": alpha < 1 ? Coordinate.text(alpha) : "",
        ])
        var rise = 0.0
        for run in line {
            if run.scale == 1, run.rise == rise, !run.isItalic, !run.isBold {
                write(run.text)
                continue
            }
            open("tspan", [
                "dy": run.rise == rise ? "" : Coordinate.text((rise - run.rise) * style.size),
                "font-size": run.scale == 1 ? "" : Coordinate.text(run.scale * style.size),
                "font-style": run.isItalic ? "italic" : "", "font-weight": run.isBold ? "bold" : "",
            ])
            write(run.text)
            close("tspan")
            rise = run.rise
        }
        close("text")
    }
}

/// How much room text takes.
enum TextLayout {
    /// Width and height of the text before rotation, in points.
    static func size(of math: MathText, style: TextStyle) -> (width: Double, height: Double) {
        let lines = max(math.lines.count, 1)
        let height = style.size * (FontMetrics.capHeight + FontMetrics.descent + 0.1)
        return (math.width(isBold: style.isBold) * style.size, height + Double(lines - 1) * FontMetrics.lineHeight * style.size)
    }

    /// Width and height of the upright box around the text, rotation included; zero for empty text.
    static func extent(of text: String, style: TextStyle) -> (width: Double, height: Double) {
        guard !text.isEmpty else { return (0, 0) }
        let (width, height) = size(of: MathText(text), style: style)
        let turn = style.rotation * .pi / 180
        let (c, s) = (abs(cosine(turn)), abs(sine(turn)))
        return (width * c + height * s, width * s + height * c)
    }
}
