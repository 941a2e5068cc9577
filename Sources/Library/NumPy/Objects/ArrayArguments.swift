// Defines the parameter types of numpy's rows: array-likes, axes, shapes.
import Runtime
import Tensors

/// An array-like argument, made an array.
struct ArrayArgument: FromValue, @unchecked Sendable {
    let array: ArrayObject
    /// The argument as given.
    let value: Value

    static func from(_ value: Value) throws -> ArrayArgument? {
        if value.isUnset { return nil }
        return ArrayArgument(array: try ArrayObject.make(value), value: value)
    }

    static var expectedType: String { "array_like" }

    /// The elements.
    var tensor: Tensor { array.tensor }

    /// The elements as numbers, in another type where asked.
    func numbers(for operation: String, as type: ArrayType? = nil) throws -> Tensor {
        let tensor = try array.numbers(for: operation)
        return try type?.dtype.map { tensor.dtype == $0 ? tensor : try tensor.to($0) } ?? tensor
    }

    /// The elements as floats that a function needs as parameters.
    /// - Throws: ValueError for texts, as Python's `float` has it.
    func parameters() throws -> Tensor {
        if array.table != nil { return try array.converted(to: .number(.float64)).tensor }
        return tensor
    }

    /// The elements as floats: integers become float64.
    func floats(for operation: String) throws -> Tensor {
        let tensor = try array.numbers(for: operation)
        return tensor.dtype.isFloatingPoint ? tensor : try tensor.to(.float64)
    }
}

/// An `axis` argument: one, several, or nil for all.
struct AxisArgument: FromValue, Sendable {
    let list: [Int]?

    static func from(_ value: Value) throws -> AxisArgument? {
        if value.isNone || value.isUnset { return AxisArgument(list: nil) }
        if let items = value.sequenceElements {
            var axes: [Int] = []
            for item in items {
                guard let axis = try item.index() else { return nil }
                axes.append(axis)
            }
            return AxisArgument(list: axes)
        }
        return try value.wholeNumber().map { AxisArgument(list: [$0]) }
    }

    static var expectedType: String { "int" }

    /// The axes counted from the front; nil means all. A number alone counts as an array of one dimension.
    func axes(of rank: Int) throws -> [Int] {
        if rank == 0, let list, list == [0] || list == [-1] { return [] }
        return try ArrayShapes.wrap(list, rank: rank) ?? Array(0..<rank)
    }
}

/// A `shape` argument: an int or a sequence of them.
struct ShapeArgument: FromValue, Sendable {
    let sizes: [Int]

    static func from(_ value: Value) throws -> ShapeArgument? {
        if let array = value.as(ArrayObject.self), array.tensor.rank == 1 { return ShapeArgument(sizes: try array.tensor.elements(Int.self)) }
        guard let items = value.sequenceElements else { return try value.index().map { ShapeArgument(sizes: [$0]) } }
        var sizes: [Int] = []
        for item in items {
            if let inner = item.sequenceElements, items.count == 1 {
                for item in inner { sizes.append(try integer(item)) }
            } else {
                sizes.append(try integer(item))
            }
        }
        return ShapeArgument(sizes: sizes)
    }

    private static func integer(_ value: Value) throws -> Int {
        guard let size = try value.index() else {
            throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer")
        }
        return size
    }

    static var expectedType: String { "int or tuple of ints" }

    /// The sizes of an array to be made.
    /// - Throws: ValueError for negative sizes, MemoryError where so many elements do not fit.
    func dims(of dtype: DType = .float64) throws -> Dims {
        if sizes.contains(where: { $0 < 0 }) { throw Raised.valueError("negative dimensions are not allowed") }
        if sizes.count > Dims.capacity {
            throw Raised.valueError("maximum supported dimension for an ndarray is currently \(Dims.capacity), found \(sizes.count)")
        }
        let dims = try Dims(sizes)
        try ArrayMemory.check(dims, dtype)
        return dims
    }
}

extension Array where Element == ArrayObject {
    /// The arrays in a list, a tuple, an iterable or along the first axis of an array.
    static func parts(of value: Value) throws -> [ArrayObject] {
        try value.elements().map { try ArrayObject.make($0) }
    }
}

extension Value {
    /// The integer a value stands for; nil for arrays with dimensions, which stand for their elements.
    func wholeNumber() throws -> Int? {
        if let array = self.as(ArrayObject.self), array.tensor.rank > 0 { return nil }
        return try index()
    }
}
