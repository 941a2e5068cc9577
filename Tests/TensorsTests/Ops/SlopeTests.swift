// Tests the gradient of every row against finite differences, and gradients of gradients.
import Tensors
import Testing

extension EngineTests {
    @Suite struct SlopeTests {
        /// Rows whose result jumps, or which have no gradient at all.
        static let differentiable = Op.all.filter { op in
            guard let result = try? op.apply(Samples.operands(op)) else { return false }
            return result.dtype.isFloatingPoint && ![Op.heaviside, .trigamma].contains(op)
        }

        /// The sum of results, weighted so that all elements differ.
        private func total(_ op: Op, _ operands: [Tensor]) throws -> Tensor {
            let result = try op.apply(operands)
            return try (result * Tensor.from([1.0, -0.5, 2, 0.7, -1.3, 0.4])).sum()
        }

        private func numeric(_ f: (Tensor) throws -> Double, at x: Tensor) throws -> [Double] {
            let values = try x.elements(Double.self)
            return try values.indices.map { i in
                let step = 1e-6
                var (up, down) = (values, values)
                up[i] += step
                down[i] -= step
                return try (f(Tensor.from(up)) - f(Tensor.from(down))) / (2 * step)
            }
        }

        @Test(arguments: differentiable) func matchesFiniteDifferences(op: Op) throws {
            for k in 0..<op.arity where !(op == .where && k == 0) && !SlopeTests.isConstant(op, k) {
                let operands = try Samples.operands(op)
                try operands[k].setRequiresGrad(true)
                let slope = try Autograd.grad([total(op, operands)], [operands[k]], createGraph: true, allowUnused: true)[0]
                let expected = try numeric({ x in
                    var changed = operands
                    changed[k] = x
                    return try Engine.current.withoutGrad { try self.total(op, changed).item().double }
                }, at: operands[k])
                let got = try slope?.elements(Double.self) ?? Array(repeating: 0, count: 6)
                for i in 0..<6 {
                    #expect(isNear(got[i], expected[i], 2e-5), "\(op.name) operand \(k) element \(i): \(got[i]) instead of \(expected[i])")
                }
                try checkSecond(op, operands, k, slope)
            }
        }

        private func checkSecond(_ op: Op, _ operands: [Tensor], _ k: Int, _ slope: Tensor?) throws {
            guard let slope, slope.requiresGrad, op != .digamma else { return }
            let second = try Autograd.grad([(slope * slope).sum()], [operands[k]], allowUnused: true)[0]
            let expected = try numeric({ x in
                var changed = operands
                changed[k] = x
                try x.setRequiresGrad(true)
                let again = try Autograd.grad([self.total(op, changed)], [x])[0]!
                return try (again * again).sum().item().double
            }, at: operands[k].detach())
            let got = try second?.elements(Double.self) ?? Array(repeating: 0, count: 6)
            for i in 0..<6 {
                #expect(isNear(got[i], expected[i], 2e-4), "\(op.name) twice, operand \(k) element \(i): \(got[i]) instead of \(expected[i])")
            }
        }

        /// Operands that PyTorch takes as plain numbers have no gradient.
        private static func isConstant(_ op: Op, _ operand: Int) -> Bool {
            let numbers: [Op] = [.leakyRelu, .elu, .scaledElu, .celu, .softplus, .hardtanh, .hardshrink, .softshrink, .threshold, .roundScaled]
            return operand > 0 && numbers.contains(op)
        }
    }
}
