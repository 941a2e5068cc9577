// Defines ArrayMemory: the refusal of arrays that would not fit, before anything is made for them.
import Runtime
import Tensors

/// Checks of sizes before memory is taken.
enum ArrayMemory {
    /// - Throws: numpy's ValueError or MemoryError for arrays that are too large.
    static func check(_ shape: Dims, _ dtype: DType = .float64) throws {
        guard let count = shape.product, !count.multipliedReportingOverflow(by: dtype.itemSize).overflow else {
            throw Raised.valueError("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
        }
        let bytes = count * dtype.itemSize
        guard bytes > Engine.current.memoryLimit else { return }
        throw Raised(
            .exception("MemoryError"),
            "Unable to allocate \(words(bytes)) for an array with shape \(tuple(shape)) and data type \(dtype.name)")
    }

    /// The number of elements of sizes multiplied by counts, checked.
    static func check(_ shape: Dims, times counts: [Int], _ dtype: DType) throws {
        var grown = shape
        for (axis, count) in counts.enumerated() {
            guard count >= 0 else { throw Raised.valueError("negative dimensions are not allowed") }
            let (size, overflows) = shape[axis].multipliedReportingOverflow(by: count)
            guard !overflows else { throw Raised.valueError("Maximum allowed dimension exceeded") }
            grown[axis] = size
        }
        try check(grown, dtype)
    }

    /// `(2, 3)`, `(4,)`
    private static func tuple(_ shape: Dims) -> String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }

    /// `7.11 PiB`: three digits.
    private static func words(_ bytes: Int) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var size = Double(bytes)
        var unit = 0
        while size >= 1024, unit < units.count - 1 {
            size /= 1024
            unit += 1
        }
        let places = size >= 100 ? 0 : size >= 10 ? 1 : 2
        let scale = [1.0, 10.0, 100.0][places]
        let whole = Int((size * scale).rounded())
        let fraction = String(whole % Int(scale) + Int(scale)).dropFirst()
        return "\(whole / Int(scale)).\(places == 0 ? "" : fraction) \(units[unit])"
    }
}
