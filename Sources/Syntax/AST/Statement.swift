// Statement: a node of the tree that does something.

/// A statement and where it stands in the source.
public final class Statement: Sendable {
    public let kind: Kind
    public let span: Span

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// What a statement can be.
    public enum Kind: Sendable {
        case expression(Expression)
        /// `a = b = value`: targets from left to right. Targets are `.name`, `.attribute`, `.subscript`, `.starred`, or tuples and lists of these.
        case assign(targets: [Expression], value: Expression)
        case augmentedAssign(target: Expression, operator: BinaryOperator, value: Expression)
        /// `target: annotation = value`. `simple`: the target is a bare name without parentheses.
        case annotatedAssign(target: Expression, annotation: Expression, value: Expression?, simple: Bool)
        case `return`(Expression?)
        case delete([Expression])
        case pass
        case `break`
        case `continue`
        case raise(Expression?, cause: Expression?)
        case assert(Expression, message: Expression?)
        case global([String])
        case nonlocal([String])
        case importModules([ImportName])
        /// `from ..module import names`: `level` counts leading dots, `*` arrives as one name "*".
        case importFrom(module: String, level: Int, names: [ImportName])
        /// `if`, its `elif`s, and the `else` body (empty where there is none).
        case conditional([ConditionalBranch], otherwise: [Statement])
        case whileLoop(test: Expression, body: [Statement], otherwise: [Statement])
        case forLoop(target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement])
        case with([WithItem], body: [Statement])
        case tryBlock(TryStatement)
        case function(FunctionDefinition)
        case classDefinition(ClassDefinition)
        case match(subject: Expression, cases: [MatchCase])
    }
}

/// `if test: body` or `elif test: body`
public struct ConditionalBranch: Sendable {
    public let test: Expression
    public let body: [Statement]
}

/// `context as target`
public struct WithItem: Sendable {
    public let context: Expression
    public let target: Expression?
}

/// `try` with its handlers, `else` and `finally`; absent parts are empty.
public struct TryStatement: Sendable {
    public let body: [Statement]
    public let handlers: [ExceptHandler]
    /// Whether the handlers are `except*`: each takes its part of a group of exceptions.
    public let splitsGroups: Bool
    public let otherwise: [Statement]
    public let finally: [Statement]
}

/// `except type as name: body`; a bare `except` has no type.
public struct ExceptHandler: Sendable {
    public let type: Expression?
    public let name: String?
    public let body: [Statement]
    /// From `except` to the colon's line.
    public let span: Span
}

/// `name as alias`; for `import a.b.c` the name is dotted.
public struct ImportName: Sendable {
    public let name: String
    public let alias: String?
    public let span: Span
}

/// A `def` statement.
public struct FunctionDefinition: Sendable {
    public let name: String
    public let parameters: Parameters
    public let returns: Expression?
    /// Empty where the body is deferred.
    public let body: [Statement]
    /// The body where it is to be parsed later.
    public let deferred: DeferredBody?
    /// Decorators from top to bottom.
    public let decorators: [Expression]
}

/// A `class` statement.
public struct ClassDefinition: Sendable {
    public let name: String
    /// Bases (positional, star) and keywords (`metaclass=…`).
    public let arguments: [Argument]
    public let body: [Statement]
    /// Decorators from top to bottom.
    public let decorators: [Expression]
}

extension Array where Element == Statement {
    /// The string that a module, class or function body begins with, as written.
    public var docstring: String? {
        guard case .expression(let expression)? = first?.kind,
              case .constant(.string(let text)) = expression.kind else { return nil }
        return text
    }
}
