// Defines ArrayText: an array as numpy prints it.

/// Elements of a numpy array, in the order of a `SummaryWindow`'s linear indices.
public enum ArrayElements: Equatable, Sendable {
    /// Floats of one width, widened exactly.
    case floats([Double], FloatWidth)
    /// Integers of any width.
    case integers([Int64])
    /// Real and imaginary parts of complex numbers of two doubles.
    case complexes([Double], [Double])
    /// Truth values.
    case booleans([Bool])
    /// Elements that were formatted already: strings, objects, or the work of a user's formatter.
    case texts([String])
}

/// Pure function from elements to numpy's text.
public struct ArrayText {
    private let window: SummaryWindow
    private let options: ArrayPrintOptions
    private let texts: [String]
    private let separator: String
    private let lineWidth: Int

    private init(
        _ elements: ArrayElements, window: SummaryWindow, options: ArrayPrintOptions, separator: String, lineWidth: Int
    ) {
        self.window = window
        self.options = options
        self.separator = separator
        self.lineWidth = lineWidth
        texts = Self.column(elements, isScalar: window.shape.isEmpty, options: options)
    }

    /// `str(array)`: brackets, blanks between the numbers. 0-d arrays print as scalars instead, see `ScalarText`.
    public static func str(
        _ elements: ArrayElements, window: SummaryWindow, options: ArrayPrintOptions, separator: String = " ",
        prefix: String = "", suffix: String = ""
    ) -> String {
        if window.shape.contains(0) { return "[]" }
        let width = options.lineWidth - suffix.utf8.count
        let text = ArrayText(elements, window: window, options: options, separator: separator, lineWidth: width)
        return text.body(hanging: String(repeating: " ", count: prefix.utf8.count))
    }

    /// `repr(array)`. `dtype` is the name to show, nil where numpy leaves it out (int64, float64, bool); an empty array
    /// shows `dtypeWhenEmpty`; `name` is the class.
    public static func repr(
        _ elements: ArrayElements, window: SummaryWindow, options: ArrayPrintOptions, dtype: String?, dtypeWhenEmpty: String, name: String = "array"
    ) -> String {
        let prefix = name + "("
        let isEmpty = window.shape.contains(0)
        let body = str(elements, window: window, options: options, separator: ", ", prefix: prefix, suffix: ")")
        var notes: [String] = []
        if window.isSummarised || (isEmpty && window.shape.count != 1) { notes.append("shape=\(tuple(window.shape))") }
        if let type = isEmpty ? dtypeWhenEmpty : dtype { notes.append("dtype=\(type)") }
        guard !notes.isEmpty else { return prefix + body + ")" }
        let note = notes.joined(separator: ", ")
        let lastLine = (prefix + body).utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        let fits = lastLine + note.utf8.count + 2 <= options.lineWidth
        let gap = fits ? " " : "\n" + String(repeating: " ", count: prefix.utf8.count)
        return prefix + body + "," + gap + note + ")"
    }

    private static func tuple(_ shape: [Int]) -> String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }

    /// The elements as texts of one form, numbers under each other.
    public static func column(_ elements: ArrayElements, isScalar: Bool, options: ArrayPrintOptions) -> [String] {
        switch elements {
        case .texts(let texts): return texts
        case .floats(let values, let width): return ArrayFloatColumn(values, width: width, options: options).texts
        case .complexes(let real, let imaginary):
            var signed = options
            signed.sign = .plus
            let left = ArrayFloatColumn(real, width: .double, options: options).texts
            // The letter stands right behind the digits, blanks for lacking ones after it.
            let right = ArrayFloatColumn(imaginary, width: .double, options: signed).texts.map { text in
                let digits = text.lastIndex { $0 != " " }.map { text[...$0] } ?? text[...]
                return digits + "j" + text[digits.endIndex...]
            }
            return zip(left, right).map { $0 + $1 }
        case .booleans(let values):
            return values.map { $0 ? (isScalar ? "True" : " True") : "False" }
        case .integers(let values):
            let sign = options.sign == .minus ? "" : options.sign.rawValue
            let texts = values.map { $0 < 0 ? String($0) : sign + String($0) }
            let width = texts.map(\.utf8.count).max() ?? 0
            return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
        }
    }

    private func body(hanging: String) -> String {
        var next = 0
        return block(axis: 0, hanging: hanging, width: lineWidth, next: &next)
    }

    /// The text of the elements from `next` on below `axis`; lines after the first start with `hanging`.
    private func block(axis: Int, hanging: String, width: Int, next: inout Int) -> String {
        if window.shape.isEmpty { return texts.first ?? "" }
        let inner = hanging + " "
        let count = window.indices(axis: axis).count
        let cut = window.isCut(axis: axis) ? window.edgeItems : nil
        if axis == window.shape.count - 1 {
            var words = Array(texts[next..<next + count])
            next += count
            if let cut { words.insert("...", at: cut) }
            return "[" + wrapped(words, hanging: inner, width: width) + "]"
        }
        var parts: [String] = []
        for k in 0..<count {
            if k == cut { parts.append("...") }
            parts.append(block(axis: axis + 1, hanging: inner, width: width - 1, next: &next))
        }
        if cut == count { parts.append("...") }
        let bare = separator.last == " " ? String(separator.dropLast()) : separator
        let gap = bare + String(repeating: "\n", count: window.shape.count - axis - 1) + inner
        return "[" + parts.joined(separator: gap) + "]"
    }

    /// One row of words, broken before the word that would pass the width.
    private func wrapped(_ words: [String], hanging: String, width: Int) -> String {
        let bare = separator.last == " " ? String(separator.dropLast()) : separator
        let limit = width - max(bare.unicodeScalars.count, 1)
        var lines: [String] = []
        var line = hanging
        var used = hanging.utf8.count
        for (index, word) in words.enumerated() {
            let length = word.unicodeScalars.count
            if used + length > limit && used > hanging.utf8.count {
                while line.last == " " { line.removeLast() }
                lines.append(line)
                line = hanging
                used = hanging.utf8.count
            }
            line += word
            used += length
            if index < words.count - 1 {
                line += separator
                used += separator.unicodeScalars.count
            }
        }
        lines.append(line)
        return String(lines.joined(separator: "\n").dropFirst(hanging.utf8.count))
    }
}
