// Traceback: an uncaught exception told as CPython tells it.
import Runtime

/// The text CPython writes about an exception that nobody caught.
public struct Traceback {
    /// The lines of a file by name; empty where the file is not known.
    let lines: (String) -> [Substring]

    /// Makes a teller that finds quoted source lines through `lines`.
    public init(lines: @escaping (String) -> [Substring]) { self.lines = lines }

    /// The whole text, causes first, ending in a line break.
    public func text(of exception: ExceptionObject) -> String {
        var chain: [(ExceptionObject, String)] = [(exception, "")]
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(exception)]
        var current = exception
        while true {
            let next: (ExceptionObject, String)
            if let cause = current.cause {
                next = (cause, "\nThe above exception was the direct cause of the following exception:\n\n")
            } else if let context = current.context, !current.suppressesContext {
                next = (context, "\nDuring handling of the above exception, another exception occurred:\n\n")
            } else {
                break
            }
            guard seen.insert(ObjectIdentifier(next.0)).inserted else { break }
            chain.append(next)
            current = next.0
        }
        return chain.reversed().map { one($0.0) + $0.1 }.joined()
    }

    /// One exception without its causes.
    private func one(_ exception: ExceptionObject) -> String {
        let entries = exception.traceback.reversed().map(entry)
        let head = entries.isEmpty ? "" : "Traceback (most recent call last):\n"
        return head + Traceback.folded(Array(entries)).joined() + Traceback.summary(of: exception) + "\n"
            + exception.notes.map { $0 + "\n" }.joined()
    }

    private func entry(_ entry: TracebackEntry) -> String {
        var text = "  File \"\(entry.file)\", line \(entry.line), in \(entry.function)\n"
        let all = lines(entry.file)
        guard all.indices.contains(entry.line - 1) else { return text }
        let line = all[entry.line - 1]
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        text += "    \(trimmed)\n"
        let indent = line.utf8.count - trimmed.utf8.count
        let end = entry.endLine == entry.line ? entry.endColumn : line.utf8.count
        let start = max(entry.column, indent)
        // Like CPython: no marks where they would underline the whole line.
        if end > start, start > indent || end < line.utf8.count {
            text += "    \(String(repeating: " ", count: start - indent))\(String(repeating: "^", count: end - start))\n"
        }
        return text
    }

    /// Runs of more than three equal entries are counted instead of repeated, as CPython does.
    private static func folded(_ entries: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < entries.count {
            let run = entries[index...].prefix { $0 == entries[index] }.count
            result += Array(repeating: entries[index], count: min(run, 3))
            if run > 3 { result.append("  [Previous line repeated \(run - 3) more time\(run == 4 ? "" : "s")]\n") }
            index += run
        }
        return result
    }

    /// `ValueError: message`, or the type alone where there is no message.
    public static func summary(of exception: ExceptionObject) -> String {
        let message = (try? Value.object(exception).str()) ?? "<exception str() failed>"
        return message.isEmpty ? exception.type.name : "\(exception.type.name): \(message)"
    }
}
