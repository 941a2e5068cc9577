// MachineMemory: how much memory the machine offers to this process.
import Glibc

/// The memory of the machine, or of the container that the process lives in.
public enum MachineMemory {
    /// Bytes there are: the machine's memory, or less where a control group allows less.
    public static let total: Int = {
        let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        let groups = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap(number)
        return ([max(machine, 1 << 28)] + groups).min() ?? machine
    }()

    /// What a single session may hold where nothing else is said: four fifths of all.
    public static let usualLimit = total / 5 * 4

    /// Bytes that this process held at most.
    public static var peak: Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split { $0 == " " || $0 == "\t" }
            if words.first == "VmHWM:", words.count > 1 { return (Int(words[1]) ?? 0) * 1024 }
        }
        return 0
    }

    /// The number that is the whole of a file; nil where it holds something else.
    private static func number(in path: String) -> Int? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        return Int(String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
