// Defines ConstantObject: the named constants of torch that are neither types nor numbers (layouts, memory formats).
import Runtime

/// A constant such as `torch.strided` that only has a name.
final class ConstantObject: Object, @unchecked Sendable {
    private let name: String

    init(_ name: String, type: Class) {
        self.name = name
        super.init(type: type)
    }

    override func repr() -> String { "torch." + name }

    private static let layoutClass = Class(native: "layout", module: "torch", extensible: false)
    private static let formatClass = Class(native: "memory_format", module: "torch", extensible: false)

    /// `torch.strided`: the only way elements are kept.
    static let strided = ConstantObject("strided", type: layoutClass)

    /// The constants under their names in `torch`.
    static let all: [(name: String, value: Value)] = [("strided", .object(strided)), ("layout", .object(layoutClass)), ("memory_format", .object(formatClass))]
        + ["contiguous_format", "channels_last", "channels_last_3d", "preserve_format"].map { ($0, .object(ConstantObject($0, type: formatClass))) }
        + ["sparse_coo", "sparse_csr"].map { ($0, .object(ConstantObject($0, type: layoutClass))) }
}
