// Defines the bridge to numpy: how a tensor becomes an array, without Torch knowing the class of arrays.
import Runtime
import Tensors

/// Makes numpy arrays for `x.numpy()`. The numpy module puts its maker here when it is built.
enum ArrayBridge {
    /// Makes an array over the memory of a tensor.
    nonisolated(unsafe) static var make: ((Tensor) throws -> Value)?

    /// A numpy array over the memory of `x`.
    static func array(_ x: Tensor) throws -> Value {
        if make == nil { _ = try Interpreter.current.importModule("numpy") }
        guard let make else { throw Raised.runtimeError("Numpy is not available") }
        return try make(x)
    }
}
