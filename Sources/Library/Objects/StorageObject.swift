// Defines StorageObject: the memory of a tensor as a flat sequence (`x.storage()`).
import Runtime
import Tensors

/// A `torch.storage.TypedStorage`: all elements of a tensor's memory, whatever the view.
final class StorageObject: Object, @unchecked Sendable {
    /// All elements in memory order.
    let elements: Tensor

    /// The memory behind a tensor.
    init(_ tensor: Tensor) throws {
        let storage = try tensor.storage()
        elements = Tensor(tensor.dtype, try Layout(contiguous: [storage.byteCount / tensor.dtype.itemSize]), storage)
        super.init(type: Self.storageClass)
    }

    private static let storageClass = Class(
        native: "TypedStorage", module: "torch.storage", doc: "The memory of a tensor.", hooks: [.len, .getitem, .setitem, .iter], extensible: false, rows: {
            [
                def("data_ptr(self)", "The address of the first element.", example: "torch.ones(1).storage().data_ptr() > 0") { (x: StorageObject) in
                    try x.elements.address()
                },
                def("size(self)", "The number of elements.", example: "torch.ones(3).storage().size()") { (x: StorageObject) in x.elements.count },
                def("nbytes(self)", "The number of bytes.", example: "torch.ones(3).storage().nbytes()") { (x: StorageObject) in
                    x.elements.count * x.elements.dtype.itemSize
                },
                def("tolist(self)", "The elements as a list.", example: "torch.ones(3).storage().tolist()") { (x: StorageObject) in
                    try x.elements.nestedLists()
                },
            ]
        })

    override func length() -> Int? { elements.count }
    override func item(_ key: Value) throws -> Value {
        let part = try TensorIndexing.read(elements, key)
        return try part.rank == 0 ? part.item().intoValue() : part.intoValue()
    }
    override func setItem(_ key: Value, _ value: Value) throws { try TensorIndexing.write(elements, key, value) }
    override func iterate() throws -> Object? { TensorIterator(try elements.unbind(dim: 0)) }

    override func repr() throws -> String {
        let lines = try elements.unbind(dim: 0).map { " " + (try $0.item().intoValue().str()) + "\n" }.joined()
        return "\(lines)[torch.storage.TypedStorage(dtype=torch.\(elements.dtype.name), device=cpu) of size \(elements.count)]"
    }
}

extension StorageObject: FromValue { static var expectedType: String { "torch.storage.TypedStorage" } }

extension Tensor {
    /// The address of the first element.
    func address() throws -> Int {
        let (storage, offset) = (try computed(), layout.offset * dtype.itemSize)
        // On a device the host's copy comes and goes; the storage itself stays.
        if device != nil { return Int(bitPattern: Unmanaged.passUnretained(storage).toOpaque()) + offset }
        return Int(bitPattern: storage.bytes) + offset
    }
}
