// Defines EinsumCheck: numpy's errors for subscripts of `np.einsum` that do not fit the operands.
import Runtime
import Tensors

/// The subscripts of one call, checked before the engine reads them.
struct EinsumCheck {
    private let inputs: [[Character]]
    private let output: [Character]

    /// - Throws: ValueError with numpy's words. Subscripts with an ellipsis are left to the engine.
    static func run(_ text: String, _ operands: [Tensor]) throws {
        let bare = text.filter { $0 != " " }
        guard !bare.contains(".") else { return }
        for letter in bare where !(letter.isASCII && letter.isLetter) && letter != "," && letter != "-" && letter != ">" {
            throw Raised.valueError("invalid subscript '\(letter)' in einstein sum subscripts string, subscripts must be letters")
        }
        try EinsumCheck(bare, operands.count).check(operands)
    }

    /// The subscripts and the arrays of a call: a text first, or arrays each followed by its list of numbers, which stand for letters.
    static func operands(_ values: [Value]) throws -> (String, [ArrayObject]) {
        guard let first = values.first else {
            throw Raised.valueError("must specify the einstein sum subscripts string and at least one operand, or at least one operand and its corresponding subscripts list")
        }
        if let text = first.text { return (text, try values.dropFirst().map { try ArrayObject.make($0) }) }
        func letters(_ value: Value) throws -> String {
            try value.elements().map { item in
                if item.isIdentical(to: .ellipsis) { return "..." }
                guard let k = try item.index(), (0..<52).contains(k) else { throw Raised.valueError("subscript is not within the valid range [0, 52)") }
                return String(UnicodeScalar(UInt8(k < 26 ? 65 + k : 71 + k)))
            }.joined()
        }
        var arrays: [ArrayObject] = []
        var terms: [String] = []
        for k in stride(from: 0, to: values.count - 1, by: 2) {
            arrays.append(try ArrayObject.make(values[k]))
            terms.append(try letters(values[k + 1]))
        }
        let output = values.count % 2 == 1 ? "->" + (try letters(values[values.count - 1])) : ""
        return (terms.joined(separator: ",") + output, arrays)
    }

    private init(_ text: String, _ count: Int) throws {
        let arrow = text.firstRange(of: "->")
        let terms = text[..<(arrow?.lowerBound ?? text.endIndex)].split(separator: ",", omittingEmptySubsequences: false)
        guard terms.count == count else {
            throw Raised.valueError(
                terms.count < count ? "fewer operands provided to einstein sum function than specified in the subscripts string"
                    : "more operands provided to einstein sum function than specified in the subscripts string")
        }
        inputs = terms.map(Array.init)
        let named = inputs.joined()
        output = arrow.map { Array(text[$0.upperBound...]) } ?? Set(named).filter { letter in named.count { $0 == letter } == 1 }.sorted()
        for letter in output where !named.contains(letter) {
            throw Raised.valueError("einstein sum subscripts string included output subscript '\(letter)' which never appeared in an input")
        }
    }

    private func check(_ operands: [Tensor]) throws {
        var sizes: [Character: Int] = [:]
        var fits = true
        for (place, (labels, operand)) in zip(inputs, operands).enumerated() {
            guard labels.count == operand.rank else {
                throw Raised.valueError(
                    labels.count < operand.rank
                        ? "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
                        : "einstein sum subscripts string contains too many subscripts for operand \(place)")
            }
            var own: [Character: Int] = [:]
            for (label, size) in zip(labels, operand.shape) {
                if let known = own[label], known != size, known != 1, size != 1 {
                    throw Raised.valueError("dimensions in operand \(place) for collapsing index '\(label)' don't match (\(known) != \(size))")
                }
                own[label] = max(own[label] ?? 1, size)
            }
            for (label, size) in own {
                if let known = sizes[label], known != size, known != 1, size != 1 { fits = false }
                sizes[label] = max(sizes[label] ?? 1, size)
            }
        }
        if !fits { throw mismatch(operands) }
    }

    /// The error for sizes that differ: every operand spread over the labels of the output and then those that are summed.
    private func mismatch(_ operands: [Tensor]) -> Raised {
        var labels = output
        for label in inputs.joined() where !labels.contains(label) { labels.append(label) }
        let words = zip(inputs, operands).map { own, operand in
            let spread = labels.map { label in own.firstIndex(of: label).map { String(operand.shape[$0]) } ?? "newaxis" }
            let shown = spread.drop { $0 == "newaxis" }
            return "\(ArrayShapes.text(operand.shape))->(\(shown.joined(separator: ","))\(shown.count == 1 ? "," : "")) "
        }
        return .valueError("operands could not be broadcast together with remapped shapes [original->remapped]: \(words.joined())")
    }
}
