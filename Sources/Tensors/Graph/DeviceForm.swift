// Defines DeviceForm: an elementwise formula as OpenCL C, for the lanes that have one.

/// Writes the formula of an operation into a kernel.
struct DeviceForm: Sendable {
    /// The value for operands of a lane; nil where there is no formula.
    typealias Body = @Sendable (_ lane: DType.Lane, _ operands: [DeviceTerm]) -> DeviceTerm?

    /// The generic formula.
    fileprivate let formula: Body
    /// Texts for lanes that the formula does not serve: `{a}`, `{b}`, `{c}` are the operands.
    fileprivate var texts: [DType.Lane: String] = [:]

    init(_ formula: @escaping Body = { _, _ in nil }) { self.formula = formula }

    /// Writes the operation; the name of its result, or nil where this lane has no form.
    func write(_ lane: DType.Lane, _ operands: [String], result: DType.Lane, into code: DeviceCode) -> String? {
        if let text = texts[lane] {
            var expression = text
            for (mark, operand) in zip(["{a}", "{b}", "{c}"], operands) { expression = expression.replacing(mark, operand) }
            return code.name(result.deviceType, expression)
        }
        guard let term = formula(lane, operands.map { .named($0, code) }), code.isComplete else { return nil }
        return term.text(result)
    }
}

extension String {
    /// The text with every `mark` replaced.
    fileprivate func replacing(_ mark: String, _ other: String) -> String {
        var (result, rest) = ("", self[...])
        while let place = rest.indices.first(where: { rest[$0...].hasPrefix(mark) }) {
            result += rest[..<place] + other
            rest = rest[place...].dropFirst(mark.count)
        }
        return result + rest
    }
}

extension Loops {
    /// The same loops with a text in OpenCL C for a lane without a formula.
    func written(_ lane: DType.Lane, _ text: String) -> Loops {
        var loops = self
        loops.form.texts[lane] = text
        return loops
    }

    /// The same loops with a text for all lanes.
    func written(_ text: String) -> Loops {
        written(.float, text).written(.double, text).written(.int, text).written(.bool, text)
    }
}

extension DeviceForm {
    static func unary<F: UnaryFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0])).term
            case .int, .bool: nil
            }
        }
    }

    static func unaryWhole<F: UnaryWholeFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0])).term
            case .int: F.value(DeviceValue<WholeLane>(x[0])).term
            case .bool: nil
            }
        }
    }

    static func binary<F: BinaryFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0]), DeviceValue(x[1])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0]), DeviceValue(x[1])).term
            case .int, .bool: nil
            }
        }
    }

    static func binaryWhole<F: BinaryWholeFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0]), DeviceValue(x[1])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0]), DeviceValue(x[1])).term
            case .int: F.value(DeviceValue<WholeLane>(x[0]), DeviceValue(x[1])).term
            case .bool: nil
            }
        }
    }

    static func ternary<F: TernaryFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0]), DeviceValue(x[1]), DeviceValue(x[2])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0]), DeviceValue(x[1]), DeviceValue(x[2])).term
            case .int, .bool: nil
            }
        }
    }

    static func ternaryWhole<F: TernaryWholeFormula>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0]), DeviceValue(x[1]), DeviceValue(x[2])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0]), DeviceValue(x[1]), DeviceValue(x[2])).term
            case .int: F.value(DeviceValue<WholeLane>(x[0]), DeviceValue(x[1]), DeviceValue(x[2])).term
            case .bool: nil
            }
        }
    }

    /// Bools are compared as the numbers 0 and 1.
    static func predicate<F: Predicate>(_: F.Type) -> DeviceForm {
        DeviceForm { lane, x in
            switch lane {
            case .float: F.value(DeviceValue<FloatLane>(x[0]), DeviceValue(x[1])).term
            case .double: F.value(DeviceValue<DoubleLane>(x[0]), DeviceValue(x[1])).term
            case .int, .bool: F.value(DeviceValue<WholeLane>(x[0]), DeviceValue(x[1])).term
            }
        }
    }
}
