// Defines ArrayIndexing: reading and writing arrays through numpy's indices.
import Runtime
import Tensors

/// Indexing of arrays.
enum ArrayIndexing {
    /// `array[key]`
    static func read(_ array: ArrayObject, _ key: Value) throws -> Value {
        if case .int(let index) = key, array.tensor.rank > 0, index >= -array.tensor.shape[0], index < array.tensor.shape[0] {
            return try array.view(array.tensor.select(0, index)).scalarOrSelf()
        }
        if let records = array.table as? RecordTable, let fields = try fields(records, of: array, key) { return .object(fields) }
        let selection = try ArraySelection(array.tensor, key)
        guard selection.isAdvanced else { return try array.view(selection.view).scalarOrSelfUnlessKept(selection) }
        return .object(try array.like(selection.gathered()))
    }

    /// `array[key] = value`
    static func write(_ array: ArrayObject, _ key: Value, _ value: Value) throws {
        if let records = array.table as? RecordTable {
            guard let fields = try fields(records, of: array, key) else { return try records.write(array, key, value) }
            return try write(fields, .ellipsis, value)
        }
        if try fill(array, key, value) { return }
        let selection = try ArraySelection(array.tensor, key)
        let target = try selection.shape()
        let source: Tensor
        if let table = array.table {
            // One element of an array of objects takes anything, lists included.
            let isElement = target.isEmpty && !selection.isAdvanced && table.type == .object
            source = try isElement ? Tensor.scalar(.int(table.position(of: value))) : positions(of: value, in: table)
        } else {
            if target.isEmpty, !selection.isAdvanced, let single = try element(value, array.tensor.dtype) { return try selection.store(single) }
            source = try values(value, for: array.tensor.dtype)
        }
        // Leading dimensions of size 1 do not count when assigning.
        var trimmed = source
        while trimmed.rank > target.count, trimmed.shape[0] == 1 { trimmed = try trimmed.select(0, 0) }
        guard trimmed.layout.strides(expandedTo: target) != nil else {
            if selection.hasMask, trimmed.rank <= 1, target.count == 1 {
                throw Raised.valueError(
                    "NumPy boolean array indexing assignment cannot assign \(trimmed.count) input values to the \(target[0]) output values where the mask is true")
            }
            if target.isEmpty, !selection.isAdvanced { throw Raised.valueError("setting an array element with a sequence.") }
            if source.rank > target.count, value.sequenceElements != nil {
                throw Raised.valueError(
                    "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of \(target.count).")
            }
            if selection.isAdvanced {
                throw Raised.valueError(
                    "shape mismatch: value array of shape \(ArrayShapes.text(source.shape)) could not be broadcast to indexing result of shape \(ArrayShapes.text(target))")
            }
            throw Raised.valueError(
                "could not broadcast input array from shape \(ArrayShapes.text(source.shape)) into shape \(ArrayShapes.text(target))")
        }
        try selection.store(trimmed)
    }

    /// The field, or the array of the fields, that a key names; nil for other keys.
    private static func fields(_ records: RecordTable, of array: ArrayObject, _ key: Value) throws -> ArrayObject? {
        if let name = key.text { return try records.field(name, of: array) }
        guard let names = key.as(ListObject.self)?.elements, !names.isEmpty, names.allSatisfy({ $0.text != nil }) else { return nil }
        return try records.selecting(names.compactMap(\.text), of: array)
    }

    /// `array[mask] = number` in one pass; false where key or value are something else.
    private static func fill(_ array: ArrayObject, _ key: Value, _ value: Value) throws -> Bool {
        guard array.table == nil, key.as(ArrayObject.self) != nil, let operand = try ArrayOperand.from(value), operand.isNumber else { return false }
        return try ArraySelection.fill(array.tensor, key, values(value, for: array.tensor.dtype))
    }

    /// The 0-d view of the element at a row-major position.
    static func element(_ array: ArrayObject, _ position: Int) throws -> Tensor {
        var view = array.tensor
        var rest = position
        var index: [Int] = []
        for size in array.tensor.shape.reversed() {
            index.insert(rest % max(size, 1), at: 0)
            rest /= max(size, 1)
        }
        for k in index { view = try view.select(0, k) }
        return view
    }

    /// What one element becomes where a sequence or a complex number is assigned to it; nil for all other values.
    private static func element(_ value: Value, _ dtype: DType) throws -> Tensor? {
        let isComplex = value.as(ComplexObject.self).map { $0.type === Class.complex } ?? false
        guard isComplex || value.sequenceElements != nil else {
            guard let array = value.as(ArrayObject.self), array.tensor.rank > 0 else { return nil }
            throw Raised.valueError("setting an array element with a sequence.")
        }
        if dtype == .bool { return try Tensor.scalar(.bool(value.truth()), .bool) }
        if !isComplex, dtype.isFloatingPoint { throw Raised.valueError("setting an array element with a sequence.") }
        throw Raised.typeError(
            dtype.isFloatingPoint ? "float() argument must be a string or a real number, not '\(value.type.name)'"
                : "int() argument must be a string, a bytes-like object or a real number, not '\(value.type.name)'")
    }

    private static func values(_ value: Value, for dtype: DType) throws -> Tensor {
        // Lists are read with the checks that their elements need.
        if value.sequenceElements != nil { return try ArrayObject.make(value, type: .number(dtype)).numbers(for: "assign") }
        if let operand = try ArrayOperand.from(value), operand.table == nil {
            if case .plain(.int(let int)) = operand, let range = dtype.integerRange, !range.contains(int) {
                throw ArrayPromotion.outOfBounds(int, dtype)
            }
            if case .plain(.float(let double)) = operand, !dtype.isFloatingPoint, dtype != .bool, !double.isFinite {
                throw double.isNaN ? Raised.valueError("cannot convert float NaN to integer")
                    : Raised(.exception("OverflowError"), "cannot convert float infinity to integer")
            }
            return try operand.tensor(dtype)
        }
        let array = try ArrayObject.make(value, type: .number(dtype))
        return try array.numbers(for: "assign")
    }

    private static func positions(of value: Value, in table: ValueTable) throws -> Tensor {
        if let array = value.as(ArrayObject.self) {
            let flat = try ArrayObject.flatValues(array).map { try table.position(of: $0) }
            return try Tensor.from(flat, array.tensor.shape)
        }
        if table.type != .object || value.sequenceElements != nil, let items = value.sequenceElements {
            return try Tensor.from(items.map { try table.position(of: $0) })
        }
        return try Tensor.scalar(.int(table.position(of: value)))
    }
}

extension ArrayObject {
    /// All elements in row-major order, as `tolist` would give them.
    static func flatValues(_ array: ArrayObject) throws -> [Value] {
        guard let table = array.table else {
            return try array.tensor.reshape([array.tensor.count]).nestedLists().sequenceElements ?? []
        }
        return try array.tensor.elements(Int.self).map { table[$0] }
    }

    /// The array with other sizes of the same product.
    func reshaped(_ shape: some Collection<Int>) throws -> ArrayObject { view(try tensor.reshape(shape)) }

    /// A scalar where every dimension was indexed away by integers; the array where an ellipsis kept it one.
    func scalarOrSelfUnlessKept(_ selection: ArraySelection) throws -> Value {
        selection.hasEllipsis && tensor.rank == 0 ? .object(self) : try scalarOrSelf()
    }
}
