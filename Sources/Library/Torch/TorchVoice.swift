// Defines how the functions of torch word argument errors and which keywords they take besides their parameters.
import Runtime
import Tensors

extension Voice {
    /// numpy's spellings of keywords, which PyTorch understands.
    private static let aliases: [Name: [Name]] = [
        "axis": ["dim"], "keepdims": ["keepdim"], "x": ["input"], "a": ["input"], "x1": ["input"], "x2": ["other"], "self": ["input"], "from": ["from_"],
    ]

    /// `exp(): argument 'input' (position 1) must be Tensor, not float`
    @Sendable private static func words(_ argument: Misplaced) -> String {
        let position = argument.position.map { " (position \($0))" } ?? ""
        if argument.expected == "tuple of ints", let words = elementWords(argument, position) { return words }
        // PyTorch does not say that None would do.
        let expected = argument.expected.hasSuffix(" or None") ? String(argument.expected.dropLast(8)) : argument.expected
        return "\(argument.function)(): argument '\(argument.parameter)'\(position) must be \(expected), not \(argument.given)"
    }

    /// Words an element of a sequence of sizes that is no integer.
    private static func elementWords(_ argument: Misplaced, _ position: String) -> String? {
        guard let items = argument.argument.sequenceElements,
              let index = items.firstIndex(where: { if case .int = $0 { false } else { Tensor.from($0) == nil } })
        else { return nil }
        let start = "\(argument.function)(): argument '\(argument.parameter)'", type = items[index].type.name
        if index > 0 { return start + " failed to unpack the object at pos \(index + 1) with error \"type must be tuple of ints,but got \(type)\"" }
        return start + "\(position) must be tuple of ints, but found element of type \(type) at pos 0"
    }

    /// The voice of functions and methods that PyTorch implements natively.
    static let torch = Voice(
        aliases: aliases, misfit: words,
        missing: { function, names in
            // The plural is as PyTorch has it.
            let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
            return "\(function)() missing \(names.count) required positional argument\(names.count == 1 ? "s" : ""): \(quoted)"
        },
        refusal: CallForm.words, isStrictAboutBooleans: true,
        output: ("out", { result, target in
            guard let place = Tensor.from(target), let tensor = Tensor.from(result) else { return result }
            try place.fillOutput(tensor)
            return target
        }))

    /// The voice of torch.nn.functional, whose functions are written in Python there.
    static let functional = Voice(misfit: words)
}

extension Tensor {
    /// Takes the elements of a result (`out=`), and its sizes where they differ.
    func fillOutput(_ result: Tensor) throws {
        if result.dtype.category > dtype.category {
            throw TensorError.runtime("result type \(result.dtype.scalarName) can't be cast to the desired output type \(dtype.scalarName)")
        }
        if shape == result.shape {
            _ = try Engine.current.withoutGrad { try inPlace { _ in try result.to(dtype) } }
        } else {
            try setData(result.to(dtype))
        }
    }
}
