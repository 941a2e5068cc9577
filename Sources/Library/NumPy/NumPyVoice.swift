// Defines how the functions of numpy word argument errors, and their keyword `out`.
import Runtime
import Tensors

extension Voice {
    /// Functions numpy writes in C with a parser of their own.
    private static let parsedInC: Set<String> = ["array", "asarray", "zeros", "empty", "frombuffer", "fromiter"]

    /// The voice of numpy's functions: most are written in Python there.
    static let numpy = Voice(
        misfit: { argument in
            switch argument.expected {
            case "float", "Number": "must be real number, not \(argument.given)"
            case "data type": "Cannot interpret '\(argument.given)' as a data type"
            case let expected where expected.hasPrefix("int"):
                argument.given == "float" && argument.parameter == "shape"
                    ? "expected a sequence of integers or a single integer, got a float"
                    : "'\(argument.given)' object cannot be interpreted as an integer"
            case let expected: "\(argument.function)() argument '\(argument.parameter)' must be \(expected), not \(argument.given)"
            }
        },
        missing: { function, names in
            if parsedInC.contains(function), let first = names.first { return "\(function)() missing required argument '\(first)' (pos 0)" }
            let quoted = names.map { "'\($0)'" }
            let list = quoted.count < 3 ? quoted.joined(separator: " and ")
                : quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
            return "\(function)() missing \(names.count) required positional argument\(names.count == 1 ? "" : "s"): \(list)"
        },
        output: ("out", { result, target in
            guard let place = target.as(ArrayObject.self) else { throw Raised.typeError("return arrays must be of ArrayType") }
            try place.takeOutput(ArrayObject.make(result))
            return target
        }))
}

extension ArrayObject {
    /// Takes the elements of a result (`out=`), which must fit in shape and kind.
    func takeOutput(_ result: ArrayObject) throws {
        try checkOutput()
        guard result.tensor.shape == tensor.shape else {
            throw Raised.valueError("output array does not match result of operation: \(ArrayShapes.text(tensor.shape)) is not \(ArrayShapes.text(result.tensor.shape))")
        }
        guard ArrayArithmetic.canStore(result.tensor.dtype, in: tensor.dtype) else {
            throw Raised.typeError(
                "Cannot cast array data from dtype('\(result.tensor.dtype.name)') to dtype('\(tensor.dtype.name)') according to the rule 'same_kind'")
        }
        _ = try tensor.copyInPlace(result.tensor)
    }
}
