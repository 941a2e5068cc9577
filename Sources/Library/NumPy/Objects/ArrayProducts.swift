// Defines ArrayProducts: matmul and dot with numpy's shapes and errors.
import Runtime
import Tensors

/// Products of matrices and vectors.
enum ArrayProducts {
    /// `a @ b`
    static func matmul(_ a: ArrayOperand, _ b: ArrayOperand) throws -> Value {
        if a.isComplex || b.isComplex { return try complex(a, b, matmul) }
        let (x, y) = try pair(a, b)
        for (k, operand) in [x, y].enumerated() where operand.rank == 0 {
            throw Raised.valueError("matmul: Input operand \(k) does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
        }
        let (inner, other) = (x.shape[x.rank - 1], y.shape[max(y.rank - 2, 0)])
        guard inner == other else {
            throw Raised.valueError(
                "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size \(other) is different from \(inner))")
        }
        let batches = (x.shape.array.dropLast(2), y.shape.array.dropLast(2))
        if x.rank > 2, y.rank > 2, try !Ufunc.fits(Dims(batches.0), Dims(batches.1)) { throw batchMismatch(x.shape.array, y.shape.array) }
        return try product(x, y, flattening: true).scalarOrArray()
    }

    /// The error for stacks of matrices that do not fit on each other.
    private static func batchMismatch(_ a: [Int], _ b: [Int]) -> Raised {
        func remapped(_ shape: [Int]) -> String {
            "\(ArrayShapes.text(shape))->(\(shape.dropLast(2).map(String.init).joined(separator: ",")),newaxis,newaxis) "
        }
        let result = ArrayShapes.text([a[a.count - 2], b[b.count - 1]])
        return .valueError("operands could not be broadcast together with remapped shapes [original->remapped]: \(remapped(a))\(remapped(b)) and requested shape \(result)")
    }

    /// `np.dot(a, b)`: inner product of the last axis of `a` with the last but one of `b`.
    static func dot(_ a: ArrayOperand, _ b: ArrayOperand) throws -> Value {
        if a.isComplex || b.isComplex { return try complex(a, b, dot) }
        let (x, y) = try pair(a, b)
        if x.rank == 0 || y.rank == 0 { return try Ufuncs.multiply([a, b]).scalarOrArray() }
        let axis = max(y.rank - 2, 0)
        let (inner, other) = (x.shape[x.rank - 1], y.shape[axis])
        guard inner == other else {
            throw Raised.valueError(
                "shapes \(ArrayShapes.text(x.shape)) and \(ArrayShapes.text(y.shape)) not aligned: \(inner) (dim \(x.rank - 1)) != \(other) (dim \(axis))")
        }
        if x.rank <= 2 && y.rank <= 2 { return try product(x, y, flattening: false).scalarOrArray() }
        let rows = try x.reshape([x.count / max(inner, 1), inner])
        let columns = try y.movedim([axis], [0]).reshape([other, y.count / max(other, 1)])
        var shape = x.shape.array.dropLast() + y.shape.array
        shape.remove(at: x.rank - 1 + axis)
        return try product(rows, columns, flattening: false).reshape(shape).scalarOrArray()
    }

    /// A product of complex numbers from products of their parts.
    private static func complex(_ a: ArrayOperand, _ b: ArrayOperand, _ body: (ArrayOperand, ArrayOperand) throws -> Value) throws -> Value {
        try ComplexArray(a).product(ComplexArray(b)) { x, y in
            try ArrayObject.make(body(.array(ArrayObject(x)), .array(ArrayObject(y)))).tensor
        }.value()
    }

    /// The product; bools multiply as truths.
    private static func product(_ x: Tensor, _ y: Tensor, flattening: Bool) throws -> Tensor {
        guard x.dtype == .bool else { return try VectorProducts.product(x, y, flattening: flattening) ?? x.matmul(y) }
        return try x.to(.int64).matmul(y.to(.int64)).to(.bool)
    }

    private static func pair(_ a: ArrayOperand, _ b: ArrayOperand) throws -> (Tensor, Tensor) {
        let common = ArrayPromotion.common([a, b])
        return (try a.tensor(common), try b.tensor(common))
    }
}
