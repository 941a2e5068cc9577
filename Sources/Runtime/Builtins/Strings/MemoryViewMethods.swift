// Methods of memoryview, and its constructor.

/// Methods and properties of memoryview, and its constructor.
enum MemoryViewMethods {
    /// `memoryview(object)`
    static let construct: Class.Constructor = { _, arguments in
        try Arguments.bound(arguments, "memoryview(object)") { bound in
            guard let source = bound[0].as(BytesObject.self) else {
                throw Raised.typeError("memoryview: a bytes-like object is required, not '\(bound[0].type.name)'")
            }
            guard let view = source as? MemoryViewObject else { return .object(MemoryViewObject(of: source)) }
            return try view.item(.object(SliceObject(.none, .none)))
        }
    }

    /// The methods and properties.
    static var rows: [Row] {
        [
            def("tolist(self, /)", "The elements as a list.", example: "memoryview(b'ab').tolist()") { (me: MemoryViewObject) in
                Value.list(try me.elements())
            },
            def("tobytes(self, order='C')", "The elements as bytes.") { (me: MemoryViewObject, _: Value) in
                _ = try me.alive()
                return Value.object(BytesObject(me.bytes))
            },
            def("hex(self, sep='', bytes_per_sep=1)", "The bytes as hexadecimal digits.") { (me: MemoryViewObject, separator: Value, group: Value) in
                _ = try me.alive()
                return try Value.object(BytesObject(me.bytes)).callMethod("hex", [separator, group])
            },
            def("cast(self, format, /)", "The same bytes in elements of another format.") { (me: MemoryViewObject, format: String) in
                Value.object(try me.cast(to: .named(format)))
            },
            def("release(self, /)", "Lets go of the object.") { (me: MemoryViewObject) in me.release() },
            def("toreadonly(self, /)", "A view whose elements cannot be assigned.") { (me: MemoryViewObject) in
                _ = try me.alive()
                return Value.object(MemoryViewObject(of: BytesObject(me.bytes)))
            },
            def("__enter__(self, /)", "The view itself.") { (me: MemoryViewObject) in
                _ = try me.alive()
                return Value.object(me)
            },
            def("__exit__(self, *exception)", "Lets go of the object.") { (me: MemoryViewObject, _: TupleObject) in me.release() },
        ] + properties
    }

    /// What a view is; nothing of it can be asked once the view is released.
    private static var properties: [Row] {
        func fact<T: IntoValue>(_ name: String, _ doc: String, _ read: @escaping @Sendable (MemoryViewObject) -> T) -> Row {
            property(name, doc) { (me: MemoryViewObject) in
                _ = try me.alive()
                return read(me)
            }
        }
        return [
            property("obj", "The object whose bytes are seen.") { (me: MemoryViewObject) in Value.object(try me.alive()) },
            fact("format", "The letter of the elements.") { String($0.format.letter) },
            fact("itemsize", "Bytes of an element.") { $0.format.size },
            fact("nbytes", "Bytes of all elements.") { $0.bytes.count },
            fact("readonly", "Whether elements cannot be assigned.") { $0.isReadOnly },
            fact("ndim", "1") { _ in 1 },
            property("shape", "The number of elements.") { (me: MemoryViewObject) in Value.tuple([.int(try me.length() ?? 0)]) },
            fact("c_contiguous", "Whether the elements follow each other.") { $0.isContiguous },
        ]
    }
}
