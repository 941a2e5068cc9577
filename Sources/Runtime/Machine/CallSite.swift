// CallSite: where the running program stands.

extension Interpreter {
    /// The instruction that runs in the innermost frame of the user's own code; nil while none runs.
    public var callSite: TracebackEntry? { nil }
}
