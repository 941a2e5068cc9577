// Defines how the functions of numpy word argument errors.
import Runtime

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
        })
}
