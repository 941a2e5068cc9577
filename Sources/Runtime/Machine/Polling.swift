// Polling: stopping programs that run too long, use too much, or are interrupted.
import Glibc

extension Class {
    /// Raised when a limit of the session is exceeded. No handler of a program catches it.
    public static let limitExceeded = Class(native: "LimitExceeded", base: .baseException, module: "litgrad", extensible: false)
}

extension ExceptionObject {
    /// Whether handlers and `finally` are passed over.
    var isUncatchable: Bool { type === Class.limitExceeded }
}

extension Interpreter {
    /// Loop turns and calls between two looks at the clock, at most.
    static let pollInterval = 5000
    /// A look should come about every so many seconds.
    private static let pollPeriod = 5e-3

    /// Counts a turn of a loop that runs outside the machine.
    /// - Throws: what `poll` throws.
    @inline(__always)
    func turn() throws {
        countdown.pointee &-= 1
        if countdown.pointee < 0 { try poll() }
    }

    /// Counts the turns of a loop in a native function, so that a long call listens as a loop of the program does.
    /// - Parameter work: how many elements or bytes the turn passed over.
    /// - Throws: what `poll` throws.
    @inline(__always)
    public static func pace(_ work: Int = 1) throws {
        guard let interpreter = current else { return }
        interpreter.countdown.pointee &-= work
        if interpreter.countdown.pointee < 0 { try interpreter.poll() }
    }

    /// Looks at the clock, the memory and the interruption flag.
    /// - Throws: KeyboardInterrupt, LimitExceeded.
    @inline(never)
    public func poll() throws {
        let time = Self.now()
        // Turns that call slow functions are polled more often: five thousand of them can take minutes.
        let elapsed = time - lastPoll
        pollStride = elapsed > Self.pollPeriod ? max(1, pollStride / 8) : min(2 * pollStride, Self.pollInterval)
        countdown.pointee = pollStride
        lastPoll = time
        if let request = Interruption.take() {
            Interruption.heed()
            switch request {
            case .interrupt: throw Raised(ExceptionObject(type: .exception("KeyboardInterrupt"), arguments: []))
            case .limit(let message): throw Raised(.limitExceeded, message)
            }
        }
        if let deadline, time > deadline {
            // Whatever still runs is stopped at its next turn.
            countdown.pointee = 0
            Interruption.heed()
            throw Raised(.limitExceeded, "the time limit of \(FloatText.repr(limits.seconds ?? 0)) seconds is exceeded")
        }
        if let memory = limits.memory, time > nextMemoryLook {
            nextMemoryLook = time + Self.pollPeriod
            guard Self.residentMemory() > memory else { return CycleCollector.collectIfDue() }
            Interruption.heed()
            throw Raised(.limitExceeded, "the memory limit of \(memory >> 20) MiB is exceeded")
        }
        CycleCollector.collectIfDue()
    }

    /// Seconds of a clock that never goes back.
    public static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Bytes of memory the process occupies, as the kernel counts.
    public static func residentMemory() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let fields = line.prefix { $0 != 0 }.split(separator: CChar(UInt8(ascii: " ")))
        guard fields.count > 1 else { return 0 }
        let pages = fields[1].reduce(0) { $0 * 10 + Int($1) - 48 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
