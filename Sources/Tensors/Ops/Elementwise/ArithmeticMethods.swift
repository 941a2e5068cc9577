// Defines arithmetic as methods, with PyTorch's extra arguments: alpha, rounding, value, decimals, bounds.

extension Tensor {
    /// `self + alpha * other`.
    public func add(_ other: Operand, alpha: Number = 1) throws -> Tensor {
        if alpha == 1 { return try Op.add(self, other) }
        try Tensor.checkAlpha(alpha, self, other)
        return try Op.addScaled(.tensor(self), other, .number(alpha))
    }

    /// `self - alpha * other`.
    public func sub(_ other: Operand, alpha: Number = 1) throws -> Tensor {
        if alpha == 1 { return try Op.sub(self, other) }
        try Tensor.checkAlpha(alpha, self, other)
        let result = try Op.addScaled(.tensor(self), other, .number(alpha.negated), name: "SubBackward0")
        return result
    }

    /// A float factor needs float operands.
    private static func checkAlpha(_ alpha: Number, _ a: Tensor, _ b: Operand) throws {
        var promotion = Promotion()
        promotion.add(a)
        promotion.add(b)
        if alpha.category == .floating && !promotion.result.isFloatingPoint {
            throw TensorError.runtime("For integral input tensors, argument alpha must not be a floating point number.")
        }
    }

    /// `other - alpha * self`, recorded as PyTorch records `1 - x`.
    public func rsub(_ other: Operand, alpha: Number = 1) throws -> Tensor {
        let name = if case .number = other { "RsubBackward1" } else { "RsubBackward0" }
        if alpha == 1 { return try Op.sub(other, .tensor(self), name: name) }
        return try Op.addScaled(other, .tensor(self), .number(alpha.negated), name: name)
    }

    /// `self * other`.
    public func mul(_ other: Operand) throws -> Tensor { try Op.mul(self, other) }

    /// `self / other`; `rounding` is nil, `"floor"` or `"trunc"`.
    public func div(_ other: Operand, rounding: String? = nil) throws -> Tensor {
        switch rounding {
        case nil: return try Op.div(self, other)
        case "floor": return try Op.floorDivide(.tensor(self), other, name: "DivBackward1")
        case "trunc": return try Op.truncDivide(.tensor(self), other, name: "DivBackward1")
        case let mode?:
            throw TensorError.runtime("div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(mode)'")
        }
    }

    /// The remainder of a division, recorded as PyTorch does; `op` is `remainder` or `fmod`.
    public static func remainder(_ op: Op, _ a: Operand, _ b: Operand) throws -> Tensor {
        guard case .tensor = b else { return try op(a, b) }
        return try op(a, b, name: String(op.record.dropLast()) + "1")
    }

    /// The negative.
    public func neg() throws -> Tensor { try Op.neg(self) }

    /// Powers between tensors and numbers, recorded as PyTorch does.
    public static func pow(_ base: Operand, _ exponent: Operand) throws -> Tensor {
        switch (base, exponent) {
        case (.tensor(let x), .number(let number)):
            if number == 2 || number == 2.0 {
                return number.category <= x.dtype.category ? try Op.square(x) : try Op.square(x.to(number.dtype))
            }
            return try Op.powNumber(base, exponent)
        case (.number, .tensor): return try Op.pow(base, exponent, name: "PowBackward2")
        case (.tensor, .tensor): return try Op.pow(base, exponent)
        case (.number, .number): return try Op.pow(.tensor(base.asTensor()), exponent)
        }
    }

    /// `self` to a power.
    public func pow(_ exponent: Operand) throws -> Tensor { try Tensor.pow(.tensor(self), exponent) }

    /// `self + value * a * b`.
    public func addcmul(_ a: Tensor, _ b: Tensor, value: Number = 1) throws -> Tensor {
        try Op.addcmul(.tensor(self), value == 1 ? .tensor(a) : .tensor(Op.mul(a, .number(value))), .tensor(b))
    }

