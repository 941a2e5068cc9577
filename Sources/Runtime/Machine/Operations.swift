// The operators on values: numbers at once, objects by their special methods or hooks.
import BigInt

extension Value {
    /// `a op b`
    /// - Throws: TypeError where neither side knows how.
    public static func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if let result = try Numbers.binary(op, a, b) { return result }
        return try objectBinary(op, a, b)
    }

    private static func objectBinary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        let reflectedFirst = prefersReflected(op, a, b)
        if reflectedFirst, let result = try attempt(op, b, a, reflected: true) { return result }
        if let result = try attempt(op, a, b, reflected: false) { return result }
        if !reflectedFirst, !bothUser(a, b), let result = try attempt(op, b, a, reflected: true) { return result }
        throw unsupported(op.symbol, op, a, b)
    }

    /// `a op b` where the special method of `a` has already answered NotImplemented.
    static func binaryAfterForward(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if b.type !== a.type, let result = try attempt(op, b, a, reflected: true) { return result }
        throw unsupported(op.symbol, op, a, b)
    }

    /// `a op= b`
    public static func inPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if case .object(let object) = a {
            if object.type.userDunders.contains(op.inPlace) {
                let result = try callSpecial(op.inPlace, a, b)
                if !result.isNotImplemented { return result }
            }
            if let result = try object.inPlace(op, b) { return result }
        }
        if let result = try Numbers.binary(op, a, b) { return result }
        let reflectedFirst = prefersReflected(op, a, b)
        if reflectedFirst, let result = try attempt(op, b, a, reflected: true) { return result }
        if let result = try attempt(op, a, b, reflected: false) { return result }
        if !reflectedFirst, let result = try attempt(op, b, a, reflected: true) { return result }
        throw unsupported(op.symbol + "=", op, a, b)
    }

    /// Python asks the right side first where its class derives from the left side's and overrides the reflected method.
    private static func prefersReflected(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Bool {
        guard case .object(let right) = b, right.type.userDunders.contains(op.reflected) else { return false }
        let left = a.type
        return right.type !== left && right.type.isSubclass(of: left)
    }

    /// Operands of one user class: the reflected method is not asked.
    private static func bothUser(_ a: Value, _ b: Value) -> Bool { a.type.isUserDefined && a.type === b.type }

    /// Asks one side; nil for NotImplemented.
    private static func attempt(_ op: BinaryOperator, _ asked: Value, _ other: Value, reflected: Bool) throws -> Value? {
        guard case .object(let object) = asked else { return nil }
        let dunder = reflected ? op.reflected : op.forward
        if object.type.userDunders.contains(dunder) {
            let result = try callSpecial(dunder, asked, other)
            return result.isNotImplemented ? nil : result
        }
        return try object.binary(op, other, reflected: reflected)
    }

    /// The TypeError of an operator no side knows.
    private static func unsupported(_ symbol: String, _ op: BinaryOperator, _ a: Value, _ b: Value) -> Raised {
        if op == .add, a.as(ListObject.self) != nil || a.as(TupleObject.self) != nil || a.as(StrObject.self) != nil, symbol == "+" || a.as(ListObject.self) == nil {
            return .typeError("can only concatenate \(a.type.name) (not \"\(b.type.name)\") to \(a.type.name)")
        }
        let shown = op == .power ? (symbol == "**=" ? "**=" : "** or pow()") : symbol
        return .typeError("unsupported operand type(s) for \(shown): '\(a.type.name)' and '\(b.type.name)'")
    }

    /// `op self` (also `not`)
    public func unary(_ op: UnaryOperator) throws -> Value {
        if op == .not { return .bool(try !truth()) }
        if let result = Numbers.unary(op, self) { return result }
        if case .object(let object) = self, let dunder = op.dunder {
            if object.type.userDunders.contains(dunder) { return try Value.callSpecial(dunder, self) }
            if let result = try object.unary(op) { return result }
        }
        throw Raised.typeError("bad operand type for unary \(op.symbol): '\(type.name)'")
    }

    /// `self op other` as a value (tensors compare to tensors).
    public func compare(_ op: Comparison, _ other: Value) throws -> Value {
        if let result = Numbers.compare(op, self, other) { return .bool(result) }
        let reflectedFirst = other.type !== type && other.type.isSubclass(of: type) && other.type.userDunders.contains(op.swapped.dunder)
        if reflectedFirst, let result = try other.attemptCompare(op.swapped, self) { return result }
        if let result = try attemptCompare(op, other) { return result }
        if !reflectedFirst, let result = try other.attemptCompare(op.swapped, self) { return result }
        switch op {
        case .equal: return .bool(isIdentical(to: other))
        case .notEqual: return .bool(!isIdentical(to: other))
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            throw Raised.typeError("'\(op.symbol)' not supported between instances of '\(type.name)' and '\(other.type.name)'")
        }
    }

    private func attemptCompare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard case .object(let object) = self else { return nil }
        if object.type.userDunders.contains(op.dunder) {
            let result = try Value.callSpecial(op.dunder, self, other)
            return result.isNotImplemented ? nil : result
        }
        if op == .notEqual, object.type.userDunders.contains(.eq) {
            let result = try Value.callSpecial(.eq, self, other)
            return result.isNotImplemented ? nil : .bool(try !result.truth())
        }
        return try object.compare(op, other)
    }

    /// `self == other` by its truth.
    public func equals(_ other: Value) throws -> Bool {
        if let result = Numbers.compare(.equal, self, other) { return result }
        return try compare(.equal, other).truth()
    }

    /// Whether two values are the same key of a dict: identical or equal.
    @inline(__always)
    public func isSameKey(as other: Value) throws -> Bool {
        switch (self, other) {
        case (.int(let a), .int(let b)): return a == b
        case (.object(let a), .object(let b)):
            if a === b { return true }
            if a.objectKind == .str && b.objectKind == .str {
                return unsafeDowncast(a, to: StrObject.self).isEqual(to: unsafeDowncast(b, to: StrObject.self))
            }
        default: break
        }
        return try isSameKeySlowly(as: other)
    }

    @inline(never)
    private func isSameKeySlowly(as other: Value) throws -> Bool {
        if isIdentical(to: other) { return true }
        return try equals(other)
    }

    /// As `isSameKey` where no code of the program can be asked; nil where it may be.
    @inline(__always)
    func isSameKeyWithoutCode(as other: Value) -> Bool? {
        switch (self, other) {
        case (.object(let a), .object(let b)):
            if a === b { return true }
            guard let a = a as? StrObject, let b = b as? StrObject, !a.type.isUserDefined, !b.type.isUserDefined else { return nil }
            return a.isEqual(to: b)
        case (.object, _), (_, .object): return nil
        default: return isIdentical(to: other) || Numbers.plainCompare(.equal, self, other) == true
        }
    }

    /// Calls a special method that is known to be defined in the language.
    static func callSpecial(_ dunder: Dunder, _ receiver: Value, _ arguments: Value...) throws -> Value {
        let function = receiver.type.lookup(dunder.name) ?? .none
        return try function.callBound(receiver, arguments)
    }
}
