// Methods of range and slice, and their constructors.

enum RangeMethods {
    static var rows: [Row] {
        [
            property("start", "The first element.") { (me: AnyRange) in me.bounds.start },
            property("stop", "The bound that is not reached.") { (me: AnyRange) in me.bounds.stop },
            property("step", "The distance between elements.") { (me: AnyRange) in me.bounds.step },
            def("count(self, value, /)", "How often a value occurs: 0 or 1.") { (me: AnyRange, value: Value) in try me.contains(value) == true ? 1 : 0 },
            def("index(self, value, /)", "The position of a value.") { (me: AnyRange, value: Value) in
                guard let number = value.bigInteger, let position = me.position(of: number) else {
                    throw Raised.valueError("\(try value.repr()) is not in range")
                }
                return position
            },
            def("__reversed__(self, /)", "The elements from last to first.") { (me: AnyRange) in me.reversed() },
        ]
    }

    /// `range(stop)`, `range(start, stop, step=1)`
    static let construct: Class.Constructor = { _, arguments in
        try arguments.rejectKeywords("range")
        guard arguments.count > 0 else { throw Raised.typeError("range expected at least 1 argument, got 0") }
        guard arguments.count <= 3 else { throw Raised.typeError("range expected at most 3 arguments, got \(arguments.count)") }
        if arguments.count == 1, case .int(let stop) = arguments[0] { return .object(RangeObject(0, stop)) }
        if arguments.count == 2, case .int(let start) = arguments[0], case .int(let stop) = arguments[1] {
            let range = RangeObject(start, stop)
            if range.count < Int.max { return .object(range) }
        }
        let bounds = try arguments.positional.map { bound in
            guard let big = try bound.bigIndex() else { throw Raised.typeError("'\(bound.type.name)' object cannot be interpreted as an integer") }
            return big
        }
        let step = bounds.count == 3 ? bounds[2] : 1
        if step == 0 { throw Raised.valueError("range() arg 3 must not be zero") }
        return .object(bounds.count == 1 ? LongRangeObject.make(0, bounds[0], 1) : LongRangeObject.make(bounds[0], bounds[1], step))
    }

    static var sliceRows: [Row] {
        [
            property("start", "The first position, or None.") { (me: SliceObject) in me.start },
            property("stop", "The bound that is not reached, or None.") { (me: SliceObject) in me.stop },
            property("step", "The distance between positions, or None.") { (me: SliceObject) in me.step },
            def("indices(self, length, /)", "Start, stop and step for a sequence of a length.", example: "slice(-2, None).indices(5)") {
                (me: SliceObject, length: Int) in
                if length < 0 { throw Raised.valueError("length should not be negative") }
                let (start, step, _) = try me.indices(length: length)
                return Value.tuple([.int(start), .int(try me.clippedStop(length: length, step: step)), .int(step)])
            },
        ]
    }

    /// `slice(stop)`, `slice(start, stop, step=None)`
    static let constructSlice: Class.Constructor = { _, arguments in
        switch arguments.count {
        case 1: return .object(SliceObject(.none, arguments[0]))
        case 2: return .object(SliceObject(arguments[0], arguments[1]))
        case 3: return .object(SliceObject(arguments[0], arguments[1], arguments[2]))
        case 0: throw Raised.typeError("slice expected at least 1 argument, got 0")
        default: throw Raised.typeError("slice expected at most 3 arguments, got \(arguments.count)")
        }
    }
}

extension SliceObject {
    /// The stop bound as a position for a sequence of `length` elements.
    func clippedStop(length: Int, step: Int) throws -> Int {
        guard var index = try stop.clippedIndex() else { return step > 0 ? length : -1 }
        if index < 0 { index += length }
        return step > 0 ? min(max(index, 0), length) : min(max(index, -1), length - 1)
    }
}
