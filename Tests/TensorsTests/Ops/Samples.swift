// Defines sample operands for every row: inside the domain of each function, away from its kinks.
import Tensors

/// Operands for an operation.
enum Samples {
    /// Values each operation is defined on (one list for each operand).
    static func values(_ op: Op, _ operand: Int) -> [Double] {
        if operand > 0 { return second(op, operand) }
        switch op {
        case .log, .log2, .log10, .sqrt, .rsqrt, .lgamma, .digamma, .trigamma, .pow, .powNumber, .reciprocal, .xlogy:
            return [0.3, 0.7, 1.2, 2.5, 3.1, 0.9]
        case .acosh: return [1.2, 1.5, 2.1, 2.9, 3.7, 4.4]
        case .asin, .acos, .atanh, .erfinv: return [-0.8, -0.45, 0.2, 0.35, 0.6, 0.75]
        case .log1p: return [-0.7, -0.2, 0.3, 1.4, 2.2, 3.3]
        case .where: return [0, 1, 1, 0, 1, 0]
        default: return [-1.7, -0.6, 0.35, 0.8, 1.45, 2.3]
        }
    }

    private static func second(_ op: Op, _ operand: Int) -> [Double] {
        switch op {
        case .clamp, .hardtanh: return operand == 1 ? Array(repeating: -1, count: 6) : Array(repeating: 1, count: 6)
        case .softplus: return operand == 1 ? Array(repeating: 1.5, count: 6) : Array(repeating: 20, count: 6)
        case .pow, .powNumber: return [2.2, 1.5, -0.7, 3, 0.4, 1.1]
        case .roundScaled: return Array(repeating: 3, count: 6)
        case .elu, .scaledElu, .celu, .hardshrink, .softshrink, .threshold: return Array(repeating: 0.5 + 0.2 * Double(operand), count: 6)
        case .xlogy, .div, .addcdiv, .floorDivide, .truncDivide, .remainder, .fmod: return [0.9, -1.3, 2.1, 0.55, 1.7, 0.65].map(op == .xlogy ? Swift.abs : { $0 })
        case .sigmoidSlope, .tanhSlope: return [0.2, 0.4, -0.3, 0.6, 0.7, 0.15]
        default: return [0.45, -1.2, 1.9, -0.3, 0.75, -2.1].map { $0 + 0.1 * Double(operand) }
        }
    }

    /// Operands as float64 tensors of six elements.
    static func operands(_ op: Op) throws -> [Tensor] {
        try (0..<op.arity).map { try Tensor.from(values(op, $0)) }
    }
}

extension Op {
    /// Applies the row to one to three tensors.
    func apply(_ operands: [Tensor]) throws -> Tensor {
        let converted = self == .where ? [try operands[0].to(.bool)] + operands.dropFirst() : operands
        return switch converted.count {
        case 1: try self(converted[0])
        case 2: try self(converted[0], converted[1])
        default: try self(.tensor(converted[0]), .tensor(converted[1]), .tensor(converted[2]))
        }
    }
}
