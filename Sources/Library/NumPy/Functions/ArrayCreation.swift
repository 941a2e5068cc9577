// Defines numpy's rows that make arrays.
import Runtime
import Tensors

/// The functions of numpy by topic; those with `.method` are methods of arrays, too.
enum NumPyRows {
    /// Every topic, in the order of the reference.
    static let topics: [(title: String, rows: @Sendable () -> [Row])] = [
        ("Creation", { creation + ranges + bytes }),
        ("Shape", { shapes + rearrangements }),
        ("Joining and splitting", { joining }),
        ("Reductions", { sums + extremes + running }),
        ("Comparison and choice", { choices }),
        ("Sorting and searching", { sorting + searching }),
        ("Products", { products }),
        ("Types and printing", { types + printing + output }),
        ("Floating point errors", { errorHandling }),
        ("Arrays", { arrayMethods + memory + delegates }),
    ]

    /// All rows.
    static var all: [Row] { topics.flatMap { $0.rows() }.map { $0.speaking(.numpy).writingOutput() } }
    /// The functions of the module.
    static var functions: [Row] { all.filter { !$0.isProperty && !$0.surfaces.contains(.methodOnly) } }
    /// The methods of `numpy.ndarray`.
    static var methods: [Row] { all.filter { $0.isProperty || $0.surfaces.contains(.method) || $0.surfaces.contains(.methodOnly) } }

    static var creation: [Row] {
        [
            def("array(object, dtype=None, *, copy=True, order=None, subok=False, ndmin=0)", "An array of the elements of nested sequences.",
                example: "np.array([[1, 2], [3, 4]])") {
                (object: Value, type: ArrayType?, copy: Bool?, order: Value, _: Value, rank: Int) in
                var array = try ArrayObject.make(object, type: type, copy: copy ?? true)
                while array.tensor.rank < rank { array = try array.like(array.tensor.unsqueeze(0)) }
                return try ordered(array, order)
            },
            def("asarray(a, dtype=None, order=None, *, copy=None)", "The argument as an array, itself where it is one.", example: "np.asarray([1, 2])") {
                (object: Value, type: ArrayType?, order: Value, copy: Bool?) in
                let array = try ArrayObject.make(object, type: type, copy: copy ?? false)
                return try ordered(array, order)
            },
            def("asfortranarray(a, dtype=None)", "The argument as an array in column-major order.", example: "np.asfortranarray([[1, 2]])") {
                (object: Value, type: ArrayType?) in try columnMajor(ArrayObject.make(object, type: type))
            },
            def("asanyarray(a, dtype=None, order=None, *, copy=None)", "The argument as an array.", example: "np.asanyarray([1, 2])") {
                (object: Value, type: ArrayType?, _: Value, _: Value) in
                try ArrayObject.make(object, type: type)
            },
            def("ascontiguousarray(a, dtype=None)", "The argument as an array in row-major order.", example: "np.ascontiguousarray([1, 2])") {
                (a: ArrayArgument, type: ArrayType?) in
                let array = try type.map { try a.array.converted(to: $0) } ?? a.array
                return array.tensor.isContiguous ? array : try array.like(array.tensor.contiguous())
            },
            def("zeros(shape, dtype=None, order='C')", "An array of zeros.", example: "np.zeros((2, 3))") { (shape: ShapeArgument, type: ArrayType?, order: Value) in
                try ordered(filled(shape, type, 0), order)
            },
            def("ones(shape, dtype=None, order='C')", "An array of ones.", example: "np.ones(3)") { (shape: ShapeArgument, type: ArrayType?, order: Value) in
                try ordered(filled(shape, type, 1), order)
            },
            def("empty(shape, dtype=None, order='C')", "An array whose elements are to be set; here they are zeros.", example: "np.empty((2, 0))") {
                (shape: ShapeArgument, type: ArrayType?, order: Value) in try ordered(blank(shape, type), order)
            },
            def("full(shape, fill_value, dtype=None, order='C')", "An array of one value.", example: "np.full((2, 2), 7)") {
                (shape: ShapeArgument, value: Value, type: ArrayType?, order: Value) in
                let dims = try shape.dims(of: type?.dtype ?? .float64)
                return try ordered(stretched(ArrayObject.make(value, type: type), to: dims), order)
            },
            def("zeros_like(a, dtype=None, order='K', subok=True, shape=None)", "Zeros in the shape of another array.", example: "np.zeros_like([[1, 2]])") {
                (a: ArrayArgument, type: ArrayType?, _: Value, _: Value, shape: ShapeArgument?) in
                try filled(shape ?? ShapeArgument(sizes: a.tensor.shape.array), type ?? a.array.arrayType, 0)
            },
            def("ones_like(a, dtype=None, order='K', subok=True, shape=None)", "Ones in the shape of another array.", example: "np.ones_like([[1, 2]])") {
                (a: ArrayArgument, type: ArrayType?, _: Value, _: Value, shape: ShapeArgument?) in
                try filled(shape ?? ShapeArgument(sizes: a.tensor.shape.array), type ?? a.array.arrayType, 1)
            },
            def("empty_like(a, dtype=None, order='K', subok=True, shape=None)", "An array to be set in the shape of another.", example: "np.empty_like([[1, 2]])") {
                (a: ArrayArgument, type: ArrayType?, _: Value, _: Value, shape: ShapeArgument?) in
                try blank(shape ?? ShapeArgument(sizes: a.tensor.shape.array), type ?? a.array.arrayType)
            },
            def("full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None)", "One value in the shape of another array.",
                example: "np.full_like([1, 2], 9)") {
                (a: ArrayArgument, value: Value, type: ArrayType?, _: Value, _: Value, shape: ShapeArgument?) in
                let source = try ArrayObject.make(value, type: type ?? a.array.arrayType)
                return try stretched(source, to: shape?.dims() ?? a.tensor.shape)
            },
            def("eye(N, M=None, k=0, dtype=None, order='C')", "Ones on a diagonal.", example: "np.eye(3)") {
                (rows: Int, columns: Int?, k: Int, type: ArrayType?, _: Value) in
                guard rows >= 0, (columns ?? 0) >= 0 else { throw Raised.valueError("negative dimensions are not allowed") }
                return try pattern(rows, columns ?? rows) { $1 - $0 == k }.to(type?.dtype ?? .float64).intoArray()
            },
            def("identity(n, dtype=None)", "The unit matrix.", example: "np.identity(2)") { (rows: Int, type: ArrayType?) in
                guard rows >= 0 else { throw Raised.valueError("negative dimensions are not allowed") }
                try ArrayMemory.check([rows, rows])
                return try Tensor.eye(rows, nil, type?.dtype ?? .float64).intoArray()
            },
        ]
    }

