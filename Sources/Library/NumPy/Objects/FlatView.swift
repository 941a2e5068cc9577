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
        return value.as(ArrayObject.self).map { .object($0.like($0.tensor)) } ?? value
    }

    override func setItem(_ key: Value, _ value: Value) throws {
        let row = try flat()
        try row.setItem(key, value)
        // The elements of an array that does not lie in order are a copy.
        if !array.tensor.isContiguous { _ = try array.tensor.copyInPlace(row.tensor.reshape(array.tensor.shape)) }
    }

    override var isIterator: Bool { true }
    override func iterate() -> Object? { self }
    override func next() throws -> Value? {
        guard position < array.tensor.count else { return nil }
        position += 1
        return try array.view(ArrayIndexing.element(array, position - 1)).scalarOrSelf()
    }
}
