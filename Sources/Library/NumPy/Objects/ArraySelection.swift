// Defines ArraySelection: the elements an index picks: a view, and integer or mask arrays over some of its dimensions.
import Runtime
import Tensors

/// The elements of a tensor that a numpy index names.
struct ArraySelection {
    /// The tensor after all ints, slices, `None`s and the ellipsis; array indices still to be applied to `arrays`' dimensions.
    private(set) var view: Tensor
    /// Integer arrays, each for one dimension of `view`.
    private var arrays: [(dim: Int, index: Tensor)] = []
    /// Whether a slice, `None` or ellipsis stands between array indices: their dimensions then come first in the result.
    private var isSplit = false
    private(set) var hasEllipsis = false
    private(set) var hasMask = false

    /// Whether an array takes part, so that reading copies.
    var isAdvanced: Bool { !arrays.isEmpty }

    /// - Throws: IndexError with numpy's words.
    init(_ tensor: Tensor, _ key: Value) throws {
        view = tensor
        var parser = KeyParser()
        try parser.parse(key)
        let missing = tensor.rank - parser.consumed
        guard missing >= 0 else {
            throw Raised.indexError("too many indices for array: array is \(tensor.rank)-dimensional, but \(parser.consumed) were indexed")
        }
        hasMask = parser.hasMask
        hasEllipsis = parser.hasEllipsis
        var dim = 0
        var original = 0
        var lastAdvanced: Int?
        // An integer beside an array counts as one of the arrays when it is decided whether they are adjacent.
        for (position, item) in parser.items.enumerated() {
            switch item {
            case .integer(let index):
                let size = view.shape[dim]
                guard index >= -size, index < size else {
                    throw Raised.indexError("index \(index) is out of bounds for axis \(original) with size \(size)")
                }
                if parser.hasArray {
                    try note(position, &lastAdvanced)
                    arrays.append((dim, try Tensor.scalar(.int(index < 0 ? index + size : index))))
                    dim += 1
                } else {
                    view = try view.select(dim, index)
                }
                original += 1
            case .slice(let slice):
                view = try Self.sliced(view, dim, slice)
                dim += 1
                original += 1
            case .newAxis:
                view = try view.unsqueeze(dim)
                dim += 1
            case .ellipsis:
                dim += missing
                original += missing
            case .array(let index):
                try note(position, &lastAdvanced)
                arrays.append((dim, try Self.checked(index, size: view.shape[dim], axis: original)))
                dim += 1
                original += 1
            case .mask(let mask):
                try note(position, &lastAdvanced)
                try apply(mask, dim: dim, original: original)
                dim += mask.rank
                original += mask.rank
            }
        }
    }

    private mutating func note(_ position: Int, _ last: inout Int?) throws {
        if let last, last != position - 1 { isSplit = true }
        last = position
    }

    /// A mask becomes the positions of its true elements, one array per dimension.
    private mutating func apply(_ mask: Tensor, dim: Int, original: Int) throws {
        for k in 0..<mask.rank where mask.shape[k] != view.shape[dim + k] {
            throw Raised.indexError(
                "boolean index did not match indexed array along axis \(original + k); size of axis is \(view.shape[dim + k]) "
                + "but size of corresponding boolean axis is \(mask.shape[k])")
        }
        let flat = try mask.elements(Bool.self)
        let hits = flat.indices.filter { flat[$0] }
        var stride = 1
        var indices: [Tensor] = []
        for size in mask.shape.reversed() {
            indices.insert(try Tensor.from(hits.map { $0 / stride % size }), at: 0)
            stride *= size
        }
        for (k, index) in indices.enumerated() { arrays.append((dim + k, index)) }
    }

    private static func checked(_ index: Tensor, size: Int, axis: Int) throws -> Tensor {
        let wrapped = try index.elements(Int.self).map { value in
            guard value >= -size, value < size else {
                throw Raised.indexError("index \(value) is out of bounds for axis \(axis) with size \(size)")
            }
            return value < 0 ? value + size : value
        }
        return try Tensor.from(wrapped, index.shape)
    }

    /// A slice as a view; numpy's negative steps are negative strides.
    private static func sliced(_ tensor: Tensor, _ dim: Int, _ slice: SliceObject) throws -> Tensor {
        let (start, step, count) = try slice.indices(length: tensor.shape[dim])
        if start == 0, step == 1, count == tensor.shape[dim] { return tensor }
        var shape = tensor.shape
        var strides = tensor.strides
        shape[dim] = count
        strides[dim] &*= step
        let first = count == 0 ? 0 : start &* tensor.strides[dim]
        return try Tensor(tensor.dtype, Layout(shape: shape, strides: strides, offset: tensor.layout.offset + first), tensor.storage())
    }

