// Defines TextMark: words at a place, and the arrow from words to what they speak of.

/// Which ruler a place is given in.
public enum PlaceRuler: Hashable, Sendable {
    /// Data values.
    case data
    /// Shares of the frame, (0, 0) at the lower left.
    case frame
    /// Points away from the place the text speaks of.
    case offset
}

/// Words at a place; with an arrow they are an annotation.
public struct TextMark: Mark {
    public var traits: MarkTraits
    public var text: String
    public var x: Double
    public var y: Double
    public var ruler: PlaceRuler
    public var style: TextStyle
    /// The place spoken of, its ruler, and the arrow to it; nil without one.
    public var target: (x: Double, y: Double, ruler: PlaceRuler)?
    public var arrow: ArrowStyle?
    /// Whether the text is cut at the frame.
    public var isCut = false

    public init(_ text: String, x: Double, y: Double, ruler: PlaceRuler = .data, style: TextStyle) {
        self.text = text
        self.x = x
        self.y = y
        self.ruler = ruler
        self.style = style
        traits = MarkTraits(order: 3)
        traits.isFitted = false
    }

    public var reach: Reach {
        var reach = Reach()
        if ruler == .data { reach.include([x], [y]) }
        return reach
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {}

    public func drawUncut(on canvas: inout Canvas, in frame: Frame) {
        let aim = target.flatMap { place($0.x, $0.y, $0.ruler, in: frame, from: nil) }
        guard let anchor = place(x, y, ruler, in: frame, from: aim) else { return }
        // Words beside data out of sight would float over other parts of the figure.
        let seen = frame.box.grown(by: 1)
        if target != nil, let aim, target?.ruler == .data, !seen.contains(aim) { return }
        if target == nil, isCut, !seen.contains(anchor) { return }
        if let arrow, let aim { arrow.draw(from: start(anchor, toward: aim), to: aim, on: &canvas) }
        canvas.text(text, at: anchor, style: style)
    }

    private func place(_ x: Double, _ y: Double, _ ruler: PlaceRuler, in frame: Frame, from aim: Point?) -> Point? {
        switch ruler {
        case .data: return frame.point(x, y).flatMap { frame.box.grown(by: 2000).contains($0) ? $0 : nil }
        case .frame: return frame.share(x, y)
        case .offset:
            guard let aim else { return nil }
            return Point(aim.x + x, aim.y - y)
        }
    }

    /// Where the arrow leaves the text: the middle of its box, moved to the side that faces the aim.
    private func start(_ anchor: Point, toward aim: Point) -> Point {
        let size = TextLayout.extent(of: text, style: style)
        guard size.width > 0 else { return anchor }
        let left: Double = switch style.horizontal {
        case .left: anchor.x
        case .center: anchor.x - size.width / 2
        case .right: anchor.x - size.width
        }
        let top: Double = switch style.vertical {
        case .top: anchor.y
        case .center: anchor.y - size.height / 2
        case .baseline: anchor.y - style.size * FontMetrics.capHeight
        case .bottom: anchor.y - size.height
        }
        let box = Box(left, top, size.width, size.height).grown(by: 2)
        return Polyline.clip(aim, box.center, to: box)?.0 ?? box.center
    }
}
