// Defines numpy's rows that compare, choose and limit elements, and its products.
import Runtime
import Tensors

extension NumPyRows {
    static var choices: [Row] {
        [
            def("where(condition, x=None, y=None)", "Elements of x where the condition holds, else of y; alone: the positions where it holds.",
                example: "np.where([True, False], 1, 2)") { (condition: ArrayArgument, x: Value, y: Value) in
                if x.isNone && y.isNone { return try positions(condition.array) }
                guard !x.isNone, !y.isNone else { throw Raised.valueError("either both or neither of x and y should be given") }
                let mask = try condition.array.truths()
                guard let a = try ArrayOperand.from(x), let b = try ArrayOperand.from(y), a.table == nil, b.table == nil else {
                    return try chosen(mask, x, y)
                }
                let common = ArrayPromotion.common([a, b])
                let (first, second) = (try a.tensor(common), try b.tensor(common))
                guard let joined = try? Shapes.broadcast(first.shape, second.shape), (try? Shapes.broadcast(joined, mask.shape)) != nil else {
                    throw Ufunc.mismatch([mask.shape, first.shape, second.shape])
                }
                let result = try Op.where(.tensor(mask), .tensor(first), .tensor(second)).to(common)
                return .object(result.intoArray())
            },
            def("clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None)", "Elements limited to a range.", example: "np.clip([1, 5, 9], 2, 6)", also: [.method]) {
                (a: ArrayArgument, low: Value, high: Value, _: Value, low2: Value, high2: Value) in
                var result: ArrayOperand = .array(a.array)
                for (bound, ufunc) in [(low.isNone ? low2 : low, Ufuncs.maximum), (high.isNone ? high2 : high, Ufuncs.minimum)] where !bound.isNone {
                    guard let operand = try ArrayOperand.from(bound) else { throw Raised.typeError("clip() bounds must be numbers") }
                    // A bound that no element can pass limits nothing.
                    if case .plain(.int(let int)) = operand, let range = a.tensor.dtype.integerRange, !range.contains(int),
                       int < 0 ? ufunc.name == "maximum" : ufunc.name == "minimum" { continue }
                    result = .array(ArrayObject(try ufunc([result, operand])))
                }
                guard case .array(let array) = result else { return Value.none }
                if a.value.as(ArrayObject.self) == nil, array.tensor.rank == 0 { return try array.scalarOrSelf() }
                return Value.object(array === a.array ? try array.like(array.tensor.clone()) : array)
            },
            def("nonzero(a)", "The positions of elements that are not 0, one array per axis.", example: "np.nonzero([0, 3, 0, 5])", also: [.method]) {
                (a: ArrayArgument) in try positions(a.array)
            },
            def("round(a, decimals=0, out=None)", "Rounded half to even.", example: "np.round([1.25, 2.5], 1)", also: [.method]) {
                (a: ArrayArgument, decimals: Int, _: Value) in try rounded(a, decimals)
            },
            def("around(a, decimals=0, out=None)", "The same as round.", example: "np.around([1.25, 2.5], 1)") {
                (a: ArrayArgument, decimals: Int, _: Value) in try rounded(a, decimals)
            },
            def("fix(x, out=None)", "Cut towards zero.", example: "np.fix([1.5, -1.5])") {
                (a: ArrayArgument, _: Value) in try Op.trunc(a.floats(for: "fix")).scalarOrArray() },
        ]
    }

    private static func rounded(_ a: ArrayArgument, _ decimals: Int) throws -> Value {
        if a.array.arrayType == .complex { return try ComplexArray(.array(a.array)).map { try rounded($0, decimals) }.value() }
        return try rounded(a.numbers(for: "rint"), decimals).scalarOrArray()
    }

    /// As numpy rounds: scaled by a power of ten, rounded half to even, scaled back.
    static func rounded(_ x: Tensor, _ decimals: Int) throws -> Tensor {
        guard x.dtype.isFloatingPoint || decimals < 0 else { return x.dtype == .bool ? try x.to(.float16) : try x.clone() }
        if decimals == 0 { return try Op.round(x) }
        let scale = (0..<min(decimals.magnitude, 400)).reduce(1.0) { power, _ in power * 10 }
        let wide = x.dtype.isFloatingPoint ? x : try x.to(.float64)
        let result = decimals > 0 ? try Op.round(wide * scale) / scale : try Op.round(wide / scale) * scale
        return try result.to(x.dtype)
    }

    private static func positions(_ array: ArrayObject) throws -> Value {
        let truths = try array.truths()
        guard truths.rank > 0 else { throw Raised.valueError("Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead.") }
        return .tuple(try truths.nonzeroColumns().map { .object($0.intoArray()) })
    }

    /// `where` over texts or objects.
    private static func chosen(_ mask: Tensor, _ x: Value, _ y: Value) throws -> Value {
        let (a, b) = (try ArrayObject.make(x), try ArrayObject.make(y))
        let shape = try Shapes.broadcast(mask.shape, Shapes.broadcast(a.tensor.shape, b.tensor.shape))
        let truths = try mask.expand(shape).elements(Bool.self)
        let left = try ArrayObject.flatValues(a.view(a.tensor.expand(shape)))
        let right = try ArrayObject.flatValues(b.view(b.tensor.expand(shape)))
        let values = truths.indices.map { truths[$0] ? left[$0] : right[$0] }
        return .object(try ArrayObject.make(.list(values)).reshaped(shape))
    }

