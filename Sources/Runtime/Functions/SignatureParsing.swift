// Reading a signature from the header of a row.
import BigInt
import Syntax

extension Signature {
    nonisolated(unsafe) private static var parsed: [String: Signature] = [:]

    /// The signature in the header of a constructor, parsed at its first call.
    static func known(_ header: String) throws -> Signature {
        if let signature = parsed[header] { return signature }
        let signature = try Signature(parsing: header)
        parsed[header] = signature
        return signature
    }

    /// The signature in a row's header: "clamp(input, min=None, max=None)".
    /// - Throws: ValueError for a header that is no `def` header; the rows' tests show it.
    public init(parsing header: String) throws {
        let parsed: FunctionHeader
        do throws(SyntaxError) {
            parsed = try FunctionHeader(parsing: header)
        } catch {
            throw Raised.valueError("\(header): \(error.message)")
        }
        let source = parsed.parameters
        func parameter(_ parameter: Syntax.Parameter, _ kind: Kind) throws -> Parameter {
            let value = try parameter.defaultValue.map { try Self.constant($0, in: header) }
            let text = try value.map { try Self.defaultText($0) }
            return Parameter(name: Name(parameter.name), kind: kind, defaultValue: value ?? .unset, defaultText: text)
        }
        let parameters = try source.positionalOnly.map { try parameter($0, .positionalOnly) }
            + source.regular.map { try parameter($0, .regular) }
            + [source.star].compactMap { $0 }.map { try parameter($0, .star) }
            + source.keywordOnly.map { try parameter($0, .keywordOnly) }
            + [source.doubleStar].compactMap { $0 }.map { try parameter($0, .doubleStar) }
        self.init(name: parsed.name, parameters: parameters)
    }

    private static func defaultText(_ value: Value) throws -> String { try value.repr() }

    /// The value of a default, which must be a literal.
    private static func constant(_ expression: Expression, in header: String) throws -> Value {
        switch expression.kind {
        case .constant(let constant): return Value(constant)
        case .tuple(let elements): return .tuple(try elements.map { try Self.constant($0, in: header) })
        case .list(let elements): return .list(try elements.map { try Self.constant($0, in: header) })
        case .unary(let symbol, let operand): return try Self.constant(operand, in: header).unary(symbol)
        default: throw Raised.valueError("\(header): a default must be a literal")
        }
    }
}

extension Value {
    /// The value of a literal.
    init(_ constant: Constant) {
        switch constant {
        case .none: self = .none
        case .ellipsis: self = .ellipsis
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .int(int)
        case .bigInteger(let digits, let radix): self = .integer(BigInt(digits, radix: radix) ?? 0)
        case .float(let double): self = .float(double)
        case .string(let text): self = .string(text)
        case .imaginary(let double): self = .complex(0, double)
        case .bytes(let bytes): self = .object(BytesObject(bytes))
        }
    }
}
