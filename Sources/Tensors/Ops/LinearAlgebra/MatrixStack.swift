// Defines MatrixStack: the matrices in the last two dimensions of a tensor, handed to LAPACK one by one.

/// The matrices of a tensor with the sizes of the dimensions before them.
struct MatrixStack {
    let lead: [Int]
    let rows: Int
    let columns: Int
    let dtype: DType
    let matrices: [ColumnMatrix]
    /// Row-major matrices are factored as their transposes, which costs PyTorch no copy; the rounding shows it.
    let factorsTransposes: Bool

    /// Throws PyTorch's errors for tensors that hold no matrices (`name` is `linalg.inv` …), or no square ones.
    init(_ tensor: Tensor, _ name: String, square: Bool = false) throws {
        guard tensor.rank >= 2 else { throw TensorError.runtime("\(name): The input tensor A must have at least 2 dimensions.") }
        rows = tensor.shape[tensor.rank - 2]
        columns = tensor.shape[tensor.rank - 1]
        if square, rows != columns {
            throw TensorError.runtime("\(name): A must be batches of square matrices, but they are \(rows) by \(columns) matrices")
        }
        guard tensor.dtype == .float32 || tensor.dtype == .float64 else {
            if tensor.dtype.isFloatingPoint { throw TensorError.runtime("\(name): Low precision dtypes not supported. Got \(tensor.dtype.scalarName)") }
            throw TensorError.notImplemented("\(name): Expected a floating point or complex tensor as input. Got \(tensor.dtype.scalarName)")
        }
        lead = Array(tensor.shape.dropLast(2))
        dtype = tensor.dtype
        factorsTransposes = tensor.isContiguous
        let values = try tensor.detach().elements(Double.self)
        let (rows, columns) = (rows, columns)
        let (size, single) = (rows * columns, dtype == .float32)
        matrices = (0..<lead.reduce(1, *)).map {
            ColumnMatrix(rows, columns, rowMajor: values[$0 * size..<($0 + 1) * size], single: single)
        }
    }

    /// Results of all matrices as a tensor of matrices.
    func tensor(_ results: [ColumnMatrix], _ rows: Int, _ columns: Int) throws -> Tensor {
        try Tensor.from(results.flatMap(\.rowMajor), Dims(lead + [rows, columns])).to(dtype)
    }

    /// Results of all matrices as a tensor of vectors.
    func tensor(_ results: [[Double]], _ length: Int) throws -> Tensor {
        try Tensor.from(results.flatMap { $0 }, Dims(lead + [length])).to(dtype)
    }

    /// One number for each matrix.
    func tensor(_ results: [Double]) throws -> Tensor { try Tensor.from(results, Dims(lead)).to(dtype) }

    /// `name: (Batch element 1): ` where there are several matrices.
    func prefix(_ name: String, _ index: Int) -> String {
        lead.isEmpty ? "\(name): " : "\(name): (Batch element \(index)): "
    }
}

extension Tensor {
    /// The transpose of the last two dimensions.
    var mT: Tensor { get throws { try transpose(-2, -1) } }
}
