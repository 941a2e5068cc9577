// Defines DeviceValue, DeviceMask and DeviceTerm: expressions of OpenCL C that elementwise formulas compute with.

/// A constant of a formula, or the name of a value in a kernel.
enum DeviceTerm {
    case constant(Double)
    case named(String, DeviceCode)

    /// The kernel, from whichever operand knows it.
    static func code(_ terms: DeviceTerm...) -> DeviceCode? {
        for case .named(_, let code) in terms { return code }
        return nil
    }

    /// The text of the operand in a lane.
    func text(_ lane: DType.Lane) -> String {
        switch self {
        case .constant(let value): lane.literal(value)
        case .named(let name, _): name
        }
    }
}

/// What a comparison in a formula answers.
struct DeviceMask {
    let term: DeviceTerm

    /// Truth known already, or an expression.
    static func of(_ code: DeviceCode?, _ known: @autoclosure () -> Bool, _ expression: @autoclosure () -> String) -> DeviceMask {
        guard let code else { return DeviceMask(term: .constant(known() ? 1 : 0)) }
        return DeviceMask(term: .named(code.name("int", expression()), code))
    }

    /// The text of the operand.
    var text: String { term.text(.bool) }

    fileprivate var isTrue: Bool {
        if case .constant(let value) = term { return value != 0 }
        return false
    }
}

/// A lane in which formulas are written, as a type.
protocol DeviceLane: SendableMetatype { static var lane: DType.Lane { get } }
/// float
enum FloatLane: DeviceLane { static var lane: DType.Lane { .float } }
/// double
enum DoubleLane: DeviceLane { static var lane: DType.Lane { .double } }
/// long
enum WholeLane: DeviceLane { static var lane: DType.Lane { .int } }

/// A value of a lane in a kernel.
struct DeviceValue<L: DeviceLane>: Scalar {
    let term: DeviceTerm

    init(_ term: DeviceTerm) { self.term = term }
    init(constant: Double) { term = .constant(constant) }

    fileprivate var text: String { term.text(L.lane) }

    fileprivate var constant: Double {
        if case .constant(let value) = term { return value }
        return .nan
    }

    /// An expression of operands, or the number it is where all of them are constants.
    fileprivate static func of(_ terms: DeviceValue..., folded: @autoclosure () -> Double, _ expression: @autoclosure () -> String) -> DeviceValue {
        for value in terms {
            if case .named(_, let code) = value.term { return DeviceValue(.named(code.name(L.lane.deviceType, expression()), code)) }
        }
        return DeviceValue(constant: folded())
    }

    static func + (a: Self, b: Self) -> Self { of(a, b, folded: a.constant + b.constant, "\(a.text) + \(b.text)") }
    static func - (a: Self, b: Self) -> Self { of(a, b, folded: a.constant - b.constant, "\(a.text) - \(b.text)") }
    static func * (a: Self, b: Self) -> Self { of(a, b, folded: a.constant * b.constant, "\(a.text) * \(b.text)") }
    static prefix func - (a: Self) -> Self { of(a, folded: -a.constant, "-\(a.text)") }
    static func less(_ a: Self, _ b: Self) -> DeviceMask {
        .of(DeviceTerm.code(a.term, b.term), a.constant < b.constant, "\(a.text) < \(b.text)")
    }
    static func equal(_ a: Self, _ b: Self) -> DeviceMask {
        .of(DeviceTerm.code(a.term, b.term), a.constant == b.constant, "\(a.text) == \(b.text)")
    }
    static func either(_ a: DeviceMask, _ b: DeviceMask) -> DeviceMask {
        .of(DeviceTerm.code(a.term, b.term), a.isTrue || b.isTrue, "\(a.text) || \(b.text)")
    }
    static func both(_ a: DeviceMask, _ b: DeviceMask) -> DeviceMask {
        .of(DeviceTerm.code(a.term, b.term), a.isTrue && b.isTrue, "\(a.text) && \(b.text)")
    }
    static func not(_ a: DeviceMask) -> DeviceMask { .of(DeviceTerm.code(a.term), !a.isTrue, "!\(a.text)") }
    static func select(_ mask: DeviceMask, _ yes: Self, _ no: Self) -> Self {
        guard case .named(_, let code) = mask.term else { return mask.isTrue ? yes : no }
        return Self(.named(code.name(L.lane.deviceType, "\(mask.text) ? \(yes.text) : \(no.text)"), code))
    }
}

