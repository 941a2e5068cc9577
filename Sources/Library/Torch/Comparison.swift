// Defines the rows that compare elements and test them.
import Runtime
import Tensors

extension TorchRows {
    static var comparison: [Row] {
        let rows: [Row] = [
            def("eq(input, other)", "Whether elements are equal.", example: "torch.eq(torch.tensor([1, 2]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.eq(x, y)
            },
            def("ne(input, other)", "Whether elements differ.", example: "torch.ne(torch.tensor([1, 2]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.ne(x, y)
            },
            def("lt(input, other)", "Whether elements are smaller.", example: "torch.lt(torch.tensor([1, 2]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.lt(x, y)
            },
            def("le(input, other)", "Whether elements are smaller or equal.", example: "torch.le(torch.tensor([1, 3]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.le(x, y)
            },
            def("gt(input, other)", "Whether elements are larger.", example: "torch.gt(torch.tensor([1, 3]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.gt(x, y)
            },
            def("ge(input, other)", "Whether elements are larger or equal.", example: "torch.ge(torch.tensor([1, 2]), 2)", also: [.method, .inPlace]) {
                (x: Operand, y: Operand) in try Op.ge(x, y)
            },
            def("logical_and(input, other)", "Whether both are true (not zero).", example: "torch.logical_and(torch.tensor([1, 0]), torch.tensor([1, 1]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in try Op.logicalAnd(x, y) },
            def("logical_or(input, other)", "Whether one of two is true (not zero).", example: "torch.logical_or(torch.tensor([1, 0]), torch.tensor([0, 0]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in try Op.logicalOr(x, y) },
            def("logical_xor(input, other)", "Whether exactly one is true (not zero).", example: "torch.logical_xor(torch.tensor([1, 0]), torch.tensor([1, 1]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in try Op.logicalXor(x, y) },
            def("logical_not(input)", "Whether elements are zero.", example: "torch.logical_not(torch.tensor([1, 0]))", also: [.method, .inPlace]) {
                (x: Tensor) in try Op.logicalNot(x)
            },
        ]
        let names = ["ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal"]
        return rows + rows.compactMap { row in names[row.name.text].map(row.renamed) }
    }

    static var predicates: [Row] {
        [
            def("isnan(input)", "Whether elements are nan.", example: "torch.isnan(torch.tensor([1., float('nan')]))", also: [.method]) {
                (x: Tensor) in try Op.isnan(x)
            },
            def("isinf(input)", "Whether elements are infinite.", example: "torch.isinf(torch.tensor([1., float('inf')]))", also: [.method]) {
                (x: Tensor) in try Op.isinf(x)
            },
            def("isfinite(input)", "Whether elements are neither infinite nor nan.", example: "torch.isfinite(torch.tensor([1., float('inf')]))",
                also: [.method]) { (x: Tensor) in try Op.isfinite(x) },
            def("isposinf(input)", "Whether elements are plus infinity.", example: "torch.isposinf(torch.tensor([1., float('inf')]))",
                also: [.method]) { (x: Tensor) in try Op.eq(.tensor(x), .number(.float(.infinity))) },
            def("isneginf(input)", "Whether elements are minus infinity.", example: "torch.isneginf(torch.tensor([1., -float('inf')]))",
                also: [.method]) { (x: Tensor) in try Op.eq(.tensor(x), .number(.float(-.infinity))) },
            def("isreal(input)", "Whether elements have no imaginary part: always.", example: "torch.isreal(torch.tensor([1.]))", also: [.method]) {
                (x: Tensor) in try Tensor.ones(x.shape, .bool)
            },
            def("signbit(input)", "Whether the sign bit is set.", example: "torch.signbit(torch.tensor([-0., 1.]))", also: [.method]) {
                (x: Tensor) in try Op.signbit(x)
            },
            def("isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)", "Whether elements are equal within a tolerance.",
                example: "torch.isclose(torch.tensor([1.]), torch.tensor([1.000001]))", also: [.method]) {
                (x: Tensor, y: Tensor, rtol: Double, atol: Double, equalNan: Bool) in
                try x.isclose(y, rtol: rtol, atol: atol, equalNan: equalNan)
            },
            def("allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)", "Whether all elements are equal within a tolerance.",
                example: "torch.allclose(torch.tensor([1.]), torch.tensor([1.000001]))", also: [.method]) {
                (x: Tensor, y: Tensor, rtol: Double, atol: Double, equalNan: Bool) in
                try x.isclose(y, rtol: rtol, atol: atol, equalNan: equalNan).all().item().isTrue
            },
            def("equal(input, other)", "Whether two tensors have the same sizes and elements.",
                example: "torch.equal(torch.tensor([1, 2]), torch.tensor([1, 2]))", also: [.method]) { (x: Tensor, y: Tensor) in
                try x.shape == y.shape && Op.eq(.tensor(x), .tensor(y)).all().item().isTrue
            },
            def("isin(elements, test_elements, *, assume_unique=False, invert=False)", "Whether elements occur among test_elements.",
                example: "torch.isin(torch.tensor([1, 2, 3]), torch.tensor([2, 5]))") {
                (x: Operand, candidates: Operand, _: Bool, invert: Bool) in
                try x.asTensor().isin(candidates.asTensor(), invert: invert)
            },
            def("is_tensor(obj)", "Whether obj is a tensor.", example: "torch.is_tensor([1, 2])") { (x: Value) in Tensor.from(x) != nil },
            def("is_floating_point(input)", "Whether the elements are floating-point numbers.", example: "torch.is_floating_point(torch.ones(2))",
                also: [.method]) { (x: Tensor) in x.dtype.isFloatingPoint },
            def("is_complex(input)", "Whether the elements are complex numbers: never, here.", example: "torch.is_complex(torch.ones(2))",
                also: [.method]) { (_: Tensor) in false },
            def("is_nonzero(input)", "Whether a tensor of one element is not zero.", example: "torch.is_nonzero(torch.tensor([0.]))", also: [.method]) {
                (x: Tensor) in try TensorObject.of(x).truth()
            },
            def("is_signed(input)", "Whether elements can be negative.", example: "torch.ones(2).is_signed()", also: [.method]) {
                (x: Tensor) in x.dtype != .uint8 && x.dtype != .bool
            },
            def("is_same_size(input, other)", "Whether two tensors have the same sizes.", example: "torch.is_same_size(torch.ones(2), torch.ones(2))",
                also: [.method]) { (x: Tensor, y: Tensor) in x.shape == y.shape },
        ]
    }
}
