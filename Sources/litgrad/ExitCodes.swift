// ExitCodes: what the exit code of every command means.
import ArgumentParser
import Glibc

extension ExitCode {
    /// A recorded output differs from the fresh one.
    static let changed = ExitCode(1)
    /// A cell or a program failed.
    static let cellFailed = ExitCode(2)
    /// The command was called wrongly, or a setting is wrong.
    static let usage = ExitCode(3)
    /// A cell ran out of time, memory or output.
    static let limit = ExitCode(4)
}

/// The end of the process.
enum ExitCodes {
    /// No process could be started, as shells say it.
    static let failedToStart: Int32 = 126

    /// Ends the process at once, whatever its threads are doing.
    static func endNow(_ code: ExitCode) -> Never { _exit(code.rawValue) }
}
