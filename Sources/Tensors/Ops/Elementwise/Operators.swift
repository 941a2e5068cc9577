// Defines the operators in which gradients and composite operations are written: `try x * y + 1.0`.

extension Tensor {
    public static func + (a: Tensor, b: Tensor) throws -> Tensor { try Op.add(a, b) }
    public static func - (a: Tensor, b: Tensor) throws -> Tensor { try Op.sub(a, b) }
    public static func * (a: Tensor, b: Tensor) throws -> Tensor { try Op.mul(a, b) }
    public static func / (a: Tensor, b: Tensor) throws -> Tensor { try Op.div(a, b) }
    public static func + (a: Tensor, b: Double) throws -> Tensor { try Op.add(.tensor(a), .number(.float(b))) }
    public static func - (a: Tensor, b: Double) throws -> Tensor { try Op.sub(.tensor(a), .number(.float(b))) }
    public static func * (a: Tensor, b: Double) throws -> Tensor { try Op.mul(.tensor(a), .number(.float(b))) }
    public static func / (a: Tensor, b: Double) throws -> Tensor { try Op.div(.tensor(a), .number(.float(b))) }
}
