// Defines TensorError: what every operation of the engine throws, with the words users of PyTorch know.

/// A failed operation: which Python exception it becomes, and its message.
public struct TensorError: Error, Sendable, CustomStringConvertible {
    /// The class of the Python exception.
    public enum Kind: Sendable {
        case runtime, index, value, type, notImplemented, linalg, memory, zeroDivision, overflow
    }

    /// The class of the exception.
    public let kind: Kind
    /// PyTorch's words.
    public let message: String

    /// An error of a kind with its message.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { message }

    /// RuntimeError.
    public static func runtime(_ message: String) -> TensorError { TensorError(.runtime, message) }
    /// IndexError.
    public static func index(_ message: String) -> TensorError { TensorError(.index, message) }
    /// ValueError.
    public static func value(_ message: String) -> TensorError { TensorError(.value, message) }
    /// TypeError.
    public static func type(_ message: String) -> TensorError { TensorError(.type, message) }
    /// NotImplementedError.
    public static func notImplemented(_ message: String) -> TensorError { TensorError(.notImplemented, message) }
    /// torch.linalg.LinAlgError (`_LinAlgError`).
    public static func linalg(_ message: String) -> TensorError { TensorError(.linalg, message) }

    /// `"NAME" not implemented for 'Long'`: a kernel that this element type lacks.
    public static func unsupported(_ kernel: String, _ dtype: DType) -> TensorError {
        .notImplemented("\"\(kernel)\" not implemented for '\(dtype.scalarName)'")
    }

    /// Sizes that cannot be expanded to others: the last dimension that does not fit is named.
    static func expansion(of sizes: Dims, _ dtype: DType, to target: Dims) -> TensorError {
        let lead = target.count - sizes.count
        guard lead >= 0 else {
            return .runtime("expand(torch.\(dtype.scalarName)Tensor{\(sizes)}, size=\(target)): the number of sizes provided "
                + "(\(target.count)) must be greater or equal to the number of dimensions in the tensor (\(sizes.count))")
        }
        let d = target.indices.last { $0 >= lead && sizes[$0 - lead] != target[$0] && sizes[$0 - lead] != 1 } ?? lead
        return .runtime("The expanded size of the tensor (\(target[d])) must match the existing size (\(sizes[d - lead])) at "
            + "non-singleton dimension \(d).  Target sizes: \(target).  Tensor sizes: \(sizes)")
    }

    /// A dimension outside the rank.
    public static func dimension(_ dim: Int, rank: Int) -> TensorError {
        let n = max(rank, 1)
        return .index("Dimension out of range (expected to be in range of [\(-n), \(n - 1)], but got \(dim))")
    }
}
