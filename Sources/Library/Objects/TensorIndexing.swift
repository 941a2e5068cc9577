// Defines how the brackets of the language become indices of the engine: `x[0, 1:, None, mask]`.
import Runtime
import Tensors

/// Reading and writing through brackets.
enum TensorIndexing {
    /// `x[key]`
    static func read(_ x: Tensor, _ key: Value) throws -> Tensor {
        if case .int(let index) = key { return try row(x, index) }
        return try x.index(indices(of: key))
    }

    /// `x[key] = value`
    static func write(_ x: Tensor, _ key: Value, _ value: Value) throws {
        guard !isForeign(value), let source = try Operand.from(value) else {
            throw Raised.typeError("can't assign a \(value.type.name) to a torch.\(x.dtype.scalarName)Tensor")
        }
        try x.indexAssign(indices(of: key), source)
    }

    /// Whether a value is numpy's and no number of Python: an array, or a scalar of a narrow floating type.
    private static func isForeign(_ value: Value) -> Bool {
        if let scalar = value.as(ScalarObject.self) { return scalar.dtype == .float32 || scalar.dtype == .float16 }
        return value.as(ArrayObject.self) != nil
    }

    /// `x[index]`: one index of the first dimension.
    @inline(__always)
    private static func row(_ x: Tensor, _ index: Int) throws -> Tensor {
        guard x.rank > 0 else {
            throw TensorError.index("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ "
                + "to convert a 0-dim tensor to a number")
        }
        let size = x.shape[0]
        guard index < size && index >= -size else {
            throw TensorError.index("index \(index) is out of bounds for dimension 0 with size \(size)")
        }
        return try x.select(0, index)
    }

    /// The indices a key stands for.
    private static func indices(of key: Value) throws -> [Index] {
        if let tuple = key.as(TupleObject.self) { return try tuple.elements.map(single) }
        // A list of lists, tensors or slices is the indices of several dimensions.
        if let items = key.as(ListObject.self)?.elements, items.count < 32, items.contains(where: isIndices) { return try items.map(single) }
        return [try single(key)]
    }

    /// What makes a list around it stand for several dimensions.
    private static func isIndices(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return value.isNone }
        return object is SliceObject || object is RangeObject || object is ArrayObject || value.sequenceElements != nil
            || value.type === Class.ellipsis || Tensor.from(value) != nil
    }

    private static func single(_ value: Value) throws -> Index {
        switch value {
        case .int(let index): return .select(index)
        case .bool(let flag): return .bool(flag)
        case .none, .unset: return .newAxis
        case .float: throw unknown(value)
        case .object(let object):
            if let slice = object as? SliceObject { return try range(slice) }
            if value.type === Class.ellipsis { return .ellipsis }
            if let tensor = try NestedSequence.elements(of: value) { return try index(of: tensor) }
            if value.sequenceElements != nil || object is RangeObject { return .tensor(try list(value)) }
            if let number = try Number.plain(object) {
                guard case .float = number else { return .select(number.int) }
            }
            if let index = try value.index() { return .select(index) }
            if value.text != nil { throw Raised.typeError("new(): invalid data type 'str'") }
            throw unknown(value)
        }
    }

    /// A 0-d whole number acts as a plain index.
    private static func index(of tensor: Tensor) throws -> Index {
        if tensor.rank == 0 && tensor.dtype.category == .integral { return .select(try tensor.item().int) }
        return .tensor(tensor)
    }

    /// A list of numbers or truth values.
    private static func list(_ value: Value) throws -> Tensor {
        let tensor = try NestedSequence.tensor(value, dtype: nil)
        return tensor.count == 0 ? try tensor.to(.int64) : tensor
    }

    private static func range(_ slice: SliceObject) throws -> Index {
        let step = try slice.step.isNone ? nil : bound(slice.step)
        if let step, step <= 0 { throw Raised.valueError("step must be greater than zero") }
        return .slice(start: try slice.start.isNone ? nil : bound(slice.start), stop: try slice.stop.isNone ? nil : bound(slice.stop), step: step)
    }

    private static func bound(_ value: Value) throws -> Int {
        if let bound = try value.clippedIndex() { return bound }
        throw Raised.typeError("slice indices must be integers or None or have an __index__ method")
    }

    private static func unknown(_ value: Value) -> Raised {
        .indexError("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got \(value.type.name))")
    }
}
