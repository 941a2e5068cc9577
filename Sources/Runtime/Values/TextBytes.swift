// TextBytes: what is asked of the bytes of a text again and again.
import Glibc

/// Loops over the UTF-8 of strings, eight bytes at a time where that is possible.
enum TextBytes {
    /// Whether every byte is a character of its own.
    @inline(__always)
    static func isASCII(_ text: String) -> Bool {
        withBytes(text) { bytes in
            var index = 0
            while index &+ 8 <= bytes.count {
                if bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
                index &+= 8
            }
            while index < bytes.count {
                if bytes[index] >= 0x80 { return false }
                index &+= 1
            }
            return true
        }
    }

    /// Whether two texts have the same bytes.
    static func areEqual(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return withBytes(a) { first in
            withBytes(b) { second in
                guard let left = first.baseAddress, let right = second.baseAddress else { return true }
                return memcmp(left, right, first.count) == 0
            }
        }
    }

    /// A hash of the bytes; never 0.
    static func hash(_ text: String) -> Int {
        withBytes(text) { bytes in
            var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
            var index = 0
            while index &+ 8 <= bytes.count {
                hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                index &+= 8
            }
            var rest: UInt64 = 0
            while index < bytes.count {
                rest = rest << 8 | UInt64(bytes[index])
                index &+= 1
            }
            let result = Int(truncatingIfNeeded: mix(hash ^ rest))
            return result == 0 ? 1 : result
        }
    }

    @inline(__always)
    private static func mix(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0x2545_F491_4F6C_DD1D).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// The bytes of a string; contiguous ones are not copied.
    @inline(__always)
    private static func withBytes<R>(_ text: String, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        if let result = text.utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) { return result }
        return Array(text.utf8).withUnsafeBytes(body)
    }
}
