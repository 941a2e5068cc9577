// Tests that devices compute what the processor computes. They run where there is a device: PoCL presents the processor as one.
import Tensors
import Testing

extension EngineTests {
    @Suite(.enabled(if: hasDevice)) struct DeviceTests {
        @Test("elementwise operations", arguments: Op.all.indices, [DType.float32, .int64, .bool])
        func operation(index: Int, dtype: DType) throws {
            let op = Op.all[index]
            do {
                try expectEqual(both { device in
                    let x = try sample([300]).to(dtype).to(device: device)
                    let y = try (sample([300], 1) + 2.5).to(dtype).to(device: device)
                    switch op.arity {
                    case 1: return [try op(x)]
                    case 2: return [try op(x, y)]
                    default: return [try op(.tensor(op.name == "where" ? Op.lt(x, y) : x), .tensor(x), .tensor(y))]
                    }
                })
            } catch let error as TensorError {
                // What the processor refuses, devices refuse.
                #expect(error.kind != .memory)
            }
        }

        @Test("sums over dimensions", arguments: [[0], [1], [2], [0, 1], [0, 2], [0, 1, 2]])
        func reductions(dims: [Int]) throws {
            try expectEqual(both { device in
                let x = try sample([7, 33, 41]).to(device: device)
                return [try (x * 2.0).sum(dims: dims), try x.permute([2, 0, 1]).mean(dims: dims), try x.amax(dims), try Op.gt(.tensor(x), 0.0).sum(dims: dims)]
            })
        }

        @Test("products of matrices", arguments: [(1, 1, 1), (5, 7, 3), (67, 130, 33), (1, 50, 20), (50, 1, 20)])
        func products(rows: Int, columns: Int, length: Int) throws {
            try expectEqual(both { device in
                let (a, b) = (try sample([rows, length]).to(device: device), try sample([columns, length], 1).to(device: device))
                let stack = try a.unsqueeze(0).expand([3, rows, length]).bmm(b.t().unsqueeze(0).expand([3, length, columns]))
                return [try a.mm(b.t()), try b.mm(a.t()), stack, try a.to(.float64).mm(b.t().to(.float64))]
            })
        }

        @Test func convolutionsAndTheirGradients() throws {
            for (stride, padding, dilation, groups) in [(1, 0, 1, 1), (2, 1, 1, 1), (1, 2, 2, 2)] {
                try expectEqual(both { device in
                    let (x, bias) = (try leaf(sample([2, 4, 9, 8]), device), try leaf(sample([6], 5), device))
                    let weight = try leaf(sample([6, 4 / groups, 3, 3], 3), device)
                    let y = try x.convolution(
                        weight, bias: bias, spatial: 2, stride: [stride], padding: .sizes([padding]), dilation: [dilation], groups: groups)
                    try Op.square(y).sum().backward()
                    return [y] + [x, weight, bias].compactMap(\.grad)
                })
            }
        }

        @Test func normalisationsAndLosses() throws {
            try expectEqual(both { device in
                let (x, gain, shift) = (try leaf(sample([6, 5]), device), try leaf(sample([5], 3), device), try leaf(sample([5], 4), device))
                let (mean, variance) = (try sample([5], 9).to(device: device), try Op.square(sample([5], 9)).to(device: device))
                let classes = try Tensor.from([0, 3, 2, 4, 1, -100]).to(device: device)
                let batch = try x.batchNorm(runningMean: mean, runningVar: variance, weight: gain, bias: shift, training: true)
                let layer = try x.layerNorm([5], weight: gain, bias: shift)
                let loss = try (batch + layer).crossEntropy(classes, weight: Op.square(gain.detach()))
                try loss.backward()
                return [batch, layer, loss, mean, variance, try x.softmax(dim: 0)] + [x, gain, shift].compactMap(\.grad)
            })
        }

        @Test func optimiserSteps() throws {
            try expectEqual(both { device in
                let states = try (1...6).map { try Op.square(sample([40], $0)).to(device: device) }
                try Optimizer.adam(
                    [states[0]], [states[1]], [states[2]], [states[3]], [states[4]], steps: [3], lr: 0.1, beta1: 0.9, beta2: 0.99,
                    weightDecay: 0.1, eps: 1e-8, amsgrad: true, maximize: false, decoupled: true)
                try Optimizer.sgd(
                    [states[0]], [states[1]], [states[5]], lr: 0.1, momentum: 0.9, dampening: 0.1, weightDecay: 0.1, nesterov: true,
                    maximize: false, isFirst: false)
                return states
            })
        }
    }
}
