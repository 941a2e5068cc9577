// Interrupts: what Ctrl-C does.
import Glibc
import Runtime

/// Ctrl-C.
enum Interrupts {
    /// From now on Ctrl-C ends the running cell with KeyboardInterrupt; what ran before stays. A second one ends the process, and
    /// so does the watchdog where a single call does not listen.
    static func stopTheRunningCell() {
        signal(SIGINT) { number in
            signal(number, SIG_DFL)
            Interruption.request()
        }
    }
}
