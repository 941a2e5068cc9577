// Defines UfuncObject: a ufunc as a callable with reduce, accumulate, outer and at.
import Runtime
import Tensors

/// A `numpy.ufunc`.
final class UfuncObject: Object, @unchecked Sendable {
    let ufunc: Ufunc

    init(_ ufunc: Ufunc) {
        self.ufunc = ufunc
        super.init(type: .ufunc)
    }

    override func repr() -> String { "<ufunc '\(ufunc.name)'>" }

    /// `ufunc(x[, y], out=None, where=True, dtype=None)`
    override func call(_ arguments: Arguments) throws -> Value {
        var out = arguments.keyword("out")
        if arguments.count == ufunc.arity + 1 { out = arguments[ufunc.arity] }
        guard arguments.count >= ufunc.arity, arguments.count <= ufunc.arity + 1 else {
            let expected = ufunc.arity == 1 ? "from 1 to 2" : "from 2 to 3"
            throw Raised.typeError("\(ufunc.name)() takes \(expected) positional arguments but \(arguments.count) \(arguments.count == 1 ? "was" : "were") given")
        }
        for pair in arguments.keywordPairs where !["out", "where", "dtype", "casting", "order", "subok"].contains(pair.name.text) {
            throw Raised.typeError("\(ufunc.name)() got an unexpected keyword argument '\(pair.name.text)'")
        }
        let casting = try arguments.keyword("casting")?.text.map(ArrayCasting.rule) ?? "same_kind"
        var mask = arguments.keyword("where")
        if case .bool(true)? = mask { mask = nil }
        guard let target = try target(out) else {
            let result = try result(arguments, casting, mask: mask)
            return arguments.positional.contains { $0.as(TensorObject.self) != nil } ? try ArrayArithmetic.asTensor(result) : result
        }
        let shapes = try (0..<ufunc.arity).compactMap { try ArrayOperand.from(arguments[$0])?.shape }
        try OutputRule.elementwise(ufunc.name).write(
            ArrayObject.make(result(arguments, casting, mask: nil)), to: target, operands: shapes, casting: casting, mask: mask)
        return .object(target)
    }

    /// The function of the operands; zeros outside the mask.
    private func result(_ arguments: Arguments, _ casting: String, mask: Value?) throws -> Value {
        if let comparison = try comparedTexts(arguments) { return comparison }
        let operands = try (0..<ufunc.arity).map { try operand(arguments[$0]) }
        if let values = try tableResult(operands) { return values }
        if operands.contains(where: \.isComplex) { return try ComplexArray.call(ufunc, operands) }
        let type = try arguments.keyword("dtype").flatMap { try ArrayType.from($0) }
        if let type {
            for (place, operand) in operands.enumerated() {
                let own = operand.strongType ?? ArrayPromotion.common([operand])
                try ArrayCasting.require(.number(own), type, casting, ufunc: ufunc.name, part: ufunc.arity == 1 ? "input" : "input \(place)")
            }
        }
        let result = try ufunc(operands, type: type?.dtype)
        guard let mask else { return try result.scalarOrArray() }
        let kept = try ArrayObject.make(mask).tensor.to(.bool)
        return try Tensor.where(kept, .tensor(result), .number(0)).to(result.dtype).scalarOrArray()
    }

    /// Comparisons also take texts and objects.
    private func comparedTexts(_ arguments: Arguments) throws -> Value? {
        guard case .predicate = ufunc.rule, ufunc.arity == 2, let op = ArrayArithmetic.operators[ufunc.name] else { return nil }
        let pair = try (0..<2).map { arguments[$0].text == nil ? arguments[$0] : .object(try ArrayObject.make(arguments[$0])) }
        guard pair.contains(where: { $0.as(ArrayObject.self)?.table != nil }) else { return nil }
        return try ArrayArithmetic.compare(op, pair[0], pair[1])
    }

    /// The function on texts and objects: Python's operator on the elements.
    private func tableResult(_ operands: [ArrayOperand]) throws -> Value? {
        let tables = operands.compactMap { $0.table?.type }.filter { $0 != .complex }
        guard !tables.isEmpty else { return nil }
        if operands.count == 2, let op = ArrayArithmetic.binaryOperator(named: ufunc.name), case .array(let first) = operands[0] {
            guard let result = try ArrayArithmetic.binary(op, .object(first), operands[1].value, reflected: false) else { return nil }
            return try result.as(ArrayObject.self)?.scalarOrSelf() ?? result
        }
        return nil
    }

    private func operand(_ value: Value) throws -> ArrayOperand {
        if let operand = try ArrayOperand.from(value) { return operand }
        if value.text != nil { return .array(try ArrayObject.make(value)) }
        throw Raised.typeError("loop of ufunc does not support argument 0 of type \(value.type.name) which has no callable \(ufunc.name) method")
    }

