// CallSite: where the running program stands.

extension Interpreter {
    /// The instruction that runs in the innermost frame of the user's own code; nil while none runs.
    public var callSite: TracebackEntry? {
        var number = frameCount - 1
        while number >= 0 {
            let frame = frames + number
            let code = frame.pointee.code.takeUnretainedValue()
            if !code.isHidden { return code.entry(at: frame.pointee.index) }
            number -= 1
        }
        return nil
    }
}
