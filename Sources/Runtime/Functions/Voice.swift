// Voice: how a library words the errors of its functions' arguments, and which keywords it takes besides the parameters.

/// The manner of speaking of a library's native functions. Rows without one speak as CPython does.
public final class Voice: Sendable {
    /// An argument that does not fit its parameter.
    public struct Misplaced: Sendable {
        public let function: String
        public let parameter: String
        /// Counted from 1, without the receiver of a method; nil where it was passed by keyword.
        public let position: Int?
        /// What would have fitted: "Tensor".
        public let expected: String
        /// The type of the argument.
        public let given: String
        /// The argument; for a `*` parameter a tuple where there are several.
        public let argument: Value
    }

    /// A call that fits no form of a function.
    public struct Refused {
        public let function: String
        /// The header of the function's first row.
        public let header: String
        public let isMethod: Bool
        /// Without the receiver of a method.
        public let arguments: Arguments
    }

    /// Words an argument of a wrong type.
    public let misfit: @Sendable (Misplaced) -> String
    /// Words missing arguments; nil: as CPython.
    public let missing: (@Sendable (_ function: String, _ parameters: [String]) -> String)?
    /// Words a call that fits no form of the function, where the library has words for the call as a whole; asked first.
    public let refusal: (@Sendable (Refused) -> String?)?
    /// Whether a parameter whose default is True or False takes nothing but these.
    public let isStrictAboutBooleans: Bool
    /// Other spellings of keywords (`axis` for `dim`), used where a function has the parameter behind them.
    public let aliases: [Name: [Name]]
    /// A keyword every function takes (`out`): the result is handed to the closure together with the keyword's value.
    public let output: (keyword: Name, deliver: @Sendable (_ result: Value, _ target: Value) throws -> Value)?

    public init(
        aliases: [Name: [Name]] = [:], misfit: @escaping @Sendable (Misplaced) -> String,
        missing: (@Sendable (_ function: String, _ parameters: [String]) -> String)? = nil,
        refusal: (@Sendable (Refused) -> String?)? = nil, isStrictAboutBooleans: Bool = false,
        output: (keyword: Name, deliver: @Sendable (_ result: Value, _ target: Value) throws -> Value)? = nil
    ) {
        self.aliases = aliases
        self.misfit = misfit
        self.missing = missing
        self.refusal = refusal
        self.isStrictAboutBooleans = isStrictAboutBooleans
        self.output = output
    }
}

extension Row {
    /// The same function speaking with a voice.
    public func speaking(_ voice: Voice) -> Row {
        var row = self
        row.voice = voice
        return row
    }

    /// The same function with a look at the bound arguments before it runs, where they may be replaced.
    public func preparing(_ prepare: @escaping @Sendable (UnsafeMutableBufferPointer<Value>) -> Void) -> Row {
        surrounded { arguments, body in
            prepare(arguments)
            return try body()
        }
    }

    /// The same function run by `around`, which sees the bound arguments, may replace them, and makes the result.
    public func surrounded(
        _ around: @escaping @Sendable (_ arguments: UnsafeMutableBufferPointer<Value>, _ body: () throws -> Value) throws -> Value
    ) -> Row {
        guard let original = body else { return self }
        let count = arity
        var row = Row(header: header, doc: doc, example: example, surfaces: Array(surfaces), kind: kind, arity: arity, body: { bound in
            // A copy: the arguments may lie where the program still reads them.
            try withUnsafeTemporaryAllocation(of: Value.self, capacity: max(1, count)) { buffer in
                let copy = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
                _ = copy.initialize(from: UnsafeBufferPointer(start: bound.base, count: count))
                defer { copy.deinitialize() }
                return try around(copy) { try original(BoundArguments(base: buffer.baseAddress.unsafelyUnwrapped)) }
            }
        }, rawBody: nil)
        row.voice = voice
        return row
    }

    /// A function derived from this one under a new name: `around` gets the bound arguments and the body, which it calls with
    /// a first argument of its choice.
    public func derived(
        _ newName: String, doc: String,
        _ around: @escaping @Sendable (_ arguments: UnsafeBufferPointer<Value>, _ body: (_ first: Value) throws -> Value) throws -> Value
    ) -> Row {
        let original = body
        let count = arity
        var row = Row(header: newName + header.drop { $0 != "(" }, doc: doc, example: "", surfaces: [], kind: kind, arity: arity, body: { bound in
            guard let original else { return .none }
            let arguments = UnsafeBufferPointer(start: bound.base, count: count)
            return try around(arguments) { first in
                var changed = Array(arguments)
                changed[0] = first
                return try changed.withUnsafeMutableBufferPointer { try original(BoundArguments(base: $0.baseAddress.unsafelyUnwrapped)) }
            }
        }, rawBody: nil)
        row.voice = voice
        return row
    }
}
