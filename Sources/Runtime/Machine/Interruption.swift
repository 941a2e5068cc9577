// Interruption: how other threads stop the running program.

/// The wish that the running program stop. There is one in the process, as there is one machine: other threads and signal
/// handlers write a byte and touch no object, because the machine counts references without locking.
public enum Interruption {
    /// Why the program is to stop.
    enum Request {
        /// KeyboardInterrupt, which the program may catch.
        case interrupt
        /// A limit is exceeded; nothing catches that.
        case limit(String)
    }

    /// Written by other threads and signal handlers, read by the machine at every poll; a late read is harmless.
    nonisolated(unsafe) private static let flag: UnsafeMutablePointer<UInt8> = {
        let flag = UnsafeMutablePointer<UInt8>.allocate(capacity: 2)
        flag.initialize(repeating: 0, count: 2)
        return flag
    }()
    /// Behind the flag: whether the machine has heard and is on its way out.
    private static var answer: UnsafeMutablePointer<UInt8> { flag + 1 }
    /// The message of a limit. Written before the flag, on the interpreter's own thread.
    nonisolated(unsafe) private static var message = ""

    /// Turns the machine may make until it looks at the clock and the flag.
    nonisolated(unsafe) static let countdown: UnsafeMutablePointer<Int> = {
        let countdown = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        countdown.initialize(to: 1)
        return countdown
    }()

    /// Makes the machine look at its next turn. Its own count may overtake the wish, so whoever waits says it again and again.
    public static func nudge() { countdown.pointee = -1 }

    /// Asks the running program to stop with KeyboardInterrupt. May be called in a signal handler.
    public static func request() {
        flag.pointee = max(flag.pointee, 1)
        nudge()
    }

    /// Stops the running program at its next loop turn or call: it has used up more than it may. Called on its own thread.
    public static func stop(_ message: String) {
        self.message = message
        flag.pointee = 2
        nudge()
    }

    /// Whether the program has not yet heard what was asked.
    public static var isPending: Bool { flag.pointee != 0 }

    /// Whether the machine is stopping the program, which may take a while: memory is given back, reports are written.
    public static var isHeeded: Bool { answer.pointee != 0 }

    /// The machine stops the program.
    static func heed() { answer.pointee = 1 }

    /// Forgets what was asked before a new cell begins.
    public static func clear() {
        flag.pointee = 0
        answer.pointee = 0
    }

    /// What was asked, once.
    @inline(__always)
    static func take() -> Request? {
        let asked = flag.pointee
        guard asked != 0 else { return nil }
        flag.pointee = 0
        return asked == 1 ? .interrupt : .limit(message)
    }
}
