// Defines ArraySelection: the elements an index picks: a view, and integer or mask arrays over some of its dimensions.
import Runtime
import Tensors

/// The elements of a tensor that a numpy index names; the engine reads and writes them.
struct ArraySelection {
    /// The tensor after all ints, slices, `None`s and the ellipsis; array indices still to be applied to `arrays`' dimensions.
    private(set) var view: Tensor
    /// Integer arrays, each for one dimension of `view`, and the axis of the indexed array it stands for.
    private var arrays: [(dim: Int, index: Tensor, axis: Int)] = []
    /// Whether a slice, `None` or ellipsis stands between array indices: their dimensions then come first in the result.
    private var isSplit = false
    private(set) var hasEllipsis = false
    private(set) var hasMask = false

    /// Whether an array takes part, so that reading copies.
    var isAdvanced: Bool { !arrays.isEmpty }

    /// - Throws: IndexError with numpy's words.
    init(_ tensor: Tensor, _ key: Value) throws {
        view = tensor
        var parser = ArrayKey()
        try parser.parse(key)
        let missing = tensor.rank - parser.consumed
        guard missing >= 0 else {
            throw Raised.indexError("too many indices for array: array is \(tensor.rank)-dimensional, but \(parser.consumed) were indexed")
        }
        hasMask = parser.hasMask
        hasEllipsis = parser.hasEllipsis
        var place = (dim: 0, axis: 0)
        var lastAdvanced: Int?
        for (position, item) in parser.items.enumerated() {
            // An integer beside an array counts as one of the arrays when it is decided whether they are adjacent.
            if item.isAdvanced || (parser.hasArray && item.isInteger) {
                if let lastAdvanced, lastAdvanced != position - 1 { isSplit = true }
                lastAdvanced = position
            }
            try apply(item, at: &place, missing: missing, besideArray: parser.hasArray)
        }
        if isSplit { try moveIndexedDimensionsFirst() }
    }

    private mutating func apply(_ item: ArrayKey.Item, at place: inout (dim: Int, axis: Int), missing: Int, besideArray: Bool) throws {
        switch item {
        case .integer(let index):
            let size = view.shape[place.dim]
            guard index >= -size, index < size else {
                throw Raised.indexError("index \(index) is out of bounds for axis \(place.axis) with size \(size)")
            }
            if besideArray {
                arrays.append((place.dim, try Tensor.scalar(.int(index)), place.axis))
                place.dim += 1
            } else {
                view = try view.select(place.dim, index)
            }
            place.axis += 1
        case .slice(let slice):
            view = try Self.sliced(view, place.dim, slice)
            place = (place.dim + 1, place.axis + 1)
        case .newAxis:
            view = try view.unsqueeze(place.dim)
            place.dim += 1
        case .ellipsis: place = (place.dim + missing, place.axis + missing)
        case .truth(let truth):
            view = try view.unsqueeze(place.dim)
            arrays.append((place.dim, try Tensor.from(truth ? [0] : []), place.axis))
            place.dim += 1
        case .array(let index):
            arrays.append((place.dim, index, place.axis))
            place = (place.dim + 1, place.axis + 1)
        case .mask(let mask):
            place = (place.dim + (try apply(mask, at: place)), place.axis + mask.rank)
        }
    }

    /// A mask becomes the positions of its true elements, one array per dimension.
    /// - Returns: the number of dimensions of the view it then stands for
    private mutating func apply(_ mask: Tensor, at place: (dim: Int, axis: Int)) throws -> Int {
        for k in 0..<mask.rank where mask.shape[k] != view.shape[place.dim + k] {
            throw Raised.indexError(
                "boolean index did not match indexed array along axis \(place.axis + k); size of axis is \(view.shape[place.dim + k]) "
                + "but size of corresponding boolean axis is \(mask.shape[k])")
        }
        if mask.rank > 1, mask.rank == view.rank, view.isContiguous {
            // One dimension is enough to name the elements of a whole array.
            view = try view.reshape([view.count])
            arrays.append((0, try mask.reshape([mask.count]).nonzeroColumns()[0], 0))
            return 1
        }
        for (k, index) in try mask.nonzeroColumns().enumerated() { arrays.append((place.dim + k, index, place.axis + k)) }
        return mask.rank
    }

    private mutating func moveIndexedDimensionsFirst() throws {
        view = try view.movedim(arrays.map(\.dim), Array(arrays.indices))
        for k in arrays.indices { arrays[k].dim = k }
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

    /// The arrays by dimension of the view, as the engine takes them.
    private var indices: [Tensor?] {
        var indices = [Tensor?](repeating: nil, count: view.rank)
        for (dim, index, _) in arrays { indices[dim] = index }
        return indices
    }

    /// The sizes of what is selected.
    func shape() throws -> Dims {
        guard isAdvanced else { return view.shape }
        var block = Dims()
        for (_, index, _) in arrays {
            guard let joined = try? Shapes.broadcast(block, index.shape) else {
                let shapes = arrays.map { ArrayShapes.text($0.index.shape) }.joined(separator: " ")
                throw Raised.indexError("shape mismatch: indexing arrays could not be broadcast together with shapes \(shapes) ")
            }
            block = joined
        }
        let indexed = arrays.map(\.dim)
        let first = indexed.min() ?? 0
        let rest = (0..<view.rank).filter { !indexed.contains($0) }
        return try Dims(rest.filter { $0 < first }.map { view.shape[$0] } + block.array + rest.filter { $0 > first }.map { view.shape[$0] })
    }

    /// A new tensor of the selected elements.
    func gathered() throws -> Tensor {
        try explained { try view.index(tensors: indices) }
    }

    /// Writes `source`, which must broadcast to the selection, into the selected elements.
    func store(_ source: Tensor) throws {
        guard isAdvanced else { _ = try view.copyInPlace(source); return }
        try explained { try view.assign(at: indices, source) }
    }

    /// Sets the elements of a whole array where a mask is true to one value; false where the key is something else.
    static func fill(_ target: Tensor, _ key: Value, _ value: Tensor) throws -> Bool {
        guard let mask = key.as(ArrayObject.self), mask.table == nil, mask.tensor.dtype == .bool, mask.tensor.shape == target.shape,
              value.rank == 0, target.rank > 0 else { return false }
        return try target.fill(where: mask.tensor, value)
    }

    /// The engine's errors about indices, in numpy's words.
    private func explained<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch let failure as TensorError {
            _ = try shape()
            for (dim, index, axis) in arrays {
                let size = view.shape[dim]
                for value in try index.elements(Int.self) where value < -size || value >= size {
                    throw Raised.indexError("index \(value) is out of bounds for axis \(axis) with size \(size)")
                }
            }
            throw failure
        }
    }
}
