// Defines Index, one entry between the brackets of `x[…]`, and how a list of them becomes a view and index tensors.

/// One entry of an index expression.
public enum Index {
    /// An integer: the dimension disappears.
    case select(Int)
    /// A slice; missing bounds stand for the ends.
    case slice(start: Int?, stop: Int?, step: Int?)
    /// `None`: a new dimension of size one.
    case newAxis
    /// `...`: as many whole dimensions as are left.
    case ellipsis
    /// An integer tensor, or a mask of bools.
    case tensor(Tensor)
    /// `True` or `False`: a new dimension of size one or zero.
    case bool(Bool)
}

/// An index expression applied to a tensor: what plain views can do is done, the rest is left as index tensors.
struct ResolvedIndex {
    /// The tensor after integers, slices and new axes.
    var view: Tensor
    /// For each dimension of `view` its index tensor; nil for whole dimensions.
    var indices: [Tensor?]

    /// Dimensions of the source used up so far: errors count in them.
    private var consumed = 0

    /// Whether the result is a plain view.
    var isView: Bool { indices.allSatisfy { $0 == nil } }

    /// Applies integers, slices, new axes and masks. Throws PyTorch's IndexErrors.
    init(_ source: Tensor, _ entries: [Index]) throws {
        view = source
        indices = []
        let used = entries.reduce(0) { $0 + $1.consumedDimensions }
        guard used <= source.rank else {
            if source.rank == 0 {
                throw TensorError.index("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                    + "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number")
            }
            throw TensorError.index("too many indices for tensor of dimension \(source.rank)")
        }
        for (position, entry) in entries.enumerated() {
            try apply(entry, at: position, missing: source.rank - used)
            consumed += entry.consumedDimensions
            if case .ellipsis = entry { consumed += source.rank - used }
        }
        while indices.count < view.rank { indices.append(nil) }
    }

    private mutating func apply(_ entry: Index, at position: Int, missing: Int) throws {
        let d = indices.count
        switch entry {
        case .select(let index):
            let size = view.shape[d]
            guard let wrapped = Positions.wrap(index, size) else {
                throw TensorError.index("index \(index) is out of bounds for dimension \(consumed) with size \(size)")
            }
            view = try view.select(d, wrapped)
        case .slice(let start, let stop, let step):
            if step == 0 { throw TensorError.value("slice step cannot be zero") }
            let isWhole = start == nil && stop == nil && (step ?? 1) == 1
            if !isWhole { view = try view.slice(d, start, stop, step ?? 1) }
            indices.append(nil)
        case .newAxis:
            view = try view.unsqueeze(d)
            indices.append(nil)
        case .ellipsis:
            for _ in 0..<missing { indices.append(nil) }
        case .bool(let value):
            view = try view.unsqueeze(d)
            indices.append(try Tensor.from(value ? [0] : []))
        case .tensor(let tensor): try apply(tensor, at: position)
        }
    }

    private mutating func apply(_ tensor: Tensor, at position: Int) throws {
        let isMask = tensor.dtype == .bool || tensor.dtype == .uint8
        if tensor.rank == 0 {
            let value = try tensor.item()
            return try apply(isMask ? .bool(value.isTrue) : .select(value.int), at: position, missing: 0)
        }
        guard isMask else {
            guard tensor.dtype == .int64 || tensor.dtype == .int32 else {
                throw TensorError.index("tensors used as indices must be long, int, byte or bool tensors")
            }
            indices.append(tensor)
            return
        }
        let d = indices.count
        for k in 0..<tensor.rank where tensor.shape[k] != view.shape[d + k] {
            throw TensorError.index("The shape of the mask \(tensor.shape) at index \(k) does not match the shape of the indexed "
                + "tensor \(view.shape) at index \(d + k)")
        }
        indices += try tensor.nonzeroColumns()
    }
}

extension Index {
    /// Dimensions of the source this entry stands for.
    fileprivate var consumedDimensions: Int {
        switch self {
        case .select, .slice: 1
        case .newAxis, .ellipsis, .bool: 0
        case .tensor(let tensor):
            tensor.rank == 0 ? (tensor.dtype == .bool || tensor.dtype == .uint8 ? 0 : 1)
                : (tensor.dtype == .bool || tensor.dtype == .uint8 ? tensor.rank : 1)
        }
    }
}
