// StrObject: the text of a `str`, indexed by code points.

/// A `str`. The text is UTF-8 inside; positions are code points (Unicode scalars), as in Python.
public final class StrObject: Object, @unchecked Sendable {
    /// The text.
    public let value: String
    /// Whether every character is one byte, so that positions are byte offsets.
    public let isASCII: Bool
    /// The interned name with the same spelling, once somebody asked for it.
    var internedName: Name?
    private var cachedHash: Int?
    /// Byte offset of every code point, built at the first indexing of a text that is not ASCII.
    private var offsets: [Int32]?

    public init(_ value: String, type: Class = .str) {
        var value = value
        value.makeContiguousUTF8()
        self.value = value
        isASCII = value.utf8.allSatisfy { $0 < 0x80 }
        super.init(type: type)
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
        return StrObject.sameBytes(value, other.value)
    }

    /// Whether two texts have the same bytes.
    public static func sameBytes(_ a: String, _ b: String) -> Bool {
        let a = a.utf8, b = b.utf8
        guard a.count == b.count else { return false }
        return a.elementsEqual(b)
    }

    /// The hash of the bytes.
    @inline(__always)
    public var textHash: Int {
        if let cachedHash { return cachedHash }
        return computeHash()
    }

    private func computeHash() -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 32
        let result = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15)
        cachedHash = result
        return result
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
}
