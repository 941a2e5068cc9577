// TextLines: texts cut into lines, byte by byte: fast on lines of any length.

extension Substring {
    /// The lines without their line breaks; a text that ends in a line break has an empty last line.
    package var textLines: [Substring] { utf8.split(separator: 10, omittingEmptySubsequences: false).map { Substring($0) } }
}

extension String {
    /// The lines without their line breaks; a text that ends in a line break has an empty last line.
    package var textLines: [Substring] { self[...].textLines }

    /// The text with `\n` for every `\r\n`.
    var withPlainLineEnds: String {
        guard utf8.contains(13) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if byte == 10, bytes.last == 13 { bytes.removeLast() }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
