// Defines VectorProducts: products with vectors, added up by BLAS in numpy's order, so that even the last digits agree.
import Runtime
import Tensors

/// Products of a vector with a vector or a matrix.
enum VectorProducts {
    /// The product, or nil where it is none with a vector, or BLAS has no such type: the engine multiplies then.
    /// - Parameter flattening: whether matrices of one row or column count as vectors, as `matmul` has it.
    static func product(_ x: Tensor, _ y: Tensor, flattening: Bool) throws -> Tensor? {
        switch x.dtype {
        case .float64: try Functions.double?.product(x, y, flattening)
        case .float32: try Functions.single?.product(x, y, flattening)
        case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .uint16, .uint32, .uint64, .bool: nil
        }
    }
}

/// BLAS's `dot` and `gemv` for one element type.
private struct Functions<E: Element & FloatingPoint>: @unchecked Sendable {
    /// The sum of products of so many elements, which lie so many steps apart.
    let dot: (Int32, UnsafePointer<E>, Int32, UnsafePointer<E>, Int32) -> E
    /// Layout, transposition, rows, columns, 1, matrix and its step, vector and its step, 0, result and its step.
    let gemv: (Int32, Int32, Int32, Int32, E, UnsafePointer<E>, Int32, UnsafePointer<E>, Int32, E, UnsafeMutablePointer<E>, Int32) -> Void

    func product(_ x: Tensor, _ y: Tensor, _ flattening: Bool) throws -> Tensor? {
        guard x.count > 0, y.count > 0, max(x.count, y.count) < Int(Int32.max) else { return nil }
        switch (x.rank, y.rank) {
        case (1, 1): return try inner(x, y)
        case (2, 1): return try stretched(x, y)
        case (1, 2): return try stretched(y.transpose(0, 1), x)
        case (2, 2) where flattening && x.shape[0] == 1 && y.shape[1] == 1: return try inner(x.select(0, 0), y.select(1, 0)).reshape([1, 1])
        case (2, 2) where flattening && y.shape[1] == 1: return try stretched(x, y.select(1, 0)).unsqueeze(1)
        case (2, 2) where flattening && x.shape[0] == 1: return try stretched(y.transpose(0, 1), x.select(0, 0)).unsqueeze(0)
        default: return nil
        }
    }

    private func inner(_ x: Tensor, _ y: Tensor) throws -> Tensor {
        let (x, y) = (try forwards(x), try forwards(y))
        let sum = try x.withPointer(E.self) { a in
            try y.withPointer(E.self) { b in dot(Int32(x.count), a, step(x), b, step(y)) }
        }
        return try Tensor.from([sum], Dims())
    }

    /// The matrix times the vector.
    private func stretched(_ matrix: Tensor, _ vector: Tensor) throws -> Tensor {
        let (rows, columns) = (matrix.shape[0], matrix.shape[1])
        let isRowMajor = matrix.strides[1] == 1 && matrix.strides[0] >= columns && matrix.strides[0] <= Int32.max
        let isColumnMajor = matrix.strides[0] == 1 && matrix.strides[1] >= rows && matrix.strides[1] <= Int32.max
        let matrix = isRowMajor || isColumnMajor ? matrix : try matrix.contiguous()
        let isByColumns = isColumnMajor && !isRowMajor
        let (lines, length) = isByColumns ? (columns, rows) : (rows, columns)
        // The step of a single line is never taken, so that it may be anything; BLAS wants it to be as long as the line even so.
        let leading = lines == 1 ? length : matrix.strides[isByColumns ? 1 : 0]
        let vector = try forwards(vector)
        let result = try Tensor(empty: [rows], matrix.dtype)
        try matrix.withPointer(E.self) { a in
            try vector.withPointer(E.self) { b in
                try result.withPointer(E.self) { c in
                    // The layouts of CBLAS: 101 by rows, 102 by columns; 111: not transposed.
                    gemv(isByColumns ? 102 : 101, 111, Int32(rows), Int32(columns), 1, a, Int32(leading), b, step(vector), 0, c, 1)
                }
            }
        }
        return result
    }

    /// The vector with steps that BLAS takes.
    private func forwards(_ x: Tensor) throws -> Tensor { (1...Int(Int32.max)).contains(x.strides[0]) ? x : try x.contiguous() }

    /// The step of a vector made ready by `forwards`; that of a single element is never taken, so that it may be anything.
    private func step(_ x: Tensor) -> Int32 { x.count == 1 ? 1 : Int32(x.strides[0]) }
}

extension Functions where E == Double {
    private typealias Dot = @convention(c) (Int32, UnsafePointer<Double>, Int32, UnsafePointer<Double>, Int32) -> Double
    private typealias Gemv = @convention(c) (
        Int32, Int32, Int32, Int32, Double, UnsafePointer<Double>, Int32, UnsafePointer<Double>, Int32, Double, UnsafeMutablePointer<Double>, Int32
    ) -> Void

    /// Nil where the library is missing.
    static let double = OpenBLAS.function("cblas_ddot", Dot.self).flatMap { dot in
        OpenBLAS.function("cblas_dgemv", Gemv.self).map { Functions(dot: dot, gemv: $0) }
    }
}

extension Functions where E == Float {
    private typealias Dot = @convention(c) (Int32, UnsafePointer<Float>, Int32, UnsafePointer<Float>, Int32) -> Float
    private typealias Gemv = @convention(c) (
        Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>, Int32, Float, UnsafeMutablePointer<Float>, Int32
    ) -> Void

    /// Nil where the library is missing.
    static let single = OpenBLAS.function("cblas_sdot", Dot.self).flatMap { dot in
        OpenBLAS.function("cblas_sgemv", Gemv.self).map { Functions(dot: dot, gemv: $0) }
    }
}
