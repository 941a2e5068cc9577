// Defines FlatView: `array.flat`, the elements of an array in one row.
import Runtime
import Tensors

/// A `numpy.flatiter`: reads and writes the elements of an array by their row-major positions.
final class FlatView: Object, @unchecked Sendable {
    private static let flatClass = Class(native: "numpy.flatiter", module: "numpy", hooks: [.len, .getitem, .setitem, .iter], extensible: false)
    private let array: ArrayObject
    private var position = 0

    init(_ array: ArrayObject) {
        self.array = array
        super.init(type: Self.flatClass)
    }

    private func flat() throws -> ArrayObject { try array.reshaped([array.tensor.count]) }

    override func length() throws -> Int? { array.tensor.count }
    override func item(_ key: Value) throws -> Value {
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
