// Defines TensorText: a tensor as PyTorch prints it.

/// Elements ready for printing, in the order of a `SummaryWindow`'s linear indices.
public enum PrintedElements: Equatable, Sendable {
    /// Floats of any width, widened exactly.
    case floats([Double])
    /// Integers of any width.
    case integers([Int64])
    /// Truth values.
    case booleans([Bool])
}

/// What stands around the numbers of a printed tensor.
public struct TensorTextFrame: Equatable, Sendable {
    /// Text before the numbers, without its parenthesis: "tensor".
    public var prefix = "tensor"
    /// Device, when it is to be shown: "cuda:0".
    public var device: String?
    /// Name of the dtype: "torch.float32".
    public var dtype = "torch.float32"
    /// The dtype is the process's default float type.
    public var isDefaultDtype = true
    /// Name of the gradient function: "AddBackward0".
    public var gradFn: String?
    /// A leaf that asks for gradients.
    public var requiresGrad = false

    /// A plain float32 tensor on the CPU.
    public init() {}
}

/// Pure function from elements to PyTorch's text.
public struct TensorText {
    let window: SummaryWindow
    let options: TensorPrintOptions
    let texts: [String]
    let width: Int

    /// `elements` are those of `window`, in order.
    public init(_ elements: PrintedElements, window: SummaryWindow, options: TensorPrintOptions) {
        self.window = window
        self.options = options
        let column = TensorColumn(elements, options: options)
        texts = column.texts
        width = column.width
    }

    /// The whole text: "tensor([1., 2.], requires_grad=True)".
    public static func render(
        _ elements: PrintedElements, window: SummaryWindow, options: TensorPrintOptions, frame: TensorTextFrame
    ) -> String {
        let opening = frame.prefix + "("
        let indent = opening.utf8.count
        let isEmpty = window.shape.contains(0)
        var suffixes: [String] = []
        if let device = frame.device { suffixes.append("device='\(device)'") }
        if isEmpty && window.shape.count != 1 {
            suffixes.append("size=(" + window.shape.map(String.init).joined(separator: ", ") + ")")
        }
        let hidesDtype = frame.isDefaultDtype || (!isEmpty && ["torch.int64", "torch.bool"].contains(frame.dtype))
        if !hidesDtype { suffixes.append("dtype=\(frame.dtype)") }
        if let name = frame.gradFn {
            suffixes.append("grad_fn=<\(name)>")
        } else if frame.requiresGrad {
            suffixes.append("requires_grad=True")
        }
        let body = isEmpty ? "[]" : TensorText(elements, window: window, options: options).body(indent: indent)
        return attach(suffixes, to: opening + body, indent: indent, lineWidth: options.lineWidth) + ")"
    }

    /// Adds each suffix to the last line, or to a new one where it does not fit.
    private static func attach(_ suffixes: [String], to body: String, indent: Int, lineWidth: Int) -> String {
        var text = body
        let lastLine = body.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        // A tensor of one line counts two columns more than it has.
        var used = lastLine + 2
        for suffix in suffixes {
            let length = suffix.utf8.count
            if used + length + 2 > lineWidth {
                text += ",\n" + String(repeating: " ", count: indent) + suffix
                used = indent + length
            } else {
                text += ", " + suffix
                used += length + 2
            }
        }
        return text
    }

    /// Brackets and numbers only; lines after the first start `indent` columns in.
    public func body(indent: Int) -> String {
        var next = 0
        return block(axis: 0, indent: indent, next: &next)
    }

    private func block(axis: Int, indent: Int, next: inout Int) -> String {
        let axes = window.shape.count
        if axes == 0 { return texts.first ?? "" }
        if axis == axes - 1 { return row(axis: axis, indent: indent, next: &next) }
        let cut = window.isCut(axis: axis) ? window.edgeItems : nil
        let count = window.indices(axis: axis).count
        var parts: [String] = []
        for k in 0..<count {
            if k == cut { parts.append("...") }
            parts.append(block(axis: axis + 1, indent: indent + 1, next: &next))
        }
        if cut == count { parts.append("...") }
        let gap = "," + String(repeating: "\n", count: axes - axis - 1) + String(repeating: " ", count: indent + 1)
        return "[" + parts.joined(separator: gap) + "]"
    }

    private func row(axis: Int, indent: Int, next: inout Int) -> String {
        let count = window.indices(axis: axis).count
        var items = Array(texts[next..<next + count])
        next += count
        if window.isCut(axis: axis) { items.insert(" ...", at: window.edgeItems) }
        let perLine = max(1, (options.lineWidth - indent) / (width + 2))
        var lines: [String] = []
        var start = 0
        while start < items.count {
            lines.append(items[start..<min(start + perLine, items.count)].joined(separator: ", "))
            start += perLine
        }
        return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
    }
}
