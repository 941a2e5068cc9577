// ElementFormat: how numbers lie in memory.

/// How an element lies in memory, by the letter of the module `struct`.
struct ElementFormat: Equatable {
    /// The letter of the module `struct`.
    let letter: Unicode.Scalar
    /// Bytes of an element.
    let size: Int
    private let kind: Kind

    private enum Kind { case unsigned, signed, float, bool, character }

    /// Single bytes.
    static let byte = ElementFormat(letter: "B", size: 1, kind: .unsigned)

    private static let all: [ElementFormat] = [
        byte, ElementFormat(letter: "b", size: 1, kind: .signed), ElementFormat(letter: "c", size: 1, kind: .character),
        ElementFormat(letter: "?", size: 1, kind: .bool), ElementFormat(letter: "H", size: 2, kind: .unsigned),
        ElementFormat(letter: "h", size: 2, kind: .signed), ElementFormat(letter: "I", size: 4, kind: .unsigned),
        ElementFormat(letter: "i", size: 4, kind: .signed), ElementFormat(letter: "L", size: 8, kind: .unsigned),
        ElementFormat(letter: "l", size: 8, kind: .signed), ElementFormat(letter: "Q", size: 8, kind: .unsigned),
        ElementFormat(letter: "q", size: 8, kind: .signed), ElementFormat(letter: "f", size: 4, kind: .float),
        ElementFormat(letter: "d", size: 8, kind: .float),
    ]

    /// The format of a letter, perhaps behind `@`.
    /// - Throws: ValueError for any other.
    static func named(_ name: String) throws -> ElementFormat {
        let letters = name.unicodeScalars.drop { $0 == "@" }
        guard let found = all.first(where: { letters.count == 1 && $0.letter == letters.first }) else {
            throw Raised.valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        }
        return found
    }

    /// The element in `size` bytes.
    func value(_ bytes: ArraySlice<UInt8>) -> Value {
        let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch kind {
        case .unsigned: return .integer(.init(bits))
        case .signed: return .int(Int(truncatingIfNeeded: Int64(bitPattern: bits << UInt64(64 - 8 * size)) >> Int64(64 - 8 * size)))
        case .float: return .float(size == 4 ? Double(Float(bitPattern: UInt32(bits))) : Double(bitPattern: bits))
        case .bool: return .bool(bits != 0)
        case .character: return .object(BytesObject(Array(bytes)))
        }
    }

    /// The bytes of an element.
    func bytes(of value: Value) throws -> [UInt8] {
        func wrongType() -> Raised { .typeError("memoryview: invalid type for format '\(letter)'") }
        func wrongValue() -> Raised { .valueError("memoryview: invalid value for format '\(letter)'") }
        let bits: UInt64
        switch kind {
        case .unsigned, .signed:
            guard let whole = try value.bigIndex() else { throw wrongType() }
            if kind == .unsigned {
                guard let exact = UInt64(exactly: whole), size == 8 || exact >> UInt64(8 * size) == 0 else { throw wrongValue() }
                bits = exact
            } else {
                guard let exact = Int64(exactly: whole), exact.magnitude < 1 << UInt64(8 * size - 1) || exact == -1 << Int64(8 * size - 1) else { throw wrongValue() }
                bits = UInt64(bitPattern: exact)
            }
        case .float:
            guard let double = try value.number() else { throw wrongType() }
            bits = size == 4 ? UInt64(Float(double).bitPattern) : double.bitPattern
        case .bool: bits = try value.truth() ? 1 : 0
        case .character:
            guard let single = value.as(BytesObject.self)?.bytes else { throw wrongType() }
            guard single.count == 1 else { throw wrongValue() }
            return single
        }
        return (0..<size).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }
}