    /// The array given as `out`, alone or in a tuple.
    private func target(_ out: Value?) throws -> ArrayObject? {
        guard let out else { return nil }
        let parts = out.as(TupleObject.self)?.elements ?? [out]
        guard parts.count == 1 else { throw Raised.valueError("The 'out' tuple must have exactly one entry per ufunc output") }
        return try OutputRule.elementwise(ufunc.name).target(parts[0])
    }

    /// The result of a method, in the array given as `out` where there is one.
    fileprivate func deliver(_ result: Tensor, _ out: Value, _ rule: OutputRule, from operand: ArrayArgument) throws -> Value {
        guard let target = try target(out) else { return try result.scalarOrArray() }
        try rule.write(ArrayObject(result), to: target, operands: [operand.tensor.shape])
        return .object(target)
    }

    // MARK: Methods

    /// - Throws: ValueError where the ufunc takes one operand, for methods that combine elements.
    fileprivate func requirePairs(_ method: String) throws {
        guard ufunc.arity == 2 else { throw Raised.valueError("\(method) only supported for binary functions") }
    }

    /// The reduction of `x` along axes.
    func reduce(_ x: Tensor, axes wrapped: [Int], keepdims: Bool) throws -> Tensor {
        switch ufunc.name {
        case "add": return try ArrayReductions.sum(x, wrapped, keepdims: keepdims)
        case "multiply": return try ArrayReductions.prod(x, wrapped, keepdims: keepdims)
        case "maximum": return try ArrayReductions.extreme(x, wrapped, keepdims: keepdims, largest: true)
        case "minimum": return try ArrayReductions.extreme(x, wrapped, keepdims: keepdims, largest: false)
        default: break
        }
        if wrapped.count > 1, ufunc.identity == nil, !["fmax", "fmin"].contains(ufunc.name) {
            throw Raised.valueError("reduction operation '\(ufunc.name)' is not reorderable, so at most one axis may be specified")
        }
        var result = x
        for axis in wrapped.sorted(by: >) { result = try fold(result, axis) }
        if keepdims { for axis in wrapped.sorted() { result = try result.unsqueeze(axis) } }
        return result
    }

    /// The reduction of nothing: what the function starts with.
    fileprivate func empty(_ x: Tensor, _ wrapped: [Int], _ keepdims: Bool, _ initial: Number?) throws -> Tensor {
        guard let start = initial ?? ufunc.identity else {
            throw Raised.valueError("zero-size array to reduction operation \(ufunc.name) which has no identity")
        }
        let shape = (0..<x.rank).compactMap { wrapped.contains($0) ? keepdims ? 1 : nil : x.shape[$0] }
        return try Tensor.full(Dims(shape), initial == nil ? start : ufunc.identity ?? start, x.dtype)
    }

    /// Element after element along one axis.
    private func fold(_ x: Tensor, _ axis: Int) throws -> Tensor {
        var parts = try x.unbind(dim: axis)
        guard !parts.isEmpty else {
            guard let identity = ufunc.identity else {
                throw Raised.valueError("zero-size array to reduction operation \(ufunc.name) which has no identity")
            }
            var shape = x.shape
            shape.remove(at: axis)
            return try Tensor.full(shape, identity, x.dtype)
        }
        var result = parts.removeFirst()
        for part in parts { result = try ufunc([.array(ArrayObject(result)), .array(ArrayObject(part))]) }
        return result
    }

    /// The running reduction along `axis`.
    func accumulate(_ x: Tensor, axis: Int) throws -> Tensor {
        let axis = try ArrayShapes.wrap(axis, rank: x.rank)
        let parts = try x.unbind(dim: axis)
        guard var running = parts.first else { return x }
        var results = [running]
        for part in parts.dropFirst() {
            running = try ufunc([.array(ArrayObject(running)), .array(ArrayObject(part))])
            results.append(running)
        }
        return try Tensor.stack(results, dim: axis)
    }

    /// The reductions of the stretches that begin at `starts` and end before the next one; where the next one is not later, one element.
    func reduceAt(_ x: Tensor, _ starts: [Int], axis: Int) throws -> Tensor {
        let axis = try ArrayShapes.wrap(axis, rank: x.rank)
        let size = x.shape[axis]
        let parts = try starts.enumerated().map { k, start in
            guard start >= 0, start < size else { throw Raised.indexError("index \(start) out-of-bounds in \(ufunc.name).reduceat [0, \(size))") }
            let end = k + 1 < starts.count ? starts[k + 1] : size
            return try reduce(x.narrow(axis, start, max(end - start, 1)), axes: [axis], keepdims: true)
        }
        return parts.isEmpty ? try x.narrow(axis, 0, 0) : try Tensor.cat(parts, dim: axis)
    }

    /// All pairs of elements.
    func outer(_ a: ArrayOperand, _ b: ArrayOperand) throws -> Tensor {
        let common = ArrayPromotion.common([a, b])
        var first = try a.tensor(common)
        let second = try b.tensor(common)
        for _ in 0..<second.rank { first = try first.unsqueeze(-1) }
        return try ufunc([.array(ArrayObject(first)), .array(ArrayObject(second))])
    }

