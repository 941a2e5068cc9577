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
        // PyTorch does not say that None would do.
        let expected = argument.expected.hasSuffix(" or None") ? String(argument.expected.dropLast(8)) : argument.expected
        return "\(argument.function)(): argument '\(argument.parameter)'\(position) must be \(expected), not \(argument.given)"
    }

    /// The voice of functions and methods that PyTorch implements natively.
    static let torch = Voice(
        aliases: aliases, misfit: words,
        missing: { function, names in
            // The plural is as PyTorch has it.
            let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
            return "\(function)() missing \(names.count) required positional argument\(names.count == 1 ? "s" : ""): \(quoted)"
        },
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
