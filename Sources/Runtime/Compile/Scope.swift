// Scope: which names a function, class or comprehension binds, and where every other name comes from.
import Syntax

/// The names of one region of text. Regions nest; the compiler asks a scope where a name lives.
final class Scope {
    /// What kind of region.
    enum Kind { case module, function, classBody, comprehension }

    /// Where a name lives, seen from a scope.
    enum Location: Equatable {
        /// A register of the running frame.
        case register
        /// A cell in a register of the running frame: inner functions share it.
        case cell
        /// A cell captured when the function was made.
        case free
        /// The namespace of the class body, then (if not there) a captured cell or a global.
        case namespace
        case global
    }

    let kind: Kind
    let parent: Scope?
    /// Bound names in the order of their first binding.
    private(set) var bound: [String] = []
    private var boundSet: Set<String> = []
    var globals: Set<String> = []
    var nonlocals: Set<String> = []
    /// Where the first `nonlocal` statement stands.
    var span = Span(line: 1, column: 0, endLine: 1, endColumn: 0)
    private(set) var used: Set<String> = []
    private(set) var children: [Scope] = []
    /// Names bound here that functions inside capture.
    private(set) var captured: Set<String> = []
    /// Names of enclosing functions that this frame captures, in slot order.
    private(set) var free: [String] = []
    /// Names that a walrus or a `del` touches: their registers can change or empty in the middle of an expression.
    var volatile: Set<String> = []
    /// Whether the function contains `yield`.
    var isGenerator = false
    /// Whether it is a generator expression, which a walrus inside reaches out of.
    var isGeneratorExpression = false
    /// The name of the first positional parameter, for `super()`.
    var firstParameter: String?

    init(_ kind: Kind, parent: Scope?) {
        self.kind = kind
        self.parent = parent
        parent?.children.append(self)
    }

    /// The scope whose frame holds this scope's registers: comprehensions run in the frame around them.
    var owner: Scope {
        guard kind == .comprehension, let parent else { return self }
        return parent.owner
    }

    /// Notes that the scope gives a name a value.
    func bind(_ name: String) {
        if globals.contains(name) || nonlocals.contains(name) { return }
        if boundSet.insert(name).inserted { bound.append(name) }
    }

    /// Notes that the scope reads a name.
    func use(_ name: String) { used.insert(name) }

    /// Whether the scope gives a name a value.
    func binds(_ name: String) -> Bool { boundSet.contains(name) }

    /// Where `name` lives.
    func location(of name: String) -> Location {
        if globals.contains(name) { return .global }
        if boundSet.contains(name) {
            switch kind {
            case .module: return .global
            case .classBody: return name == "__class__" ? .cell : .namespace
            case .function, .comprehension: return captured.contains(name) ? .cell : .register
            }
        }
        if kind == .classBody, !nonlocals.contains(name) { return .namespace }
        return resolvedOutside(name)
    }

    /// Where a name lives that this scope does not bind.
    func resolvedOutside(_ name: String) -> Location {
        if free.contains(name) { return .free }
        guard kind == .comprehension, let parent else { return .global }
        // A comprehension sees the function around it, but not the names of a class body.
        if parent.kind == .classBody { return parent.free.contains(name) ? .free : .global }
        return parent.location(of: name)
    }

    /// Finds the binding of every name used here and below; marks captures and free names.
    /// - Throws: SyntaxError for a `nonlocal` name that no enclosing function binds.
    func resolve() throws(SyntaxError) {
        for name in nonlocals.sorted() where enclosingBinder(of: name) == nil {
            throw SyntaxError("no binding for nonlocal '\(name)' found", at: span)
        }
        for name in used.union(nonlocals).sorted() where !boundSet.contains(name) && !globals.contains(name) {
            capture(name)
        }
        for child in children { try child.resolve() }
    }

    private func capture(_ name: String) {
        guard let binder = enclosingBinder(of: name), binder.owner !== owner else { return }
        binder.captured.insert(name)
        // Every frame between the binding and the use hands the cell on.
        var scope: Scope? = owner
        while let current = scope, current !== binder.owner {
            if !current.free.contains(name) { current.free.append(name) }
            scope = current.parent?.owner
        }
    }

    /// The nearest enclosing function or comprehension that binds `name`.
    private func enclosingBinder(of name: String) -> Scope? {
        var scope = parent
        while let current = scope {
            switch current.kind {
            case .module: return nil
            case .classBody: if name == "__class__" && current.binds(name) { return current }
            case .function, .comprehension:
                if current.globals.contains(name) { return nil }
                if current.binds(name) { return current }
            }
            scope = current.parent
        }
        return nil
    }
}
