// Defines how text is escaped: some of its bytes are written otherwise, everything between them is taken over as a whole.

extension StringProtocol {
    /// The text with those bytes replaced for which there is a replacement. It is asked about ASCII characters only.
    public func replacingBytes(_ replacement: (UInt8) -> String?) -> String {
        var text = String(self)
        let replaced: [UInt8]? = text.withUTF8 { bytes in
            var result: [UInt8] = []
            var taken = 0
            for (index, byte) in bytes.enumerated() where byte < 128 {
                guard let other = replacement(byte) else { continue }
                if taken == 0 { result.reserveCapacity(bytes.count + bytes.count / 8) }
                result += bytes[taken..<index]
                result += other.utf8
                taken = index + 1
            }
            return taken == 0 ? nil : result + bytes[taken...]
        }
        return replaced.map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}
