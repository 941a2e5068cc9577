// Defines Engine: all state of the engine that belongs to the process; the only place with such state.
import Glibc

/// Grad mode, default dtype, memory and worker settings.
///
/// One object for the process: cells run on a single interpreter thread, and only that thread touches it.
/// Worker threads compute on raw pointers and never look here.
public final class Engine {
    /// The engine of this process.
    nonisolated(unsafe) public static let current = Engine()

    /// Whether operations are recorded for `backward`.
    public var gradEnabled = true
    /// Inside `torch.inference_mode()`: new tensors are inference tensors.
    public var inferenceMode = false
    /// Inside `torch.autograd.detect_anomaly()`: gradients that are not numbers are errors, unless that was asked not to be checked.
    public var detectsAnomalies = false
    /// Whether anomalies are gradients that are not numbers; kept while nothing is detected.
    public var checksForNaN = true
    /// What was asked for about algorithms whose results do not repeat; here all repeat.
    public var determinism = Determinism.unasked
    /// The precision asked for in products of matrices; they are always computed in full.
    public var matmulPrecision = MatmulPrecision.highest
    /// What becomes of tensors kept for `backward`, the innermost `torch.autograd.graph.saved_tensors_hooks` last. Given a tensor, each
    /// hands out the function that brings it back.
    public var savingHooks: [(Tensor) -> () throws -> Tensor] = []
    /// The floating type of numbers: `torch.set_default_dtype`.
    public var defaultDType = DType.float32
    /// torch's default random number generator; unseeded, its numbers cannot be foreseen.
    public lazy var generator = Generator.unseeded()
    /// Told of each number that a tensor's text rounds: what is written and what was meant. Nil: nobody asks.
    public var followRounding: ((String, Double) -> Void)?
    /// How tensors are printed: `torch.set_printoptions`.
    public var tensorPrintOptions = TensorPrintOptions()
    /// Memory of all tensors on the processor.
    var pool = BufferPool()
    /// Where new tensors are made: the device of the running operation; nil for the processor.
    public var device: ComputeDevice?
    /// Where tensors are made that take after no other: `torch.set_default_device`.
    public var defaultDevice: ComputeDevice?
    /// The device that a whole session was asked to compute on (`litgrad run --device`): there `cuda` means a device of OpenCL, all
    /// tensors are made on this one, and printing does not name it, so that cells show what they show on the processor.
    public private(set) var sessionDevice: ComputeDevice?
    /// Whether `cuda` means a device of OpenCL in this session.
    public var hasCuda: Bool { sessionDevice != nil }
    /// The devices in use, by number.
    var devices: [Int: ComputeDevice] = [:]
    /// Pointwise results of at least this many elements are computed only when needed, together with their neighbours.
    package var deferralThreshold = 16_384
    /// Number of threads that compute, as `torch.get_num_threads()`; results do not depend on it.
    public var threads: Int

    private init() {
        threads = max(1, min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 64))
    }

    /// Computes on a device from now on.
    public func compute(on index: Int) throws {
        sessionDevice = try computeDevice(index)
        defaultDevice = sessionDevice
    }

    /// Bytes that tensors may take together; allocations beyond are refused with an error.
    public var memoryLimit: Int {
        get { pool.limit }
        set { pool.limit = newValue }
    }

    /// Bytes that tensors take now.
    public var memoryUsed: Int { pool.used }

    /// Runs `body` without recording gradients.
    @inline(__always)
    public func withoutGrad<R>(_ body: () throws -> R) rethrows -> R {
        let saved = gradEnabled
        gradEnabled = false
        defer { gradEnabled = saved }
        return try body()
    }

    /// Runs `body` with grad mode on or off.
    @inline(__always)
    public func withGrad<R>(_ enabled: Bool, _ body: () throws -> R) rethrows -> R {
        let saved = gradEnabled
        gradEnabled = enabled
        defer { gradEnabled = saved }
        return try body()
    }
}

/// What `torch.set_deterministic_debug_mode` asks for: nothing, a warning or an error where results do not repeat.
public enum Determinism: Int, CaseIterable, Sendable {
    case unasked, warning, error
}

/// What `torch.set_float32_matmul_precision` asks for.
public enum MatmulPrecision: String, Sendable {
    case highest, high, medium
}
