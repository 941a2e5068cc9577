// Literals: the values that a text of constants, displays and signs spells, without running anything.
import Syntax

extension Interpreter {
    /// The value of a text such as `[1, {'a': -2.5}]`: `ast.literal_eval`.
    /// - Throws: ValueError for anything but literals, SyntaxError for what is no expression.
    public static func literal(_ text: String) throws -> Value {
        let tree: SyntaxTree
        do {
            tree = try SyntaxTree(parsing: text, mode: .file, firstLine: 1)
        } catch {
            throw Raised(.exception("SyntaxError"), error.message)
        }
        guard tree.body.count == 1, case .expression(let expression) = tree.body[0].kind else { throw malformed() }
        return try literal(expression)
    }

    private static func malformed() -> Raised { .valueError("malformed node or string") }

    private static func literal(_ expression: Expression) throws -> Value {
        switch expression.kind {
        case .constant(let constant): return Value(constant)
        case .tuple(let elements): return .tuple(try elements.map(literal))
        case .list(let elements): return .list(try elements.map(literal))
        case .set(let elements): return .object(try SetObject(elements.map(literal)))
        case .dict(let entries):
            let dict = DictObject()
            for entry in entries {
                guard let key = entry.key else { throw malformed() }
                try dict.set(literal(key), literal(entry.value))
            }
            return .object(dict)
        case .unary(let op, let inner) where op == .negate || op == .plus:
            let value = try literal(inner)
            guard try ComplexObject.parts(of: value) != nil else { throw malformed() }
            return try value.unary(op)
        case .binary(let op, let left, let right) where op == .add || op == .subtract:
            let (a, b) = (try literal(left), try literal(right))
            guard a.as(ComplexObject.self) == nil, b.as(ComplexObject.self) != nil, try ComplexObject.parts(of: a) != nil else { throw malformed() }
            return try Value.binary(op, a, b)
        default: throw malformed()
        }
    }
}
