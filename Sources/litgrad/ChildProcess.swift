// ChildProcess: this program started once more.
import Glibc

/// This program, started once more.
struct ChildProcess {
    let id: pid_t

    /// Starts the program with arguments and with descriptors in the places of its own first ones; nil where the system refuses.
    static func start(_ arguments: [String], descriptors: [Int32: Int32] = [:]) -> ChildProcess? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (place, descriptor) in descriptors { posix_spawn_file_actions_adddup2(&actions, descriptor, place) }
        var pointers = (["litgrad"] + arguments).map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var id = pid_t()
        guard posix_spawn(&id, "/proc/self/exe", &actions, nil, pointers, environ) == 0 else { return nil }
        return ChildProcess(id: id)
    }

    /// How a process ended.
    struct Ending {
        /// Its exit code; nil where a signal ended it.
        var code: Int32?
        /// The signal that ended it; 0 where none did.
        var signal: Int32
        /// Bytes it held at most.
        var peak: Int
    }

    /// Waits for the end.
    func wait() -> Ending {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return Ending(code: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal, peak: usage.ru_maxrss * 1024)
    }

    /// Runs the program in the foreground and returns its exit code.
    static func run(_ arguments: [String]) -> Int32 {
        guard let child = start(arguments) else { return ExitCodes.failedToStart }
        let ending = child.wait()
        return ending.code ?? 128 + ending.signal
    }
}
