// StrObject: the text of a `str`, indexed by code points.

/// A `str`. The text is UTF-8 inside; positions are code points (Unicode scalars), as in Python.
public final class StrObject: Object, @unchecked Sendable {
    /// The text.
    public let value: String
    /// Whether every character is one byte, so that positions are byte offsets.
    public let isASCII: Bool
    /// The interned name with the same spelling, once somebody asked for it.
    var internedName: Name?
    /// The hash once it was asked for; 0 before.
    private var cachedHash = 0
    /// Byte offset of every code point, built at the first indexing of a text that is not ASCII.
    private var offsets: [Int32]?

    public init(_ value: String, type: Class = .str) {
        var value = value
        value.makeContiguousUTF8()
        self.value = value
        isASCII = TextBytes.isASCII(value)
        super.init(type: type)
    }

    /// A text that is known to be contiguous and whether it is ASCII: parts of other texts, digits.
    init(_ value: String, isASCII: Bool) {
        self.value = value
        self.isASCII = isASCII
        super.init(type: .str)
    }

    /// Number of UTF-8 bytes.
    public var utf8Count: Int { value.utf8.count }

    /// Number of code points: `len(s)`.
    public var count: Int { isASCII ? utf8Count : codePointOffsets.count - 1 }

    /// The text between two code point positions, which must be in order and within `0...count`.
    public func text(_ range: Range<Int>) -> String {
        let utf8 = value.utf8
        if isASCII {
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return String(value[start..<utf8.index(start, offsetBy: range.count)])
        }
        let offsets = codePointOffsets
        let start = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.lowerBound]))
        return String(value[start..<utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.upperBound]))])
    }

    /// The code point position of a byte offset that begins a code point.
    public func position(ofByte offset: Int) -> Int {
        guard !isASCII else { return offset }
        let offsets = codePointOffsets
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The byte offset of a code point position within `0...count`.
    public func byte(ofPosition position: Int) -> Int {
        isASCII ? position : Int(codePointOffsets[position])
    }

    /// Same bytes. (Swift's `==` would also call canonically equivalent texts equal; Python does not.)
    @inline(__always)
    public func isEqual(to other: StrObject) -> Bool {
        if self === other { return true }
        // Swift's comparison is by bytes where both are ASCII.
        guard isASCII == other.isASCII else { return false }
        return isASCII ? value == other.value : TextBytes.areEqual(value, other.value)
    }

    /// Whether two texts have the same bytes.
    public static func sameBytes(_ a: String, _ b: String) -> Bool { TextBytes.areEqual(a, b) }

    /// The hash of the bytes.
    @inline(__always)
    public var textHash: Int { cachedHash != 0 ? cachedHash : computeHash() }

    @inline(never)
    private func computeHash() -> Int {
        cachedHash = TextBytes.hash(value)
        return cachedHash
    }

    /// The interned name with this spelling.
    public var name: Name {
        if let internedName { return internedName }
        let name = Name(value)
        internedName = name
        return name
    }

    private var codePointOffsets: [Int32] {
        if let offsets { return offsets }
        var built: [Int32] = []
        built.reserveCapacity(utf8Count + 1)
        var offset: Int32 = 0
        for byte in value.utf8 {
            if byte & 0xC0 != 0x80 { built.append(offset) }
            offset += 1
        }
        built.append(offset)
        offsets = built
        return built
    }

    // MARK: Hooks

    public override func length() throws -> Int? { count }
    public override func truth() throws -> Bool { !value.utf8.isEmpty }
    public override func hash() throws -> Int { textHash }
    public override func str() throws -> String { value }
    public override func repr() throws -> String { TextLiteral.repr(value) }
    public override func format(_ spec: String) throws -> String { try Formatting.text(value, FormatSpec(spec, of: "str")) }

    public override func item(_ key: Value) throws -> Value {
        if case .int(let index) = key, index >= 0, index < count { return character(index) }
        if let slice = key.as(SliceObject.self) { return try item(slice) }
        guard let big = try key.bigIndex() else {
            throw Raised.typeError("string indices must be integers, not '\(key.type.name)'")
        }
        let count = self.count
        guard let index = Int(exactly: big), index < count, index >= -count else { throw Raised.indexError("string index out of range") }
        return character(index < 0 ? index + count : index)
    }

    /// The character at a position within `0..<count`.
    func character(_ position: Int) -> Value {
        if isASCII { return .object(Self.ascii[Int(value.utf8[value.utf8.index(value.startIndex, offsetBy: position)])]) }
        return .string(text(position..<position + 1))
    }

    /// The strings of one ASCII character, made once.
    private static let ascii: [StrObject] = (UInt8(0)..<128).map { StrObject(String(Unicode.Scalar($0))) }

    private func item(_ slice: SliceObject) throws -> Value {
        let (start, step, count) = try slice.indices(length: self.count)
        if count == 0 { return .string("") }
        if step == 1 { return .string(text(start..<start + count)) }
        var result = String.UnicodeScalarView()
        if isASCII {
            let bytes = Array(value.utf8)
            for index in 0..<count { result.append(Unicode.Scalar(bytes[start + index * step])) }
        } else {
            let scalars = Array(value.unicodeScalars)
            for index in 0..<count { result.append(scalars[start + index * step]) }
        }
        return .string(String(result))
    }

    public override func contains(_ value: Value) throws -> Bool? {
        guard let part = value.text else {
            throw Raised.typeError("'in <string>' requires string as left operand, not \(value.type.name)")
        }
        return ByteSearch.first(Array(part.utf8), in: Array(self.value.utf8), from: 0) != nil
    }

    public override func iterate() throws -> Object? {
        var scalars = value.unicodeScalars.makeIterator()
        return IteratorObject(isASCII ? Self.asciiIteratorClass : Self.iteratorClass) {
            guard let scalar = scalars.next() else { return nil }
            return .object(scalar.value < 128 ? Self.ascii[Int(scalar.value)] : StrObject(String(scalar)))
        }
    }

    private static let iteratorClass = Class.iterator("str_iterator")
    private static let asciiIteratorClass = Class.iterator("str_ascii_iterator")

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        switch op {
        case .add where !reflected:
            if let other = other.as(StrObject.self) { return .object(try joined(with: other)) }
            return try Sequences.refuseConcatenation(op, "str", other)
        case .multiply:
            guard let times = try Sequences.repetitions(other, of: utf8Count, reflected: reflected) else { return nil }
            return .string(value.repeated(times))
        case .modulo where !reflected: return .string(try PercentFormat.apply(value, other))
        default: return nil
        }
    }

    /// `self + other`
    func joined(with other: StrObject) throws -> StrObject {
        try Sequences.requireRoom(for: utf8Count + other.utf8Count)
        return StrObject(value + other.value, isASCII: isASCII && other.isASCII)
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(StrObject.self) else { return nil }
        switch op {
        case .equal: return .bool(isEqual(to: other))
        case .notEqual: return .bool(!isEqual(to: other))
        case .less: return .bool(isBefore(other))
        case .lessOrEqual: return .bool(!other.isBefore(self))
        case .greater: return .bool(other.isBefore(self))
        case .greaterOrEqual: return .bool(!isBefore(other))
        }
    }

    /// UTF-8 keeps the order of code points.
    private func isBefore(_ other: StrObject) -> Bool {
        value.utf8.lexicographicallyPrecedes(other.value.utf8)
    }
}

extension String {
    /// The text `times` times, copied in doubling runs.
    fileprivate func repeated(_ times: Int) -> String {
        let bytes = Array(utf8)
        let total = bytes.count * times
        guard total > 0 else { return "" }
        return String(unsafeUninitializedCapacity: total) { buffer in
            _ = buffer.initialize(from: bytes)
            var filled = bytes.count
            while filled < total {
                let run = Swift.min(filled, total - filled)
                (buffer.baseAddress.unsafelyUnwrapped + filled).initialize(from: buffer.baseAddress.unsafelyUnwrapped, count: run)
                filled += run
            }
            return total
        }
    }
}
