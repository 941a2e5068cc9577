// ContentHash: a short name for a content, equal for equal contents on every machine.
import Foundation

/// A 128-bit hash of bytes: two FNV-1a sums with different starts, mixed at the end. It tells contents apart; it is no
/// protection against somebody who wants two contents to look alike.
public struct ContentHash: Hashable, Sendable {
    private var high: UInt64 = 0xCBF2_9CE4_8422_2325
    private var low: UInt64 = 0x8422_2325_CBF2_9CE4

    /// The hash of nothing.
    public init() {}

    /// The hash of a text.
    public init(_ text: String) {
        self.init()
        add(text)
    }

    /// Adds bytes.
    public mutating func add(bytes: some Sequence<UInt8>) {
        let prime: UInt64 = 0x0000_0100_0000_01B3
        for byte in bytes {
            high = (high ^ UInt64(byte)) &* prime
            low = ((low &+ UInt64(byte)) ^ (low >> 29)) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    /// Adds a text and its length, so that neighbouring texts cannot run into each other.
    public mutating func add(_ text: String) {
        add(bytes: text.utf8)
        add(bytes: String(text.utf8.count).utf8)
        add(bytes: CollectionOfOne(0xFF))
    }

    /// The hash of a large content, eight bytes at a time. It is not the hash that `add` gives.
    public static func ofWords(_ data: some ContiguousBytes) -> ContentHash {
        var hash = ContentHash()
        data.withUnsafeBytes { bytes in
            let words = bytes.count / 8
            for index in 0..<words {
                let word = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
                hash.high = (hash.high ^ word) &* 0x9E37_79B9_7F4A_7C15
                hash.low = ((hash.low &+ word) ^ (hash.low >> 29)) &* 0xBF58_476D_1CE4_E5B9
            }
            hash.add(bytes: bytes[(words * 8)...])
        }
        return hash
    }

    /// The hash of a file's content, which need not fit into memory; nil where there is no file that can be read.
    public static func ofFile(_ path: String) -> ContentHash? {
        (try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)).map(ofWords)
    }

    /// 32 hexadecimal digits.
    public var hex: String { ContentHash.digits(high) + ContentHash.digits(low) }

    /// 8 hexadecimal digits.
    public var short: String { String(ContentHash.digits(high ^ (low >> 7)).suffix(8)) }

    private static func digits(_ word: UInt64) -> String {
        var mixed = word ^ (word >> 33)
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 33
        let text = String(mixed, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
