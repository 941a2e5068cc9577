// HandledGroup: what is left of a group of exceptions while `except*` handlers take their parts.

/// An exception, a group or a single one, on its way through the handlers of a `try` with `except*`.
final class HandledGroup: Object, FromValue, @unchecked Sendable {
    private let original: ExceptionObject
    /// What no handler took so far.
    private var rest: Value
    /// Parts that were raised again as they are.
    private var returned: [ExceptionObject] = []
    /// Other exceptions that handlers raised.
    private var raised: [ExceptionObject] = []

    private static let cls = Class(native: "handled_group", extensible: false)
    static var expectedType: String { "handled_group" }

    private init(_ exception: ExceptionObject) {
        original = exception
        rest = .object(exception)
        super.init(type: Self.cls)
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        visit(original)
        if case .object(let object) = rest { visit(object) }
        for exception in returned + raised { visit(exception) }
    }

    // MARK: Functions that compiled code calls

    /// Begins with the exception that was caught.
    static let make = function(def("begin(exception, /)", "The exception as the handlers see it.") { (exception: ExceptionObject) in
        Value.object(HandledGroup(exception))
    })

    /// Takes the part of the given classes; None where there is none.
    static let take = function(def("take(group, types, /)", "The part that a handler takes.") { (group: HandledGroup, types: Value) in
        try group.part(of: types)
    })

    /// Keeps what a handler raised.
    static let keep = function(def("keep(group, part, raised, /)", "Keeps an exception for the end.") {
        (group: HandledGroup, part: ExceptionObject, raised: ExceptionObject) in
        group.note(raised, from: part)
    })

    /// What is to be raised behind the handlers; None where everything is handled.
    static let outcome = function(def("outcome(group, /)", "What is raised at the end.") { (group: HandledGroup) in
        try group.remainder()
    })

    private static func function(_ row: Row) -> NativeFunction { NativeFunction([row], module: "builtins") }

    // MARK: Parts

    private func part(of types: Value) throws -> Value {
        try Self.check(types)
        guard let exception = rest.as(ExceptionObject.self) else { return .none }
        if exception.isA(ExceptionGroups.baseClass) {
            let parts = try ExceptionGroups.parted(exception) { try $0.isInstance(ofAny: types) }
            rest = parts.rest
            return parts.matching
        }
        guard try rest.isInstance(ofAny: types) else { return .none }
        rest = .none
        let made = try Value.object(ExceptionGroups.baseClass).call(["", .tuple([.object(exception)])])
        made.as(ExceptionObject.self)?.traceback = exception.traceback
        return made
    }

    private static func check(_ types: Value) throws {
        for type in types.as(TupleObject.self)?.elements ?? [types] {
            guard let cls = type.as(Class.self), cls.isSubclass(of: .baseException) else {
                throw Raised.typeError("catching classes that do not inherit from BaseException is not allowed")
            }
            if cls.isSubclass(of: ExceptionGroups.baseClass) {
                throw Raised.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
            }
        }
    }

    /// A part that a bare `raise` hands on goes back to its place in the group; `raise part` leaves a trace and makes it a new exception.
    private func note(_ exception: ExceptionObject, from part: ExceptionObject) {
        let isUntouched = exception === part && exception.traceback == original.traceback && exception.cause === original.cause
        if isUntouched { returned.append(exception) } else { raised.append(exception) }
    }

    private func remainder() throws -> Value {
        guard original.isA(ExceptionGroups.baseClass) else {
            return (raised.first ?? returned.first).map { .object($0) } ?? rest
        }
        var kept = Set(returned.flatMap(ExceptionGroups.leaves))
        if let rest = rest.as(ExceptionObject.self) { kept.formUnion(ExceptionGroups.leaves(rest)) }
        let left = kept.isEmpty ? Value.none : try ExceptionGroups.parted(original) { member in
            member.object.map { kept.contains(ObjectIdentifier($0)) } ?? false
        }.matching
        let all = raised.map { Value.object($0) } + (left.isNone ? [] : [left])
        return all.count > 1 ? try Value.object(ExceptionGroups.baseClass).call(["", .list(all)]) : all.first ?? .none
    }
}
