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
        /// The clock of the thread that runs the cell: the one that begins the watch.
        let work = ThreadClock()
    }

    /// The one watchdog of the process.
    public static let shared = Watchdog()

    /// Called on the watchdog's thread about ten times a second while a cell runs, for progress and output in time.
    public var tick: () -> Void = {}

    /// Microseconds between two looks.
    private static let period: UInt32 = 10_000
    /// Seconds of processor time after which a cell that does not listen is given up: past its time limit, and after an interruption,
    /// which it may want to catch. A busy machine gives it time to listen.
    private static let patience = (late: 0.03, interrupted: 1.0)
    /// Seconds past its limit after which a cell is given up, whatever it does.
    private static let grace = 2.0
    /// Bytes past the limit that a cell may hold during that time.
    private static let spare = 256 << 20

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var watch: Watch?
    private var isRunning = false
    /// Since when the cell has been told to stop, and what its thread had worked by then; or since when it has held too much.
    private var overdue: (since: Double, work: Double, isTold: Bool)?

    private init() { pthread_mutex_init(lock, nil) }

    /// Starts to watch a cell.
    func begin(_ watch: Watch) {
        pthread_mutex_lock(lock)
        self.watch = watch
        overdue = nil
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
        let isLate = watch.deadline.map { now > $0 } ?? false
        let held = watch.memory == nil ? 0 : Interpreter.residentMemory()
        let exceeds = watch.memory.map { held > $0 } ?? false
        let isTold = isLate || Interruption.isPending
        guard isTold || exceeds else {
            overdue = nil
            return nil
        }
        Interruption.nudge()
        let work = watch.work.seconds
        if overdue.map({ $0.isTold != isTold }) ?? true { overdue = (now, work, isTold) }
        guard let start = overdue else { return nil }
        let isDeaf = isTold && !Interruption.isHeeded && work > start.work + (isLate ? Self.patience.late : Self.patience.interrupted)
        guard isDeaf || now > start.since + Self.grace || exceeds && held > (watch.memory ?? 0) + Self.spare else { return nil }
        if isLate { return "the time limit is exceeded by one call that has not ended" }
        return exceeds ? "the memory limit of \((watch.memory ?? 0) >> 20) MiB is exceeded by one call" : "interrupted within a call that has not ended"
    }
}

/// The processor time of a thread.
struct ThreadClock {
    private let clock: clockid_t?

    /// The clock of the thread that asks.
    init() {
        var clock = clockid_t()
        self.clock = pthread_getcpuclockid(pthread_self(), &clock) == 0 ? clock : nil
    }

    /// Seconds the thread has worked; 0 where the system does not say.
    var seconds: Double {
        var time = timespec()
        guard let clock, clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
