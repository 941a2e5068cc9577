// Defines ArrayBytes: arrays from and to the bytes of their elements.
import Runtime
import Tensors

/// The memory of arrays as bytes.
enum ArrayBytes {
    /// The elements' bytes in row-major order.
    static func bytes(of tensor: Tensor) throws -> [UInt8] {
        let plain = try tensor.contiguous()
        let size = plain.dtype.itemSize
        let start = try plain.storage().bytes + plain.layout.offset * size
        return Array(UnsafeRawBufferPointer(start: start, count: plain.count * size))
    }

    /// A new tensor over a copy of the bytes.
    /// - Throws: ValueError where they are not a whole number of elements.
    static func tensor(_ bytes: ArraySlice<UInt8>, _ dtype: DType) throws -> Tensor {
        guard bytes.count % dtype.itemSize == 0 else { throw Raised.valueError("buffer size must be a multiple of element size") }
        let result = try Tensor(empty: Dims([bytes.count / dtype.itemSize]), dtype)
        let target = try result.storage().bytes
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { target.copyMemory(from: start, byteCount: source.count) }
        }
        return result
    }

    /// The elements with their bytes in reverse order.
    static func swapped(_ tensor: Tensor) throws -> Tensor {
        let size = tensor.dtype.itemSize
        var bytes = try bytes(of: tensor)
        for start in stride(from: 0, to: bytes.count, by: size) { bytes[start..<start + size].reverse() }
        return try self.tensor(bytes[...], tensor.dtype).reshape(tensor.shape)
    }

    /// A view that reads the same bytes as elements of another type.
    /// - Throws: ValueError where the last axis does not hold whole elements of it.
    static func reinterpreted(_ tensor: Tensor, _ dtype: DType) throws -> Tensor {
        let (own, size) = (tensor.dtype.itemSize, dtype.itemSize)
        if own == size { return try Tensor(dtype, tensor.layout, tensor.storage()) }
        guard tensor.rank > 0 else { throw Raised.valueError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged") }
        guard tensor.isContiguous else {
            throw Raised.valueError("To change to a dtype of a different size, the last axis must be contiguous")
        }
        let last = tensor.rank - 1
        let bytes = tensor.shape[last] * own
        guard bytes % size == 0, tensor.layout.offset * own % size == 0 else {
            throw Raised.valueError(
                "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.")
        }
        var shape = tensor.shape
        shape[last] = bytes / size
        let layout = Layout(shape: shape, strides: Layout.rowMajor(shape), offset: tensor.layout.offset * own / size)
        return try Tensor(dtype, layout, tensor.storage())
    }

    /// `np.frombuffer`
    static func read(_ buffer: BytesObject, _ type: ArrayType, count: Int, offset: Int) throws -> Tensor {
        guard let dtype = type.dtype else { throw Raised.valueError("cannot create an OBJECT array from memory buffer") }
        guard offset >= 0, offset <= buffer.bytes.count else {
            throw Raised.valueError("offset must be non-negative and no greater than buffer length (\(buffer.bytes.count))")
        }
        let rest = buffer.bytes[offset...]
        guard count >= 0 else { return try tensor(rest, dtype) }
        let (wanted, overflows) = count.multipliedReportingOverflow(by: dtype.itemSize)
        guard !overflows, wanted <= rest.count else { throw Raised.valueError("buffer is smaller than requested size") }
        return try tensor(rest.prefix(wanted), dtype)
    }
}

extension NumPyRows {
    static var bytes: [Row] {
        [
            def("frombuffer(buffer, dtype=None, count=-1, offset=0)", "An array of the numbers that bytes stand for.",
                example: "np.frombuffer(b'\\x01\\x02', dtype=np.uint8)") { (buffer: BytesObject, type: Value, count: Int, offset: Int) in
                let elements = try ArrayBytes.read(buffer, ArrayType.from(type) ?? .number(.float64), count: count, offset: offset)
                return try (ArrayTypeObject.isSwapped(type) ? ArrayBytes.swapped(elements) : elements).intoArray().readOnly(borrows: true)
            },
        ]
    }
}
