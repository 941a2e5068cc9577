// CheckCommand: `litgrad check`.
import ArgumentParser
import Notebook
import Site

/// Executes notebooks and compares what they put out with their records.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Execute notebooks and compare their outputs with the records beside them; write nothing.")

    /// How the findings are written.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit, github }

    @Argument(help: ArgumentHelp("Notebooks, or single cells as FILE#CELL; all of the course unless given.", valueName: "file[#cell]"))
    var files: [String] = []

    @Flag(help: "Write the fresh outputs of cells that do not hold into the records.")
    var accept = false

    @Flag(help: "Cells without a record and records without a cell fail too.")
    var strict = false

    @Flag(help: "Allow --accept where CI=true.")
    var force = false

    @Flag(help: "Execute every notebook, changed or not.")
    var again = false

    @OptionGroup var execution: ExecutionOptions

    @Option(help: ArgumentHelp("text, json, junit or github.", valueName: "format"))
    var format = Format.text

    func validate() throws {
        if accept, !force, Environment.isContinuousIntegration {
            throw ValidationError("--accept is for people: on a machine with CI=true add --force")
        }
    }

    func run() throws {
        let console = Console.standard
        let targets = try files.isEmpty ? wholeCourse() : files.map(CheckTarget.init(argument:))
        var report = CheckReport()
        var readable: [(CheckTarget, Document)] = []
        for target in targets {
            do {
                readable.append((target, try DocumentReader.read(path: target.file)))
            } catch let error as Problems {
                report.add(CheckedNotebook(file: target.file, problems: error.all))
            }
        }
        var crew = execution.crew(cache: ResultCache(course: ".", engine: Engine.version()))
        if again { crew.isForced = { _ in true } }
        let executed = crew.run(readable.map(\.1), folder: ".")
        for (index, (target, _)) in readable.enumerated() { report.add(try check(target, executed[index])) }
        console.output(report.text(as: format))
        console.flush()
        if report.exitCode != .success { throw report.exitCode }
    }

    private func wholeCourse() throws -> [CheckTarget] {
        let configuration = try SiteConfiguration(course: ".")
        return Course.notebooks(under: configuration.notebooks).map { CheckTarget(file: configuration.notebooks + "/" + $0, cell: nil) }
    }

    /// Compares an executed notebook with its record; writes the record only where `--accept` says so.
    private func check(_ target: CheckTarget, _ executed: ExecutedDocument) throws -> CheckedNotebook {
        do {
            let file = RecordFile(notebook: target.file)
            let (record, problems) = try file.read()
            let check = RecordCheck(executed, with: record)
            var checked = CheckedNotebook(file: target.file, executed: executed, check: check, only: target.cell, strict: strict)
            checked.problems += problems + SecretScan.problems(in: executed.document.text, file: target.file)
            checked.problems += SecretScan.problems(in: record.text, file: file.path)
            if accept {
                try file.write(check.accepted(only: target.cell), of: executed.document)
                checked.accept()
            }
            return checked
        } catch let error as Problems {
            return CheckedNotebook(file: target.file, problems: error.all)
        }
    }
}

/// A notebook to check, or one cell of it.
struct CheckTarget {
    let file: String
    let cell: String?

    /// Names a whole notebook or a cell.
    init(file: String, cell: String?) {
        self.file = file
        self.cell = cell
    }

    /// Reads `FILE` or `FILE#CELL`.
    init(argument: String) {
        let parts = argument.split(separator: "#", maxSplits: 1).map(String.init)
        file = parts.first ?? argument
        cell = parts.count > 1 ? parts[1] : nil
    }
}