    /// `self + value * a / b`.
    public func addcdiv(_ a: Tensor, _ b: Tensor, value: Number = 1) throws -> Tensor {
        if !dtype.isFloatingPoint && !a.dtype.isFloatingPoint && !b.dtype.isFloatingPoint {
            throw TensorError.runtime("Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a "
                + "true division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * "
                + "torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for "
                + "float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for "
                + "all dtypes.")
        }
        return try Op.addcdiv(.tensor(self), value == 1 ? .tensor(a) : .tensor(Op.mul(a, .number(value))), .tensor(b))
    }

    /// `self + weight * (end - self)`.
    public func lerp(_ end: Tensor, _ weight: Operand) throws -> Tensor {
        let name = if case .number = weight { "LerpBackward0" } else { "LerpBackward1" }
        return try Op.lerp(.tensor(self), .tensor(end), weight, name: name)
    }

    /// Held between bounds, each a number, a tensor or absent.
    public func clamp(_ low: Operand?, _ high: Operand?) throws -> Tensor {
        let isTensor = [low, high].contains { if case .tensor? = $0 { true } else { false } }
        let name = isTensor ? "ClampBackward0" : "ClampBackward1"
        switch (low, high) {
        case (nil, nil): throw TensorError.runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
        case (let low?, nil): return try Op.clampMin(.tensor(self), low, name: name)
        case (nil, let high?): return try Op.clampMax(.tensor(self), high, name: name)
        case (let low?, let high?): return try Op.clamp(.tensor(self), low, high, name: name)
        }
    }

    /// Rounded to a number of decimals, ties to even.
    public func round(decimals: Int = 0) throws -> Tensor {
        if decimals == 0 || !dtype.isFloatingPoint { return try Op.round(self) }
        var scale = 1.0
        for _ in 0..<Swift.min(decimals.magnitude, 400) { scale *= 10 }
        if decimals > 0 { return try Op.roundScaled(self, .number(.float(scale))) }
        return try Op.roundScaled(self / scale, 1.0) * scale
    }

    /// Nan and infinities replaced by numbers; by default 0 and the largest finite values.
    public func nanToNum(nan: Double = 0, posinf: Double? = nil, neginf: Double? = nil) throws -> Tensor {
        if !dtype.isFloatingPoint { return try clone() }
        let (low, high) = dtype.finiteRange
        let replaced = try Engine.current.withoutGrad {
            let known = try Tensor.where(Op.isnan(self), .number(.float(nan)), .tensor(self))
            let above = try Tensor.where(Op.eq(known, .number(.float(.infinity))), .number(.float(posinf ?? high)), .tensor(known))
            return try Tensor.where(Op.eq(above, .number(.float(-.infinity))), .number(.float(neginf ?? low)), .tensor(above))
        }
        return replaced.recorded("NanToNumBackward0", [self], saving: [self]) { grad, node in
            [try Tensor.where(Op.isfinite(node.saved(0)), .tensor(grad), 0.0)]
        }
    }

    /// Elements of `yes` where the condition holds, else of `no`.
    public static func `where`(_ condition: Tensor, _ yes: Operand, _ no: Operand) throws -> Tensor {
        guard condition.dtype == .bool || condition.dtype == .uint8 else {
            throw TensorError.runtime("where expected condition to be a boolean tensor, but got a tensor with dtype "
                + condition.dtype.scalarName)
        }
        return try Op.where(.tensor(condition), yes, no)
    }

