// Defines the command `litgrad` and lists its subcommands.
import ArgumentParser

/// The command a reader types: `litgrad run FILE`, `litgrad build`, and so on. One file per subcommand.
@main
struct Litgrad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "litgrad",
        abstract: "Runs deep-learning notebooks written in Markdown, and builds their pages.",
        subcommands: [RunCommand.self, BuildCommand.self]
    )
}
