// Defines NativeFloat: the two float types in which heavy kernels compute, with what such kernels share.

/// Float or Double: arithmetic, elementary functions, matrix products.
protocol NativeFloat: Element, BinaryFloatingPoint, OrderedElement, SIMDScalar, Codable {
    static func exp(_ x: Self) -> Self
    static func log(_ x: Self) -> Self
    static func tanh(_ x: Self) -> Self
    static func log1p(_ x: Self) -> Self
    /// c = alpha · a · b + beta · c for row-major matrices; `ta`, `tb` take the transposes.
    static func gemm(
        _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Self, _ a: UnsafePointer<Self>, _ lda: Int,
        _ b: UnsafePointer<Self>, _ ldb: Int, _ beta: Self, _ c: UnsafeMutablePointer<Self>, _ ldc: Int)
}

extension Float: NativeFloat {
    static func gemm(
        _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Float, _ a: UnsafePointer<Float>, _ lda: Int,
        _ b: UnsafePointer<Float>, _ ldb: Int, _ beta: Float, _ c: UnsafeMutablePointer<Float>, _ ldc: Int
    ) {
        guard let gemm = OpenBLAS.gemmFloat else { return PlainProduct.run(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc) }
        gemm(101, ta ? 112 : 111, tb ? 112 : 111, Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
    }
}

extension Double: NativeFloat {
    static func gemm(
        _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: UnsafePointer<Double>, _ lda: Int,
        _ b: UnsafePointer<Double>, _ ldb: Int, _ beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int
    ) {
        guard let gemm = OpenBLAS.gemmDouble else { return PlainProduct.run(ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc) }
        gemm(101, ta ? 112 : 111, tb ? 112 : 111, Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
    }
}

/// The matrix product by plain loops, for machines without OpenBLAS.
private enum PlainProduct {
    static func run<E: NativeFloat>(
        _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: E, _ a: UnsafePointer<E>, _ lda: Int,
        _ b: UnsafePointer<E>, _ ldb: Int, _ beta: E, _ c: UnsafeMutablePointer<E>, _ ldc: Int
    ) {
        for i in 0..<m {
            for j in 0..<n { c[i * ldc + j] = beta == 0 ? 0 : beta * c[i * ldc + j] }
            for p in 0..<k {
                let factor = alpha * (ta ? a[p * lda + i] : a[i * lda + p])
                for j in 0..<n { c[i * ldc + j] += factor * (tb ? b[j * ldb + p] : b[p * ldb + j]) }
            }
        }
    }
}

/// Work over a native float type.
protocol NativeVisitor {
    associatedtype Result
    func run<E: NativeFloat>(_: E.Type) throws -> Result
}

extension DType {
    /// Calls the visitor with Float or Double; other types are PyTorch's `"kernel" not implemented for 'Long'`.
    func visitNative<V: NativeVisitor>(_ kernel: String, _ visitor: V) throws -> V.Result {
        switch self {
        case .float32: try visitor.run(Float.self)
        case .float64: try visitor.run(Double.self)
        case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: throw TensorError.unsupported(kernel, self)
        }
    }
}

/// A tensor seen as outer × length × inner around one dimension.
struct Strip {
    let outer: Int
    let length: Int
    let inner: Int

    init(_ shape: Dims, _ dim: Int) {
        outer = shape[0..<dim].reduce(1, *)
        length = shape.count == 0 ? 1 : shape[dim]
        inner = shape.count == 0 ? 1 : shape[(dim + 1)...].reduce(1, *)
    }
}
