// JSONWriter: values → JSON text, as `json.dumps` writes it.
import Runtime

struct JSONWriter {
    /// Indentation of one level; nil: everything on one line.
    var indent: String?
    var itemSeparator = ", "
    var keySeparator = ": "
    var isSorted = false
    var escapesNonASCII = true
    var allowsNaN = true
    var skipsBadKeys = false
    /// Called for values JSON has no form for; None: TypeError.
    var fallback: Value = .none
    private var open: Set<ObjectIdentifier> = []

    init() {}

    /// The JSON text of a value.
    mutating func write(_ value: Value, level: Int = 0) throws -> String {
        try Interpreter.pace()
        switch value {
        case .none, .unset: return "null"
        case .bool(let bool): return bool ? "true" : "false"
        case .int(let int): return String(int)
        case .float(let double): return try number(double)
        case .object(let object):
            if let text = object as? StrObject { return quoted(text.value) }
            if let integer = object as? IntObject { return try Value.integer(integer.value).repr() }
            if let float = object as? FloatObject { return try number(float.value) }
            if object.type.isSubclass(of: .float), let double = try value.number() { return try number(double) }
            return try container(object, level)
        }
    }

    private func number(_ value: Double) throws -> String {
        if value.isFinite { return FloatText.repr(value) }
        guard allowsNaN else { throw Raised.valueError("Out of range float values are not JSON compliant") }
        return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
    }

    private mutating func container(_ object: Object, _ level: Int) throws -> String {
        guard open.insert(ObjectIdentifier(object)).inserted else { throw Raised.valueError("Circular reference detected") }
        defer { open.remove(ObjectIdentifier(object)) }
        if let dict = object as? DictObject {
            var members: [String] = []
            for (key, value) in try entries(dict) { members.append(quoted(key) + keySeparator + (try write(value, level: level + 1))) }
            return wrap(members, "{", "}", level)
        }
        if let elements = Value.object(object).sequenceElements {
            var members: [String] = []
            for element in elements { members.append(try write(element, level: level + 1)) }
            return wrap(members, "[", "]", level)
        }
        if fallback.isNone { throw Raised.typeError("Object of type \(object.type.shortName) is not JSON serializable") }
        return try write(fallback.call([.object(object)]), level: level)
    }

    private func wrap(_ members: [String], _ left: String, _ right: String, _ level: Int) -> String {
        if members.isEmpty { return left + right }
        guard let indent else { return left + members.joined(separator: itemSeparator) + right }
        let outer = "\n" + String(repeating: indent, count: level)
        let inner = outer + indent
        return left + inner + members.joined(separator: itemSeparator + inner) + outer + right
    }

    private func entries(_ dict: DictObject) throws -> [(String, Value)] {
        var pairs = dict.table.pairs
        if isSorted {
            let sorted = try Sorting.sorted(pairs.map(\.key))
            pairs = try sorted.map { ($0, try dict.table.value($0) ?? .none) }
        }
        var result: [(String, Value)] = []
        for (key, value) in pairs {
            if let text = key.text { result.append((text, value)) } else {
                switch key {
                case .none, .bool, .int, .float: result.append((try JSONWriter().keyText(key), value))
                case .object(let object) where object is IntObject: result.append((try key.repr(), value))
                case .object, .unset:
                    if skipsBadKeys { continue }
                    throw Raised.typeError("keys must be str, int, float, bool or None, not \(key.type.name)")
                }
            }
        }
        return result
    }

    private func keyText(_ key: Value) throws -> String {
        var writer = self
        return try writer.write(key)
    }

    /// A text in quotes.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            default:
                if scalar.value >= 0x20, scalar.value < 0x7F || !escapesNonASCII {
                    result.unicodeScalars.append(scalar)
                } else {
                    for unit in scalar.isSurrogate ? [UInt16(truncatingIfNeeded: scalar.codePoint)] : Array(String(scalar).utf16) {
                        let digits = String(unit, radix: 16)
                        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                    }
                }
            }
        }
        return result + "\""
    }
}
