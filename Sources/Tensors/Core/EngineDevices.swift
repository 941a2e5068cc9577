// Defines which devices the engine computes on: those in use, the default one, and that of the running operation.

extension Engine {
    /// The devices of this machine in use, by number; those not used yet are nil.
    public func computeDevice(_ index: Int) throws -> ComputeDevice {
        let descriptions = DeviceDescription.all
        guard index >= 0, index < descriptions.count else {
            throw TensorError.runtime(descriptions.isEmpty ? "No OpenCL device is available. \(OpenCLGate.help)"
                : "CUDA error: invalid device ordinal")
        }
        if let known = devices[index] { return known }
        let device = try ComputeDevice(descriptions[index], index: index)
        devices[index] = device
        return device
    }

    /// Whether anything was put on a device so far.
    @inline(__always)
    public var usesDevices: Bool { !devices.isEmpty }

    /// Runs `body` with new tensors on a device.
    @inline(__always)
    public func on<R>(_ device: ComputeDevice?, _ body: () throws -> R) rethrows -> R {
        let saved = self.device
        self.device = device
        defer { self.device = saved }
        return try body()
    }
}

extension Tensor {
    /// Where the elements live; nil on the processor.
    public var device: ComputeDevice? { memory?.device ?? pending?.device }

    /// The tensor on another device; itself if it is there. Gradients flow back to where it came from.
    public func to(device: ComputeDevice?) throws -> Tensor {
        let origin = self.device
        if origin === device { return self }
        let plain = try copied(as: dtype)
        let result = Tensor(dtype, plain.layout, try plain.computed().copied(to: device))
        return result.recorded("ToCopyBackward0", [self]) { grad, _ in [try grad.to(device: origin)] }
    }
}
