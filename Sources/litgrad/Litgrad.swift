// Defines the command `litgrad` and lists its subcommands.
import ArgumentParser
import CLinux
import Glibc
import Notebook

/// The command a reader types: `litgrad run FILE`, `litgrad build`, and so on. One file per subcommand.
@main
struct Litgrad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "litgrad",
        abstract: "Runs deep-learning notebooks written in Markdown, and builds their pages.",
        discussion: """
            litgrad run lesson.md      execute a notebook or a .py program
            litgrad new course         begin a course; then, in its folder:
            litgrad serve              show it in a browser and follow what you write
            litgrad build              execute what changed and write the site
            litgrad check              execute and compare with the recorded outputs
            """,
        subcommands: [
            RunCommand.self, BuildCommand.self, CheckCommand.self, ServeCommand.self, ConvertCommand.self, NewCommand.self, DevicesCommand.self,
            ReferenceCommand.self, WorkerCommand.self, LiveCommand.self,
        ]
    )

    /// Runs the command. A wrong call ends with our own code for it, not with ArgumentParser's.
    static func main() {
        // Only the interpreter's thread asks for memory often.
        share_heap()
        Interrupts.hearAll()
        do {
            var command = try parseAsRoot()
            do {
                try command.run()
            } catch {
                end(after: error)
            }
        } catch {
            if exitCode(for: error) == .validationFailure {
                Console.standard.error(fullMessage(for: error) + "\n")
                Glibc.exit(ExitCode.usage.rawValue)
            }
            exit(withError: error)
        }
    }

    /// Ends the process after an error of a command that was called in good form.
    private static func end(after error: any Error) -> Never {
        let words: String
        switch error {
        case is ExitCode, is CleanExit: exit(withError: error)
        case let wrong as WrongCall: words = wrong.text
        case let problems as Problems: words = problems.all.map(\.text).joined(separator: "\n")
        // Help that was asked for comes as an error, too.
        default:
            if exitCode(for: error) == .success { exit(withError: error) }
            words = "error: \(error)\n"
        }
        Console.standard.error(words)
        Glibc.exit(ExitCode.usage.rawValue)
    }
}
