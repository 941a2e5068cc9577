// Defines Storage: the memory that a tensor and its views share, and the counter of changes made to it.

/// A block of 64-byte aligned memory with a version; on a device a buffer there, of which the host has a copy while it needs one.
///
/// Operations without a form for devices work on the host's copy: whoever asks for it gets it, and the device takes it back when its next
/// kernel asks. So every operation works on every device, and only crossings cost.
public final class Storage {
    /// Where the contents are right now.
    enum Holder: UInt8 {
        /// They are undefined still.
        case nobody
        case host, device, both
    }

    private var block: UnsafeMutableRawPointer?
    /// Size in bytes.
    public let byteCount: Int
    /// How often the contents were changed in place; autograd compares it with the version it saved.
    public internal(set) var version = 0
    /// How many pending expressions read this storage; before a change they must be computed.
    var pendingReaders = 0
    /// Where the storage lives; nil on the processor.
    public let device: ComputeDevice?
    private let buffer: OpenCLLibrary.Handle?
    /// Who has the contents; `host` for ever on the processor.
    private(set) var holder: Holder
    /// The last command of the device that reads the host's copy.
    private var upload = 0

    /// Undefined contents on the device of the running operation. Throws when the memory limit would be passed.
    @inline(__always)
    public convenience init(byteCount: Int) throws { try self.init(byteCount: byteCount, on: Engine.current.device) }

    /// Undefined contents on a device, or on the processor. Throws when the memory limit would be passed.
    @inline(__always)
    init(byteCount: Int, on device: ComputeDevice?) throws {
        if let device {
            buffer = try device.memory.take(byteCount)
            block = nil
            holder = .nobody
        } else {
            buffer = nil
            block = try Engine.current.pool.take(byteCount)
            holder = .host
        }
        self.device = device
        self.byteCount = byteCount
    }

    deinit {
        dropBlock()
        if let device, let buffer { device.memory.give(buffer, bytes: byteCount) }
    }

    /// The first byte of the host's copy, for those who have asked for it with `moveToHost` or `copyToHost`.
    @inline(__always)
    public var bytes: UnsafeMutableRawPointer { block.unsafelyUnwrapped }

    /// Whether the host alone has the contents and may read and write them.
    @inline(__always)
    var isOnHost: Bool { holder == .host }

    /// Brings the contents to the host, which may then change them.
    public func moveToHost() throws {
        guard let device else { return }
        try copyToHost()
        // A command may still read the host's copy.
        if holder == .both && upload > device.completed { try device.finish() }
        holder = .host
    }

    /// Brings the contents to the host, which only reads them: the device's stay valid.
    func copyToHost() throws {
        guard let device, let buffer else { return }
        if block == nil { block = try Engine.current.pool.take(byteCount) }
        switch holder {
        case .host, .both: break
        case .nobody: holder = .host
        case .device:
            try device.read(buffer, into: bytes, byteCount)
            holder = .both
        }
    }

    /// The buffer with the contents, for a kernel that reads them. Only for storages of a device.
    func bufferToRead() throws -> OpenCLLibrary.Handle {
        guard let device, let buffer else { throw TensorError.runtime("this memory is not on a device") }
        if holder == .host {
            upload = try device.write(bytes, into: buffer, byteCount)
            holder = .both
        }
        return buffer
    }

    /// The buffer for a kernel that writes it; `all` of it, or a part, so that the rest must be there.
    func bufferToWrite(all: Bool) throws -> OpenCLLibrary.Handle {
        guard let buffer else { throw TensorError.runtime("this memory is not on a device") }
        if !all { _ = try bufferToRead() }
        dropBlock()
        holder = .device
        return buffer
    }

    /// Gives the host's copy back, at once or after the command that reads it.
    private func dropBlock() {
        guard let block else { return }
        if let device, upload > device.completed {
            device.retire(block, byteCount)
        } else {
            Engine.current.pool.give(block, bytes: byteCount)
        }
        self.block = nil
    }
}