    /// `array[indices] = ufunc(array[indices], values)`, repeated indices one after the other.
    func at(_ array: ArrayObject, _ indices: Value, _ values: Value?) throws {
        let positions = try ArrayObject(Tensor.from(Array(0..<array.tensor.count), array.tensor.shape)).item(indices)
        let targets = try ArrayObject.make(positions).tensor
        let flat = try targets.elements(Int.self)
        var operands: [ArrayOperand] = []
        if let values {
            let source = try ArrayObject.make(values).tensor.expand(targets.shape)
            operands = try source.reshape([flat.count]).unbind(dim: 0).map { .array(ArrayObject($0)) }
        }
        for (k, position) in flat.enumerated() {
            let place = try ArrayIndexing.element(array, position)
            let result = try ufunc([.array(ArrayObject(place))] + (operands.isEmpty ? [] : [operands[k]]))
            try place.copyInPlace(result)
        }
    }
}

extension UfuncObject: FromValue {
    static var expectedType: String { "numpy.ufunc" }

    static var members: [Row] {
        [
            property("__name__", "The name.", example: "np.add.__name__") { (x: UfuncObject) in x.ufunc.name },
            property("identity", "What a reduction of nothing gives, or None.", example: "np.add.identity") { (x: UfuncObject) in
                x.ufunc.identity?.intoValue() ?? .none
            },
            property("nout", "The number of results.", example: "np.add.nout") { (_: UfuncObject) in 1 },
            property("nin", "The number of operands.", example: "np.add.nin") { (x: UfuncObject) in x.ufunc.arity },
            property("nargs", "Operands and results.", example: "np.add.nargs") { (x: UfuncObject) in x.ufunc.arity + 1 },
            def("reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True)", "The function applied along an axis.",
                example: "np.add.reduce([[1, 2], [3, 4]])") {
                (x: UfuncObject, array: ArrayArgument, axis: AxisArgument, type: ArrayType?, out: Value, keepdims: Bool, initial: Number?, mask: Value) in
                try x.requirePairs("reduce")
                let axes = try axis.axes(of: array.tensor.rank)
                var tensor = try array.numbers(for: "reduce", as: type)
                if let neutral = initial ?? x.ufunc.identity { tensor = try ArrayReductions.masked(tensor, mask, else: neutral) }
                var result = tensor.count == 0 ? try x.empty(tensor, axes, keepdims, initial) : try x.reduce(tensor, axes: axes, keepdims: keepdims)
                if let initial { result = try x.ufunc([.array(ArrayObject(result)), .plain(initial)]) }
                return try x.deliver(result, out, .reduction(x.ufunc.name), from: array)
            },
            def("accumulate(self, array, axis=0, dtype=None, out=None)", "The running results along an axis.", example: "np.maximum.accumulate([1, 3, 2])") {
                (x: UfuncObject, array: ArrayArgument, axis: Int, type: ArrayType?, out: Value) in
                try x.requirePairs("accumulate")
                if array.tensor.rank == 0 { throw Raised.typeError("cannot accumulate on a scalar") }
                return try x.deliver(x.accumulate(array.numbers(for: "accumulate", as: type), axis: axis), out, .accumulation, from: array)
            },
            def("reduceat(self, array, indices, axis=0)", "The function applied to stretches that begin at indices.",
                example: "np.add.reduceat([1, 2, 3, 4], [0, 2])") { (x: UfuncObject, array: ArrayArgument, indices: ArrayArgument, axis: Int) in
                try x.requirePairs("reduceat")
                return try x.reduceAt(array.numbers(for: "reduceat"), indices.tensor.elements(Int.self), axis: axis).intoArray()
            },
            def("outer(self, A, B)", "The function of all pairs.", example: "np.add.outer([1, 2], [10, 20])") {
                (x: UfuncObject, a: ArrayArgument, b: ArrayArgument) in
                try x.requirePairs("outer product")
                return try x.outer(.array(a.array), .array(b.array)).scalarOrArray()
            },
            def("at(self, a, indices, b=None)", "Changes the elements at indices, repeated ones again and again.",
                example: "a = np.zeros(3); np.add.at(a, [0, 0, 2], 1); a") { (x: UfuncObject, a: Value, indices: Value, b: Value) in
                guard let a = a.as(ArrayObject.self) else { throw Raised.typeError("first operand must be array") }
                guard b.isNone == (x.ufunc.arity == 1) else {
                    throw Raised.valueError(b.isNone ? "second operand needed for ufunc" : "second operand provided when ufunc is unary")
                }
                try x.at(a, indices, b.isNone ? nil : b)
            },
        ]
    }
}

extension Class {
    /// `numpy.ufunc`
    static let ufunc = Class(native: "numpy.ufunc", module: "numpy", doc: "A function applied element by element.", hooks: [.call], extensible: false, rows: { UfuncObject.members })
}
