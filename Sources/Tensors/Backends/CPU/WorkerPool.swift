// Defines WorkerPool: threads that compute parts of one job; the only file that starts threads.
import Glibc

/// Runs `body(0) … body(count - 1)` on all cores. Which thread takes which part is left open, so a part's result must not depend on it.
public enum Parallel {
    /// Bodies read and write raw memory only; they must not create, keep or drop tensors.
    public static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
        let threads = min(Engine.current.threads, count)
        if threads <= 1 {
            for i in 0..<count { body(i) }
            return
        }
        withoutActuallyEscaping(body) { WorkerPool.shared.run(count, threads, $0) }
    }

    /// Splits `total` elements into stretches of at least `grain`, and runs `body(start, end)` for each.
    public static func stretches(_ total: Int, grain: Int, _ body: @Sendable (_ start: Int, _ end: Int) -> Void) {
        let parts = max(1, min(Engine.current.threads * 4, total / max(grain, 1)))
        let size = (total + parts - 1) / parts
        forEach(parts) { part in
            let start = min(part * size, total)
            let end = min(start + size, total)
            if start < end { body(start, end) }
        }
    }
}

/// The threads. `@unchecked Sendable`: all fields are guarded by `mutex`, except the counters of the running job, which are atomic in effect
/// because every change happens under the lock.
private final class WorkerPool: @unchecked Sendable {
    static let shared = WorkerPool()

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let done = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var workers = 0
    private var body: (@Sendable (Int) -> Void)?
    private var next = 0
    private var count = 0
    private var helpersWanted = 0
    private var running = 0

    private init() {
        forget()
        // A forked child has none of the threads; it starts its own.
        pthread_atfork(nil, nil) { WorkerPool.shared.forget() }
    }

    /// Begins without threads.
    private func forget() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(wake, nil)
        pthread_cond_init(done, nil)
        (workers, helpersWanted, running) = (0, 0, 0)
    }

    /// Runs one job with the caller and `threads - 1` workers; returns when all parts are done.
    func run(_ count: Int, _ threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
        pthread_mutex_lock(mutex)
        while workers < threads - 1 { start() }
        self.body = body
        self.count = count
        next = 0
        helpersWanted = threads - 1
        pthread_cond_broadcast(wake)
        work(body)
        helpersWanted = 0
        while running > 0 { pthread_cond_wait(done, mutex) }
        self.body = nil
        pthread_mutex_unlock(mutex)
    }

    /// Takes parts until none is left. Called and returns with the lock held.
    private func work(_ body: @Sendable (Int) -> Void) {
        while next < count {
            let part = next
            next += 1
            pthread_mutex_unlock(mutex)
            body(part)
            pthread_mutex_lock(mutex)
        }
    }

    private func start() {
        workers += 1
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 8 << 20)
        var thread = pthread_t()
        let status = pthread_create(&thread, &attributes, { _ in WorkerPool.shared.serve() }, nil)
        if status == 0 { pthread_detach(thread) }
        pthread_attr_destroy(&attributes)
    }

    /// The life of a worker.
    private func serve() -> UnsafeMutableRawPointer? {
        pthread_mutex_lock(mutex)
        while true {
            while helpersWanted == 0 || next >= count { pthread_cond_wait(wake, mutex) }
            helpersWanted -= 1
            running += 1
            if let body { work(body) }
            running -= 1
            if running == 0 { pthread_cond_signal(done) }
        }
    }
}