    /// An array to be set: zeros, or None where it holds objects.
    private static func blank(_ shape: ShapeArgument, _ type: ArrayType?) throws -> ArrayObject {
        guard type == .object else { return try filled(shape, type, 0) }
        return ArrayObject(try Tensor.zeros(shape.dims(), .int64), table: ValueTable([.none], .object))
    }

    /// A new array of repeated elements.
    private static func stretched(_ source: ArrayObject, to dims: Dims) throws -> ArrayObject {
        guard source.tensor.layout.strides(expandedTo: dims) != nil else {
            throw Raised.valueError("could not broadcast input array from shape \(ArrayShapes.text(source.tensor.shape)) into shape \(ArrayShapes.text(dims))")
        }
        return try source.like(source.tensor.expand(dims).contiguous().clone())
    }

    /// The array itself, or for the order "F" a copy whose elements lie column after column.
    static func ordered(_ array: ArrayObject, _ order: Value) throws -> ArrayObject { order.text == "F" ? try columnMajor(array) : array }

    /// The array with its columns one after the other in memory.
    static func columnMajor(_ array: ArrayObject) throws -> ArrayObject {
        let backwards = Array((0..<array.tensor.rank).reversed())
        return try array.like(array.tensor.permute(backwards).clone().contiguous().permute(backwards))
    }

