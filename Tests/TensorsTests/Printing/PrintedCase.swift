// Defines PrintedCase: an array with options and the text real torch or numpy prints for it.
import Tensors

/// One recorded text. Cases are lines `library dtype | sizes | options | elements`, then the text, then `%%`.
struct PrintedCase: Sendable, CustomStringConvertible {
    let header: String
    let text: String
    private let library: String
    private let dtype: String
    private let shape: [Int]
    private let options: [String]
    private let elements: [Double]

    var description: String { String(header.prefix(60)) }

    init?(_ lines: [Substring]) {
        guard let first = lines.first else { return nil }
        let parts = first.split(separator: "|", omittingEmptySubsequences: false).map { $0.split(separator: " ").map(String.init) }
        guard parts.count == 4, parts[0].count == 2 else { return nil }
        header = String(first)
        text = lines.dropFirst().joined(separator: "\n")
        (library, dtype) = (parts[0][0], parts[0][1])
        shape = parts[1].compactMap { Int($0) }
        options = parts[2]
        elements = parts[3].compactMap { Double($0) }
    }

    /// All cases of a file's text.
    static func all(_ text: String) -> [PrintedCase] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "%%").compactMap { PrintedCase(Array($0)) }
    }

    /// What we print.
    func printed() -> String {
        switch library {
        case "torch": torch()
        case "numpy": numpy()
        default: ScalarText.str(elements[0], width)
        }
    }

    private var width: FloatWidth { dtype == "float16" ? .half : dtype == "float32" ? .single : .double }

    private func option(_ name: String) -> String? {
        options.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// The elements a window shows, in row-major order.
    private func shown(_ window: SummaryWindow) -> [Double] {
        if elements.isEmpty { return [] }
        let positions = shape.indices.reduce([0]) { positions, axis in
            positions.flatMap { base in window.indices(axis: axis).map { base * shape[axis] + $0 } }
        }
        return positions.map { elements[$0] }
    }

    private func torch() -> String {
        var style = TensorPrintOptions()
        if let value = option("precision") { style.precision = Int(value) ?? 4 }
        if let value = option("sci") { style.scientific = value == "True" }
        if let value = option("linewidth") { style.lineWidth = Int(value) ?? 80 }
        if let value = option("threshold") { style.threshold = Int(value) ?? 1000 }
        if let value = option("edgeitems") { style.edgeItems = Int(value) ?? 3 }
        let window = SummaryWindow(shape: shape, threshold: style.threshold, edgeItems: style.edgeItems)
        let shown = shown(window)
        var frame = TensorTextFrame()
        frame.dtype = "torch.\(dtype)"
        frame.isDefaultDtype = dtype == "float32"
        let values: PrintedElements = dtype == "bool" ? .booleans(shown.map { $0 != 0 })
            : dtype.hasPrefix("int") ? .integers(shown.map { Int64($0) }) : .floats(shown)
        return TensorText.render(values, window: window, options: style, frame: frame)
    }

    private func numpy() -> String {
        var style = ArrayPrintOptions()
        if let value = option("precision") { style.precision = Int(value) ?? 8 }
        if option("suppress") != nil { style.suppressesSmall = true }
        if let value = option("linewidth") { style.lineWidth = Int(value) ?? 75 }
        if let value = option("threshold") { style.threshold = Int(value) ?? 1000 }
        if let value = option("edgeitems") { style.edgeItems = Int(value) ?? 3 }
        if let value = option("floatmode") { style.floatMode = ArrayPrintOptions.FloatMode(rawValue: value) ?? .maxprec }
        if let value = option("sign") { style.sign = value == "+" ? .plus : .space }
        let window = SummaryWindow(shape: shape, threshold: style.threshold, edgeItems: style.edgeItems)
        let shown = shown(window)
        let values: ArrayElements = dtype == "bool" ? .booleans(shown.map { $0 != 0 })
            : dtype.hasPrefix("int") ? .integers(shown.map { Int64($0) }) : .floats(shown, width)
        if options.first == "str" { return ArrayText.str(values, window: window, options: style) }
        let isHidden = ["int64", "float64", "bool"].contains(dtype)
        return ArrayText.repr(values, window: window, options: style, dtype: isHidden ? nil : dtype, dtypeWhenEmpty: dtype)
    }
}
