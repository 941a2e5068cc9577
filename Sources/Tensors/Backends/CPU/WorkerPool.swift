// Defines WorkerPool: threads that compute parts of one job; the only file that starts threads.
import CLinux
import Glibc
import Synchronization

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

/// The threads. Parts of a job are taken by counting `remaining` down, without a lock. A thread that finds no work looks for more for a while
/// before it sleeps: the parts of one training step follow each other within microseconds, and waking a sleeper takes longer than most of them.
/// `@unchecked Sendable`: `body` and `count` are written before `remaining` rises and read after it was counted down; `workers` by one thread only.
private final class WorkerPool: @unchecked Sendable {
    static let shared = WorkerPool()

    /// How often a thread without work looks for some before it sleeps: about a tenth of a millisecond.
    private static let patience = 4000

    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var workers = 0
    private var body: UnsafePointer<@Sendable (Int) -> Void>?
    private var count = 0
    /// Parts that nobody has taken.
    private let remaining = Atomic(0)
    /// Parts that are done.
    private let finished = Atomic(0)
    private let sleepers = Atomic(0)

    private init() {
        forget()
        // A forked child has none of the threads; it starts its own.
        pthread_atfork(nil, nil) { WorkerPool.shared.forget() }
    }

    /// Begins without threads.
    private func forget() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(wake, nil)
        workers = 0
        sleepers.store(0, ordering: .relaxed)
    }

    /// Runs one job with the caller and `threads - 1` workers; returns when all parts are done.
    func run(_ count: Int, _ threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
        while workers < threads - 1 { start() }
        withUnsafePointer(to: body) { body in
            self.body = body
            self.count = count
            finished.store(0, ordering: .relaxed)
            remaining.store(count, ordering: .sequentiallyConsistent)
            if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wakeAll() }
            work()
            var looks = 0
            while finished.load(ordering: .acquiring) < count {
                looks += 1
                if looks < WorkerPool.patience { spin_pause() } else { sched_yield() }
            }
        }
    }

    /// Takes parts until none is left.
    private func work() {
        var left = remaining.load(ordering: .relaxed)
        while left > 0 {
            let (taken, found) = remaining.weakCompareExchange(
                expected: left, desired: left - 1, successOrdering: .acquiring, failureOrdering: .relaxed)
            if taken {
                compute(count - left)
                finished.add(1, ordering: .releasing)
                left = remaining.load(ordering: .relaxed)
            } else {
                left = found
            }
        }
    }

    /// Not inlined: what it keeps of the body must be given back before the part counts as done.
    @inline(never)
    private func compute(_ part: Int) {
        body?.pointee(part)
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
        while true {
            var looks = 0
            while remaining.load(ordering: .relaxed) == 0 {
                looks += 1
                if looks < WorkerPool.patience { spin_pause() } else { sleep() }
            }
            work()
        }
    }

    /// Waits until there is a job. The sleeper is counted before it looks, and the job is announced before sleepers are counted: no job is missed.
    private func sleep() {
        pthread_mutex_lock(mutex)
        sleepers.add(1, ordering: .sequentiallyConsistent)
        while remaining.load(ordering: .sequentiallyConsistent) == 0 { pthread_cond_wait(wake, mutex) }
        sleepers.subtract(1, ordering: .sequentiallyConsistent)
        pthread_mutex_unlock(mutex)
    }

    private func wakeAll() {
        pthread_mutex_lock(mutex)
        pthread_cond_broadcast(wake)
        pthread_mutex_unlock(mutex)
    }
}
