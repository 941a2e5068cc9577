// Defines ArrayKey: the parts of an index of numpy, as the program wrote them.
import Runtime
import Tensors

/// The parts of an index, before it meets a tensor.
struct ArrayKey {
    /// One part of an index.
    enum Item {
        case integer(Int)
        case slice(SliceObject)
        case newAxis
        case ellipsis
        case array(Tensor)
        case mask(Tensor)
        case truth(Bool)

        /// Whether it makes reading copy.
        var isAdvanced: Bool {
            switch self {
            case .array, .mask, .truth: true
            case .integer, .slice, .newAxis, .ellipsis: false
            }
        }

        var isInteger: Bool {
            if case .integer = self { true } else { false }
        }
    }

    /// The parts; the ellipsis is always there.
    private(set) var items: [Item] = []
    /// Number of dimensions the items use up.
    private(set) var consumed = 0
    /// Whether a part makes reading copy.
    private(set) var hasArray = false
    /// Whether a part is an array of bools.
    private(set) var hasMask = false
    /// Whether the program wrote an ellipsis; one at the end is implied.
    private(set) var hasEllipsis = false

    private static let invalid = Raised.indexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")

    /// Reads the key.
    /// - Throws: IndexError for what is no index.
    mutating func parse(_ key: Value) throws {
        if let tuple = key.as(TupleObject.self) {
            for part in tuple.elements { try add(part) }
        } else {
            try add(key)
        }
        let ellipses = items.filter { if case .ellipsis = $0 { true } else { false } }.count
        if ellipses > 1 { throw Raised.indexError("an index can only have a single ellipsis ('...')") }
        hasEllipsis = ellipses == 1
        if !hasEllipsis { items.append(.ellipsis) }
    }

    private mutating func add(_ part: Value) throws {
        switch part {
        case .none: items.append(.newAxis)
        case .int(let index):
            items.append(.integer(index))
            consumed += 1
        case .bool(let truth):
            hasArray = true
            items.append(.truth(truth))
        case .float, .unset: throw Self.invalid
        case .object(let object):
            if let slice = object as? SliceObject {
                items.append(.slice(slice))
                consumed += 1
            } else if object === SingletonObject.ellipsis {
                items.append(.ellipsis)
            } else if let scalar = object as? ScalarObject {
                if case .float = scalar.number { throw Self.invalid }
                try add(scalar.plain)
            } else if object is ListObject || object is TupleObject || object is ArrayObject || object is TensorObject || object is RangeObject {
                try add(array: ArrayObject.make(part).numbersForIndex())
            } else {
                guard let index = try part.index() else { throw Self.invalid }
                items.append(.integer(index))
                consumed += 1
            }
        }
    }

    private mutating func add(array: Tensor) throws {
        let hadArray = hasArray
        hasArray = true
        if array.dtype == .bool {
            if array.rank == 0 { return items.append(.truth(try array.item().isTrue)) }
            hasMask = true
            items.append(.mask(array))
            consumed += array.rank
            return
        }
        // `a[[]]`: an empty list is an empty integer array.
        guard !array.dtype.isFloatingPoint || array.count == 0 else {
            throw Raised.indexError("arrays used as indices must be of integer (or boolean) type")
        }
        // An integer array without dimensions selects as an integer does.
        if array.rank == 0, array.count == 1 {
            hasArray = hadArray
            items.append(.integer(try array.item().int))
        } else {
            items.append(.array(array.dtype == .int64 ? array : try array.to(.int64)))
        }
        consumed += 1
    }
}

extension ArrayObject {
    fileprivate func numbersForIndex() throws -> Tensor {
        guard table == nil else { throw Raised.indexError("arrays used as indices must be of integer (or boolean) type") }
        return tensor
    }
}
