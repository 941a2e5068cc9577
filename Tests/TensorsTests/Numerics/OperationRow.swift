// Defines OperationRow: one operation whose result and gradients are recorded in Operations.txt.
import Tensors

/// How to repeat a recorded operation from its inputs.
struct OperationRow: Sendable, CustomStringConvertible {
    let name: String
    let body: @Sendable ([Tensor]) throws -> Tensor

    var description: String { name }

    init(_ name: String, _ body: @escaping @Sendable ([Tensor]) throws -> Tensor) {
        self.name = name
        self.body = body
    }
}

/// A recorded operation: sizes of its inputs, its result, the gradients of the inputs (nil: none flows).
struct RecordedOperation: Sendable {
    let shapes: [[Int]]
    let result: [Double]
    let gradients: [[Double]?]

    /// Reads `name: sizes; sizes | result | gradient ; gradient`.
    static func read(_ line: Substring) -> (String, RecordedOperation)? {
        let parts = line.split(separator: "|")
        guard parts.count == 3, let colon = parts[0].firstIndex(of: ":") else { return nil }
        func numbers(_ text: Substring) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }
        let shapes = parts[0][parts[0].index(after: colon)...].split(separator: ";").map { numbers($0).map { Int($0) } }
        let gradients = parts[2].split(separator: ";").map { text -> [Double]? in
            text.contains("-") && numbers(text).isEmpty ? nil : numbers(text)
        }
        return (String(parts[0][..<colon]), RecordedOperation(shapes: shapes, result: numbers(parts[1]), gradients: gradients))
    }

    /// Runs a row on the recorded inputs and returns its result and gradients.
    func repeated(_ row: OperationRow) throws -> (result: [Double], gradients: [[Double]?]) {
        let generator = Generator(seed: 3)
        let inputs = try shapes.map { shape -> Tensor in
            let tensor = try Tensor.randn(Dims(shape), .float64, generator: generator)
            try tensor.setRequiresGrad(true)
            return tensor
        }
        let result = try row.body(inputs)
        let weights = try Tensor.randn(result.shape, .float64, generator: generator)
        try (result * weights).sum().backward()
        return (try result.elements(Double.self), try inputs.map { try $0.grad?.elements(Double.self) })
    }

    /// The first difference between numbers and recorded ones; nil if they agree.
    static func difference(_ ours: [Double]?, _ theirs: [Double]?) -> String? {
        guard let theirs else { return nil }
        let ours = ours ?? [Double](repeating: 0, count: theirs.count)
        if ours.count != theirs.count { return "\(ours.count) numbers instead of \(theirs.count)" }
        for (k, (a, b)) in zip(ours, theirs).enumerated() where !((a - b).magnitude <= 1e-6 * (1 + b.magnitude)) && !(a.isNaN && b.isNaN) {
            return "number \(k) is \(a) instead of \(b)"
        }
        return nil
    }
}

/// Short ways to write the tensors of rows.
enum Given {
    static func whole(_ values: Int...) throws -> Tensor { try Tensor.from(values) }
    static func grid(_ rows: [[Int]]) throws -> Tensor { try Tensor.from(rows.flatMap { $0 }, [rows.count, rows[0].count]) }
    static func real(_ values: Double...) throws -> Tensor { try Tensor.from(values) }
    static func mask(_ values: Bool...) throws -> Tensor { try Tensor.from(values) }
    /// 1, −1, 1, −1: targets of margin losses.
    static var signs: Tensor { get throws { try real(1, -1, 1, -1) } }
}