    private static func filled(_ shape: ShapeArgument, _ type: ArrayType?, _ number: Number) throws -> ArrayObject {
        let dims = try shape.dims(of: type?.dtype ?? .float64)
        switch type ?? .number(.float64) {
        case .number(let dtype): return ArrayObject(try Tensor.full(dims, number, dtype))
        case .object: return ArrayObject(try Tensor.zeros(dims, .int64), table: ValueTable([number.intoValue()], .object))
        case .complex: return ArrayObject(try Tensor.zeros(dims, .int64), table: ValueTable([.complex(number.double, 0)], .complex))
        case .text(let width): return ArrayObject(try Tensor.zeros(dims, .int64), table: ValueTable([""], .text(max(width, 1))))
        case .record(let record):
            return try RecordTable.array(record.fields, record.fields.map { try filled(ShapeArgument(sizes: dims.array), $0.type, number) }, shape: dims)
        }
    }

    static var ranges: [Row] {
        [
            def("arange(start=..., stop=None, step=None, dtype=None)", "Numbers from start to before stop.", example: "np.arange(0, 1, 0.25)") {
                (given: Value, stop: Number?, step: Number?, type: ArrayType?) in
                let start = given.isIdentical(to: .ellipsis) ? nil : try Number.from(given)
                if start == nil, given.text != nil {
                    throw Raised.typeError("arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.")
                }
                guard let (first, end) = stop.map({ (start ?? 0, $0) }) ?? start.map({ (0, $0) }) else {
                    throw given.isIdentical(to: .ellipsis) ? Raised.typeError("arange() requires stop to be specified.")
                        : Raised.typeError("must be real number, not \(given.type.name)")
                }
                let step = step ?? 1
                guard step.double != 0 else { throw Raised(.exception("ZeroDivisionError"), "division by zero") }
                let isFloat = [first, end, step].contains { $0.category == .floating }
                let dtype = type?.dtype ?? (isFloat ? .float64 : .int64)
                guard isFloat else {
                    let range = RangeObject(first.int, end.int, step.int)
                    try ArrayMemory.check([range.count], dtype)
                    return try Tensor.make([range.count], Int.self) { for k in $0.indices { $0[k] = range.element(k) } }.to(dtype).intoArray()
                }
                let length = ((end.double - first.double) / step.double).rounded(.up)
                guard length < 9e18 else { throw Raised.valueError("Maximum allowed size exceeded") }
                let count = max(0, Int(length))
                try ArrayMemory.check([count])
                // As numpy computes it: the step is the rounded difference of the first two elements.
                let delta = (first.double + step.double) - first.double
                return try Tensor.make([count], Double.self) { for k in $0.indices { $0[k] = first.double + Double(k) * delta } }.to(dtype).intoArray()
            },
            def("linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0)", "Evenly spaced numbers.",
                example: "np.linspace(0, 1, 5)") {
                (start: ArrayArgument, stop: ArrayArgument, count: Int, endpoint: Bool, withStep: Bool, type: ArrayType?, axis: Int) in
                guard count >= 0 else { throw Raised.valueError("Number of samples, \(count), must be non-negative.") }
                try ArrayMemory.check([count])
                guard start.tensor.rank == 0, stop.tensor.rank == 0 else {
                    let result = try spread(start.floats(for: "linspace"), stop.floats(for: "linspace"), count, endpoint: endpoint)
                    let moved = try result.movedim([0], [ArrayShapes.wrap(axis, rank: result.rank)])
                    return Value.object(try moved.to(type?.dtype ?? .float64).intoArray())
                }
                let (start, stop) = (try start.numbers(for: "linspace").item(), try stop.numbers(for: "linspace").item())
                let (a, b) = (start.double, stop.double)
                let intervals = endpoint ? count - 1 : count
                let step = intervals > 0 ? (b - a) / Double(intervals) : .nan
                var elements = (0..<count).map { intervals > 0 ? Double($0) * step + a : a }
                if endpoint, count > 1 { elements[count - 1] = b }
                var result = try Tensor.from(elements)
                if let dtype = type?.dtype { result = try (dtype.isFloatingPoint ? result : Op.floor(result)).to(dtype) }
                return withStep ? Value.tuple([.object(result.intoArray()), .object(ScalarObject(.float(step), .float64))]) : Value.object(result.intoArray())
            },
            def("logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None)", "Numbers evenly spaced on a logarithmic scale.",
                example: "np.logspace(0, 2, 3)") { (start: Double, stop: Double, count: Int, endpoint: Bool, base: Double, type: ArrayType?) in
                try ArrayMemory.check([max(count, 0)])
                let intervals = Double(endpoint ? count - 1 : count)
                let exponents = (0..<max(count, 0)).map { $0 == count - 1 && endpoint && count > 1 ? stop : start + (stop - start) * Double($0) / max(intervals, 1) }
                return try Op.pow(.number(.float(base)), .tensor(Tensor.from(exponents))).to(type?.dtype ?? .float64).intoArray()
            },
            def("tri(N, M=None, k=0, dtype=None)", "Ones on and below a diagonal.", example: "np.tri(3)") { (rows: Int, columns: Int?, k: Int, type: ArrayType?) in
                try pattern(max(rows, 0), max(columns ?? rows, 0)) { $1 - $0 <= k }.to(type?.dtype ?? .float64).intoArray()
            },
            def("diag(v, k=0)", "A matrix with the vector on a diagonal, or a diagonal of a matrix.", example: "np.diag([1, 2])") { (v: ArrayArgument, k: Int) in
                if v.tensor.rank == 2 { return v.array.view(try v.tensor.diagonal(k)).readOnly() }
                guard v.tensor.rank == 1 else { throw Raised.valueError("Input must be 1- or 2-d.") }
                guard k.magnitude < 1 << 40 else { throw Raised.valueError("Maximum allowed dimension exceeded") }
                let size = v.tensor.count + abs(k)
                try ArrayMemory.check([size, size])
                let result = try Tensor.zeros([size, size], v.tensor.dtype)
                _ = try result.diagonal(k).copyInPlace(v.tensor)
                return try v.array.like(result)
            },
            def("tril(m, k=0)", "The part of a matrix on and below a diagonal.", example: "np.tril(np.ones((3, 3)))") { (m: ArrayArgument, k: Int) in
                try triangle(m.array, k, lower: true)
            },
            def("triu(m, k=0)", "The part of a matrix on and above a diagonal.", example: "np.triu(np.ones((3, 3)))") { (m: ArrayArgument, k: Int) in
                try triangle(m.array, k, lower: false)
            },
        ]
    }

