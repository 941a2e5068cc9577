// Defines the operators in which gradients and composite operations are written: `try x * y + 1.0`.

extension Tensor {
    /// The sum of two tensors.
    public static func + (a: Tensor, b: Tensor) throws -> Tensor { try Op.add(a, b) }
    /// The difference of two tensors.
    public static func - (a: Tensor, b: Tensor) throws -> Tensor { try Op.sub(a, b) }
    /// The product of two tensors.
    public static func * (a: Tensor, b: Tensor) throws -> Tensor { try Op.mul(a, b) }
    /// The quotient of two tensors.
    public static func / (a: Tensor, b: Tensor) throws -> Tensor { try Op.div(a, b) }
    /// The sum with a number.
    public static func + (a: Tensor, b: Double) throws -> Tensor { try Op.add(.tensor(a), .number(.float(b))) }
    /// The difference with a number.
    public static func - (a: Tensor, b: Double) throws -> Tensor { try Op.sub(.tensor(a), .number(.float(b))) }
    /// The product with a number.
    public static func * (a: Tensor, b: Double) throws -> Tensor { try Op.mul(.tensor(a), .number(.float(b))) }
    /// The quotient with a number.
    public static func / (a: Tensor, b: Double) throws -> Tensor { try Op.div(.tensor(a), .number(.float(b))) }
}
