// Defines DeviceFunctions: functions in OpenCL C that kernels bring along where they use them.

/// What OpenCL C lacks: rounding to narrow types, conversions as tensors have them, integer division and powers.
enum DeviceFunctions {
    /// The functions that a kernel's text calls, in the order of their definitions.
    static func used(by text: String) -> String {
        var result = ""
        var needed = Set<String>()
        // From the last to the first, so that a function brings those that it calls itself.
        for (name, body) in all.reversed() where text.contains(name + "(") || needed.contains(name) {
            for (other, _) in all where body.dropFirst(body.prefix { $0 != "{" }.count).contains(other + "(") { needed.insert(other) }
            result = body + "\n" + result
        }
        return result
    }

    private static let all: [(name: String, body: String)] = [
        ("rounded_half", "inline float rounded_half(float x) { ushort h; vstore_half(x, 0, (half *)&h); return vload_half(0, (const half *)&h); }"),
        ("bfloat_bits", "inline ushort bfloat_bits(float x) { uint u = as_uint(x); "
            + "return isnan(x) ? (ushort)0x7fc0 : (ushort)((u + 0x7fffu + ((u >> 16) & 1u)) >> 16); }"),
        ("bfloat_value", "inline float bfloat_value(ushort bits) { return as_float((uint)bits << 16); }"),
        ("float_whole", "inline long float_whole(float x) { return x > -9.2e18f && x < 9.2e18f ? (long)x : LONG_MIN; }"),
        ("double_whole", "inline long double_whole(double x) { return x > -9.2e18 && x < 9.2e18 ? (long)x : LONG_MIN; }"),
        ("whole_quotient", "inline long whole_quotient(long a, long b) { return b == 0 ? 0 : b == -1 ? (long)(0ul - (ulong)a) : a / b; }"),
        ("whole_remainder", "inline long whole_remainder(long a, long b) { return b == 0 || b == -1 ? 0 : a % b; }"),
        ("whole_floor", "inline long whole_floor(long a, long b) { long q = whole_quotient(a, b); "
            + "return whole_remainder(a, b) != 0 && (a < 0) != (b < 0) ? q - 1 : q; }"),
        ("whole_modulo", "inline long whole_modulo(long a, long b) { long r = whole_remainder(a, b); "
            + "return r != 0 && (r < 0) != (b < 0) ? r + b : r; }"),
        ("whole_power", "inline long whole_power(long x, long n) { if (n < 0) return x == 1 ? 1 : x == -1 ? ((n & 1) ? -1 : 1) : 0; "
            + "long r = 1; while (n > 0) { if (n & 1) r *= x; x *= x; n >>= 1; } return r; }"),
    ]
}

extension DType {
    /// The type of elements in a buffer.
    var deviceType: String {
        switch self {
        case .float32: "float"
        case .float64: "double"
        case .float16: "half"
        case .bfloat16: "ushort"
        case .int64: "long"
        case .int32: "int"
        case .int16: "short"
        case .int8: "char"
        case .uint8, .bool: "uchar"
        case .uint16: "ushort"
        case .uint32: "uint"
        case .uint64: "ulong"
        }
    }

    /// Reads an element of a buffer as a value of the lane.
    func deviceLoad(_ buffer: String, _ index: String) -> String {
        switch self {
        case .float32, .float64, .int64: "\(buffer)[\(index)]"
        case .float16: "vload_half(\(index), \(buffer))"
        case .bfloat16: "bfloat_value(\(buffer)[\(index)])"
        case .int32, .int16, .int8, .uint8, .uint16, .uint32, .uint64: "(long)\(buffer)[\(index)]"
        case .bool: "\(buffer)[\(index)] != 0"
        }
    }

    /// Writes a value of the lane to an element of a buffer.
    func deviceStore(_ value: String, _ buffer: String, _ index: String) -> String {
        switch self {
        case .float32, .float64, .int64: "\(buffer)[\(index)] = \(value);"
        case .float16: "vstore_half(\(value), \(index), \(buffer));"
        case .bfloat16: "\(buffer)[\(index)] = bfloat_bits(\(value));"
        case .int32, .int16, .int8, .uint8, .uint16, .uint32, .uint64: "\(buffer)[\(index)] = (\(deviceType))\(value);"
        case .bool: "\(buffer)[\(index)] = \(value) ? 1 : 0;"
        }
    }

    /// A value of the lane rounded or wrapped to what this type can hold; nil where it holds all of them.
    func deviceRounded(_ value: String) -> String? {
        switch self {
        case .float32, .float64, .int64, .uint64, .bool: nil
        case .float16: "rounded_half(\(value))"
        case .bfloat16: "bfloat_value(bfloat_bits(\(value)))"
        case .int32, .int16, .int8, .uint8, .uint16, .uint32: "(long)(\(deviceType))\(value)"
        }
    }
}

extension DType.Lane {
    /// A value of another lane converted to this one.
    func deviceCast(_ value: String, from lane: DType.Lane) -> String {
        switch (lane, self) {
        case (.float, .float), (.double, .double), (.int, .int), (.bool, .bool): value
        case (.float, .int): "float_whole(\(value))"
        case (.double, .int): "double_whole(\(value))"
        case (.float, .bool), (.double, .bool), (.int, .bool): "\(value) != 0"
        case (_, .float): "(float)\(value)"
        case (_, .double): "(double)\(value)"
        case (.bool, .int): "(long)\(value)"
        }
    }
}
