// Defines cartesian_prod, combinations, meshgrid and one_hot: tensors of all combinations.

extension Tensor {
    /// All tuples of elements of vectors, one row each; a single vector stays as it is.
    public static func cartesianProd(_ tensors: [Tensor]) throws -> Tensor {
        for tensor in tensors where tensor.rank != 1 {
            throw TensorError.runtime("Expect a 1D vector, but got shape \(tensor.shape)")
        }
        if tensors.count == 1 { return tensors[0] }
        return try Tensor.stack(meshgrid(tensors, indexing: "ij").map { try $0.reshape([-1]) }, dim: 1)
    }

    /// All choices of `size` elements of a vector, one row each, in order; with repetition if asked.
    public func combinations(_ size: Int = 2, withReplacement: Bool = false) throws -> Tensor {
        guard rank == 1 else { throw TensorError.runtime("Expect a 1D vector, but got shape \(shape)") }
        guard size >= 0 else { throw TensorError.runtime("Expect a non-negative number, but got \(size)") }
        if size == 0 { return try Tensor(empty: [0], dtype) }
        var rows: [[Int]] = []
        var current: [Int] = []
        func extend(from start: Int) {
            if current.count == size {
                rows.append(current)
                return
            }
            for k in start..<Swift.max(count, start) {
                current.append(k)
                extend(from: withReplacement ? k : k + 1)
                current.removeLast()
            }
        }
        if size <= count || withReplacement { extend(from: 0) }
        return try index([.tensor(Tensor.from(rows.flatMap { $0 }, [rows.count, size]))])
    }

    /// Coordinates of a grid from the coordinates of its axes; "xy" exchanges the first two.
    public static func meshgrid(_ tensors: [Tensor], indexing: String = "ij") throws -> [Tensor] {
        guard !tensors.isEmpty else { throw TensorError.runtime("meshgrid expects a non-empty TensorList") }
        for tensor in tensors where tensor.rank > 1 {
            throw TensorError.runtime("torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: \(tensor.shape)")
        }
        for tensor in tensors.dropFirst() where tensor.dtype != tensors[0].dtype {
            throw TensorError.runtime("meshgrid expects all tensors to have the same dtype")
        }
        guard indexing == "ij" || indexing == "xy" else {
            throw TensorError.runtime("torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: \(indexing)")
        }
        let swaps = indexing == "xy" && tensors.count >= 2
        var ordered = tensors
        if swaps { ordered.swapAt(0, 1) }
        let sizes = ordered.map(\.count)
        var grids = try ordered.enumerated().map { k, tensor -> Tensor in
            var view = [Int](repeating: 1, count: sizes.count)
            view[k] = sizes[k]
            return try tensor.view(view).expand(sizes)
        }
        if swaps { grids.swapAt(0, 1) }
        return grids
    }

    /// Vectors with a one at the place each element names; -1 classes: as many as needed.
    public func oneHot(_ classes: Int = -1) throws -> Tensor {
        guard dtype == .int64 else { throw TensorError.runtime("one_hot is only applicable to index tensor of type LongTensor.") }
        let values = try elements(Int.self)
        if values.isEmpty, classes <= 0 { throw TensorError.runtime("Can not infer total number of classes from empty tensor.") }
        if values.contains(where: { $0 < 0 }) { throw TensorError.runtime("Class values must be non-negative.") }
        let width = classes == -1 ? (values.max() ?? 0) + 1 : classes
        guard width >= 1 else { throw TensorError.runtime("num_classes should be positive") }
        if values.contains(where: { $0 >= width }) { throw TensorError.runtime("Class values must be smaller than num_classes.") }
        let result = try Tensor.zeros(Dims(shape.array + [width]), .int64)
        try result.withPointer(Int.self) { out in
            for (k, value) in values.enumerated() { out[k * width + value] = 1 }
        }
        return result
    }
}
