// Defines TensorColumn: the numbers of a tensor as texts of one width, in the notation PyTorch chooses for them.

/// All shown numbers of one tensor, formatted alike.
struct TensorColumn {
    /// The texts, padded on the left.
    let texts: [String]
    /// Columns of the widest number that counts.
    let width: Int

    init(_ elements: PrintedElements, options: TensorPrintOptions) {
        let raw: [String]
        switch elements {
        case .booleans(let values):
            raw = values.map { $0 ? "True" : "False" }
            width = raw.map(\.utf8.count).max() ?? 1
        case .integers(let values):
            raw = values.map { String($0) }
            width = max(1, raw.map(\.utf8.count).max() ?? 1)
        case .floats(let values):
            let notation = Notation(values, options: options)
            raw = values.map { notation.text($0) }
            width = notation.width
        }
        let columns = width
        texts = raw.map { text in
            let missing = columns - text.utf8.count
            return missing > 0 ? String(repeating: " ", count: missing) + text : text
        }
    }
}

/// The notation of a set of floats: whole numbers, fixed places or exponents.
private struct Notation {
    let isWhole: Bool
    let isScientific: Bool
    let precision: Int
    let width: Int

    /// Only finite values other than zero decide on the notation and the width.
    init(_ values: [Double], options: TensorPrintOptions) {
        precision = options.precision
        let deciding = values.filter { $0.isFinite && $0 != 0 }
        guard let smallest = deciding.lazy.map(\.magnitude).min(), let largest = deciding.lazy.map(\.magnitude).max() else {
            isWhole = true
            isScientific = options.scientific ?? false
            width = 1
            return
        }
        let whole = deciding.allSatisfy { $0 == $0.rounded(.up) }
        let spread = largest / smallest > 1000 || largest > 1e8
        let scientific = spread || (!whole && smallest < 1e-4)
        isWhole = whole
        let exponents = options.scientific ?? scientific
        isScientific = exponents
        let places = precision
        let widths = deciding.map { value -> Int in
            if exponents { return DecimalText.scientific(value, places: places).utf8.count }
            return DecimalText.fixed(value, places: whole ? 0 : places).utf8.count + (whole ? 1 : 0)
        }
        width = max(1, widths.max() ?? 1)
    }

    func text(_ value: Double) -> String {
        if !value.isFinite { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        if isWhole, !isScientific { return DecimalText.fixed(value, places: 0) + "." }
        let text = isScientific ? DecimalText.scientific(value, places: precision) : DecimalText.fixed(value, places: precision)
        Engine.current.followRounding?(text, value)
        return text
    }
}
