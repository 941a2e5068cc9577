// CodePoint: Python's characters, which may be halves of surrogate pairs, as Unicode scalars, which may not.

extension Unicode.Scalar {
    /// Where halves are kept: Swift's texts have no form for them, so they lie in a private area that hardly anybody uses.
    /// The price: the private characters of this area cannot be told from halves; `ord(chr(0x10F000))` is 0xD800.
    private static let surrogates: ClosedRange<UInt32> = 0x10F000...0x10F7FF
    private static let surrogateOffset: UInt32 = 0x10F000 - 0xD800

    /// The scalar of a code point; nil beyond the last one.
    public init?(codePoint: UInt32) {
        self.init((0xD800...0xDFFF).contains(codePoint) ? codePoint + Self.surrogateOffset : codePoint)
    }

    /// Whether it stands for half of a surrogate pair.
    public var isSurrogate: Bool { Self.surrogates.contains(value) }

    /// The code point it stands for.
    public var codePoint: UInt32 { isSurrogate ? value - Self.surrogateOffset : value }
}
