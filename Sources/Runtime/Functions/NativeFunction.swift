// NativeFunction: rows of one name as a callable object.

/// A native function or method: one row, or several overloads tried in order.
public final class NativeFunction: Object, @unchecked Sendable {
    /// The overloads.
    public let rows: [Row]
    /// The class it is a method of; nil for functions.
    public let owner: Class?
    /// The module it is a function of; nil for methods.
    let module: String?
    /// The parsed signatures, one per row, made at the first call that needs them.
    private var parsed: [Signature]?
    /// The short cut for plain calls of a function of one row, known after its first call.
    private var direct: DirectCall?
    /// The body of a function of one row; unlike a variable, it can be called without being retained.
    private let onlyBody: Row.Body?
    /// Number of arguments of calls that need no more than the body: all parameters are given by position, so their values already lie
    /// as it wants them. -1 before the first call and where there is no such short cut.
    private var exactCount = -1

    public init(_ rows: [Row], owner: Class? = nil, module: String? = nil) {
        self.rows = rows
        self.owner = owner
        self.module = module
        onlyBody = rows.count == 1 ? rows[0].body : nil
        super.init(type: owner == nil ? .builtinFunction : .methodDescriptor)
    }

    /// `__name__`
    public var name: String { rows[0].name.text }

    /// The signatures of the rows.
    public func signatures() throws -> [Signature] {
        if let parsed { return parsed }
        let result = try rows.map { try Signature(parsing: $0.header) }
        parsed = result
        return result
    }

    public override func call(_ arguments: Arguments) throws -> Value {
        guard !NativeFunction.isDetoured, arguments.keywords.isEmpty else { return try callAnyhow(arguments) }
        do {
            if arguments.count == exactCount, let onlyBody { return try onlyBody(BoundArguments(base: arguments.base)) }
            guard let direct, direct.takes(arguments.count) else { return try callAnyhow(arguments) }
            return try direct.callWithDefaults(arguments)
        } catch let misfit as Misfit {
            if let refused = refused(arguments) { throw refused }
            throw Raised.typeError(words(for: misfit, rows[0], try signatures()[0], arguments))
        }
    }

    /// A call of any form.
    @inline(never)
    private func callAnyhow(_ arguments: Arguments) throws -> Value {
        if Finalization.isPending { try Finalization.run() }
        if !arguments.keywords.isEmpty, let output = rows[0].voice?.output, let target = arguments.keyword(output.keyword) {
            let rest = arguments.keywordPairs.filter { $0.name != output.keyword }.map { ($0.name, $0.value) }
            let result = try Arguments.with(Array(arguments.positional), keywords: rest) { try call($0) }
            return target.isNone ? result : try output.deliver(result, target)
        }
        if rows.count == 1, let raw = rows[0].rawBody { return try raw(arguments) }
        let signatures = try signatures()
        if direct == nil, let onlyBody {
            direct = DirectCall(onlyBody, signatures[0], refusesTruth: rows[0].voice?.isStrictAboutBooleans ?? false)
            if let direct, direct.takes(signatures[0].parameters.count) { exactCount = signatures[0].parameters.count }
        }
        var failures: [Raised] = []
        for (row, signature) in zip(rows, signatures) {
            do {
                if let raw = row.rawBody { return try raw(arguments) }
                return try invoke(row, signature, arguments)
            } catch let mismatch as CallMismatch {
                if rows.count == 1 { throw refused(arguments) ?? mismatch.raised }
                failures.append(mismatch.raised)
            }
        }
        throw refused(arguments) ?? failures.last ?? Raised.typeError("\(name)(): no overload fits")
    }

    /// The library's words for a call that fits no row; nil where it has none.
    @inline(never)
    private func refused(_ arguments: Arguments) -> Raised? {
        guard let refusal = rows[0].voice?.refusal else { return nil }
        let isMethod = owner != nil && arguments.count > 0
        let refused = Voice.Refused(
            function: name, header: rows[0].header, isMethod: isMethod, arguments: isMethod ? arguments.dropFirst() : arguments)
        return refusal(refused).map(Raised.typeError)
    }

    /// What every call of a native function passes through, set by a library that has to know where a call's arguments live; nil
    /// costs no more than a test.
    nonisolated(unsafe) public static var boundary: Boundary? { didSet { updateDetour() } }
    /// Whether calls must not take the short cut: a boundary is to be passed, or finalizers wait.
    nonisolated(unsafe) private static var isDetoured = false

    static func updateDetour() { isDetoured = boundary != nil || Finalization.isPending }

    /// Calls `body`, or not.
    public typealias Boundary = (
        _ row: Row, _ arguments: UnsafeBufferPointer<Value>, _ body: () throws -> Value
    ) throws -> Value

    @inline(__always)
    private func perform(_ row: Row, _ body: Row.Body, _ base: UnsafeMutablePointer<Value>, _ count: Int) throws -> Value {
        guard let boundary = NativeFunction.boundary else { return try body(BoundArguments(base: base)) }
        return try boundary(row, UnsafeBufferPointer(start: base, count: count)) { try body(BoundArguments(base: base)) }
    }

