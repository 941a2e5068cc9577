// Defines DeviceCode: the statements of a kernel in OpenCL C while formulas write themselves into it.

/// A list of statements, each of which names a value. The same expression is computed once.
final class DeviceCode {
    /// The statements so far.
    private(set) var lines: [String] = []
    /// False once a formula needed something that OpenCL C lacks.
    private(set) var isComplete = true
    private var names: [String: String] = [:]

    /// The name of a value: that of an earlier statement for the same expression, or of a new one.
    func name(_ type: String, _ expression: String) -> String {
        let key = type + " " + expression
        if let known = names[key] { return known }
        let name = "v\(names.count)"
        names[key] = name
        lines.append("const \(type) \(name) = \(expression);")
        return name
    }

    /// Adds a statement that names nothing.
    func add(_ line: String) { lines.append(line) }

    /// Notes that OpenCL C has no such function.
    func lacksFunction() { isComplete = false }
}

extension DType.Lane {
    /// The type of a value of this lane in OpenCL C.
    var deviceType: String {
        switch self {
        case .float: "float"
        case .double: "double"
        case .int: "long"
        case .bool: "int"
        }
    }

    /// A constant of this lane in OpenCL C, exactly.
    func literal(_ value: Double) -> String {
        switch self {
        case .float: DType.Lane.literal(value, "f", Double(Float(value)) == value.rounded() && abs(value) < 1e7, Float(value).exactText)
        case .double: DType.Lane.literal(value, "", value == value.rounded() && abs(value) < 1e15, value.exactText)
        case .int: "\(Int(saturatingTowardZero: value))L"
        case .bool: value == 0 ? "0" : "1"
        }
    }

    private static func literal(_ value: Double, _ suffix: String, _ isWhole: Bool, _ exact: String) -> String {
        if value.isNaN { return "NAN" }
        if value.isInfinite { return value < 0 ? "(-INFINITY)" : "INFINITY" }
        let text = isWhole ? "\(Int(value)).0" : exact
        return value.sign == .minus ? "(\(value == 0 ? "-0.0" : text)\(suffix))" : text + suffix
    }

    private func abs(_ value: Double) -> Double { value.magnitude }
}

extension BinaryFloatingPoint where Self: LosslessStringConvertible {
    /// The shortest text that reads back as this number.
    fileprivate var exactText: String {
        let text = description
        return text.contains(".") || text.contains("e") ? text : text + ".0"
    }
}