    static var products: [Row] {
        [
            def("dot(a, b, out=None)", "Inner product, matrix product.", example: "np.dot([1, 2], [3, 4])", also: [.method]) { (a: Value, b: Value, _: Value) in
                try ArrayProducts.dot(operand(a), operand(b))
            },
            def("matmul(x1, x2, out=None, *, casting='same_kind', order='K', dtype=None)", "Matrix product.", example: "np.matmul(np.eye(2), [1, 2])") {
                (a: Value, b: Value, _: Value, _: Value, _: Value, type: ArrayType?) in
                let result = try ArrayProducts.matmul(operand(a), operand(b))
                return try type.map { .object(try ArrayObject.make(result, type: $0)) } ?? result
            },
            def("inner(a, b)", "Inner product over the last axes.", example: "np.inner([1, 2], [3, 4])") { (a: ArrayArgument, b: ArrayArgument) in
                let turned = b.tensor.rank > 1 ? b.array.view(try b.tensor.transpose(b.tensor.rank - 1, b.tensor.rank - 2)) : b.array
                return try ArrayProducts.dot(.array(a.array), .array(turned))
            },
            def("vdot(a, b)", "Inner product of the flattened arrays.", example: "np.vdot([[1, 2]], [[3, 4]])") { (a: ArrayArgument, b: ArrayArgument) in
                let first = try a.array.reshaped([a.tensor.count])
                return try ArrayProducts.dot(.array(conjugate(first)), .array(b.array.reshaped([b.tensor.count])))
            },
            def("outer(a, b, out=None)", "Products of all pairs.", example: "np.outer([1, 2], [3, 4])") {
                (a: ArrayArgument, b: ArrayArgument, _: Value) in
                let pair: [ArrayOperand] = [.array(try a.array.reshaped([a.tensor.count, 1])), .array(try b.array.reshaped([1, b.tensor.count]))]
                if pair.contains(where: \.isComplex) { return try ArrayObject.make(ComplexArray.call(Ufuncs.multiply, pair)) }
                return try Ufuncs.multiply(pair).intoArray()
            },
            def("tensordot(a, b, axes=2)", "Sum of products over pairs of axes.", example: "np.tensordot(np.ones((2, 3)), np.ones((3, 2)), 1)") {
                (a: ArrayArgument, b: ArrayArgument, axes: Value) in
                let common = ArrayPromotion.common([.array(a.array), .array(b.array)])
                let isComplex = a.array.arrayType == .complex || b.array.arrayType == .complex
                let (x, y) = isComplex ? (a.tensor, b.tensor) : (try a.numbers(for: "tensordot").to(common), try b.numbers(for: "tensordot").to(common))
                func product(_ first: [Int], _ second: [Int]) throws -> ArrayObject {
                    guard isComplex else { return try x.tensordot(y, first, second).intoArray() }
                    return try ComplexArray.product(of: [.array(a.array), .array(b.array)]) { try $0[0].tensordot($0[1], first, second) }.array()
                }
                if let count = try axes.wholeNumber() {
                    guard count >= 0, count <= min(x.rank, y.rank), x.shape.array.suffix(count) == y.shape.array.prefix(count) else {
                        throw Raised.valueError("shape-mismatch for sum")
                    }
                    return try product(Array((x.rank - count)..<x.rank), Array(0..<count))
                }
                let lists = try axes.elements().map { try AxisArgument.from($0)?.list ?? [] }
                let pairs = try zip(lists.first ?? [], lists.last ?? []).map { (try ArrayShapes.wrap($0, rank: x.rank), try ArrayShapes.wrap($1, rank: y.rank)) }
                guard lists.first?.count == lists.last?.count, pairs.allSatisfy({ x.shape[$0] == y.shape[$1] }) else {
                    throw Raised.valueError("shape-mismatch for sum")
                }
                guard lists.count == 2 else { throw Raised.valueError("axes must be an int or two sequences of ints") }
                return try product(ArrayShapes.wrap(lists[0], rank: x.rank) ?? [], ArrayShapes.wrap(lists[1], rank: y.rank) ?? [])
            },
            def("einsum(*operands, out=None, dtype=None, order='K', casting='safe', optimize=False)", "Sums of products by Einstein's convention.",
                example: "np.einsum('ij,jk->ik', np.eye(2), np.ones((2, 2)))") { (operands: [Value], _: Value, type: ArrayType?, _: Value, _: Value, _: Value) in
                let (subscripts, arrays) = try EinsumCheck.operands(operands)
                let common = type?.dtype ?? ArrayPromotion.common(arrays.map { .array($0) })
                try EinsumCheck.run(subscripts, arrays.map(\.tensor))
                if arrays.contains(where: { $0.arrayType == .complex }) {
                    return try ComplexArray.product(of: arrays.map { .array($0) }) { try Tensor.einsum(subscripts, $0) }.value()
                }
                do {
                    return try Tensor.einsum(subscripts, arrays.map { try $0.numbers(for: "einsum").to(common) }).scalarOrArray()
                } catch let failure as TensorError {
                    throw Raised.valueError(failure.message)
                }
            },
        ]
    }

    private static func operand(_ value: Value) throws -> ArrayOperand {
        if let operand = try ArrayOperand.from(value), operand.table == nil || operand.isComplex { return operand }
        return .array(try ArrayObject.make(value, type: .number(.float64)))
    }
}
