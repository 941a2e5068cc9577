// Defines which Python exception an error of the engine becomes.
import Runtime
import Tensors

extension TensorError: RaisableError {
    /// The exception of the language, with the engine's words.
    public var raised: Raised {
        Raised(exceptionClass, message)
    }

    private var exceptionClass: Class {
        switch kind {
        case .runtime: .exception("RuntimeError")
        case .index: .exception("IndexError")
        case .value: .exception("ValueError")
        case .type: .exception("TypeError")
        case .notImplemented: .exception("NotImplementedError")
        case .zeroDivision: .exception("ZeroDivisionError")
        case .overflow: .exception("OverflowError")
        case .linalg: .linalgError
        case .memory: .outOfMemoryError
        }
    }
}

extension Class {
    /// `torch.linalg.LinAlgError`
    static let linalgError = Class(native: "_LinAlgError", base: .exception("RuntimeError"), module: "torch._C")
    /// `torch.OutOfMemoryError`
    static let outOfMemoryError = Class(native: "OutOfMemoryError", base: .exception("RuntimeError"), module: "torch")
}