    private func invoke(_ row: Row, _ signature: Signature, _ arguments: Arguments) throws -> Value {
        guard let body = row.body else { throw Raised.typeError("'\(name)' is not callable") }
        do {
            if arguments.keywords.isEmpty && arguments.count == signature.parameters.count && signature.positionalCount == arguments.count {
                try requireBooleans(row, signature, arguments.base)
                return try perform(row, body, arguments.base, arguments.count)
            }
            if row.voice == nil, let error = arityError(signature, arguments) { throw CallMismatch(raised: error) }
            return try withUnsafeTemporaryAllocation(of: Value.self, capacity: max(1, signature.parameters.count)) { buffer in
                let base = buffer.baseAddress.unsafelyUnwrapped
                base.initialize(repeating: .unset, count: signature.parameters.count)
                defer { base.deinitialize(count: signature.parameters.count) }
                do {
                    try Binder.bind(arguments, to: signature, named: boundName, defaults: signature.defaults, into: base, voice: row.voice)
                } catch let raised as Raised {
                    throw CallMismatch(raised: raised)
                }
                try requireBooleans(row, signature, base)
                return try perform(row, body, base, signature.parameters.count)
            }
        } catch let misfit as Misfit {
            throw CallMismatch(raised: .typeError(words(for: misfit, row, signature, arguments)))
        }
    }

    /// Refuses other values for parameters that are True or False by default, where the library wants that.
    private func requireBooleans(_ row: Row, _ signature: Signature, _ base: UnsafeMutablePointer<Value>) throws {
        guard row.voice?.isStrictAboutBooleans == true else { return }
        for (index, parameter) in signature.parameters.enumerated() {
            guard case .bool = parameter.defaultValue else { continue }
            switch base[index] {
            case .bool, .none, .unset: continue
            case .int, .float, .object: throw Misfit(index: index, expected: "bool")
            }
        }
    }

    /// The message for an argument that does not fit.
    private func words(for misfit: Misfit, _ row: Row, _ signature: Signature, _ arguments: Arguments) -> String {
        let parameter = signature.parameters[misfit.index].name
        let isPositional = misfit.index < arguments.count && signature.parameters[misfit.index].kind != .keywordOnly
        let given = isPositional ? arguments[misfit.index] : arguments.keyword(parameter) ?? .unset
        guard let voice = row.voice else {
            return misfitWords(index: misfit.index, expected: misfit.expected, given: given)
        }
        let position = misfit.index + (owner == nil ? 1 : 0)
        let isSeveral = signature.starIndex == misfit.index && arguments.count > misfit.index + 1
        return voice.misfit(Voice.Misplaced(
            function: name, parameter: parameter.text, position: isPositional ? position : nil,
            expected: misfit.expected, given: given.type.name,
            argument: isSeveral ? .tuple(Array(arguments.positional[misfit.index...])) : given))
    }

    public override func repr() throws -> String {
        if let owner { return "<method '\(name)' of '\(owner.name)' objects>" }
        return "<built-in function \(name)>"
    }
}

/// How a row is called with positional arguments alone.
private struct DirectCall {
    private let body: Row.Body
    /// One per parameter.
    private let defaults: [Value]
    /// Number of leading parameters without a default.
    private let required: Int
    /// Number of leading parameters that may be given here.
    private let most: Int

    /// Nil where some parameter cannot be passed by position.
    /// `refusesTruth`: parameters that are True or False by default take nothing else, which only calls of other kinds see to.
    init?(_ body: @escaping Row.Body, _ signature: Signature, refusesTruth: Bool) {
        guard signature.parameters.count == signature.positionalCount else { return nil }
        self.body = body
        defaults = signature.defaults
        required = defaults.firstIndex { !$0.isUnset } ?? defaults.count
        most = refusesTruth ? defaults.firstIndex { if case .bool = $0 { true } else { false } } ?? defaults.count : defaults.count
    }

    /// Whether so many arguments make a correct call.
    @inline(__always)
    func takes(_ count: Int) -> Bool { count >= required && count <= most }

    /// Calls the body with the arguments and the defaults of parameters behind them.
    @inline(never)
    func callWithDefaults(_ arguments: Arguments) throws -> Value {
        try withUnsafeTemporaryAllocation(of: Value.self, capacity: defaults.count) { buffer in
            let base = buffer.baseAddress.unsafelyUnwrapped
            for index in defaults.indices { (base + index).initialize(to: index < arguments.count ? arguments[index] : defaults[index]) }
            defer { base.deinitialize(count: defaults.count) }
            return try body(BoundArguments(base: base))
        }
    }
}

/// A call that did not fit a row: another overload may.
private struct CallMismatch: Error {
    let raised: Raised
}

extension Arguments {
    /// Binds arguments to a header and hands over the values, one per parameter: for constructors.
    public static func bound<R>(_ arguments: Arguments, _ header: String, _ body: (UnsafeMutablePointer<Value>) throws -> R) throws -> R {
        let signature = try Signature.known(header)
        return try withUnsafeTemporaryAllocation(of: Value.self, capacity: max(1, signature.parameters.count)) { buffer in
            let base = buffer.baseAddress.unsafelyUnwrapped
            base.initialize(repeating: .unset, count: signature.parameters.count)
            defer { base.deinitialize(count: signature.parameters.count) }
            try Binder.bind(arguments, to: signature, named: signature.name, defaults: signature.defaults, into: base)
            return try body(base)
        }
    }
}
