// ByteArrayObject: a `bytearray`.

/// A `bytearray`: bytes that can be assigned.
public final class ByteArrayObject: BytesObject, @unchecked Sendable {
    /// Views of the bytes; while there are any, the number of bytes stays.
    var exports = 0

    public override init(_ bytes: [UInt8], type: Class = .bytearray) {
        super.init(bytes, type: type)
    }

    override func like(_ bytes: [UInt8]) -> BytesObject { ByteArrayObject(bytes) }
    override var kindName: String { "bytearray" }
    override var frame: (before: String, behind: String) { ("bytearray(", ")") }

    public override func hash() throws -> Int { throw Raised.typeError("unhashable type: '\(type.name)'") }

    public override func setItem(_ key: Value, _ value: Value) throws {
        if let slice = key.as(SliceObject.self) { return try assign(slice, try Self.bytes(of: value)) }
        let byte = try Self.byte(value)
        let position = try position(key)
        bytes[position] = byte
    }

    /// - Throws: BufferError while somebody views the bytes.
    func requireResizable() throws {
        if exports > 0 { throw Raised(.exception("BufferError"), "Existing exports of data: object cannot be re-sized") }
    }

    public override func deleteItem(_ key: Value) throws {
        // Reading the key may run code that views the array.
        guard let slice = key.as(SliceObject.self) else {
            let position = try position(key)
            try requireResizable()
            bytes.remove(at: position)
            return
        }
        let (start, step, count) = try slice.indices(length: bytes.count)
        if count > 0 { try requireResizable() }
        let removed = Set((0..<count).map { start + $0 * step })
        bytes = bytes.indices.filter { !removed.contains($0) }.map { bytes[$0] }
    }

    private func position(_ key: Value) throws -> Int {
        do {
            return try Sequences.index(key, count: bytes.count, type: kindName)
        } catch let raised as Raised where raised.exception.isA(.exception("IndexError")) {
            throw Raised.indexError("bytearray index out of range")
        }
    }

    /// `self[slice] = values`
    private func assign(_ slice: SliceObject, _ values: [UInt8]) throws {
        let (start, step, count) = try slice.indices(length: bytes.count)
        if values.count != count { try requireResizable() }
        if step == 1 { return bytes.replaceSubrange(start..<start + count, with: values) }
        guard values.count == count else {
            throw Raised.valueError("attempt to assign bytes of size \(values.count) to extended slice of size \(count)")
        }
        for (offset, value) in values.enumerated() { bytes[start + offset * step] = value }
    }

    public override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        switch op {
        case .add:
            guard let other = other.as(BytesObject.self) else { throw Raised.typeError("can't concat \(other.type.name) to bytearray") }
            try requireResizable()
            bytes += other.bytes
            return .object(self)
        case .multiply:
            guard let repeated = try Sequences.repeated(bytes, other, reflected: false) else { return nil }
            try requireResizable()
            bytes = repeated
            return .object(self)
        default: return nil
        }
    }

    /// One byte. `word` names it where it does not fit.
    static func byte(_ value: Value, word: String = "byte") throws -> UInt8 {
        guard let int = try value.index() else { throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer") }
        guard let byte = UInt8(exactly: int) else { throw Raised.valueError("\(word) must be in range(0, 256)") }
        return byte
    }

    /// The bytes of other bytes or of an iterable of integers. `word` names a byte where it does not fit.
    static func bytes(of value: Value, word: String = "byte") throws -> [UInt8] {
        if let object = value.as(BytesObject.self) { return object.bytes }
        guard try value.iteratorIfIterable() != nil, value.text == nil else {
            throw Raised.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        }
        return try value.elements().map { try byte($0, word: word) }
    }
}
