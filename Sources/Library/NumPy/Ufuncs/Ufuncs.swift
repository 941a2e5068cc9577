// Defines the table of numpy's ufuncs of two operands.
import Runtime
import Tensors

/// Every ufunc, one row each.
enum Ufuncs {
    /// All rows, in the order of the reference.
    static let all: [Ufunc] = arithmetic + comparisons + logic + unaryArithmetic + floating + predicates

    static let add = Ufunc(binary: "add", .common, identity: 0, .add, truths: .logicalOr, "Sum; or for truths.", example: "np.add([1, 2], 3)")
    static let subtract = Ufunc(binary: "subtract", .commonButBool, .sub, "Difference.", example: "np.subtract([5, 7], 2)")
    static let multiply = Ufunc(
        binary: "multiply", .common, identity: 1, .mul, truths: .logicalAnd, "Product; and for truths.", example: "np.multiply([1, 2], 3)")
    static let divide = Ufunc(binary: "divide", .quotient, .div, "Quotient as a float.", example: "np.divide([1, 2], 4)")
    static let floorDivide = Ufunc(binary: "floor_divide", .integral, "Quotient rounded down; 0 for integers divided by 0.", example: "np.floor_divide([7, -7], 2)") {
        a, b in try withoutZeros(a, b) { try Op.floorDivide($0, $1) }
    }
    static let remainder = Ufunc(binary: "remainder", .integral, "Rest of the division, with the sign of the divisor.", example: "np.remainder([7, -7], 3)") {
        a, b in try withoutZeros(a, b) { try Op.remainder($0, $1) }
    }
    static let fmod = Ufunc(binary: "fmod", .integral, "Rest of the division, with the sign of the dividend.", example: "np.fmod([7, -7], 3)") {
        a, b in try withoutZeros(a, b) { try Op.fmod($0, $1) }
    }
    static let power = Ufunc(binary: "power", .integral, "The first to the power of the second.", example: "np.power([1, 2, 3], 2)") { a, b in
        if !a.dtype.isFloatingPoint, try Op.lt(.tensor(b), 0).any().item().isTrue {
            throw Raised.valueError("Integers to negative integer powers are not allowed.")
        }
        return try Op.pow(.tensor(a), .tensor(b))
    }
    static let maximum = Ufunc(binary: "maximum", .common, .maximum, "The larger of two elements; nan wins.", example: "np.maximum([1, 5], 3)")
    static let minimum = Ufunc(binary: "minimum", .common, .minimum, "The smaller of two elements; nan wins.", example: "np.minimum([1, 5], 3)")
    static let fmax = Ufunc(binary: "fmax", .common, "The larger of two elements; a number wins over nan.", example: "np.fmax([1, np.nan], 0)") { a, b in
        try preferringNumbers(a, b, Op.maximum)
    }
    static let fmin = Ufunc(binary: "fmin", .common, "The smaller of two elements; a number wins over nan.", example: "np.fmin([1, np.nan], 0)") { a, b in
        try preferringNumbers(a, b, Op.minimum)
    }

    /// Integers divided by 0 give 0, as numpy has it (beside a warning).
    private static func withoutZeros(_ a: Tensor, _ b: Tensor, _ body: (Tensor, Tensor) throws -> Tensor) throws -> Tensor {
        guard !a.dtype.isFloatingPoint else { return try body(a, b) }
        let zeros = try Op.eq(.tensor(b), 0)
        guard try zeros.any().item().isTrue else { return try body(a, b) }
        let safe = try Op.where(.tensor(zeros), .number(1), .tensor(b)).to(b.dtype)
        return try Op.where(.tensor(zeros), .number(0), .tensor(body(a, safe))).to(a.dtype)
    }

    /// Where one operand is nan, the other.
    private static func preferringNumbers(_ a: Tensor, _ b: Tensor, _ op: Op) throws -> Tensor {
        guard a.dtype.isFloatingPoint else { return try op(a, b) }
        let left = try Op.where(.tensor(Op.isnan(a)), .tensor(b), .tensor(a))
        let right = try Op.where(.tensor(Op.isnan(b)), .tensor(a), .tensor(b))
        return try op(left, right)
    }

    /// The magnitude of `a` with the sign of `b`.
    static func withSign(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        let magnitude = try Op.abs(a)
        return try Op.where(.tensor(Op.signbit(b)), .tensor(Op.neg(magnitude)), .tensor(magnitude))
    }

    private static func integers(_ a: Tensor, _ b: Tensor, _ body: (Int, Int) -> Int) throws -> Tensor {
        let shape = try Shapes.broadcast(a.shape, b.shape)
        let (xs, ys) = (try a.expand(shape).elements(Int.self), try b.expand(shape).elements(Int.self))
        return try Tensor.from(zip(xs, ys).map(body), shape).to(a.dtype)
    }

