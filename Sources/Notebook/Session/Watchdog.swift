// Watchdog: watches the running cell from a thread of its own.
import Glibc
import Runtime

/// Watches the running cell. At the turns of loops the machine keeps the limits itself, and the watchdog says when to look; a single
/// call of a native function may run past them, and only the end of the process stops that.
public final class Watchdog: @unchecked Sendable {
    /// What the watchdog looks at and whom it tells.
    struct Watch {
        /// When the cell should have ended, in seconds of the clock that never goes back.
        var deadline: Double?
        /// Bytes that the process may hold.
        var memory: Int?
        /// Ends the process; told why.
        var giveUp: (String) -> Void
    }

    /// The one watchdog of the process.
    public static let shared = Watchdog()

    /// Called on the watchdog's thread about ten times a second while a cell runs, for progress and output in time.
    public var tick: () -> Void = {}

    /// Microseconds between two looks.
    private static let period: UInt32 = 10_000
    /// Seconds past its limit after which a cell that does not listen is given up.
    private static let grace = 2.0
    /// Bytes past the limit that a cell may hold during that time.
    private static let spare = 256 << 20

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var watch: Watch?
    private var isRunning = false
    /// Since when the process has held too much, or an interruption has not been heard.
    private var exceededSince: Double?

    private init() { pthread_mutex_init(lock, nil) }

    /// Starts to watch a cell.
    func begin(_ watch: Watch) {
        pthread_mutex_lock(lock)
        self.watch = watch
        exceededSince = nil
        if !isRunning { start() }
        pthread_mutex_unlock(lock)
    }

    /// The cell has ended.
    func end() {
        pthread_mutex_lock(lock)
        watch = nil
        pthread_mutex_unlock(lock)
    }

    private func start() {
        var thread = pthread_t()
        isRunning = pthread_create(&thread, nil, { _ in Watchdog.shared.run() }, nil) == 0
        if isRunning { pthread_detach(thread) }
    }

    private func run() -> UnsafeMutableRawPointer? {
        var looks = 0
        while true {
            usleep(Self.period)
            pthread_mutex_lock(lock)
            if let watch {
                looks += 1
                if looks % 10 == 0 { tick() }
                if let reason = reason(to: watch) { watch.giveUp(reason) }
            }
            pthread_mutex_unlock(lock)
        }
    }

    /// Why the cell must be given up; nil where it need not.
    private func reason(to watch: Watch) -> String? {
        let now = Interpreter.now()
        if Interruption.isPending || watch.deadline.map({ now > $0 }) ?? false { Interruption.nudge() }
        if let deadline = watch.deadline, now > deadline + Self.grace {
            return "the time limit is exceeded by one call that does not end"
        }
        let held = watch.memory == nil ? 0 : Interpreter.residentMemory()
        let exceeds = watch.memory.map { held > $0 } ?? false
        let isDeaf = Interruption.isPending
        guard exceeds || isDeaf else {
            exceededSince = nil
            return nil
        }
        Interruption.nudge()
        let since = exceededSince ?? now
        exceededSince = since
        guard now > since + Self.grace || exceeds && held > (watch.memory ?? 0) + Self.spare else { return nil }
        return exceeds ? "the memory limit of \((watch.memory ?? 0) >> 20) MiB is exceeded by one call" : "interrupted within a call that does not end"
    }
}
