// Defines NativeFloat: the two float types in which heavy kernels compute, with what such kernels share.
import COpenBLAS

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
        cblas_sgemm(
            CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans : CblasNoTrans, blasint(m), blasint(n), blasint(k),
            alpha, a, blasint(lda), b, blasint(ldb), beta, c, blasint(ldc))
    }
}

extension Double: NativeFloat {
    static func gemm(
        _ ta: Bool, _ tb: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double, _ a: UnsafePointer<Double>, _ lda: Int,
        _ b: UnsafePointer<Double>, _ ldb: Int, _ beta: Double, _ c: UnsafeMutablePointer<Double>, _ ldc: Int
    ) {
        cblas_dgemm(
            CblasRowMajor, ta ? CblasTrans : CblasNoTrans, tb ? CblasTrans : CblasNoTrans, blasint(m), blasint(n), blasint(k),
            alpha, a, blasint(lda), b, blasint(ldb), beta, c, blasint(ldc))
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
        case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool: throw TensorError.unsupported(kernel, self)
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
