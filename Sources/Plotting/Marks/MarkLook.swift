// Defines MarkLook: fill, line and opacity of a mark under the same names for every kind.

/// Fill, line and opacity of a mark.
public struct MarkLook: Hashable, Sendable {
    /// Colours of the faces, taken round; empty where the kind has none.
    public var fills: [Paint]
    /// The line itself, or the edge of a shape; nil where none is drawn.
    public var line: Stroke?
    public var alpha: Double

    public init(fills: [Paint] = [], line: Stroke? = nil, alpha: Double = 1) {
        (self.fills, self.line, self.alpha) = (fills, line, alpha)
    }
}

extension Mark {
    /// Kinds without a look of their own ignore what is set.
    public var look: MarkLook {
        get { MarkLook() }
        set {}
    }
}

extension LineMark {
    public var look: MarkLook {
        get { MarkLook(fills: marker.map { [$0.fill] } ?? [], line: stroke, alpha: stroke.alpha) }
        set {
            stroke = newValue.line ?? stroke
            stroke.alpha = newValue.alpha
            if let fill = newValue.fills.first { marker?.fill = fill }
            marker?.edge.alpha = newValue.alpha
            marker?.alpha = newValue.alpha
        }
    }
}

extension ReferenceMark {
    public var look: MarkLook {
        get { MarkLook(fills: fill == .none ? [] : [fill], line: stroke, alpha: alpha) }
        set {
            if let first = newValue.fills.first { fill = first }
            (stroke, alpha) = (newValue.line, newValue.alpha)
            stroke?.alpha = newValue.alpha
        }
    }
}

extension BarMark {
    public var look: MarkLook {
        get { MarkLook(fills: fills, line: edge, alpha: alpha) }
        set {
            if !newValue.fills.isEmpty { fills = newValue.fills }
            (edge, alpha) = (newValue.line, newValue.alpha)
            edge?.alpha = newValue.alpha
        }
    }
}

extension ScatterMark {
    public var look: MarkLook {
        get { MarkLook(fills: fills, line: Stroke(edges.first ?? fills[0], width: edgeWidth, alpha: alpha), alpha: alpha) }
        set {
            if !newValue.fills.isEmpty, newValue.fills != fills { (fills, values) = (newValue.fills, nil) }
            if let line = newValue.line, line.paint != look.line?.paint { edges = [line.paint] }
            edgeWidth = newValue.line?.width ?? edgeWidth
            alpha = newValue.alpha
        }
    }
}

extension PolygonMark {
    public var look: MarkLook {
        get { MarkLook(fills: [fill], line: edge, alpha: alpha) }
        set {
            fill = newValue.fills.first ?? fill
            (edge, alpha) = (newValue.line, newValue.alpha)
            edge?.alpha = newValue.alpha
        }
    }
}

extension AreaMark {
    public var look: MarkLook {
        get { MarkLook(fills: [fill], line: edge, alpha: alpha) }
        set {
            fill = newValue.fills.first ?? fill
            (edge, alpha) = (newValue.line, newValue.alpha)
            edge?.alpha = newValue.alpha
        }
    }
}

extension ImageMark {
    public var look: MarkLook {
        get { MarkLook(alpha: alpha) }
        set { alpha = newValue.alpha }
    }
}

extension MeshMark {
    public var look: MarkLook {
        get { MarkLook(line: edge, alpha: alpha) }
        set { (edge, alpha) = (newValue.line, newValue.alpha) }
    }
}

extension TextMark {
    public var look: MarkLook {
        get { MarkLook(fills: [style.paint], alpha: style.alpha) }
        set {
            style.paint = newValue.fills.first ?? style.paint
            style.alpha = newValue.alpha
        }
    }
}
