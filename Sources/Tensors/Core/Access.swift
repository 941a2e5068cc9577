// Defines how kernels and other targets read and make the elements of tensors.

extension Tensor {
    /// Calls `body` with a pointer to the first element, whatever the strides (`x.strides`, in elements).
    /// `E` must be the Swift type of `dtype`. The pointer is valid only inside.
    @inline(__always)
    public func withPointer<E: Element, R>(_: E.Type, _ body: (UnsafeMutablePointer<E>) throws -> R) throws -> R {
        precondition(E.dtype == dtype)
        let storage = try storage()
        return try withExtendedLifetime(storage) {
            try body(storage.bytes.assumingMemoryBound(to: E.self) + layout.offset)
        }
    }

    /// Calls `body` with all elements in row-major order as `E`, converted and copied only where needed. Read only.
    @inline(__always)
    public func withElements<E: Element, R>(_: E.Type, _ body: (UnsafeBufferPointer<E>) throws -> R) throws -> R {
        let plain = try to(E.dtype).contiguous()
        let storage = try plain.readableStorage()
        return try withExtendedLifetime(storage) {
            let first = storage.bytes.assumingMemoryBound(to: E.self) + plain.layout.offset
            return try body(UnsafeBufferPointer(start: first, count: plain.count))
        }
    }

    /// A new contiguous tensor whose elements `body` writes. They are undefined before.
    @inline(__always)
    public static func make<E: Element>(
        _ shape: Dims, _: E.Type, _ body: (UnsafeMutableBufferPointer<E>) throws -> Void
    ) throws -> Tensor {
        let result = try Tensor(empty: shape, E.dtype)
        try result.withPointer(E.self) { try body(UnsafeMutableBufferPointer(start: $0, count: result.count)) }
        return result
    }

    /// A new tensor with the given elements in row-major order.
    public static func from<E: Element>(_ elements: [E], _ shape: Dims) throws -> Tensor {
        guard shape.product == elements.count else {
            throw TensorError.runtime("shape '\(shape)' is invalid for input of size \(elements.count)")
        }
        return try make(shape, E.self) { out in
            for i in 0..<elements.count { out[i] = elements[i] }
        }
    }

    /// A 1-d tensor with the given elements.
    public static func from<E: Element>(_ elements: [E]) throws -> Tensor { try from(elements, [elements.count]) }

    /// A 0-d tensor that holds one number, of its own type.
    public static func scalar(_ number: Number, _ dtype: DType? = nil) throws -> Tensor {
        let result = try Tensor(empty: Layout(contiguous: [], count: 1), dtype ?? number.dtype)
        try result.store(number, at: 0)
        return result
    }

    /// A 0-d tensor that promotes like the plain number it holds.
    public static func wrapped(_ number: Number) throws -> Tensor {
        let result = try scalar(number)
        result.isWrappedNumber = true
        return result
    }

    /// All elements in row-major order as `E`.
    public func elements<E: Element>(_: E.Type) throws -> [E] { try withElements(E.self) { Array($0) } }

    /// The only element; an error for more or fewer.
    public func item() throws -> Number {
        guard count == 1 else {
            throw TensorError.runtime("a Tensor with \(count) elements cannot be converted to Scalar")
        }
        return try load(at: layout.offset)
    }

    /// The element at a position of the storage, in elements.
    @inline(__always)
    func load(at position: Int) throws -> Number {
        let bytes = try readableStorage().bytes
        switch dtype {
        case .float32: return bytes.assumingMemoryBound(to: Float.self)[position].number
        case .float64: return bytes.assumingMemoryBound(to: Double.self)[position].number
        case .float16: return bytes.assumingMemoryBound(to: Float16.self)[position].number
        case .bfloat16: return bytes.assumingMemoryBound(to: BFloat16.self)[position].number
        case .int64: return bytes.assumingMemoryBound(to: Int.self)[position].number
        case .int32: return bytes.assumingMemoryBound(to: Int32.self)[position].number
        case .int16: return bytes.assumingMemoryBound(to: Int16.self)[position].number
        case .int8: return bytes.assumingMemoryBound(to: Int8.self)[position].number
        case .uint8: return bytes.assumingMemoryBound(to: UInt8.self)[position].number
        case .bool: return bytes.assumingMemoryBound(to: Bool.self)[position].number
        case .uint16: return bytes.assumingMemoryBound(to: UInt16.self)[position].number
        case .uint32: return bytes.assumingMemoryBound(to: UInt32.self)[position].number
        case .uint64: return bytes.assumingMemoryBound(to: UInt64.self)[position].number
        }
    }

    /// Writes a number at a position of the storage, in elements.
    @inline(__always)
    func store(_ number: Number, at position: Int) throws {
        let bytes = try storage().bytes
        switch dtype {
        case .float32: bytes.assumingMemoryBound(to: Float.self)[position] = Float(number)
        case .float64: bytes.assumingMemoryBound(to: Double.self)[position] = Double(number)
        case .float16: bytes.assumingMemoryBound(to: Float16.self)[position] = Float16(number)
        case .bfloat16: bytes.assumingMemoryBound(to: BFloat16.self)[position] = BFloat16(number)
        case .int64: bytes.assumingMemoryBound(to: Int.self)[position] = Int(number)
        case .int32: bytes.assumingMemoryBound(to: Int32.self)[position] = Int32(number)
        case .int16: bytes.assumingMemoryBound(to: Int16.self)[position] = Int16(number)
        case .int8: bytes.assumingMemoryBound(to: Int8.self)[position] = Int8(number)
        case .uint8: bytes.assumingMemoryBound(to: UInt8.self)[position] = UInt8(number)
        case .bool: bytes.assumingMemoryBound(to: Bool.self)[position] = Bool(number)
        case .uint16: bytes.assumingMemoryBound(to: UInt16.self)[position] = UInt16(number)
        case .uint32: bytes.assumingMemoryBound(to: UInt32.self)[position] = UInt32(number)
        case .uint64: bytes.assumingMemoryBound(to: UInt64.self)[position] = UInt64(number)
        }
    }
}
