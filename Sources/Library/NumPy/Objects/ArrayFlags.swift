// Defines ArrayFlags: `array.flags`, how an array lies in memory and whether it may be changed.
import Runtime
import Tensors

/// A `numpy.flagsobj`: read by attribute or by name; `writeable` can be set.
final class ArrayFlags: Object, @unchecked Sendable {
    private static let flagsClass = Class(
        native: "numpy._core.multiarray.flagsobj", module: "numpy._core.multiarray", hooks: [.getitem, .setitem], extensible: false)
    private let array: ArrayObject

    init(_ array: ArrayObject) {
        self.array = array
        super.init(type: Self.flagsClass)
    }

    /// Whether the elements lie column after column.
    fileprivate var isColumnMajor: Bool {
        (try? array.tensor.permute(Array((0..<array.tensor.rank).reversed())).isContiguous) ?? false
    }

    private var flags: [(name: String, isSet: Bool)] {
        let tensor = array.tensor
        return [
            ("C_CONTIGUOUS", tensor.isContiguous), ("F_CONTIGUOUS", isColumnMajor), ("OWNDATA", array.base == nil), ("WRITEABLE", !array.isReadOnly),
            ("ALIGNED", true), ("WRITEBACKIFCOPY", false),
        ]
    }

    private func flag(_ name: String) -> Value? {
        if name.uppercased() == "CONTIGUOUS" { return .bool(array.tensor.isContiguous) }
        return flags.first { $0.name == name.uppercased() }.map { .bool($0.isSet) }
    }

    /// Sets the one flag that can be set; false for all others.
    private func set(_ name: String, _ value: Value) throws -> Bool {
        guard name.uppercased() == "WRITEABLE" else { return false }
        let isWriteable = try value.truth()
        if isWriteable, array.isReadOnly, array.base?.isReadOnly == true || array.borrows {
            throw Raised.valueError("cannot set WRITEABLE flag to True of this array")
        }
        array.isReadOnly = !isWriteable
        return true
    }

    override func item(_ key: Value) throws -> Value {
        guard let value = flag(key.text ?? "") else { throw Raised.keyError(.string("Unknown flag")) }
        return value
    }

    override func setItem(_ key: Value, _ value: Value) throws {
        guard try set(key.text ?? "", value) else { throw Raised.keyError(.string("Unknown flag")) }
    }

    override func attribute(_ name: Name) throws -> Value? { try flag(name.text) ?? super.attribute(name) }
    override func setAttribute(_ name: Name, _ value: Value) throws -> Bool { try set(name.text, value) }

    override func repr() -> String {
        flags.map { "  \($0.name) : \($0.isSet ? "True" : "False")\n" }.joined()
    }
}

extension ArrayObject {
    /// The array, not to be changed: its elements belong to something that cannot change.
    func readOnly(borrows: Bool = false) -> ArrayObject {
        isReadOnly = true
        self.borrows = borrows
        return self
    }
}

extension NumPyRows {
    /// Rows about memory: flags, bytes, copies.
    static var memory: [Row] {
        [
            property("flags", "How the array lies in memory.", example: "np.ones(2).flags['C_CONTIGUOUS']") { (a: ArrayObject) in Value.object(ArrayFlags(a)) },
            def("setflags(self, write=None, align=None, uic=None)", "Allows or forbids changes.", example: "a = np.ones(2); a.setflags(write=False); a.flags.writeable",
                also: [.methodOnly]) { (a: ArrayObject, write: Value, _: Value, _: Value) in
                if !write.isNone { _ = try ArrayFlags(a).setAttribute("writeable", write) }
            },
            def("tobytes(self, order='C')", "The bytes of the elements.", example: "np.arange(2, dtype=np.int8).tobytes()", also: [.methodOnly]) {
                (a: ArrayObject, order: String?) in
                let numbers = try a.numbers(for: "tobytes")
                let isColumnMajor = order == "F" || (order == "A" && !numbers.isContiguous && ArrayFlags(a).isColumnMajor)
                let ordered = isColumnMajor ? try numbers.permute(Array((0..<numbers.rank).reversed())) : numbers
                return Value.object(BytesObject(try ArrayBytes.bytes(of: ordered)))
            },
            def("byteswap(self, inplace=False)", "The elements with their bytes in reverse order.", example: "np.array([1], dtype=np.int16).byteswap()",
                also: [.methodOnly]) { (a: ArrayObject, inPlace: Bool) in
                let swapped = try ArrayBytes.swapped(a.numbers(for: "byteswap"))
                guard inPlace else { return ArrayObject(swapped) }
                try a.checkOutput()
                _ = try a.tensor.copyInPlace(swapped)
                return a
            },
            def("__copy__(self)", "A copy.", also: [.methodOnly]) { (a: ArrayObject) in try a.like(a.tensor.clone()) },
            def("__deepcopy__(self, memo)", "A copy, of the objects in it, too.", also: [.methodOnly]) { (a: ArrayObject, memo: Value) in
                guard let table = a.table, table.type == .object else { return try a.like(a.tensor.clone()) }
                let copy = try Interpreter.current.importModule("copy").attribute("deepcopy")
                return ArrayObject(try a.tensor.clone(), table: ValueTable(try table.values.map { try copy.call([$0, memo]) }, .object))
            },
        ]
    }
}
