// Interrupts: what Ctrl-C does, and which signals the process hears.
import Glibc
import Runtime

/// Signals from outside.
enum Interrupts {
    /// Hears every signal again. Who starts a process from a thread that blocks some hands that down, and could not end it gently.
    static func hearAll() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
    }

    /// From now on Ctrl-C ends the running cell with KeyboardInterrupt; what ran before stays. A second one ends the process, and
    /// so does the watchdog where a single call does not listen.
    static func stopTheRunningCell() {
        signal(SIGINT) { number in
            signal(number, SIG_DFL)
            Interruption.request()
        }
    }
}