extension DeviceValue: Real where L: DeviceRealLane {
    static func / (a: Self, b: Self) -> Self { of(a, b, folded: a.constant / b.constant, "\(a.text) / \(b.text)") }
    static func fma(_ a: Self, _ b: Self, _ c: Self) -> Self {
        of(a, b, c, folded: a.constant * b.constant + c.constant, "fma(\(a.text), \(b.text), \(c.text))")
    }
    static func squareRoot(_ x: Self) -> Self { of(x, folded: x.constant.squareRoot(), "sqrt(\(x.text))") }
    static func floor(_ x: Self) -> Self { of(x, folded: x.constant.rounded(.down), "floor(\(x.text))") }
    static func ceil(_ x: Self) -> Self { of(x, folded: x.constant.rounded(.up), "ceil(\(x.text))") }
    static func trunc(_ x: Self) -> Self { of(x, folded: x.constant.rounded(.towardZero), "trunc(\(x.text))") }
    static func round(_ x: Self) -> Self { of(x, folded: x.constant.rounded(.toNearestOrEven), "rint(\(x.text))") }
    static func exp(_ x: Self) -> Self { of(x, folded: Double.exp(x.constant), "exp(\(x.text))") }
    static func log(_ x: Self) -> Self { of(x, folded: Double.log(x.constant), "log(\(x.text))") }
    static func tanh(_ x: Self) -> Self { of(x, folded: Double.tanh(x.constant), "tanh(\(x.text))") }
    static func erf(_ x: Self) -> Self { of(x, folded: Double.erf(x.constant), "erf(\(x.text))") }
    static func sin(_ x: Self) -> Self { of(x, folded: Double.sin(x.constant), "sin(\(x.text))") }
    static func cos(_ x: Self) -> Self { of(x, folded: Double.cos(x.constant), "cos(\(x.text))") }
    static func log1p(_ x: Self) -> Self { of(x, folded: Double.log1p(x.constant), "log1p(\(x.text))") }
    static func expm1(_ x: Self) -> Self { of(x, folded: Double.expm1(x.constant), "expm1(\(x.text))") }
    static func pow(_ x: Self, _ y: Self) -> Self { of(x, y, folded: Double.pow(x.constant, y.constant), "pow(\(x.text), \(y.text))") }
    static func fmod(_ x: Self, _ y: Self) -> Self { of(x, y, folded: Double.fmod(x.constant, y.constant), "fmod(\(x.text), \(y.text))") }
    static func atan2(_ y: Self, _ x: Self) -> Self { of(y, x, folded: Double.atan2(y.constant, x.constant), "atan2(\(y.text), \(x.text))") }

    static func library(_ function: LibraryFunction, _ x: Self) -> Self {
        guard let name = function.deviceName else {
            DeviceTerm.code(x.term)?.lacksFunction()
            return x
        }
        return of(x, folded: Double.library(function, x.constant), "\(name)(\(x.text))")
    }
}

/// A lane of floating-point numbers.
protocol DeviceRealLane: DeviceLane {}
extension FloatLane: DeviceRealLane {}
extension DoubleLane: DeviceRealLane {}

extension LibraryFunction {
    /// The function of OpenCL C; nil where it has none.
    fileprivate var deviceName: String? {
        switch self {
        case .tan: "tan"
        case .asin: "asin"
        case .acos: "acos"
        case .atan: "atan"
        case .sinh: "sinh"
        case .cosh: "cosh"
        case .asinh: "asinh"
        case .acosh: "acosh"
        case .atanh: "atanh"
        case .exp2: "exp2"
        case .log2: "log2"
        case .log10: "log10"
        case .erfc: "erfc"
        case .lgamma: "lgamma"
        case .digamma, .trigamma, .erfinv: nil
        }
    }
}
