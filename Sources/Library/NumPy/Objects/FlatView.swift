// Defines FlatView: `array.flat`, the elements of an array in one row.
import Runtime
import Tensors

/// A `numpy.flatiter`: reads and writes the elements of an array by their row-major positions.
final class FlatView: Object, @unchecked Sendable {
    private static let flatClass = Class(native: "numpy.flatiter", module: "numpy", hooks: [.len, .getitem, .setitem, .iter], extensible: false, rows: { members })
    private let array: ArrayObject
    private var position = 0

    init(_ array: ArrayObject) {
        self.array = array
        super.init(type: Self.flatClass)
    }

    private func flat() throws -> ArrayObject { try array.reshaped([array.tensor.count]) }

    override func length() throws -> Int? { array.tensor.count }
    override func item(_ key: Value) throws -> Value {
        let count = array.tensor.count
        if case .int(let index) = key, index < -count || index >= count {
            throw Raised.indexError("index \(index) is out of bounds for size \(count)")
        }
        let value = try flat().item(key)
        return try value.as(ArrayObject.self).map { .object(try $0.like($0.tensor)) } ?? value
    }

    override func setItem(_ key: Value, _ value: Value) throws {
        let row = try flat()
        try row.setItem(key, value)
        // The elements of an array that does not lie in order are a copy.
        if !array.tensor.isContiguous { _ = try array.tensor.copyInPlace(row.tensor.reshape(array.tensor.shape)) }
    }

    /// Sets all elements, repeating the values where there are fewer.
    func fill(_ value: Value) throws {
        let values = try ArrayObject.make(value)
        let count = array.tensor.count
        guard values.tensor.count > 0 else { return }
        let places = (0..<count).map { $0 % values.tensor.count }
        try setItem(.object(SliceObject(.none, .none, .none)), .object(NumPyRows.taken(values.reshaped([values.tensor.count]), places, 0)))
    }

    override var isIterator: Bool { true }
    override func iterate() -> Object? { self }
    override func next() throws -> Value? {
        guard position < array.tensor.count else { return nil }
        position += 1
        return try array.view(ArrayIndexing.element(array, position - 1)).scalarOrSelf()
    }
}

extension FlatView: FromValue {
    static var expectedType: String { "numpy.flatiter" }

    private static var members: [Row] {
        [
            property("base", "The array.", example: "np.eye(2).flat.base") { (x: FlatView) in x.array },
            property("index", "How many elements were passed.", example: "np.eye(2).flat.index") { (x: FlatView) in x.position },
            property("coords", "The index of the next element.", example: "np.eye(2).flat.coords") { (x: FlatView) in
                var rest = x.position
                let places = x.array.tensor.shape.reversed().map { size in
                    defer { rest /= max(size, 1) }
                    return rest % max(size, 1)
                }
                return Value.tuple(places.reversed().map { .int($0) })
            },
            def("copy(self)", "The elements as a new array.", example: "np.eye(2).flat.copy()") { (x: FlatView) in try x.array.like(x.flat().tensor.clone()) },
        ]
    }
}
