// Console: what the command writes to the terminal, in large pieces and in order.
import Glibc

/// The two output streams of the process. Output is collected and written in large pieces; a terminal sees it line by line.
final class Console: @unchecked Sendable {
    /// The one console of the process. Commands run one after the other, each on one thread at a time.
    static let standard = Console()

    /// Whether a person is watching stdout.
    let isTerminal = isatty(1) == 1
    private var pending: [UInt8] = []

    /// Writes to stdout.
    func output(_ text: String) {
        pending += text.utf8
        if pending.count > 1 << 16 || isTerminal && pending.contains(10) { flush() }
    }

    /// Writes to stderr, after everything written to stdout so far.
    func error(_ text: String) {
        flush()
        Console.write(Array(text.utf8), to: 2)
    }

    /// Hands everything collected to the system.
    func flush() {
        Console.write(pending, to: 1)
        pending.removeAll(keepingCapacity: true)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return  // The reader went away; there is nobody left to tell.
            }
            rest = rest.dropFirst(written)
        }
    }
}