    /// log(x / (1 − x)); with `eps` x is first held inside [eps, 1 − eps].
    public func logit(eps: Double? = nil) throws -> Tensor {
        let result = try Engine.current.withoutGrad {
            let x = try eps.map { try clamp(.number(.float($0)), .number(.float(1 - $0))) } ?? self
            return try Op.log(x / Op.sub(1.0, x))
        }
        return result.recorded("LogitBackward0", [self], saving: [self]) { grad, node in
            let x = try node.saved(0)
            let slope = try grad / (x * Op.sub(1.0, x))
            guard let eps else { return [slope] }
            let inside = try Op.logicalAnd(Op.ge(x, .number(.float(eps))), Op.le(x, .number(.float(1 - eps))))
            return [try Tensor.where(inside, .tensor(slope), 0.0)]
        }
    }

    /// sin(πx) / (πx), 1 at 0.
    public func sinc() throws -> Tensor {
        let result = try Engine.current.withoutGrad {
            let scaled = try self * Double.pi
            return try Tensor.where(Op.eq(self, 0.0), 1.0, .tensor(Op.sin(scaled) / scaled))
        }
        return result.recorded("SincBackward0", [self], saving: [self]) { grad, node in
            let x = try node.saved(0)
            let scaled = try x * Double.pi
            let slope = try (scaled * Op.cos(scaled) - Op.sin(scaled)) / (x * scaled)
            return [try Tensor.where(Op.eq(x, 0.0), 0.0, .tensor(grad * slope))]
        }
    }

    /// Degrees to radians.
    public func deg2rad() throws -> Tensor { try self * (Double.pi / 180) }
    /// Radians to degrees.
    public func rad2deg() throws -> Tensor { try self * (180 / Double.pi) }

    /// Whether `|self - other| <= atol + rtol * |other|`.
    public func isclose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false) throws -> Tensor {
        guard dtype == other.dtype else {
            throw TensorError.runtime("\(dtype.scalarName) did not match \(other.dtype.scalarName)")
        }
        var close = try Op.eq(self, other)
        if dtype.isFloatingPoint && equalNan { close = try Op.logicalOr(close, Op.logicalAnd(Op.isnan(self), Op.isnan(other))) }
        if rtol == 0 && atol == 0 { return close }
        let (x, y) = dtype.isFloatingPoint ? (self, other) : (try to(.float64), try other.to(.float64))
        let allowed = try Op.abs(y * rtol) + atol
        let distance = try Op.abs(x - y)
        let near = try Op.logicalAnd(Op.isfinite(distance), Op.le(distance, allowed))
        return try Op.logicalOr(close, near)
    }
}

extension Tensor {
    /// `x += alpha * other`.
    @discardableResult
    public func addInPlace(_ other: Operand, alpha: Number = 1) throws -> Tensor {
        alpha == 1 ? try Op.add.inPlace(self, other) : try Op.addScaled.inPlace(self, other, .number(alpha))
    }

    /// `x -= alpha * other`.
    @discardableResult
    public func subInPlace(_ other: Operand, alpha: Number = 1) throws -> Tensor {
        alpha == 1 ? try Op.sub.inPlace(self, other) : try Op.addScaled.inPlace(self, other, .number(alpha.negated))
    }

    /// `x *= other`.
    @discardableResult
    public func mulInPlace(_ other: Operand) throws -> Tensor { try Op.mul.inPlace(self, other) }

    /// `x /= other`.
    @discardableResult
    public func divInPlace(_ other: Operand) throws -> Tensor { try Op.div.inPlace(self, other) }
}

extension Number {
    /// The number times -1.
    public var negated: Number {
        switch self {
        case .bool(let b): .int(b ? -1 : 0)
        case .int(let i): .int(0 &- i)
        case .float(let d): .float(-d)
        }
    }
}

extension DType {
    /// The least and greatest finite value of a floating type.
    public var finiteRange: (Double, Double) {
        switch self {
        case .float32: (-Double(Float.greatestFiniteMagnitude), Double(Float.greatestFiniteMagnitude))
        case .float16: (-65_504, 65_504)
        case .bfloat16: (-3.3895313892515355e38, 3.3895313892515355e38)
        case .float64: (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude)
        case .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: (0, 0)
        }
    }
}
