// The module `sys`, as far as a program in a sandbox has a use for it.
import Runtime

enum SysModule {
    static let module: @Sendable () -> Module = {
        Module(
            "sys", doc: "The interpreter.", rows: rows, constants: constants,
            fallback: { name in name == "modules" ? try loadedModules() : nil }, fallbackNames: { ["modules"] })
    }

    /// `sys.modules`: the modules imported so far, as they are at this moment.
    private static func loadedModules() throws -> Value {
        let modules = DictObject()
        for (name, module) in Interpreter.current.modules.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("_") {
            try modules.table.set(.string(name), .object(module))
        }
        try modules.table.set("__main__", .object(Interpreter.current.main))
        return .object(modules)
    }

    private static var constants: [(name: String, value: Value)] {
        let numbers: [(String, Value)] = [("maxsize", .int(.max)), ("maxunicode", 0x10FFFF), ("byteorder", "little"), ("platform", "linux")]
        let texts: [(String, Value)] = [
            ("version", "3.11.7 (litgrad)"), ("argv", .list([""])), ("path", .list([])), ("executable", ""), ("prefix", ""),
            ("stdout", .object(SessionStream.output)), ("stderr", .object(SessionStream.warnings)),
            ("__stdout__", .object(SessionStream.output)), ("__stderr__", .object(SessionStream.warnings)),
        ]
        return numbers + texts + [
            ("version_info", record("sys.version_info", ["major", "minor", "micro", "releaselevel", "serial"], [3, 11, 7, "final", 0])),
            ("float_info", floatInfo),
            ("int_info", record("sys.int_info", ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"], [30, 4, 4300, 640])),
            ("hash_info", record("sys.hash_info", ["width", "modulus", "inf", "nan", "imag"], [64, 2_305_843_009_213_693_951, 314_159, 0, 1_000_003])),
        ]
    }

    private static var floatInfo: Value {
        let names = ["max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"]
        let values: [Value] = [.float(.greatestFiniteMagnitude), 1024, 308, .float(.leastNormalMagnitude), -1021, -307, 15, 53, .float(.ulpOfOne), 2, 1]
        return record("sys.float_info", names, values)
    }

    /// A tuple whose elements have names.
    private static func record(_ name: String, _ names: [String], _ values: [Value]) -> Value {
        .object(RecordObject(name, names, values))
    }

    private static var rows: [Row] {
        [
            def("exit(status=None, /)", "Ends the program.") { (status: Value) -> Value in
                throw Raised(ExceptionObject(type: .exception("SystemExit"), arguments: status.isNone ? [] : [status]))
            },
            def("getrecursionlimit()", "How deeply calls may nest.") { () in Interpreter.current.limits.recursion },
            def("setrecursionlimit(limit, /)", "Sets how deeply calls may nest; at most 10000.") { (limit: Int) throws -> Void in
                if limit < 1 { throw Raised.valueError("recursion limit must be greater or equal than 1") }
                Interpreter.current.limits.recursion = min(limit, 10_000)
            },
            def("getsizeof(object, default=0, /)", "An estimate of the bytes an object takes.") { (value: Value, other: Value) in
                if let text = value.text { return 49 + text.utf8.count }
                if let elements = value.sequenceElements { return 56 + 8 * elements.count }
                if case .float = value { return 24 }
                return value.object == nil ? 28 : 64
            },
            def("getrefcount(object, /)", "A number: objects are not counted as in CPython.") { (_: Value) in 2 },
            def("getdefaultencoding()", "utf-8") { () in "utf-8" },
            def("intern(string, /)", "The text itself.") { (text: Value) in text },
            def("exc_info()", "Class, value and traceback of the exception that is being handled.") { () in
                guard let exception = Interpreter.current.handledException() else { return Value.tuple([.none, .none, .none]) }
                return Value.tuple([.object(exception.type), .object(exception), try Value.object(exception).attribute("__traceback__")])
            },
        ]
    }
}
