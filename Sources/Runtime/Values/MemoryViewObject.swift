// MemoryViewObject: a `memoryview`.

/// Some of the bytes of another object, read and written in place, as numbers of a format.
public final class MemoryViewObject: BytesObject, @unchecked Sendable {
    /// Whose bytes they are; nil once the view is released.
    private(set) var owner: BytesObject?
    /// How an element lies in the bytes.
    let format: ElementFormat
    /// Bytes before the first element, bytes from one element to the next, number of elements.
    private let layout: (offset: Int, stride: Int, count: Int)

    /// A view of all bytes of an object.
    init(of owner: BytesObject) {
        self.owner = owner
        format = .byte
        layout = (0, 1, owner.bytes.count)
        super.init([], type: .memoryview)
        (owner as? ByteArrayObject)?.exports += 1
    }

    private init(of owner: BytesObject, _ format: ElementFormat, _ layout: (offset: Int, stride: Int, count: Int)) {
        (self.owner, self.format, self.layout) = (owner, format, layout)
        super.init([], type: .memoryview)
        (owner as? ByteArrayObject)?.exports += 1
    }

    deinit { release() }

    /// Lets go of the object.
    func release() {
        (owner as? ByteArrayObject)?.exports -= 1
        owner = nil
    }

    /// The object.
    /// - Throws: ValueError where the view is released.
    func alive() throws -> BytesObject {
        guard let owner else { throw Raised.valueError("operation forbidden on released memoryview object") }
        return owner
    }

    /// The bytes of the elements, one after the other.
    public override var bytes: [UInt8] {
        get {
            guard let all = owner?.bytes else { return [] }
            if layout.stride == format.size { return Array(all[layout.offset..<layout.offset + layout.count * layout.stride]) }
            return (0..<layout.count).flatMap { all[(layout.offset + $0 * layout.stride)...].prefix(format.size) }
        }
        set { preconditionFailure("the bytes of a view are those of its object") }
    }

    override var kindName: String { "memoryview" }
    override func like(_ bytes: [UInt8]) -> BytesObject { BytesObject(bytes) }

    /// Whether the elements follow each other.
    var isContiguous: Bool { layout.stride == format.size }

    /// Whether elements cannot be assigned.
    var isReadOnly: Bool { !(owner is ByteArrayObject) }

    /// The elements as numbers.
    func elements() throws -> [Value] { try (0..<layout.count).map(element) }

    private func element(_ index: Int) throws -> Value {
        let start = layout.offset + index * layout.stride
        return format.value(try alive().bytes[start..<start + format.size])
    }

    /// The same bytes in elements of another format.
    func cast(to format: ElementFormat) throws -> MemoryViewObject {
        let owner = try alive()
        let size = layout.count * self.format.size
        guard layout.stride == self.format.size else { throw Raised.typeError("memoryview: casts are restricted to C-contiguous views") }
        guard self.format == .byte || format == .byte else { throw Raised.typeError("memoryview: cannot cast between two non-byte formats") }
        guard size % format.size == 0 else { throw Raised.typeError("memoryview: length is not a multiple of itemsize") }
        return MemoryViewObject(of: owner, format, (layout.offset, format.size, size / format.size))
    }

    // MARK: Hooks

    public override func length() throws -> Int? {
        _ = try alive()
        return layout.count
    }

    public override func item(_ key: Value) throws -> Value {
        _ = try alive()
        guard let slice = key.as(SliceObject.self) else { return try element(position(key)) }
        let part = part(try slice.indices(length: layout.count))
        // Reading the bounds may have run code that released the view.
        return .object(MemoryViewObject(of: try alive(), format, part))
    }

    /// Where the elements of a slice lie. Without elements a view begins where this one does, and only from two elements on does the distance
    /// between them matter, so that no step is too long.
    private func part(_ slice: (start: Int, step: Int, count: Int)) -> (offset: Int, stride: Int, count: Int) {
        let stride = slice.count == 1 ? format.size : layout.stride &* slice.step
        return (slice.count == 0 ? layout.offset : layout.offset + slice.start * layout.stride, stride, slice.count)
    }

    private func position(_ key: Value) throws -> Int {
        guard let index = try key.bigIndex() else { throw Raised.typeError("memoryview: invalid slice key") }
        guard let exact = Int(exactly: index), exact < layout.count, exact >= -layout.count else {
            throw Raised.indexError("index out of bounds on dimension 1")
        }
        return exact < 0 ? exact + layout.count : exact
    }

    public override func setItem(_ key: Value, _ value: Value) throws {
        guard try alive() is ByteArrayObject else { throw Raised.typeError("cannot modify read-only memory") }
        guard let slice = key.as(SliceObject.self) else {
            let start = layout.offset + (try position(key)) * layout.stride
            let bytes = try format.bytes(of: value)
            // Reading the key and the value may have run code that released the view.
            try alive().bytes.replaceSubrange(start..<start + format.size, with: bytes)
            return
        }
        guard let source = value.as(BytesObject.self) else {
            throw Raised.typeError("a bytes-like object is required, not '\(value.type.name)'")
        }
        let part = part(try slice.indices(length: layout.count))
        let bytes = source.bytes
        guard bytes.count == part.count * format.size else {
            throw Raised.valueError("memoryview assignment: lvalue and rvalue have different structures")
        }
        let owner = try alive()
        for (index, byte) in bytes.enumerated() {
            owner.bytes[part.offset + index / format.size * part.stride + index % format.size] = byte
        }
    }

    public override func deleteItem(_ key: Value) throws { throw Raised.typeError("cannot delete memory") }
    public override func contains(_ value: Value) throws -> Bool? { try elements().contains { try $0.isSameKey(as: value) } }
    public override func iterate() throws -> Object? { try ListObject(elements()).iterate() }
    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? { nil }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard op == .equal || op == .notEqual, let other = other.as(BytesObject.self) else { return nil }
        let theirs = try (other as? MemoryViewObject)?.elements() ?? other.bytes.map { .int(Int($0)) }
        return try Sequences.compare(op, elements(), theirs)
    }

    public override func hash() throws -> Int {
        guard try alive() is ByteArrayObject else { return try BytesObject(bytes).hash() }
        throw Raised.valueError("cannot hash writable memoryview object")
    }

    public override func repr() throws -> String { owner == nil ? "<released memory at \(address)>" : "<memory at \(address)>" }
}
