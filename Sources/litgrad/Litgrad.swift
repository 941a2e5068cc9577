// Defines the command `litgrad` and lists its subcommands.
import ArgumentParser
import Glibc

/// The command a reader types: `litgrad run FILE`, `litgrad build`, and so on. One file per subcommand.
@main
struct Litgrad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "litgrad",
        abstract: "Runs deep-learning notebooks written in Markdown, and builds their pages.",
        subcommands: [
            RunCommand.self, BuildCommand.self, CheckCommand.self, ServeCommand.self, ConvertCommand.self, NewCommand.self, DevicesCommand.self,
            ReferenceCommand.self, WorkerCommand.self, LiveCommand.self,
        ]
    )

    /// Runs the command. A wrong call ends with our own code for it, not with ArgumentParser's.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if exitCode(for: error) == .validationFailure {
                Console.standard.error(fullMessage(for: error) + "\n")
                Glibc.exit(ExitCode.usage.rawValue)
            }
            exit(withError: error)
        }
    }
}
