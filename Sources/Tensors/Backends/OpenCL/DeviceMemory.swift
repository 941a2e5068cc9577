// Defines DeviceMemory: the buffers of a device, kept after use, under a limit.

/// Hands out buffers in size classes and keeps what comes back. One queue in order uses them, so a buffer can be used again at once.
struct DeviceMemory {
    private let context: OpenCLLibrary.Handle
    private let index: Int
    private let largestBuffer: Int
    /// Buffers that nobody uses, by size.
    private var free: [Int: [OpenCLLibrary.Handle]] = [:]
    /// Bytes handed out.
    private(set) var used = 0
    /// The most bytes that were handed out at once.
    private(set) var peak = 0
    /// Bytes of buffers that nobody uses.
    private(set) var cached = 0
    /// More than this is never handed out.
    let capacity: Int

    init(context: OpenCLLibrary.Handle, description: DeviceDescription, index: Int) {
        self.context = context
        self.index = index
        largestBuffer = description.largestBuffer
        capacity = description.memory
    }

    /// The size of the buffer for so many bytes: four classes to each power of two.
    private static func size(for bytes: Int) -> Int {
        if bytes <= 256 { return 256 }
        let step = 1 << (Int.bitWidth - 3 - (bytes - 1).leadingZeroBitCount)
        return (bytes + step - 1) & ~(step - 1)
    }

    /// A buffer of at least so many bytes, contents undefined. Throws instead of going over the limit.
    mutating func take(_ bytes: Int) throws -> OpenCLLibrary.Handle {
        guard bytes < 1 << 46 else { throw refusal(bytes) }
        let size = Self.size(for: bytes)
        guard used + size <= min(capacity, Engine.current.memoryLimit), size <= max(largestBuffer, 256) else { throw refusal(bytes) }
        let buffer: OpenCLLibrary.Handle
        if let kept = free[size]?.popLast() {
            buffer = kept
            cached -= size
        } else {
            if used + cached + size > capacity { drain() }
            buffer = try create(size, bytes)
        }
        used += size
        peak = max(peak, used)
        return buffer
    }

    private mutating func create(_ size: Int, _ bytes: Int) throws -> OpenCLLibrary.Handle {
        let readAndWrite: UInt64 = 1
        var status: OpenCLLibrary.Status = 0
        let library = try OpenCLGate.library()
        if let buffer = library.createBuffer(context, readAndWrite, size, nil, &status), status == 0 { return buffer }
        drain()
        if let buffer = library.createBuffer(context, readAndWrite, size, nil, &status), status == 0 { return buffer }
        throw OpenCLGate.memoryErrors.contains(status) ? refusal(bytes) : OpenCLGate.error("clCreateBuffer", status)
    }

    /// Takes back a buffer that `take` handed out for the same number of bytes.
    mutating func give(_ buffer: OpenCLLibrary.Handle, bytes: Int) {
        let size = Self.size(for: bytes)
        used -= size
        cached += size
        free[size, default: []].append(buffer)
    }

    /// Gives all kept buffers back to the device (`torch.cuda.empty_cache`).
    mutating func drain() {
        for buffers in free.values {
            for buffer in buffers { try? OpenCLGate.call("clReleaseMemObject") { $0.releaseMemObject(buffer) } }
        }
        free = [:]
        cached = 0
    }

    /// Forgets the peak (`torch.cuda.reset_peak_memory_stats`).
    mutating func resetPeak() { peak = used }

    /// The error PyTorch raises when a card's memory runs out.
    private func refusal(_ bytes: Int) -> TensorError {
        let total = min(capacity, Engine.current.memoryLimit)
        return TensorError(.memory, "CUDA out of memory. Tried to allocate \(Self.text(bytes)). GPU \(index) has a total capacity of "
            + "\(Self.text(total)) of which \(Self.text(total - used)) is free. Of the allocated memory \(Self.text(used)) is allocated by "
            + "PyTorch, and \(Self.text(cached)) is reserved by PyTorch but unallocated.")
    }

    /// `512.00 MiB`
    private static func text(_ bytes: Int) -> String {
        let units = ["KiB", "MiB", "GiB", "TiB"]
        if bytes < 1024 { return "\(bytes) bytes" }
        var (value, unit) = (Double(bytes) / 1024, 0)
        while value >= 1024 && unit < 3 { (value, unit) = (value / 1024, unit + 1) }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) \(units[unit])"
    }
}
