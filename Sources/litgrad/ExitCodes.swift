// ExitCodes: what the exit code of every command means.
import ArgumentParser

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
