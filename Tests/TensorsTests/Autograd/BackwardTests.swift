// Tests the backward pass: accumulation, graphs kept and freed, long chains, hooks, views and in-place changes.
import Tensors
import Testing

extension EngineTests {
    @Suite struct BackwardTests {
        private func leaf(_ values: [Double]) throws -> Tensor {
            let x = try Tensor.from(values)
            try x.setRequiresGrad(true)
            return x
        }

        @Test func gradientsAccumulateInTheSameTensor() throws {
            let x = try leaf([1, 2])
            try (x * x).sum().backward()
            let first = x.grad
            try (x * 3.0).sum().backward()
            #expect(x.grad === first)
            #expect(try x.grad?.elements(Double.self) == [5, 7])
        }

        @Test func leavesDoNotShareGradients() throws {
            let (a, b) = (try leaf([1]), try leaf([2]))
            try (a + b).sum().backward()
            try a.grad?.mulInPlace(0)
            #expect(try b.grad?.elements(Double.self) == [1])
        }

        @Test func graphIsFreedUnlessRetained() throws {
            let x = try leaf([1, 2])
            let y = try (x * x).sum()
            try y.backward(retainGraph: true)
            try y.backward()
            #expect(try x.grad?.elements(Double.self) == [4, 8])
            #expect(message { try y.backward() }.hasPrefix("Trying to backward through the graph a second time"))
        }

        @Test func longChainsNeitherOverflowNorSlowDown() throws {
            let x = try leaf([1])
            var y = x
            for _ in 0..<100_000 { y = try y * 1.0 }
            try y.sum().backward(retainGraph: true)
            #expect(try x.grad?.elements(Double.self) == [1])
        }

        @Test func hooksSeeAndChangeGradients() throws {
            let x = try leaf([1, 2])
            let y = try x * 2.0
            var seen: [Double] = []
            let hook = try y.registerHook { grad in
                seen = try grad.elements(Double.self)
                return try grad * 10.0
            }
            try y.sum().backward()
            #expect(seen == [1, 1])
            #expect(try x.grad?.elements(Double.self) == [20, 20])
            y.removeHook(hook.id)
        }

        @Test func viewsAndTheirBaseShareHistory() throws {
            let x = try leaf([1, 2, 3])
            let y = try x * 1.0
            let part = try y.slice(0, 0, 2)
            try part.mulInPlace(5)
            #expect(y.node?.name == "CopySlices")
            #expect(part.node?.name == "AsStridedBackward0")
            try (y * y).sum().backward()
            #expect(try x.grad?.elements(Double.self) == [50, 100, 6])
        }

        @Test func changedSavedTensorsAreNoticed() throws {
            let x = try leaf([1, 2])
            let y = try Op.exp(x)
            try y.addInPlace(1)
            #expect(message { try y.sum().backward() }.contains("is at version 1; expected version 0 instead"))
        }

        @Test(arguments: [
            ("a leaf Variable that requires grad is being used in an in-place operation.", { @Sendable (x: Tensor) in _ = try x.addInPlace(1) }),
            ("a view of a leaf Variable that requires grad is being used in an in-place operation.",
             { @Sendable (x: Tensor) in _ = try x.select(0, 0).addInPlace(1) }),
            ("grad can be implicitly created only for scalar outputs", { @Sendable (x: Tensor) in try (x * 2.0).backward() }),
            ("element 0 of tensors does not require grad and does not have a grad_fn", { @Sendable (x: Tensor) in try x.detach().sum().backward() }),
        ] as [(String, @Sendable (Tensor) throws -> Void)])
        func refusals(expected: String, body: @Sendable (Tensor) throws -> Void) throws {
            let x = try leaf([1, 2])
            #expect(message { try body(x) } == expected)
        }

        @Test func inPlaceOpsKeepWhatTheirGradientNeeds() throws {
            let x = try leaf([0.3, 0.6])
            let y = try x * 1.0
            try y.inPlace { try Op.sin($0) }
            try y.sum().backward()
            let cosines = try Op.cos(x.detach()).elements(Double.self)
            #expect(try x.grad?.elements(Double.self) == cosines)
        }
    }
}
