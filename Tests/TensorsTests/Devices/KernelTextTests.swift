// Tests that ten known graphs give the kernels in Kernels.txt; `WRITE_KERNELS=1` writes the file anew, for review.
import Foundation
import Tensors
import Testing

private let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Kernels.txt")

/// A graph with a name, deferred from the first element on.
struct KnownGraph: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () throws -> Tensor
    var testDescription: String { name }

    /// The text of its kernel.
    func text() throws -> String { try deferring(from: 0) { try KernelBuilder.deviceText(of: make()) ?? "no kernel\n" } }

    private static func sample(_ shape: Dims, _ dtype: DType = .float32) throws -> Tensor { try Tensor.zeros(shape, dtype) }

    static let all: [KnownGraph] = [
        KnownGraph(name: "sum of two") { try sample([4, 3]) + sample([4, 3]) },
        KnownGraph(name: "row broadcast over a matrix") { try sample([4, 3]) * sample([3]) + 1.0 },
        KnownGraph(name: "column times row") { try sample([4, 1]) * sample([1, 3]) },
        KnownGraph(name: "transposed operand") { try sample([3, 4]).t() - sample([4, 3]) },
        KnownGraph(name: "sigmoid") { try Op.sigmoid(sample([5])) },
        KnownGraph(name: "relu of half precision") { try Op.relu(sample([5], .float16)) },
        KnownGraph(name: "whole division") { try Op.floorDivide(.tensor(sample([5], .int64)), 3) },
        KnownGraph(name: "comparison picks") {
            try Op.where(.tensor(Op.lt(sample([5]), sample([5]))), .tensor(sample([5])), 0.0)
        },
        KnownGraph(name: "mean of squares over rows") { try Op.square(sample([4, 6])).mean(dims: [1]) },
        KnownGraph(name: "sum of exponentials over columns") { try Op.exp(sample([4, 6], .bfloat16)).sum(dims: [0]) },
    ]
}

extension EngineTests {
    @Suite struct KernelTextTests {
        private static let frozen: [String: String] = {
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let parts = text.components(separatedBy: "=== ").dropFirst()
            return Dictionary(uniqueKeysWithValues: parts.map { part in
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(lines[0]), String(lines.last ?? ""))
            })
        }()

        @Test("the text is the frozen one", arguments: KnownGraph.all)
        func text(graph: KnownGraph) throws {
            #expect(try graph.text() == KernelTextTests.frozen[graph.name])
        }

        @Test func rowsWithoutATextAreNamed() {
            let lanes: [DType.Lane] = [.float, .double, .int, .bool]
            let missing = Op.all.filter { op in lanes.contains { op.hasLoop($0) && !op.hasDeviceText($0) } }
            // These need functions that OpenCL C lacks (`LibraryFunction.deviceName`); the host computes them.
            #expect(missing.map(\.name) == ["erfinv", "digamma", "polygamma"])
        }

        @Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_KERNELS"] != nil))
        func write() throws {
            let text = try KnownGraph.all.map { "=== \($0.name)\n\(try $0.text())" }.joined()
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }
}
