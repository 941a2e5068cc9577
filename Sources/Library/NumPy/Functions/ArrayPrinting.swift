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
        ArrayPrintForm.current.formatters = [:]
        for (name, value) in arguments.keywordPairs { try apply(name.text, value) }
    }

    private static func apply(_ name: String, _ value: Value) throws {
        if value.isNone { return }
        switch name {
        case "precision": ArrayPrintForm.current.options.precision = try integer(value, of: "precision")
        case "threshold": ArrayPrintForm.current.options.threshold = try value.number().map { $0 < 9e18 ? Int($0) : Int.max } ?? 1000
        case "edgeitems": ArrayPrintForm.current.options.edgeItems = try integer(value, of: "edgeitems")
        case "linewidth": ArrayPrintForm.current.options.lineWidth = try value.number().map { $0 < 9e18 ? Int($0) : Int.max } ?? 75
        case "suppress": ArrayPrintForm.current.options.suppressesSmall = try value.truth()
        case "nanstr": ArrayPrintForm.current.options.nanText = try value.str()
        case "infstr": ArrayPrintForm.current.options.infinityText = try value.str()
        case "sign":
            guard let sign = ArrayPrintOptions.Sign(rawValue: try value.str()) else { throw Raised.valueError("sign option must be one of ' ', '+', or '-'") }
            ArrayPrintForm.current.options.sign = sign
        case "floatmode":
            guard let mode = ArrayPrintOptions.FloatMode(rawValue: try value.str()) else {
                throw Raised.valueError("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
            }
            ArrayPrintForm.current.options.floatMode = mode
        case "formatter":
            for key in try value.elements() { ArrayPrintForm.current.formatters[try key.str()] = try value.item(key) }
        case "legacy": try setLegacy(value)
        case "override_repr": break
        default: throw Raised.typeError("set_printoptions() got an unexpected keyword argument '\(name)'")
        }
    }

    private static let releases = ["1.13", "1.21", "1.25", "2.1", "2.2"]

    private static func setLegacy(_ value: Value) throws {
        let isPadded = ArrayPrintForm.current.legacy == "1.13"
        if case .bool(false) = value { ArrayPrintForm.current.legacy = nil } else {
            guard let release = value.text, releases.contains(release) else {
                throw Raised.valueError("legacy printing option can currently only be '1.13', '1.21', '1.25', '2.1', '2.2' or `False`")
            }
            ArrayPrintForm.current.legacy = release
        }
        // Releases up to 1.13 kept a place for the sign of every float.
        if ArrayPrintForm.current.legacy == "1.13" { ArrayPrintForm.current.options.sign = .space } else if isPadded { ArrayPrintForm.current.options.sign = .minus }
    }

    private static func integer(_ value: Value, of name: String) throws -> Int {
        guard let integer = try value.index() else { throw Raised.typeError("\(name) must be an integer") }
        return integer
    }

    /// The options as `np.get_printoptions()` gives them.
    static func asDictionary() -> Value {
        let options = ArrayPrintForm.current.options
        let dictionary = DictObject()
        let entries: [(String, Value)] = [
            ("edgeitems", .int(options.edgeItems)), ("threshold", .int(options.threshold)), ("floatmode", .string(options.floatMode.rawValue)),
            ("precision", .int(options.precision)), ("suppress", .bool(options.suppressesSmall)), ("linewidth", .int(options.lineWidth)),
            ("nanstr", .string(options.nanText)), ("infstr", .string(options.infinityText)), ("sign", .string(options.sign.rawValue)),
            ("formatter", formatterValue), ("legacy", ArrayPrintForm.current.legacy.map { Value.string($0) } ?? false), ("override_repr", .none),
        ]
        for (name, value) in entries { try? dictionary.setItem(.string(name), value) }
        return .object(dictionary)
    }

    private static var formatterValue: Value {
        if ArrayPrintForm.current.formatters.isEmpty { return .none }
        let dictionary = DictObject()
        for (kind, function) in ArrayPrintForm.current.formatters.sorted(by: { $0.key < $1.key }) { try? dictionary.setItem(.string(kind), function) }
        return .object(dictionary)
    }
}

extension ArrayPrintForm {
    /// The current form with what a call asks for besides.
    init(width: Int?, precision: Int?, suppress: Bool?) {
        self = .current
        if let width { options.lineWidth = width }
        if let precision { options.precision = precision }
        if let suppress { options.suppressesSmall = suppress }
    }
}

extension NumPyRows {
    static var printing: [Row] {
        [
            def(raw: "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None)",
                "How arrays are printed from now on.", example: "np.set_printoptions(precision=8)") { arguments in
                try ArrayPrinting.set(arguments)
                return .none
            },
            def("get_printoptions()", "How arrays are printed.", example: "np.get_printoptions()['precision']") { () in ArrayPrinting.asDictionary() },
            def("array_repr(arr, max_line_width=None, precision=None, suppress_small=None)", "The text of an array as code.",
                example: "np.array_repr(np.arange(2))") { (a: ArrayArgument, width: Int?, precision: Int?, suppress: Bool?) in
                try ArrayRepresentation.repr(a.array, ArrayPrintForm(width: width, precision: precision, suppress: suppress))
            },
            def("array_str(a, max_line_width=None, precision=None, suppress_small=None)", "The text of an array.",
                example: "np.array_str(np.arange(2))") { (a: ArrayArgument, width: Int?, precision: Int?, suppress: Bool?) in
                try ArrayRepresentation.str(a.array, ArrayPrintForm(width: width, precision: precision, suppress: suppress))
            },
            def("array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None)",
                "The text of an array in a given form.", example: "np.array2string(np.arange(3), separator=', ')") {
                (a: ArrayArgument, width: Int?, precision: Int?, suppress: Bool?, separator: String, prefix: String, formatter: Value, threshold: Int?,
                 edge: Int?, sign: String?, mode: String?) in
                var form = ArrayPrintForm(width: width, precision: precision, suppress: suppress)
                if let threshold { form.options.threshold = threshold }
                if let edge { form.options.edgeItems = edge }
                if let sign = sign.flatMap({ ArrayPrintOptions.Sign(rawValue: $0) }) { form.options.sign = sign }
                if let mode = mode.flatMap({ ArrayPrintOptions.FloatMode(rawValue: $0) }) { form.options.floatMode = mode }
                if !formatter.isNone {
                    for key in try formatter.elements() { form.formatters[try key.str()] = try formatter.item(key) }
                }
                return try ArrayRepresentation.text(a.array, separator: separator, prefix: prefix, form)
            },
        ]
    }
}
