// Defines numpy's rows that reduce arrays: sums, extremes, running values.
import Runtime
import Tensors

extension NumPyRows {
    /// Runs a reduction.
    private static func reduce(
        _ a: ArrayArgument, _ axis: AxisArgument, _ operation: String, _ body: (Tensor, [Int]) throws -> Tensor
    ) throws -> Value {
        if a.array.arrayType == .complex, let result = try ComplexArray(.array(a.array)).reduced(operation, axis.axes(of: a.tensor.rank), body) {
            return result
        }
        if a.array.arrayType == .object {
            if let result = try objects(a.array, axis, operation) { return result }
            if operation == "mean" || operation == "var" || operation == "std" || operation.hasPrefix("logical") {
                let isLogical = operation.hasPrefix("logical")
                let numbers = try a.array.converted(to: .number(isLogical ? .bool : .float64))
                return try reduce(ArrayArgument(array: numbers, value: .object(numbers)), axis, operation, body)
            }
        }
        if let table = a.array.table { throw refusal(operation, table.type) }
        let x = a.tensor
        let axes = try axis.axes(of: x.rank)
        return try body(x, axes).scalarOrArray()
    }

    /// The error for a reduction of texts.
    private static func refusal(_ operation: String, _ type: ArrayType) -> Raised {
        guard case .text(let width) = type else {
            return .typeError("ufunc '\(operation)' not supported for the input types, and the inputs could not be safely coerced to any supported types")
        }
        if operation == "maximum" || operation == "minimum" { return Ufunc.noLoop(operation, [type.name, type.name]) }
        return .typeError(
            "the resolved dtypes are not compatible with add.reduce. Resolved (dtype('\(type.name)'), dtype('\(type.name)'), dtype('<U\(2 * width)'))")
    }

    /// A reduction of objects: Python's operators, one after the other along each line.
    private static func objects(_ array: ArrayObject, _ axis: AxisArgument, _ operation: String) throws -> Value? {
        guard let combine = objectOperators[operation] else { return nil }
        let source = try axis.list == nil ? array.reshaped([array.tensor.count]) : array
        guard let dim = try ArrayShapes.wrap(axis.list ?? [0], rank: source.tensor.rank)?.first, axis.list?.count ?? 1 == 1 else { return nil }
        let lines = try source.tensor.unbind(dim: dim).map { try ArrayObject.flatValues(source.view($0)) }
        guard let first = lines.first else { return operation == "add" ? .int(0) : operation == "multiply" ? .int(1) : nil }
        let values = try lines.dropFirst().reduce(first) { try zip($0, $1).map(combine) }
        var shape = source.tensor.shape
        shape.remove(at: dim)
        if shape.isEmpty { return values.first }
        return .object(try ArrayBuilder(leaves: values, shape: shape).build(.object))
    }

    private static let objectOperators: [String: @Sendable (Value, Value) throws -> Value] = [
        "add": { try Value.binary(.add, $0, $1) },
        "multiply": { try Value.binary(.multiply, $0, $1) },
        "maximum": { try $0.compare(.greaterOrEqual, $1).truth() ? $0 : $1 },
        "minimum": { try $0.compare(.lessOrEqual, $1).truth() ? $0 : $1 },
    ]

