// ReferenceCommand: `litgrad reference`.
import ArgumentParser
import Library
import Notebook
import Runtime
import Site

/// Lists what cells can import, or what a file uses and the library lacks.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "List the functions that cells can call, or those that a file calls in vain.")

    @Argument(help: "Modules to list, such as torch; all of them unless given.")
    var modules: [String] = []

    @Option(help: ArgumentHelp("List the names that this file uses and the library lacks.", valueName: "file"))
    var missing: String?

    func run() throws {
        let console = Console.standard
        if let missing {
            let isComplete = try tellMissing(in: missing)
            console.flush()
            if !isComplete { throw ExitCode.changed }
            return
        }
        let wanted = modules.isEmpty ? libraryModules.keys.sorted() : modules
        if let unknown = wanted.first(where: { libraryModules[$0] == nil }) {
            throw WrongCall(unknown: "there is no module `\(unknown)`", unknown, among: libraryModules.keys.sorted())
        }
        InterpreterThread.run {
            _ = Interpreter(modules: libraryModules)
            for name in wanted { if let make = libraryModules[name] { console.output(ReferenceCommand.section(make())) } }
        }
        console.flush()
    }

    /// What cells can call, for the site's reference: a module or class with its functions, in the order of the tables.
    static var siteModules: [ReferenceModule] {
        var modules: [ReferenceModule] = []
        for entry in Reference.entries where !entry.name.hasPrefix("_") {
            let row = ReferenceModule.Entry(name: entry.name, signature: entry.signature, doc: entry.doc, example: entry.example)
            if let index = modules.firstIndex(where: { $0.name == entry.home }) {
                modules[index].entries.append(row)
            } else {
                modules.append(ReferenceModule(name: entry.home, entries: [row]))
            }
        }
        return modules
    }

    /// The functions of a module as Markdown, in the order of their names.
    private static func section(_ module: Module) -> String {
        var text = "## \(module.name)\n\n\(module.doc)\n\n"
        for row in module.rows.sorted(by: { $0.header < $1.header }) {
            text += "### `\(module.name).\(row.header)`\n\n\(row.doc)\n\n"
            if !row.example.isEmpty { text += "```python\n\(row.example)\n```\n\n" }
        }
        return text
    }

    /// Prints what a file uses and the library lacks, line by line; true where it lacks nothing.
    private func tellMissing(in file: String) throws -> Bool {
        let use = LibraryUse(try DocumentReader.read(path: file))
        let missing = InterpreterThread.run { use.missing(in: Interpreter(modules: libraryModules)) }
        for gap in missing {
            Console.standard.output("\(file):\(gap.line)   \(gap.name)\(gap.near.map { "   did you mean `\($0)`?" } ?? "")\n")
        }
        let count = use.names.count
        let all = "\(count) name\(count == 1 ? "" : "s") from the library"
        Console.standard.output(missing.isEmpty ? "\(file) uses \(all); none is missing\n" : "\(file) uses \(all); \(missing.count) missing\n")
        return missing.isEmpty
    }
}
