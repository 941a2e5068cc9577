// InterpreterThread: the thread that runs programs, with a stack deep enough for nested native calls.
import Glibc

/// Runs programs on a thread of their own: a thousand nested calls through native code (sort keys, `__repr__` of nested
/// containers) need far more stack than the main thread has.
public enum InterpreterThread {
    /// Address space set aside for the stack; the system gives memory only for what is touched.
    private static let stackBytes = 1 << 30

    /// Runs `body` on a thread with a deep stack and waits for its result.
    public static func run<Result>(_ body: @escaping () -> Result) -> Result {
        let task = Task { body() }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackBytes)
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            pointer.map { Unmanaged<ThreadTask>.fromOpaque($0).takeUnretainedValue().run() }
            return nil
        }
        let created = pthread_create(&thread, &attributes, start, Unmanaged.passUnretained(task as ThreadTask).toOpaque())
        if created == 0 {
            pthread_join(thread, nil)
        } else {
            task.run()  // No thread to be had: shallow programs still run here.
        }
        return task.result!
    }

    /// The body with a place for its result.
    private final class Task<Result>: ThreadTask {
        private let body: () -> Result
        private(set) var result: Result?

        init(body: @escaping () -> Result) { self.body = body }

        override func run() { result = body() }
    }
}

/// What a thread is handed: a class without type parameters, since a C function pointer cannot be generic.
private class ThreadTask {
    func run() {}
}
