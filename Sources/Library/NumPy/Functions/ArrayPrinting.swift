// Defines ArrayPrinting: np.set_printoptions and what it changes.
import Runtime
import Tensors

/// The printing options as keyword arguments.
enum ArrayPrinting {
    /// Positional order of `np.set_printoptions`.
    private static let names = ["precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr"]

    /// Applies the options that are given.
    /// - Throws: TypeError for names that are none.
    static func set(_ arguments: Arguments) throws {
        guard arguments.count <= names.count else { throw Raised.typeError("set_printoptions() takes from 0 to 7 positional arguments but \(arguments.count) were given") }
        for index in 0..<arguments.count { try apply(names[index], arguments[index]) }
        // numpy forgets formatters unless they are given again.
        ArrayRepresentation.formatters = [:]
        for (name, value) in arguments.keywordPairs { try apply(name.text, value) }
    }

    private static func apply(_ name: String, _ value: Value) throws {
        if value.isNone { return }
        switch name {
        case "precision": ArrayRepresentation.options.precision = try integer(value)
        case "threshold": ArrayRepresentation.options.threshold = try value.number().map { $0 < 9e18 ? Int($0) : Int.max } ?? 1000
        case "edgeitems": ArrayRepresentation.options.edgeItems = try integer(value)
        case "linewidth": ArrayRepresentation.options.lineWidth = try value.number().map { $0 < 9e18 ? Int($0) : Int.max } ?? 75
        case "suppress": ArrayRepresentation.options.suppressesSmall = try value.truth()
        case "nanstr": ArrayRepresentation.options.nanText = try value.str()
        case "infstr": ArrayRepresentation.options.infinityText = try value.str()
        case "sign": ArrayRepresentation.options.sign = .init(rawValue: try value.str()) ?? .minus
        case "floatmode": ArrayRepresentation.options.floatMode = .init(rawValue: try value.str()) ?? .maxprec
        case "formatter":
            for key in try value.elements() { ArrayRepresentation.formatters[try key.str()] = try value.item(key) }
        case "legacy": break
        default: throw Raised.typeError("set_printoptions() got an unexpected keyword argument '\(name)'")
        }
    }

    private static func integer(_ value: Value) throws -> Int {
        guard let integer = try value.index() else { throw Raised.typeError("an integer is required") }
        return integer
    }

    /// The options as `np.get_printoptions()` gives them.
    static func asDictionary() -> Value {
        let options = ArrayRepresentation.options
        let dictionary = DictObject()
        let entries: [(String, Value)] = [
            ("precision", .int(options.precision)), ("threshold", .int(options.threshold)), ("edgeitems", .int(options.edgeItems)),
            ("linewidth", .int(options.lineWidth)), ("suppress", .bool(options.suppressesSmall)), ("nanstr", .string(options.nanText)),
            ("infstr", .string(options.infinityText)), ("sign", .string(options.sign.rawValue)), ("formatter", formatterValue),
            ("floatmode", .string(options.floatMode.rawValue)),
        ]
        for (name, value) in entries { try? dictionary.setItem(.string(name), value) }
        return .object(dictionary)
    }

    private static var formatterValue: Value {
        if ArrayRepresentation.formatters.isEmpty { return .none }
        let dictionary = DictObject()
        for (kind, function) in ArrayRepresentation.formatters.sorted(by: { $0.key < $1.key }) { try? dictionary.setItem(.string(kind), function) }
        return .object(dictionary)
    }
}
