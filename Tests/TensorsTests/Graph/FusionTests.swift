// Tests deferred chains: equal to immediate work, the same bits with any number of threads, cut by reads and changes.
import Tensors
import Testing

extension EngineTests {
    @Suite struct FusionTests {
        private func sample(_ count: Int) throws -> (Tensor, Tensor) {
            let a = try Tensor.make([count], Float.self) { out in for i in 0..<count { out[i] = Float(i % 97) * 0.031 - 1.4 } }
            let b = try Tensor.make([count], Float.self) { out in for i in 0..<count { out[i] = Float(i % 89) * 0.027 - 1.1 } }
            return (a, b)
        }

        private func chain(_ a: Tensor, _ b: Tensor) throws -> Tensor {
            try Op.tanh(a * b + 0.5) * a - Op.sigmoid(b) + Op.square(a - b)
        }

        @Test func chainEqualsSingleSteps() throws {
            let (a, b) = try sample(50_000)
            let eager = try deferring(from: Int.max) { try chain(a, b).elements(Float.self) }
            let lazy = try deferring(from: 0) { try chain(a, b).elements(Float.self) }
            #expect(eager == lazy)
        }

        @Test(arguments: [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]]) func reductionsAgreeWithReference(dims: [Int]) throws {
            let (a, b) = try sample(7 * 33 * 41)
            let (x, y) = (try a.reshape([7, 33, 41]), try b.reshape([7, 33, 41]))
            for input in [x, try x.permute([2, 0, 1]).contiguous().permute([1, 2, 0])] {
                try deferring(from: 0) {
                    let pending = try (input * y + 0.25).sum(dims: dims)
                    let expected = try Reference.elements(of: pending)
                    let got = try pending.elements(Double.self)
                    for (i, value) in expected.enumerated() { #expect(isNear(value.double, got[i], 1e-5)) }
                }
                let direct = try input.sum(dims: dims).elements(Double.self)
                let copied = try input.contiguous().sum(dims: dims).elements(Double.self)
                for i in direct.indices { #expect(isNear(direct[i], copied[i])) }
            }
        }

        @Test func threadsDoNotChangeBits() throws {
            let (a, b) = try sample(300_007)
            let matrix = try a.slice(0, 0, 300_000).reshape([300, 1000])
            func results() throws -> [Float] {
                try chain(a, b).sum().elements(Float.self) + chain(a, b).elements(Float.self) + matrix.sum(dims: [0]).elements(Float.self)
                    + matrix.t().mm(matrix).elements(Float.self) + Op.exp(matrix).mean(dims: [1]).elements(Float.self)
            }
            let one = try threads(1) { try results() }
            let many = try threads(5) { try results() }
            #expect(one == many)
        }

        @Test func changesDoNotReachPendingReaders() throws {
            let (a, b) = try sample(20_000)
            try deferring(from: 0) {
                let sum = try a + b
                let again = try sum * 2.0
                let first = try a.elements(Float.self)[5] + b.elements(Float.self)[5]
                try a.fillInPlace(100)
                #expect(try sum.elements(Float.self)[5] == first)
                try sum.fillInPlace(-1)
                #expect(try again.elements(Float.self)[5] == 2 * first)
            }
        }

        @Test func longChainsAreCut() throws {
            var x = try Tensor.ones([2000])
            try deferring(from: 0) {
                for _ in 0..<10_000 { x = try x + 1.0 }
                #expect(try x.elements(Float.self)[1999] == 10_001)
            }
        }

        @Test func halfTypesRoundAfterEachStep() throws {
            let x = try Tensor.from([1.0, 0.1, 3.3]).to(.float16)
            try deferring(from: 0) {
                let y = try x * 3.0 - x
                let expected = try Reference.elements(of: y).map(\.double)
                #expect(try y.elements(Double.self) == expected)
                #expect(y.dtype == .float16)
            }
        }
    }
}
