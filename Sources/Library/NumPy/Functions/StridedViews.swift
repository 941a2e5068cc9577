// Defines StridedViews: `np.lib.stride_tricks.as_strided`, a view with sizes and strides of the program's choice.
import Runtime
import Tensors

/// Views that name their layout.
enum StridedViews {
    static let row = def(
        "as_strided(x, shape=None, strides=None, subok=False, writeable=True)", "A view with other sizes and steps (in bytes).",
        example: "np.lib.stride_tricks.as_strided(np.arange(4), (2, 2), (8, 8))") {
        (x: ArrayArgument, shape: ShapeArgument?, strides: ShapeArgument?, _: Value, _: Value) in
        let size = x.array.tensor.dtype.itemSize
        let sizes = try shape?.dims() ?? x.tensor.shape
        let steps = strides?.sizes.map { $0 / size } ?? x.tensor.strides.array
        guard steps.count == sizes.count else { throw Raised.valueError("strides must have the same length as shape") }
        return x.array.view(try view(x.tensor, sizes, Dims(steps)))
    }

    /// - Throws: ValueError where the view would leave the memory of the tensor.
    private static func view(_ tensor: Tensor, _ sizes: Dims, _ steps: Dims) throws -> Tensor {
        let storage = try tensor.storage()
        var (low, high) = (tensor.layout.offset, tensor.layout.offset)
        for k in 0..<sizes.count where sizes[k] > 0 {
            let (reach, overflows) = (sizes[k] - 1).multipliedReportingOverflow(by: steps[k])
            guard !overflows else { throw Raised.valueError("strides reach beyond the memory of the array") }
            let (sum, isTooFar) = (reach < 0 ? low : high).addingReportingOverflow(reach)
            guard !isTooFar else { throw Raised.valueError("strides reach beyond the memory of the array") }
            if reach < 0 { low = sum } else { high = sum }
        }
        guard sizes.contains(0) || (low >= 0 && high < storage.byteCount / tensor.dtype.itemSize) else {
            throw Raised.valueError("strides reach beyond the memory of the array")
        }
        return Tensor(tensor.dtype, Layout(shape: sizes, strides: steps, offset: tensor.layout.offset), storage)
    }
}
