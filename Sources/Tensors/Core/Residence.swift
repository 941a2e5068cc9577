// Defines Residence: where the operands of an operation live, which must be one place.

/// Gathers the tensors of an operation and answers the device that they share.
public struct Residence {
    /// The device; nil for the processor, or where there are no tensors.
    public private(set) var device: ComputeDevice?
    /// Whether a tensor was added that decides.
    public private(set) var isDecided = false

    /// No tensors yet.
    public init() {}

    /// Adds a tensor. 0-d tensors of the processor do not decide. Throws where tensors live apart.
    @inline(__always)
    public mutating func add(_ tensor: Tensor) throws {
        let place = tensor.device
        if place == nil && tensor.rank == 0 { return }
        if isDecided && place !== device { throw Residence.apart(device ?? place, device == nil ? nil : place) }
        device = place
        isDecided = true
    }

    /// PyTorch's error for tensors that live apart; a device comes before the processor.
    private static func apart(_ first: ComputeDevice?, _ second: ComputeDevice?) -> TensorError {
        .runtime("Expected all tensors to be on the same device, but found at least two devices, \(Engine.current.name(of: first)) and "
            + "\(Engine.current.name(of: second))!")
    }
}

extension Engine {
    /// `cpu`; `cuda:0` where the session computes on devices; else `opencl:0`.
    public func name(of device: ComputeDevice?) -> String {
        guard let device else { return "cpu" }
        return "\(hasCuda ? "cuda" : "opencl"):\(device.index)"
    }
}
