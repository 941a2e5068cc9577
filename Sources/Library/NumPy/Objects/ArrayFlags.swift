// Defines ArrayFlags: `array.flags`, how an array lies in memory.
import Runtime
import Tensors

/// A `numpy.flagsobj`: read by attribute or by name.
final class ArrayFlags: Object, @unchecked Sendable {
    private static let flagsClass = Class(native: "numpy._core.multiarray.flagsobj", module: "numpy._core.multiarray", hooks: [.getitem], extensible: false)
    private let flags: [(name: String, isSet: Bool)]

    init(_ array: ArrayObject) {
        let tensor = array.tensor
        let isColumnMajor = (try? tensor.permute(Array((0..<tensor.rank).reversed())).isContiguous) ?? false
        flags = [
            ("C_CONTIGUOUS", tensor.isContiguous), ("F_CONTIGUOUS", isColumnMajor), ("OWNDATA", array.base == nil), ("WRITEABLE", true),
            ("ALIGNED", true), ("WRITEBACKIFCOPY", false),
        ]
        super.init(type: Self.flagsClass)
    }

    private func flag(_ name: String) -> Value? {
        flags.first { $0.name == name.uppercased() }.map { .bool($0.isSet) }
    }

    override func item(_ key: Value) throws -> Value {
        guard let value = flag(key.text ?? "") else { throw Raised.keyError(.string("Unknown flag")) }
        return value
    }

    override func attribute(_ name: Name) throws -> Value? { try flag(name.text) ?? super.attribute(name) }

    override func repr() -> String {
        flags.map { "  \($0.name) : \($0.isSet ? "True" : "False")\n" }.joined()
    }
}
