// Tests that what training needs runs on devices as on the processor, and stays there: indexing, embeddings, pooling, recurrent layers.
import Tensors
import Testing

extension EngineTests {
    @Suite(.enabled(if: hasDevice)) struct DeviceLayerTests {
        private func indices(_ numbers: [Int], _ shape: Dims, _ device: ComputeDevice?) throws -> Tensor {
            try Engine.current.on(nil) { try Tensor.from(numbers, shape) }.to(device: device)
        }

        @Test func chosenElementsAndTheirGradients() throws {
            try expectEqual(both { device in
                let x = try leaf(sample([4, 5, 3]), device)
                let places = try indices([3, 0, 3, 1, 3, 2], [6], device)
                let along = try indices([0, 4, 4, 2, 1, 0, 3, 3], [4, 2, 1], device)
                let parts = [
                    try x.index(tensors: [places, nil, nil]), try x.index(tensors: [nil, places, nil]), try x.indexSelect(dim: 1, index: places),
                    try x.transpose(0, 2).index(tensors: [nil, nil, places]), try x.gather(dim: 1, index: along),
                    try x.index(tensors: [places, nil, indices([2, 1, 0, 2, 2, 1], [6], device)]),
                ]
                for part in parts { try Op.square(part).sum().backward() }
                return parts + [x.grad!]
            })
        }

        @Test("values that meet are combined in order", arguments: [DType.float32, .float16, .bfloat16, .int8, .int64, .bool])
        func meetings(dtype: DType) throws {
            for reduction in ScatterReduction.allCases where reduction != .mean || dtype.isFloatingPoint {
                try expectEqual(both { device in
                    let target = try sample([3, 4]).to(.float32).to(device: device)
                    let source = try sample([5, 4], 1).to(device: device)
                    let index = try indices((0..<20).map { $0 * 7 % 3 }, [5, 4], device)
                    let (x, y) = (try (target * 3.0).to(dtype), try (source * 3.0).to(dtype))
                    return [try x.scatterReduce(dim: 0, index: index, source: y, reduction: reduction)]
                })
            }
        }

        @Test func rowsOfTables() throws {
            try expectEqual(both { device in
                let table = try leaf(sample([7, 4]), device)
                let words = try indices([1, 6, 1, 0, 2, 1], [2, 3], device)
                let plain = try table.embedding(words)
                try Op.square(plain).sum().backward()
                let padded = try table.embedding(words, paddingIndex: 1, scaleGradByFrequency: true)
                try Op.square(padded).sum().backward()
                return [plain, padded, table.grad!]
            })
        }

        @Test func pooling() throws {
            try expectEqual(both { device in
                let (x, y) = (try leaf(sample([2, 3, 9, 8]), device), try leaf(sample([3, 11], 2), device))
                let windows = [
                    PoolWindow(kernel: [2]), PoolWindow(kernel: [3], stride: [2], padding: [1], ceilMode: true),
                    PoolWindow(kernel: [2], stride: [1], dilation: [2]),
                ]
                var results = try windows.flatMap { window -> [Tensor] in
                    let (values, places) = try x.maxPool(window, spatial: 2)
                    return [values, places]
                }
                results += try windows.dropLast().map { try x.avgPool($0, spatial: 2, countIncludePad: false) }
                results += [try x.adaptiveAvgPool([4, 3], spatial: 2), try x.adaptiveMaxPool([4, 3], spatial: 2).values]
                results += [try y.maxPool(windows[1], spatial: 1).values, try y.avgPool(windows[1], spatial: 1)]
                for result in results where result.requiresGrad { try Op.square(result).sum().backward() }
                return results + [x.grad!, y.grad!]
            })
        }

        @Test("recurrent layers", arguments: [RecurrentKind.lstm, .gru, .rnnTanh, .rnnRelu])
        func recurrent(kind: RecurrentKind) throws {
            let gates = kind == .lstm ? 4 : kind == .gru ? 3 : 1
            for sizes in [[3, 3, 3, 3], [3, 2, 2, 1]] {
                try expectEqual(both { device in
                    let rows = try leaf(sample([sizes.reduce(0, +), 4]), device)
                    let states = try (0..<(kind == .lstm ? 2 : 1)).map { try leaf(sample([2, 3, 5], $0 + 3), device) }
                    let shapes: [Dims] = [[gates * 5, 4], [gates * 5, 5], [gates * 5], [gates * 5]]
                    let weights = try (shapes + shapes).enumerated().map { try leaf(sample($1, $0 + 7), device) }
                    let layer = Recurrent(kind, bidirectional: true)
                    let outputs = try layer.runPacked(rows, batchSizes: sizes, states: states, parameters: weights)
                    let losses = try outputs.map { try Op.square($0).sum() }
                    try losses.dropFirst().reduce(losses[0]) { try $0 + $1 }.backward()
                    return outputs + ([rows] + states + weights).compactMap(\.grad)
                })
            }
        }

        @Test func trainingStaysOnTheDevice() throws {
            let device = try Engine.current.computeDevice(0)
            try Engine.current.on(device) {
                let table = try leaf(sample([7, 4]), device)
                let words = try indices([1, 6, 1, 0], [4], device)
                let labels = try indices([0, 3, 1, 1], [4], device)
                func step() throws {
                    let rows = try table.embedding(words)
                    let pooled = try rows.unsqueeze(0).avgPool(PoolWindow(kernel: [3], stride: [1], padding: [1]), spatial: 1).squeeze([0])
                    try Tensor.cat([rows, pooled], dim: 1).crossEntropy(labels).backward()
                }
                try step()
                let (reads, onHost) = (device.log.reads, device.log.onHost)
                try step()
                #expect(device.log.reads == reads)
                #expect(device.log.onHost == onHost)
            }
        }
    }
}
