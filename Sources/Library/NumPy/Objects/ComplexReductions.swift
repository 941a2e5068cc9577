// Defines how arrays of complex numbers are reduced, and sums of their products.
import Runtime
import Tensors

extension ComplexArray {
    /// What a reduction of this name makes of the numbers, by what `body` makes of real ones; nil where it has no meaning for them here.
    func reduced(_ operation: String, _ axes: [Int], _ body: (Tensor, [Int]) throws -> Tensor) throws -> Value? {
        switch operation {
        case "add", "mean": return try map { try body($0, axes) }.value()
        case "var": return try (body(re, axes) + body(im, axes)).scalarOrArray()
        case "std": return try Op.hypot(body(re, axes), body(im, axes)).scalarOrArray()
        case "logical_and", "logical_or":
            let truths = try Op.logicalOr(Op.ne(.tensor(re), 0), Op.ne(.tensor(im), 0))
            return try body(truths, axes).scalarOrArray()
        case "multiply":
            var result = self
            for axis in axes.sorted(by: >) { result = try result.products(along: axis).last ?? result.ones(without: axis) }
            let shape = try body(re, axes).shape
            return try result.map { try $0.reshape(shape) }.value()
        default: return nil
        }
    }

    /// The product along an axis without numbers.
    private func ones(without axis: Int) throws -> ComplexArray {
        var shape = re.shape
        shape.remove(at: axis)
        return ComplexArray(try Tensor.ones(shape, re.dtype), try Tensor.zeros(shape, im.dtype))
    }

    /// The products of the numbers up to each one along an axis.
    private func products(along axis: Int) throws -> [ComplexArray] {
        var running: [ComplexArray] = []
        for (re, im) in zip(try re.unbind(dim: axis), try im.unbind(dim: axis)) {
            let part = ComplexArray(re, im)
            running.append(try running.last.map { try $0 * part } ?? part)
        }
        return running
    }

    /// Running sums or products along an axis.
    func running(along axis: Int, isProduct: Bool) throws -> ComplexArray {
        guard isProduct else { return try map { try ArrayReductions.running($0, axis, isProduct: false) } }
        let parts = try products(along: axis)
        guard !parts.isEmpty else { return self }
        return ComplexArray(try Tensor.stack(parts.map(\.re), dim: axis), try Tensor.stack(parts.map(\.im), dim: axis))
    }

    /// A sum of products of several operands: of each its real or its imaginary part, in all ways; every imaginary part turns the term
    /// by a quarter.
    static func product(of operands: [ArrayOperand], _ body: ([Tensor]) throws -> Tensor) throws -> ComplexArray {
        var terms = [(parts: [Tensor](), turns: 0)]
        for operand in operands {
            let parts = try ComplexArray(operand)
            terms = terms.flatMap { [($0.parts + [parts.re], $0.turns), ($0.parts + [parts.im], $0.turns + 1)] }
        }
        let results = try terms.map { (try body($0.parts), $0.turns) }
        func sum(_ straight: Int, _ turned: Int) throws -> Tensor {
            let signed = try results.compactMap { try $1 % 4 == straight ? $0 : $1 % 4 == turned ? Op.neg($0) : nil }
            return try signed.dropFirst().reduce(signed.first ?? Tensor.zeros([], .float64)) { try $0 + $1 }
        }
        return ComplexArray(try sum(0, 2), try sum(1, 3))
    }
}

extension ArrayObject {
    /// The truth of every element.
    func truths() throws -> Tensor {
        guard table != nil else { return try tensor.to(.bool) }
        return try Tensor.from(ArrayObject.flatValues(self).map { try $0.truth() ? 1 : 0 }, tensor.shape).to(.bool)
    }
}
