// Defines ComputeDevice: a device in use, with its queue, its memory and its kernels.

/// A device of OpenCL that tensors can live on.
///
/// Commands go into one queue and run in order while the program goes on; only reads wait.
public final class ComputeDevice {
    /// Its number: 0 for `cuda:0` and `opencl:0`.
    public let index: Int
    /// What it says about itself.
    public let description: DeviceDescription
    private let context: OpenCLLibrary.Handle
    private let queue: OpenCLLibrary.Handle
    /// Its buffers.
    var memory: DeviceMemory
    /// Its kernels, compiled.
    let programs: ProgramCache
    /// The tiles in which it multiplies matrices.
    var products = ProductTuning()
    /// The same by structure; nil for those that the host must compute.
    var plans: [[Int]: DeviceKernel?] = [:]
    /// What it was told to do.
    public internal(set) var log = LaunchLog()
    /// Commands sent so far, and the last of them that is known to be done.
    private var sent = 0
    private(set) var completed = 0
    /// Blocks of the host that a command may still read.
    private var retired: [(block: UnsafeMutableRawPointer, bytes: Int)] = []
    private var retiredBytes = 0

    init(_ description: DeviceDescription, index: Int) throws {
        self.index = index
        self.description = description
        let id: OpenCLLibrary.Handle? = description.id
        let context = try OpenCLGate.make("clCreateContext") { library, status in
            withUnsafePointer(to: id) { library.createContext(nil, 1, $0, nil, nil, status) }
        }
        self.context = context
        queue = try OpenCLGate.make("clCreateCommandQueue") { $0.createCommandQueue(context, description.id, 0, $1) }
        memory = DeviceMemory(context: context, description: description, index: index)
        programs = ProgramCache(context: context, device: description)
    }

    // MARK: Copies

    /// Reads a buffer. Waits for everything sent before.
    func read(_ buffer: OpenCLLibrary.Handle, into target: UnsafeMutableRawPointer, _ bytes: Int) throws {
        if bytes == 0 { return }
        try OpenCLGate.call("clEnqueueReadBuffer") { $0.enqueueReadBuffer(queue, buffer, 1, 0, bytes, target, 0, nil, nil) }
        log.reads += 1
        settle()
    }

    /// Starts to write a buffer; the source must stay as it is until the command with the returned number is done.
    func write(_ source: UnsafeRawPointer, into buffer: OpenCLLibrary.Handle, _ bytes: Int) throws -> Int {
        if bytes == 0 { return 0 }
        try OpenCLGate.call("clEnqueueWriteBuffer") { $0.enqueueWriteBuffer(queue, buffer, 0, 0, bytes, source, 0, nil, nil) }
        log.writes += 1
        sent += 1
        return sent
    }

    /// Waits until everything sent is done.
    public func finish() throws {
        try OpenCLGate.call("clFinish") { $0.finish(queue) }
        settle()
    }

    private func settle() {
        completed = sent
        for (block, bytes) in retired { Engine.current.pool.give(block, bytes: bytes) }
        retired.removeAll(keepingCapacity: true)
        retiredBytes = 0
    }

    /// Takes a block of the host that a command may still read, and gives it back when that is done.
    func retire(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
        retired.append((block, bytes))
        retiredBytes += bytes
        if retiredBytes > 1 << 28 { try? finish() }
    }

    // MARK: Kernels

    /// Sends a kernel. The group's size must divide the global size.
    func launch(_ kernel: DeviceKernel, _ arguments: [KernelArgument], global: [Int], group: [Int]) throws {
        var temporaries: [Storage] = []
        for (position, argument) in arguments.enumerated() {
            try set(argument, UInt32(position), kernel.handle, &temporaries)
        }
        try OpenCLGate.call("clEnqueueNDRangeKernel") {
            $0.enqueueNDRangeKernel(queue, kernel.handle, UInt32(global.count), nil, global, group, 0, nil, nil)
        }
        sent += 1
        log.count(kernel)
        if sent % 8 == 0 { try OpenCLGate.call("clFlush") { $0.flush(queue) } }
    }

    private func set(_ argument: KernelArgument, _ position: UInt32, _ kernel: OpenCLLibrary.Handle, _ temporaries: inout [Storage]) throws {
        switch argument {
        case .read(let storage): try set(try local(storage, &temporaries).bufferToRead(), position, kernel)
        case .write(let storage, let all): try set(try storage.bufferToWrite(all: all), position, kernel)
        case .int(let value): try set(value, position, kernel)
        case .long(let value): try set(value, position, kernel)
        case .float(let value): try set(value, position, kernel)
        case .double(let value): try set(value, position, kernel)
        case .shared(let bytes): try OpenCLGate.call("clSetKernelArg") { $0.setKernelArg(kernel, position, bytes, nil) }
        }
    }

    private func set<T: BitwiseCopyable>(_ value: T, _ position: UInt32, _ kernel: OpenCLLibrary.Handle) throws {
        try withUnsafePointer(to: value) { place in
            try OpenCLGate.call("clSetKernelArg") { $0.setKernelArg(kernel, position, MemoryLayout<T>.size, place) }
        }
    }

    /// A storage of this device with the contents: itself, or a copy of one that lives elsewhere.
    private func local(_ storage: Storage, _ temporaries: inout [Storage]) throws -> Storage {
        if storage.device === self { return storage }
        let copy = try storage.copied(to: self)
        temporaries.append(copy)
        return copy
    }
}

/// What a kernel gets.
enum KernelArgument {
    /// A buffer that it reads.
    case read(Storage)
    /// A buffer that it writes: all of it, or a part.
    case write(Storage, all: Bool)
    case int(Int32)
    case long(Int)
    case float(Float)
    case double(Double)
    /// Memory that a group shares, in bytes.
    case shared(Int)
}

extension Storage {
    /// The same contents on another device, or on the processor.
    func copied(to device: ComputeDevice?) throws -> Storage {
        try copyToHost()
        let copy = try Storage(byteCount: byteCount, on: device)
        try copy.moveToHost()
        copy.bytes.copyMemory(from: bytes, byteCount: byteCount)
        return copy
    }
}

extension ComputeDevice {
    /// Bytes of all tensors here.
    public var memoryUsed: Int { memory.used }
    /// The most bytes that tensors took.
    public var memoryPeak: Int { memory.peak }
    /// Bytes of all buffers, used or kept.
    public var memoryReserved: Int { memory.used + memory.cached }
    /// Forgets the peak.
    public func resetMemoryPeak() { memory.resetPeak() }
    /// Gives buffers that nobody uses back.
    public func releaseCachedMemory() { memory.drain() }
}