    // MARK: Elements

    /// The sizes of what is selected.
    var shape: Dims {
        guard isAdvanced else { return view.shape }
        guard let plan = try? plan() else { return Dims() }
        return (try? Dims(plan.sizes)) ?? Dims()
    }

    /// Result sizes and, in row-major order, the element offset of each selected element in the storage.
    private func plan() throws -> (sizes: [Int], offsets: [Int]) {
        var block = Dims()
        for (_, index) in arrays {
            guard let joined = try? Shapes.broadcast(block, index.shape) else {
                let shapes = arrays.map { ArrayShapes.text($0.index.shape) }.joined(separator: " ")
                throw Raised.indexError("shape mismatch: indexing arrays could not be broadcast together with shapes \(shapes) ")
            }
            block = joined
        }
        var blockOffsets = [Int](repeating: 0, count: block.product ?? 0)
        for (dim, index) in arrays {
            let stride = view.strides[dim]
            let values = try index.expand(block).elements(Int.self)
            for k in blockOffsets.indices { blockOffsets[k] &+= values[k] &* stride }
        }
        let indexed = Set(arrays.map(\.dim))
        let first = isSplit ? 0 : arrays.map(\.dim).min() ?? 0
        let before = (0..<first).filter { !indexed.contains($0) }
        let after = (first..<view.rank).filter { !indexed.contains($0) }
        let leading = strided(before)
        let trailing = strided(after)
        var offsets: [Int] = []
        offsets.reserveCapacity(leading.count * blockOffsets.count * trailing.count)
        for a in leading { for b in blockOffsets { for c in trailing { offsets.append(view.layout.offset &+ a &+ b &+ c) } } }
        return (before.map { view.shape[$0] } + block.array + after.map { view.shape[$0] }, offsets)
    }

    /// Offsets of all positions over some dimensions of the view.
    private func strided(_ dims: [Int]) -> [Int] {
        var offsets = [0]
        for dim in dims {
            let steps = (0..<view.shape[dim]).map { $0 &* view.strides[dim] }
            offsets = offsets.flatMap { base in steps.map { base &+ $0 } }
        }
        return offsets
    }

    /// A new tensor of the selected elements.
    func gathered() throws -> Tensor {
        let (sizes, offsets) = try plan()
        let result = try Tensor(empty: Dims(sizes), view.dtype)
        let size = view.dtype.itemSize
        let source = try view.storage().bytes
        let target = try result.storage().bytes
        for (k, offset) in offsets.enumerated() { (target + k &* size).copyMemory(from: source + offset &* size, byteCount: size) }
        return result
    }

    /// Writes `source`, which must broadcast to the selection, into the selected elements.
    func store(_ source: Tensor) throws {
        guard isAdvanced else { _ = try view.copyInPlace(source); return }
        let (sizes, offsets) = try plan()
        let plain = try source.to(view.dtype).expand(sizes).contiguous()
        try view.willChange()
        let size = view.dtype.itemSize
        let from = try plain.storage().bytes + plain.layout.offset &* size
        let target = try view.storage().bytes
        for (k, offset) in offsets.enumerated() { (target + offset &* size).copyMemory(from: from + k &* size, byteCount: size) }
    }
}

/// The parts of an index, before it meets a tensor.
private struct KeyParser {
    enum Item {
        case integer(Int)
        case slice(SliceObject)
        case newAxis
        case ellipsis
        case array(Tensor)
        case mask(Tensor)
    }

    private(set) var items: [Item] = []
    /// Number of dimensions the items use up.
    private(set) var consumed = 0
    private(set) var hasArray = false
    private(set) var hasMask = false
    /// Whether the program wrote an ellipsis; one at the end is implied.
    private(set) var hasEllipsis = false

    private static let invalid = Raised.indexError(
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")

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
            items.append(.newAxis)
            try add(array: Tensor.from(truth ? [0] : []))
            consumed -= 1
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
        hasArray = true
        if array.dtype == .bool {
            hasMask = true
            items.append(.mask(array))
            consumed += array.rank
            return
        }
        // `a[[]]`: an empty list is an empty integer array.
        guard !array.dtype.isFloatingPoint || array.count == 0 else {
            throw Raised.indexError("arrays used as indices must be of integer (or boolean) type")
        }
        items.append(.array(array))
        consumed += 1
    }
}

extension ArrayObject {
    fileprivate func numbersForIndex() throws -> Tensor {
        guard table == nil else { throw Raised.indexError("arrays used as indices must be of integer (or boolean) type") }
        return tensor
    }
}
