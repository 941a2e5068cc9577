// The module `json`.
import Runtime

enum JSONModule {
    static let module: @Sendable () -> Module = {
        .withTexts("json", doc: "JSON text.", rows: rows, constants: [("JSONDecodeError", .object(decodeError))])
    }

    private static let decodeError = Class(native: "JSONDecodeError", base: .exception("ValueError"), module: "json")
    private static let options = "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False"

    private static let hooks = "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None"

    private static var rows: [Row] {
        [
            def(raw: "dumps(obj, *, \(options))", "A value as JSON text.", example: "json.dumps({'a': [1, None]})") { arguments in
                guard arguments.count > 0 else { throw Raised.typeError("dumps() missing 1 required positional argument: 'obj'") }
                return .string(try write(arguments[0], arguments))
            },
            def(raw: "dump(obj, fp, *, \(options))", "Writes a value as JSON text to a file.") { arguments in
                guard arguments.count > 1 else { throw Raised.typeError("dump() missing 1 required positional argument: 'fp'") }
                _ = try arguments[1].callMethod("write", [.string(write(arguments[0], arguments))])
                return .none
            },
            def("loads(s, *, \(hooks))", "The value of a JSON text.", example: "json.loads('[1, 2]')") {
                (text: Value, _: Value, hook: Value, float: Value, int: Value, _: Value, pairs: Value) in
                try read(text, JSONHooks(object: hook, pairs: pairs, float: float, int: int))
            },
            def("load(fp, *, \(hooks))", "The value of a JSON file.") {
                (file: Value, _: Value, hook: Value, float: Value, int: Value, _: Value, pairs: Value) in
                try read(file.callMethod("read"), JSONHooks(object: hook, pairs: pairs, float: float, int: int))
            },
        ]
    }

    private static func write(_ value: Value, _ arguments: Arguments) throws -> String {
        var writer = JSONWriter()
        if let indent = arguments.keyword("indent"), !indent.isNone {
            let width = try indent.index() ?? 0
            writer.indent = indent.text ?? String(repeating: " ", count: max(0, min(width, 100)))
            writer.itemSeparator = ","
        }
        if let separators = arguments.keyword("separators")?.sequenceElements, separators.count == 2 {
            writer.itemSeparator = separators[0].text ?? ","
            writer.keySeparator = separators[1].text ?? ":"
        }
        writer.isSorted = try arguments.keyword("sort_keys")?.truth() ?? false
        writer.escapesNonASCII = try arguments.keyword("ensure_ascii")?.truth() ?? true
        writer.allowsNaN = try arguments.keyword("allow_nan")?.truth() ?? true
        writer.skipsBadKeys = try arguments.keyword("skipkeys")?.truth() ?? false
        writer.fallback = arguments.keyword("default") ?? .none
        // An encoder class says what becomes of values JSON has no form for.
        if let encoder = arguments.keyword("cls"), !encoder.isNone {
            let options = arguments.keywordPairs.filter { $0.name == "default" }.map { ($0.name, $0.value) }
            writer.fallback = try encoder.call([], keywords: options).attribute("default")
        }
        return try writer.write(value)
    }

    private static func read(_ source: Value, _ hooks: JSONHooks) throws -> Value {
        guard let text = source.text ?? source.as(BytesObject.self).map({ String(decoding: $0.bytes, as: UTF8.self) }) else {
            throw Raised.typeError("the JSON object must be str, bytes or bytearray, not \(source.type.name)")
        }
        do {
            var reader = JSONReader(text, hooks)
            return try reader.read()
        } catch let failure as JSONFailure {
            let before = Array(text.utf8.prefix(failure.offset))
            let line = before.count { $0 == 0x0A } + 1
            let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
            let characters = String(decoding: before, as: UTF8.self).unicodeScalars.count
            let column = String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1
            let raised = Raised(decodeError, "\(failure.message): line \(line) column \(column) (char \(characters))")
            let facts: [(Name, Value)] = [
                ("msg", .string(failure.message)), ("doc", .string(text)), ("pos", .int(characters)), ("lineno", .int(line)), ("colno", .int(column)),
            ]
            for (name, value) in facts { raised.exception.setOwnAttribute(name, value) }
            throw raised
        }
    }
}