    static var sums: [Row] {
        [
            def("sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True)", "Sum over axes.", example: "np.sum([[1, 2], [3, 4]], axis=0)", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, type: ArrayType?, _: Value, keep: Bool, initial: Number, mask: Value) in
                if a.value.type.shortName == "generator" {
                    throw Raised.typeError(
                        "Calling np.sum(generator) is deprecated.Use np.sum(np.fromiter(generator)) or the python sum builtin instead.")
                }
                return try reduce(a, axis, "add") {
                    let total = try ArrayReductions.sum(ArrayReductions.masked($0, mask, else: 0), $1, keepdims: keep, type: type?.dtype)
                    return initial.double == 0 ? total : try Op.add(.tensor(total), .number(initial))
                }
            },
            def("prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=1, where=True)", "Product over axes.", example: "np.prod([1, 2, 3])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, type: ArrayType?, _: Value, keep: Bool, initial: Number, mask: Value) in
                try reduce(a, axis, "multiply") {
                    let product = try ArrayReductions.prod(ArrayReductions.masked($0, mask, else: 1), $1, keepdims: keep, type: type?.dtype)
                    return initial.double == 1 ? product : try Op.mul(.tensor(product), .number(initial))
                }
            },
            def("mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True)", "Mean over axes.", example: "np.mean([1, 2, 4])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, type: ArrayType?, _: Value, keep: Bool, mask: Value) in
                try reduce(a, axis, "mean") {
                    if let truths = try ArrayReductions.truths(mask, $0.shape) {
                        return try ArrayReductions.maskedMean($0, truths, $1, keepdims: keep)
                    }
                    return try ArrayReductions.mean($0, $1, keepdims: keep, type: type?.dtype)
                }
            },
            def("var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=..., correction=None)", "Variance over axes.", example: "np.var([1, 2, 4])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, type: ArrayType?, _: Value, ddof: Double, keep: Bool, mask: Value, _: Value,
                 correction: Double?) in
                try reduce(a, axis, "var") { try ArrayReductions.variance($0, $1, keepdims: keep, ddof: correction ?? ddof, where: mask, type: type?.dtype) }
            },
            def("std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=..., correction=None)", "Standard deviation over axes.", example: "np.std([1, 2, 4])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, type: ArrayType?, _: Value, ddof: Double, keep: Bool, mask: Value, _: Value,
                 correction: Double?) in
                try reduce(a, axis, "std") {
                    try Op.sqrt(ArrayReductions.variance($0, $1, keepdims: keep, ddof: correction ?? ddof, where: mask, type: type?.dtype))
                }
            },
            def("all(a, axis=None, out=None, keepdims=False, *, where=True)", "Whether all are true.", example: "np.all([True, False])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, mask: Value) in
                try reduce(a, axis, "logical_and") { try ArrayReductions.all(ArrayReductions.masked($0.to(.bool), mask, else: true), $1, keepdims: keep) }
            },
            def("any(a, axis=None, out=None, keepdims=False, *, where=True)", "Whether any is true.", example: "np.any([True, False])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, mask: Value) in
                try reduce(a, axis, "logical_or") { try ArrayReductions.any(ArrayReductions.masked($0.to(.bool), mask, else: false), $1, keepdims: keep) }
            },
            def("count_nonzero(a, axis=None, keepdims=False)", "Number of elements that are not 0.", example: "np.count_nonzero([0, 1, 2])") {
                (a: ArrayArgument, axis: AxisArgument, keep: Bool) in
                try reduce(ArrayArgument(array: a.array.truths().intoArray(), value: a.value), axis, "count_nonzero") {
                    try ArrayReductions.sum($0.to(.bool), $1, keepdims: keep)
                }
            },
            def("trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)", "Sum of a diagonal.", example: "np.trace(np.eye(3))", also: [.method]) {
                (a: ArrayArgument, offset: Int, first: Int, second: Int, type: ArrayType?, _: Value) in
                guard a.tensor.rank >= 2 else { throw Raised.valueError("diag requires an array of at least two dimensions") }
                let diagonal = a.array.view(try a.tensor.diagonal(offset, first, second))
                return try reduce(ArrayArgument(array: diagonal, value: a.value), AxisArgument(list: [-1]), "add") {
                    try ArrayReductions.sum($0, $1, keepdims: false, type: type?.dtype)
                }
            },
        ]
    }

    static var extremes: [Row] {
        [
            def("max(a, axis=None, out=None, keepdims=False, initial=None, where=True)", "Largest element over axes.", example: "np.max([1, 3, 2])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, initial: Number?, mask: Value) in
                try extreme(a, axis, keep, initial, mask, largest: true)
            },
            def("min(a, axis=None, out=None, keepdims=False, initial=None, where=True)", "Smallest element over axes.", example: "np.min([1, 3, 2])", also: [.method]) {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, initial: Number?, mask: Value) in
                try extreme(a, axis, keep, initial, mask, largest: false)
            },
            def("amax(a, axis=None, out=None, keepdims=False, initial=None, where=True)", "The same as max.", example: "np.amax([1, 3, 2])") {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, initial: Number?, mask: Value) in
                try extreme(a, axis, keep, initial, mask, largest: true)
            },
            def("amin(a, axis=None, out=None, keepdims=False, initial=None, where=True)", "The same as min.", example: "np.amin([1, 3, 2])") {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool, initial: Number?, mask: Value) in
                try extreme(a, axis, keep, initial, mask, largest: false)
            },
            def("ptp(a, axis=None, out=None, keepdims=False)", "Largest less smallest element.", example: "np.ptp([1, 5, 3])") {
                (a: ArrayArgument, axis: AxisArgument, _: Value, keep: Bool) in
                try reduce(a, axis, "ptp") {
                    try ArrayReductions.extreme($0, $1, keepdims: keep, largest: true) - ArrayReductions.extreme($0, $1, keepdims: keep, largest: false)
                }
            },
            def("argmax(a, axis=None, out=None, *, keepdims=False)", "Position of the largest element.", example: "np.argmax([1, 3, 2])", also: [.method]) {
                (a: ArrayArgument, axis: Int?, _: Value, keep: Bool) in
                try ArrayReductions.position(ranked(a.array), axis: axis, keepdims: keep, largest: true).scalarOrArray()
            },
            def("argmin(a, axis=None, out=None, *, keepdims=False)", "Position of the smallest element.", example: "np.argmin([1, 3, 2])", also: [.method]) {
                (a: ArrayArgument, axis: Int?, _: Value, keep: Bool) in
                try ArrayReductions.position(ranked(a.array), axis: axis, keepdims: keep, largest: false).scalarOrArray()
            },
        ]
    }

    /// The numbers, or the ranks of texts and objects.
    private static func ranked(_ array: ArrayObject) throws -> Tensor { try array.table == nil ? array.tensor : rankNumbers(array) }

    private static func extreme(
        _ a: ArrayArgument, _ axis: AxisArgument, _ keep: Bool, _ initial: Number?, _ mask: Value, largest: Bool
    ) throws -> Value {
        try reduce(a, axis, largest ? "maximum" : "minimum") { x, axes in
            let truths = try ArrayReductions.truths(mask, x.shape)
            guard let initial else {
                guard truths == nil else {
                    throw Raised.valueError(
                        "reduction operation '\(largest ? "maximum" : "minimum")' does not have an identity, so to use a where mask one has to specify 'initial'")
                }
                return try ArrayReductions.extreme(x, axes, keepdims: keep, largest: largest)
            }
            let start = try Tensor.scalar(initial, x.dtype)
            if x.count == 0 { return start }
            let kept = try truths.map { try Op.where(.tensor($0), .tensor(x), .tensor(start)) } ?? x
            let result = try ArrayReductions.extreme(kept, axes, keepdims: keep, largest: largest)
            return largest ? try Op.maximum(result, start) : try Op.minimum(result, start)
        }
    }

    static var running: [Row] {
        [
            def("cumsum(a, axis=None, dtype=None, out=None)", "Running sums.", example: "np.cumsum([1, 2, 3])", also: [.method]) {
                (a: ArrayArgument, axis: Int?, type: ArrayType?, _: Value) in
                try running(a, axis, type?.dtype, isProduct: false)
            },
            def("cumprod(a, axis=None, dtype=None, out=None)", "Running products.", example: "np.cumprod([1, 2, 3])", also: [.method]) {
                (a: ArrayArgument, axis: Int?, type: ArrayType?, _: Value) in
                try running(a, axis, type?.dtype, isProduct: true)
            },
            def("diff(a, n=1, axis=-1, prepend=..., append=...)", "Differences of neighbours.", example: "np.diff([1, 4, 9])") {
                (a: ArrayArgument, n: Int, axis: Int, before: Value, after: Value) in
                guard a.tensor.rank > 0 else { throw Raised.valueError("diff requires input that is at least one dimensional") }
                guard n >= 0 else { throw Raised.valueError("order must be non-negative but got \(n)") }
                let dim = try ArrayShapes.wrap(axis, rank: a.tensor.rank)
                let parts = try [before, .object(a.array), after].filter { !$0.isIdentical(to: .ellipsis) }.map { part in
                    let array = try ArrayObject.make(part)
                    var shape = a.tensor.shape
                    shape[dim] = 1
                    return array.tensor.rank == 0 ? try array.like(array.tensor.expand(shape)) : array
                }
                let joined = try concatenated(parts, dim)
                if joined.arrayType == .complex { return try ComplexArray(.array(joined)).map { try differences($0, dim, n) }.array() }
                return try differences(joined.numbers(for: "subtract"), dim, n).intoArray()
            },
        ]
    }

    /// The differences of neighbours along an axis, taken n times.
    private static func differences(_ x: Tensor, _ dim: Int, _ n: Int) throws -> Tensor {
        var x = x
        for _ in 0..<min(n, x.shape[dim]) {
            let count = x.shape[dim] - 1
            let (later, earlier) = (try x.narrow(dim, 1, count), try x.narrow(dim, 0, count))
            x = x.dtype == .bool ? try Op.ne(later, earlier) : try later - earlier
        }
        return x
    }

    private static func running(_ a: ArrayArgument, _ axis: Int?, _ type: DType?, isProduct: Bool) throws -> Value {
        if a.array.arrayType == .complex {
            let source = try axis == nil ? a.array.reshaped([a.tensor.count]) : a.array
            let dim = try ArrayShapes.wrap(axis ?? 0, rank: source.tensor.rank)
            return try ComplexArray(.array(source)).running(along: dim, isProduct: isProduct).value()
        }
        let (x, dim) = try line(a, axis, type)
        return try ArrayReductions.running(x, dim, isProduct: isProduct).scalarOrArray()
    }

    /// The array flattened where no axis is given, in the type sums have.
    private static func line(_ a: ArrayArgument, _ axis: Int?, _ type: DType?) throws -> (Tensor, Int) {
        let x = try a.numbers(for: "accumulate")
        let wide = try x.to(type ?? ArrayReductions.accumulator(x.dtype))
        guard let axis, x.rank > 0 || axis != 0 else { return (try wide.reshape([wide.count]), 0) }
        return (wide, try ArrayShapes.wrap(axis, rank: x.rank))
    }
}
