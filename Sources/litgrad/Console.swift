// Console: what the command writes to the terminal, in large pieces and in order.
import Glibc

/// The two output streams of the process. Output is collected and written in large pieces; a terminal sees it line by line, a
/// pipe when `flush` is called, which the watchdog does ten times a second.
final class Console: @unchecked Sendable {
    /// The one console of the process.
    static let standard = Console()

    /// Whether a person is watching stdout.
    let isTerminal = isatty(1) == 1
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var pending: [UInt8] = []
    /// The line about the progress that stands on the terminal at the moment; empty where none does.
    private var notice = ""
    /// Whether what was written last ended a line.
    private var isAtLineStart = true

    private init() { pthread_mutex_init(lock, nil) }

    /// Writes to stdout.
    func output(_ text: String) {
        locked {
            guard !text.isEmpty else { return }
            pending += text.utf8
            isAtLineStart = pending.last == 10
            if pending.count > 1 << 16 || isTerminal && pending.contains(10) { writePending() }
        }
    }

    /// Writes to stderr, after everything written to stdout so far.
    func error(_ text: String) {
        locked {
            writePending()
            takeBackNotice()
            Descriptor.write(Array(text.utf8), to: 2)
        }
    }

    /// Hands everything collected to the system.
    func flush() { locked { writePending() } }

    /// Shows a line about the progress below what was written, in place of the one before. Nothing of it stays.
    func show(notice text: String) {
        locked {
            writePending()
            guard isAtLineStart, text != notice else { return }
            Descriptor.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
            notice = text
        }
    }

    /// Takes the line about the progress away.
    func hideNotice() { locked { takeBackNotice() } }

    /// Writes to stderr although another thread may stand still within the console.
    func lastWords(_ text: String) {
        if pthread_mutex_trylock(lock) == 0 {
            writePending()
            takeBackNotice()
        }
        Descriptor.write(Array(text.utf8), to: 2)
    }

    private func locked(_ body: () -> Void) {
        pthread_mutex_lock(lock)
        body()
        pthread_mutex_unlock(lock)
    }

    private func writePending() {
        guard !pending.isEmpty else { return }
        takeBackNotice()
        Descriptor.write(pending, to: 1)
        pending.removeAll(keepingCapacity: true)
    }

    private func takeBackNotice() {
        guard !notice.isEmpty else { return }
        Descriptor.write(Array("\r\u{1B}[K".utf8), to: 2)
        notice = ""
    }
}