    /// Euclid's algorithm; never negative, except for the least Int, which has no positive twin.
    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, b == -1 ? 0 : a % b) }
        return a == Int.min ? a : abs(a)
    }

    private static let arithmetic: [Ufunc] = [
        add, subtract, multiply, divide, floorDivide, remainder, fmod, power, maximum, minimum, fmax, fmin,
        Ufunc(binary: "float_power", .floating, "Power computed in float64.", example: "np.float_power([2, 3], -1)") { a, b in
            try Op.pow(.tensor(a.to(.float64)), .tensor(b.to(.float64)))
        },
        Ufunc(binary: "arctan2", .floating, .atan2, "Angle of the point (second, first).", example: "np.arctan2(1.0, 1.0)"),
        Ufunc(binary: "hypot", .floating, .hypot, "Length of the hypotenuse.", example: "np.hypot(3.0, 4.0)"),
        Ufunc(binary: "logaddexp", .floating, .logaddexp, "log(exp(a) + exp(b)) without overflow.", example: "np.logaddexp(0.0, 0.0)"),
        Ufunc(binary: "copysign", .floating, "Magnitude of the first, sign of the second.", example: "np.copysign(1.0, -2.0)") { try withSign($0, $1) },
        Ufunc(binary: "heaviside", .floating, "0 below zero, 1 above, the second at zero.", example: "np.heaviside([-1.0, 0.0, 2.0], 0.5)") {
            try Op.where(.tensor(Op.eq(.tensor($0), 0)), .tensor($1), .tensor(Op.gt(.tensor($0), 0).to($0.dtype)))
        },
        Ufunc(binary: "gcd", .bits, identity: 0, "Greatest common divisor.", example: "np.gcd([12, 18], 8)") { try integers($0, $1, greatestCommonDivisor) },
        Ufunc(binary: "lcm", .bits, "Least common multiple.", example: "np.lcm([4, 6], 10)") {
            try integers($0, $1) { a, b in
                let divisor = greatestCommonDivisor(a, b)
                return divisor == 0 ? 0 : (a / divisor &* b).magnitude > UInt(Int.max) ? 0 : Int((a / divisor &* b).magnitude)
            }
        },
    ]

    // MARK: Comparison and logic

    static let equal = Ufunc(binary: "equal", .predicate, .eq, "Whether elements are equal.", example: "np.equal([1, 2], 2)")
    static let notEqual = Ufunc(binary: "not_equal", .predicate, .ne, "Whether elements differ.", example: "np.not_equal([1, 2], 2)")
    static let less = Ufunc(binary: "less", .predicate, .lt, "Whether the first is smaller.", example: "np.less([1, 2], 2)")
    static let lessEqual = Ufunc(binary: "less_equal", .predicate, .le, "Whether the first is not larger.", example: "np.less_equal([1, 2], 1)")
    static let greater = Ufunc(binary: "greater", .predicate, .gt, "Whether the first is larger.", example: "np.greater([1, 2], 1)")
    static let greaterEqual = Ufunc(
        binary: "greater_equal", .predicate, .ge, "Whether the first is not smaller.", example: "np.greater_equal([1, 2], 2)")

    private static let comparisons: [Ufunc] = [equal, notEqual, less, lessEqual, greater, greaterEqual]

    static let bitwiseAnd = Ufunc(binary: "bitwise_and", .bits, identity: -1, .bitwiseAnd, "And, bit by bit.", example: "np.bitwise_and(6, 3)")
    static let bitwiseOr = Ufunc(binary: "bitwise_or", .bits, identity: 0, .bitwiseOr, "Or, bit by bit.", example: "np.bitwise_or(6, 3)")
    static let bitwiseXor = Ufunc(binary: "bitwise_xor", .bits, identity: 0, .bitwiseXor, "Exclusive or, bit by bit.", example: "np.bitwise_xor(6, 3)")
    static let leftShift = Ufunc(binary: "left_shift", .bits, .shiftLeft, "Bits shifted up.", example: "np.left_shift(1, 3)")
    static let rightShift = Ufunc(binary: "right_shift", .bits, .shiftRight, "Bits shifted down.", example: "np.right_shift(8, 2)")
    static let logicalAnd = Ufunc(binary: "logical_and", .logical, identity: true, .logicalAnd, "And of truths.", example: "np.logical_and([True, False], True)")
    static let logicalOr = Ufunc(binary: "logical_or", .logical, identity: false, .logicalOr, "Or of truths.", example: "np.logical_or([True, False], False)")

    private static let logic: [Ufunc] = [
        bitwiseAnd, bitwiseOr, bitwiseXor, leftShift, rightShift, logicalAnd, logicalOr,
        Ufunc(binary: "logical_xor", .logical, identity: false, .logicalXor, "Exclusive or of truths.", example: "np.logical_xor(True, False)"),
        Ufunc(unary: "logical_not", .logical, "The opposite truth.", example: "np.logical_not([True, False])") { try Op.logicalNot($0) },
        invert,
    ]
    static let invert = Ufunc(unary: "invert", .bits, "All bits turned; the opposite truth.", example: "np.invert([True, False])") { try Op.bitwiseNot($0) }

    /// The names numpy has for some of them besides their own.
    static let aliases = [
        "true_divide": "divide", "mod": "remainder", "abs": "absolute", "bitwise_not": "invert", "conj": "conjugate", "pow": "power",
        "acos": "arccos", "asin": "arcsin", "atan": "arctan", "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh",
        "bitwise_left_shift": "left_shift", "bitwise_right_shift": "right_shift",
    ]
}
