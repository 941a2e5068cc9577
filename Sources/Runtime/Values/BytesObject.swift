// BytesObject: a `bytes`.

/// A `bytes`; a `bytearray` is one whose bytes can be assigned.
public class BytesObject: Object, @unchecked Sendable {
    public internal(set) var bytes: [UInt8]

    public init(_ bytes: [UInt8], type: Class = .bytes) {
        self.bytes = bytes
        super.init(type: type)
    }

    /// Other bytes of the same kind: what methods of these give.
    func like(_ bytes: [UInt8]) -> BytesObject { BytesObject(bytes) }

    /// The builtin class the bytes are of.
    var kindName: String { "bytes" }

    /// What stands before the literal of the bytes, and behind it.
    var frame: (before: String, behind: String) { ("", "") }

    public override func length() throws -> Int? { bytes.count }

    public override func item(_ key: Value) throws -> Value {
        if let slice = key.as(SliceObject.self) { return .object(like(try Sequences.slice(bytes, slice))) }
        do {
            let position = try Sequences.index(key, count: bytes.count, type: kindName == "bytes" ? "byte" : kindName)
            return .int(Int(bytes[position]))
        } catch let raised as Raised where raised.exception.isA(.exception("IndexError")) {
            throw Raised.indexError("\(kindName == "bytes" ? "" : kindName + " ")index out of range")
        }
    }

    public override func contains(_ value: Value) throws -> Bool? {
        if let part = value.as(BytesObject.self) { return ByteSearch.first(part.bytes, in: bytes, from: 0) != nil }
        guard let byte = try value.index() else {
            throw Raised.typeError("a bytes-like object is required, not '\(value.type.name)'")
        }
        guard let exact = UInt8(exactly: byte) else { throw Raised.valueError("byte must be in range(0, 256)") }
        return bytes.contains(exact)
    }

    public override func iterate() throws -> Object? {
        var index = 0
        return IteratorObject(Self.iteratorClass) { [bytes] in
            guard index < bytes.count else { return nil }
            defer { index += 1 }
            return .int(Int(bytes[index]))
        }
    }

    private static let iteratorClass = Class.iterator("bytes_iterator")

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        switch op {
        case .add where !reflected:
            if let other = other.as(BytesObject.self) { return .object(like(bytes + other.bytes)) }
            if Sequences.mayReflect(op, other) { return nil }
            throw Raised.typeError("can't concat \(other.type.name) to \(kindName)")
        case .multiply:
            return try Sequences.repeated(bytes, other, reflected: reflected).map { .object(like($0)) }
        case .modulo where !reflected: return .object(like(try PercentFormat.apply(bytes, other)))
        default: return nil
        }
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(BytesObject.self) else { return nil }
        if op == .equal { return .bool(bytes == other.bytes) }
        if op == .notEqual { return .bool(bytes != other.bytes) }
        if bytes == other.bytes { return .bool(op == .lessOrEqual || op == .greaterOrEqual) }
        return .bool(bytes.lexicographicallyPrecedes(other.bytes) == (op == .less || op == .lessOrEqual))
    }

    public override func hash() throws -> Int { StrObject(String(decoding: bytes, as: Unicode.ASCII.self)).textHash }

    public override func repr() throws -> String {
        let quote = bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        var text = frame.before + "b" + quote
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"): text += "\\\\"
            case UInt8(ascii: "'") where quote == "'": text += "\\'"
            case 9: text += "\\t"
            case 10: text += "\\n"
            case 13: text += "\\r"
            case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return text + quote + frame.behind
    }
}

/// Searching bytes for bytes.
enum ByteSearch {
    /// The first offset at or after `from` where `part` occurs.
    static func first(_ part: [UInt8], in whole: [UInt8], from: Int) -> Int? {
        guard from >= 0, part.count <= whole.count - from else { return nil }
        if part.isEmpty { return from }
        return part.withUnsafeBufferPointer { part in
            whole.withUnsafeBufferPointer { whole in
                let last = whole.count - part.count
                let head = part[0]
                var start = from
                while start <= last {
                    if whole[start] == head {
                        var offset = 1
                        while offset < part.count, whole[start + offset] == part[offset] { offset += 1 }
                        if offset == part.count { return start }
                    }
                    start += 1
                }
                return nil
            }
        }
    }

    /// The last offset at which `part` occurs and ends by `end`, not before `from`.
    static func last(_ part: [UInt8], in whole: [UInt8], from: Int, end: Int) -> Int? {
        var start = end - part.count
        while start >= from, start >= 0 {
            if whole[start..<start + part.count].elementsEqual(part) { return start }
            start -= 1
        }
        return nil
    }
}
