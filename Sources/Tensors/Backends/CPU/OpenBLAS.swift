// Defines OpenBLAS: the library of matrix products, opened at first use so that programs without them start faster.
import Glibc

/// Access to OpenBLAS (and the LAPACK inside it). The only place that opens it.
public enum OpenBLAS {
    /// The open library; nil where it is not installed.
    nonisolated(unsafe) private static let handle: UnsafeMutableRawPointer? = {
        for name in ["libopenblas.so.0", "libopenblas.so"] {
            guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
            // One thread inside: we split the work ourselves, in parts that do not depend on the number of threads.
            if let setThreads = dlsym(handle, "openblas_set_num_threads") {
                unsafeBitCast(setThreads, to: (@convention(c) (Int32) -> Void).self)(1)
            }
            return handle
        }
        return nil
    }()

    /// A function of the library as a C function pointer of type `F`, such as LAPACK's `dgesv_`; nil where it is missing.
    public static func function<F>(_ name: String, _: F.Type) -> F? {
        guard let handle, let symbol = dlsym(handle, name) else { return nil }
        return unsafeBitCast(symbol, to: F.self)
    }

    /// `cblas_sgemm`.
    typealias GemmFloat = @convention(c) (
        Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>, Int32, Float,
        UnsafeMutablePointer<Float>, Int32
    ) -> Void
    /// `cblas_dgemm`.
    typealias GemmDouble = @convention(c) (
        Int32, Int32, Int32, Int32, Int32, Int32, Double, UnsafePointer<Double>, Int32, UnsafePointer<Double>, Int32, Double,
        UnsafeMutablePointer<Double>, Int32
    ) -> Void

    static let gemmFloat = function("cblas_sgemm", GemmFloat.self)
    static let gemmDouble = function("cblas_dgemm", GemmDouble.self)
}
