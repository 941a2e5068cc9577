// Defines ProgramStore: compiled kernels on disk, so that the next run need not compile them.
import Glibc

/// Files in `~/.cache/litgrad/kernels`, one for each kernel, device and driver.
///
/// A file starts with everything it was made from; one that is damaged, or made from something else, counts as missing.
package struct ProgramStore {
    private static let mark = "litgrad kernel 1\n"
    private let folder: String?
    private let device: String

    /// The store of a device whose name and driver the text tells; nil as folder keeps nothing.
    package init(device: String, folder: String?) {
        self.device = device
        self.folder = folder
    }

    init(device: DeviceDescription) {
        self.init(device: "\(device.platform)\n\(device.name)\n\(device.driver)\n", folder: Self.makeFolder())
    }

    /// The folder, made where it is missing; nil where there is no place for it.
    private static func makeFolder() -> String? {
        let base: String
        if let cache = getenv("XDG_CACHE_HOME"), cache.pointee != 0 {
            base = String(cString: cache)
        } else if let home = getenv("HOME"), home.pointee != 0 {
            base = String(cString: home) + "/.cache"
        } else {
            return nil
        }
        for path in [base, base + "/litgrad", base + "/litgrad/kernels"] where mkdir(path, 0o755) != 0 && errno != EEXIST { return nil }
        return base + "/litgrad/kernels"
    }

    /// The compiled kernel of a text; nil where there is none.
    package func read(_ text: String) -> [UInt8]? {
        guard let path = path(text), let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        let head = header(text)
        guard bytes.count > head.count + 8, bytes.starts(with: head) else { return nil }
        let binary = Array(bytes[(head.count + 8)...])
        let sum = bytes[head.count..<(head.count + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Self.hash(binary) == sum ? binary : nil
    }

    /// Keeps a compiled kernel. A file that cannot be written is no loss.
    package func write(_ binary: [UInt8], for text: String) {
        guard let path = path(text) else { return }
        let draft = path + ".\(getpid())"
        guard let file = fopen(draft, "wb") else { return }
        let sum = Self.hash(binary)
        let bytes = header(text) + (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) } + binary
        let written = fwrite(bytes, 1, bytes.count, file)
        if fclose(file) == 0, written == bytes.count, rename(draft, path) == 0 { return }
        unlink(draft)
    }

    private func header(_ text: String) -> [UInt8] { Array((Self.mark + device + "\(text.utf8.count)\n" + text).utf8) }

    private func path(_ text: String) -> String? {
        folder.map { "\($0)/\(String(Self.hash(Array((device + text).utf8)), radix: 16))" }
    }

    /// FNV-1a.
    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
