// Defines the rows of numpy.random that draw whole numbers.
import Runtime
import Tensors

/// One call of `randint` or `integers`: bounds, element type and where the words come from.
struct IntegerDraw {
    private let random: RandomStateObject
    private let dtype: DType
    /// Whether a single number is a plain Python int or bool.
    private let isPlain: Bool
    /// The rest of a word from which modern generators take several small numbers.
    private var word: UInt32 = 0
    private var left = 0

    init(_ random: RandomStateObject, _ type: Value) throws {
        self.random = random
        dtype = try ArrayType.from(type)?.dtype ?? .int64
        let cls = type.as(Class.self)
        isPlain = cls === Class.int || cls === Class.bool || (type.isNone && random.legacy != nil)
        if dtype.isFloatingPoint { throw Raised.typeError("Unsupported dtype dtype('\(dtype.name)') for randint") }
    }

    /// The numbers for bounds that may be arrays.
    mutating func run(_ low: ArrayArgument, _ high: ArrayArgument?, _ size: ShapeArgument?, endpoint: Bool) throws -> Value {
        let first = high == nil ? try Tensor.scalar(0, .int64) : try low.tensor.to(.int64)
        let end = try (high ?? low).tensor.to(.int64)
        if first.rank == 0, end.rank == 0 {
            let bounds = try checked(first.item().int, end.item().int, endpoint, onlyHigh: high == nil)
            guard let size else { return value(draw(1, bounds.low, bounds.high)[0]) }
            let dims = try size.dims(of: dtype)
            return .object(try Tensor.from(draw(dims.product ?? 0, bounds.low, bounds.high), dims).to(dtype).intoArray())
        }
        let shape = try RandomRows.shape(of: [first, end], size)
        let (lows, ends) = (try first.expand(shape).elements(Int.self), try end.expand(shape).elements(Int.self))
        let numbers = try zip(lows, ends).map { low, end in
            let bounds = try checked(low, end, endpoint, onlyHigh: high == nil)
            return draw(1, bounds.low, bounds.high)[0]
        }
        return .object(try Tensor.from(numbers, shape).to(dtype).intoArray())
    }

    private func value(_ number: Int) -> Value {
        guard isPlain else { return .object(ScalarObject(.int(number), dtype)) }
        return dtype == .bool ? .bool(number != 0) : .int(number)
    }

    private func checked(_ low: Int, _ end: Int, _ endpoint: Bool, onlyHigh: Bool) throws -> (low: Int, high: Int) {
        guard endpoint ? low <= end : low < end else {
            throw Raised.valueError(onlyHigh ? endpoint ? "high < 0" : "high <= 0" : endpoint ? "low > high" : "low >= high")
        }
        let last = endpoint ? end : end - 1
        let range = dtype == .bool ? 0...1 : dtype.integerRange ?? Int.min...Int.max
        if !range.contains(low) { throw Raised.valueError("low is out of bounds for \(dtype.name)") }
        if !range.contains(last) { throw Raised.valueError("high is out of bounds for \(dtype.name)") }
        return (low, last)
    }

    private mutating func draw(_ count: Int, _ low: Int, _ high: Int) -> [Int] {
        let bits = dtype == .bool ? 1 : dtype.itemSize * 8
        if let legacy = random.legacy { return legacy.integers(count, low: Int64(low), high: Int64(high), bits: bits).map { Int($0) } }
        let limit = UInt64(bitPattern: Int64(high &- low))
        return (0..<count).map { _ in low &+ Int(truncatingIfNeeded: bits < 32 ? small(UInt32(truncatingIfNeeded: limit), bits) : random.source.bounded(limit)) }
    }

    /// A number in 0...limit from so many bits of a word, by multiplying and shifting (Lemire 2019).
    private mutating func small(_ limit: UInt32, _ bits: Int) -> UInt64 {
        if limit == 0 { return 0 }
        let top = UInt32(1) << UInt32(bits) - 1
        if limit == top { return UInt64(part(bits)) }
        let count = limit + 1
        var product = part(bits) * count
        if product & top < count {
            let threshold = (top - limit) % count
            while product & top < threshold { product = part(bits) * count }
        }
        return UInt64(product >> UInt32(bits))
    }

    private mutating func part(_ bits: Int) -> UInt32 {
        if left == 0 {
            word = random.source.next32()
            left = 32 / bits
        } else {
            word >>= UInt32(bits)
        }
        left -= 1
        return word & (UInt32(1) << UInt32(bits) - 1)
    }
}

extension RandomRows {
    /// The whole numbers of RandomState.
    static var legacyIntegers: [Row] {
        [
            def("randint(self, low, high=None, size=None, dtype=None)", "Whole numbers from low to before high.", example: "np.random.randint(0, 10, 3)") {
                (r: RandomStateObject, low: ArrayArgument, high: Value, size: ShapeArgument?, type: Value) in
                var draw = try IntegerDraw(r, type)
                return try draw.run(low, high.isNone ? nil : ArrayArgument.from(high), size, endpoint: false)
            },
            def("random_integers(self, low, high=None, size=None)", "Whole numbers from low to high.", example: "np.random.random_integers(1, 6, 3)") {
                (r: RandomStateObject, low: ArrayArgument, high: ArrayArgument?, size: ShapeArgument?) in
                var draw = try IntegerDraw(r, .none)
                guard let high else { return try draw.run(ArrayArgument(array: ArrayObject.make(.int(1)), value: .int(1)), low, size, endpoint: true) }
                return try draw.run(low, high, size, endpoint: true)
            },
        ]
    }

    /// The whole numbers of Generator.
    static var modernIntegers: [Row] {
        [
            def("integers(self, low, high=None, size=None, dtype=None, endpoint=False)", "Whole numbers from low to before high.",
                example: "np.random.default_rng(0).integers(0, 10, 3)") {
                (r: RandomStateObject, low: ArrayArgument, high: Value, size: ShapeArgument?, type: Value, endpoint: Bool) in
                var draw = try IntegerDraw(r, type)
                return try draw.run(low, high.isNone ? nil : ArrayArgument.from(high), size, endpoint: endpoint)
            },
        ]
    }

    /// Random bytes, four from a word.
    static var bytes: [Row] {
        [
            def("bytes(self, length)", "Random bytes.", example: "np.random.bytes(3)") { (r: RandomStateObject, length: Int) in
                guard length >= 0 else { throw Raised.valueError("negative dimensions are not allowed") }
                try ArrayMemory.check([length], .uint8)
                var bytes: [UInt8] = []
                while bytes.count < length {
                    let word = r.source.next32()
                    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
                }
                return Value.object(BytesObject(Array(bytes.prefix(length))))
            },
        ]
    }
}
