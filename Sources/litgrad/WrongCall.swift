// WrongCall: what is wrong with a call, found while it is carried out.
import Notebook

/// What is wrong with a call, and what to say instead. The command ends with the code for wrong calls.
struct WrongCall: Error {
    let message: String
    var help: String?

    /// Names what is wrong.
    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// A name that is not known; the nearest of those that are is proposed.
    init(unknown message: String, _ name: String, among known: some Sequence<String>) {
        self.init(message, help: suggestion(for: name, among: known).map { "did you mean `\($0)`?" })
    }

    /// The words for the terminal.
    var text: String { "error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? "") }
}