    /// Evenly spaced numbers between the elements of two arrays, along a new first axis.
    private static func spread(_ a: Tensor, _ b: Tensor, _ count: Int, endpoint: Bool) throws -> Tensor {
        let step = try (b - a) / Double(max(endpoint ? count - 1 : count, 1))
        let rows = try (0..<count).map { try endpoint && $0 == count - 1 && count > 1 ? b.expand((b - a).shape).clone() : a + step * Double($0) }
        return try rows.isEmpty ? Tensor.zeros(Dims([0] + step.shape.array), .float64) : Tensor.stack(rows)
    }

    /// A matrix of truths about row and column.
    private static func pattern(_ rows: Int, _ columns: Int, _ holds: (_ row: Int, _ column: Int) -> Bool) throws -> Tensor {
        try ArrayMemory.check([rows, columns])
        return try Tensor.make([rows, columns], Bool.self) { out in
            for row in 0..<rows { for column in 0..<columns { out[row * columns + column] = holds(row, column) } }
        }
    }

    private static func triangle(_ array: ArrayObject, _ k: Int, lower: Bool) throws -> ArrayObject {
        let x = array.tensor
        guard x.rank >= 2 else { return try triangle(array.view(x.expand([x.count, x.count])), k, lower: lower) }
        let (rows, columns) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
        let mask = try pattern(rows, columns) { lower ? $1 - $0 <= k : $1 - $0 >= k }
        let zero = try array.table?.position(of: .int(0)) ?? 0
        return try array.like(Op.where(.tensor(mask), .tensor(x), .number(.int(zero))).to(x.dtype))
    }
}

extension Row {
    /// Whether the row declares a computed attribute.
    var isProperty: Bool {
        if case .property = kind { true } else { false }
    }
}
