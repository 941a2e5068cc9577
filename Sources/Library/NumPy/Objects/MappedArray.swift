// Defines MappedArray: `np.memmap`, an array whose elements are those of a file.
import Runtime
import Tensors

/// Where a mapped array's elements come from.
final class MappedFile: @unchecked Sendable {
    let name: String
    let mode: String
    let offset: Int
    /// All elements in the order of the file.
    let tensor: Tensor

    init(name: String, mode: String, offset: Int, tensor: Tensor) {
        self.name = name
        self.mode = mode
        self.offset = offset
        self.tensor = tensor
    }
}

/// A `numpy.memmap` or a view of one. The elements lie in memory; `flush` writes them to the file.
final class MappedArray: ArrayObject, @unchecked Sendable {
    let file: MappedFile

    init(_ tensor: Tensor, file: MappedFile, base: ArrayObject? = nil) {
        self.file = file
        super.init(tensor, base: base, type: .memmap)
        if file.mode == "r" { isReadOnly = true }
    }

    override func view(_ tensor: Tensor) -> ArrayObject { MappedArray(tensor, file: file, base: self) }

    /// Writes the elements to the file where the mode allows it.
    func flush() throws {
        guard file.mode == "w+" || file.mode == "r+" else { return }
        _ = try Prelude.value(of: "_write_mapped", in: "numpy")?.call(
            [.string(file.name), .int(file.offset), .object(BytesObject(try ArrayBytes.bytes(of: file.tensor)))])
    }

    private static let modes = ["readonly": "r", "copyonwrite": "c", "readwrite": "r+", "write": "w+"]

    /// `np.memmap(filename, dtype=uint8, mode='r+', offset=0, shape=None, order='C')`
    fileprivate static func open(_ name: Value, _ type: ArrayType, _ mode: String, _ offset: Int, _ shape: ShapeArgument?) throws -> Value {
        let mode = modes[mode] ?? mode
        guard ["r", "c", "r+", "w+"].contains(mode) else {
            let names = "['r', 'c', 'r+', 'w+', 'readonly', 'copyonwrite', 'readwrite', 'write']"
            throw Raised.valueError("mode must be one of \(names) (got '\(mode)')")
        }
        guard let dtype = type.dtype else { throw Raised.valueError("cannot map a file as \(type.name)") }
        if mode == "w+", shape == nil { throw Raised.valueError("shape must be given if mode == 'w+'") }
        let path = try name.str()
        let dims = try shape?.dims(of: dtype)
        let tensor: Tensor
        if mode == "w+" {
            tensor = try Tensor.zeros(dims ?? Dims(), dtype)
        } else {
            guard let bytes = try Prelude.value(of: "_read_mapped", in: "numpy")?.call([.string(path)]).as(BytesObject.self) else { return .none }
            let count = dims.flatMap(\.product) ?? -1
            guard offset >= 0, offset <= bytes.bytes.count, count * dtype.itemSize <= bytes.bytes.count - offset else {
                throw Raised.valueError("mmap length is greater than file size")
            }
            let flat = try ArrayBytes.read(bytes, type, count: count, offset: offset)
            tensor = try dims.map { try flat.reshape($0) } ?? flat
        }
        let array = MappedArray(tensor, file: MappedFile(name: path, mode: mode, offset: offset, tensor: tensor))
        if mode == "w+" { try array.flush() }
        _ = try Prelude.value(of: "_keep_mapped", in: "numpy")?.call([.string(path), .object(array)])
        return .object(array)
    }
}

extension MappedArray {
    /// What mapped arrays have besides what arrays have.
    static var rows: [Row] {
        [
            property("filename", "The name of the file.") { (a: ArrayObject) in (a as? MappedArray).map { Value.string($0.file.name) } ?? .none },
            property("mode", "How the file was opened.") { (a: ArrayObject) in (a as? MappedArray).map { Value.string($0.file.mode) } ?? .none },
            property("offset", "Where in the file the elements begin.") { (a: ArrayObject) in (a as? MappedArray)?.file.offset ?? 0 },
            def("flush(self)", "Writes the elements to the file.") { (a: ArrayObject) in try (a as? MappedArray)?.flush() },
        ]
    }
}

extension Class {
    /// `numpy.memmap`
    static let memmap = Class(
        native: "numpy.memmap", base: .ndarray, module: "numpy", doc: "An array whose elements are those of a file.", extensible: false,
        rows: { MappedArray.rows },
        constructor: { _, arguments in
            try Arguments.bound(arguments, "memmap(filename, dtype=None, mode='r+', offset=0, shape=None, order='C')") { values in
                let type = try ArrayType.from(values[1]) ?? .number(.uint8)
                let shape = values[4].isNone ? nil : try ShapeArgument.from(values[4])
                return try MappedArray.open(values[0], type, values[2].str(), values[3].index() ?? 0, shape)
            }
        })
}
