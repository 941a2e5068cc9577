// Defines LaunchLog: which kernels a device has run and how often, for `litgrad run --kernels` and for tests.

/// Counts what a device was told to do.
public struct LaunchLog: Sendable {
    /// A kernel and how often it ran.
    public struct Entry: Sendable {
        /// Its text in OpenCL C.
        public let text: String
        /// How often it was launched.
        public internal(set) var launches: Int
    }

    /// The kernels in the order of their first launch.
    public private(set) var entries: [Entry] = []
    private var positions: [Int: Int] = [:]
    /// Kernels launched in all.
    public private(set) var launches = 0
    /// Copies from the device, each of which waits.
    public internal(set) var reads = 0
    /// Copies to the device.
    public internal(set) var writes = 0
    /// Kernels that the host computed, because an operation has no form in OpenCL C.
    public internal(set) var onHost = 0

    /// Notes that a kernel was launched.
    mutating func count(_ kernel: DeviceKernel) {
        launches += 1
        if let position = positions[kernel.number] {
            entries[position].launches += 1
        } else {
            positions[kernel.number] = entries.count
            entries.append(Entry(text: kernel.text, launches: 1))
        }
    }

    /// `1 launch`, `2 launches`.
    private static func launches(_ count: Int) -> String { "\(count) launch\(count == 1 ? "" : "es")" }

    /// The kernels with their launch counts, then the totals.
    public var text: String {
        var result = ""
        for entry in entries { result += "// \(LaunchLog.launches(entry.launches))\n\(entry.text)\n" }
        return result + "// \(LaunchLog.launches(launches)) of \(entries.count) kernels, \(reads) reads, \(writes) writes, \(onHost) computed by the host\n"
    }
}
