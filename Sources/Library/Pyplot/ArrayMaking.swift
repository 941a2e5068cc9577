// ArrayMaking: numbers as the array type of the session.
import Runtime

/// Makes arrays for results (`hist`, `get_xdata`).
enum ArrayMaking {
    /// A numpy array of the values; a list where the session has no numpy.
    static func array(_ values: [Double]) -> Value {
        let list = Value.list(values.map { .float($0) })
        guard let numpy = try? Interpreter.current.importModule("numpy"), let array = try? numpy.callMethod("array", [list]) else { return list }
        return array
    }

    /// A numpy array of what a program gave; itself where the session has no numpy.
    static func array(of value: Value) -> Value {
        guard let numpy = try? Interpreter.current.importModule("numpy"), let array = try? numpy.callMethod("array", [value]) else { return value }
        return array
    }

    /// A number of numpy: a float64, or an int64 where whole numbers were given.
    static func scalar(_ value: Double, isWhole: Bool) throws -> Value {
        let number = isWhole ? Int(exactly: value).map { Value.int($0) } ?? .float(value) : .float(value)
        return try array(of: .list([number])).elements().first ?? number
    }

    /// A tuple of numpy numbers, as pyplot tells limits.
    static func tuple(_ values: [Double]) -> Value { .tuple((try? array(values).elements()) ?? values.map { .float($0) }) }

    /// An array of objects.
    static func objects(_ values: [Value], shape: [Int]) throws -> Value {
        let numpy = try Interpreter.current.importModule("numpy")
        let flat = try numpy.callMethod("array", [.list(values)], keywords: [("dtype", numpy.attribute("object_"))])
        return try flat.callMethod("reshape", [.tuple(shape.map { .int($0) })])
    }

    /// An array with rows.
    static func array(_ values: [Double], shape: [Int]) -> Value {
        let flat = array(values)
        guard shape.count != 1, let shaped = try? flat.callMethod("reshape", [.tuple(shape.map { .int($0) })]) else { return flat }
        return shaped
    }
}
