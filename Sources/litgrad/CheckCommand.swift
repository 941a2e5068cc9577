// CheckCommand: `litgrad check`.
import ArgumentParser
import Foundation
import Notebook
import Site

/// Executes notebooks and compares what they put out with their records.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Execute notebooks and compare their outputs with the records beside them; write nothing.",
        discussion: """
            The record of NAME.md is NAME.rec. `litgrad check --accept` writes it, and later only what differs in it. The exit code is 0 where \
            everything holds, 1 where outputs changed, 2 where a cell failed, 3 where the call or a file is wrong, 4 where a limit was reached.
            """)

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

    @Option(help: ArgumentHelp("How the findings are written.", valueName: "format"))
    var format = Format.text

    @Flag(help: "Say for each cell how much of its tolerance was used.")
    var explain = false

    @Option(help: ArgumentHelp("Write the findings as a page, recorded and fresh plots drawn over each other.", valueName: "file.html"))
    var report: String?

    @Option(name: .customLong("repeat"), help: ArgumentHelp("Execute so many times and compare the runs with each other.", valueName: "count"))
    var repetitions = 1

    @Option(help: ArgumentHelp("Execute on several devices and compare, such as cpu,opencl.", valueName: "devices"))
    var devices: String?

    func validate() throws {
        if !(1...100).contains(repetitions) { throw ValidationError("--repeat takes a number from 1 to 100") }
        if let wrong = deviceNames.first(where: { DeviceOption(argument: $0) == nil }) {
            throw ValidationError("`\(wrong)` is no device; cpu, opencl and opencl:1 are some")
        }
        if accept, !force, Environment.isContinuousIntegration {
            throw ValidationError("--accept is for people: on a machine with CI=true add --force")
        }
    }

    /// The devices to compare; empty unless asked.
    private var deviceNames: [String] { (devices ?? "").split(separator: ",").map(String.init) }

    /// Whether the course as it is decides all that is said.
    private var isPlain: Bool { files.isEmpty && !accept && !again && !execution.why && report == nil && repetitions == 1 && devices == nil }

    func run() throws {
        if files.isEmpty { try CourseFolder.check(".") }
        let targets = try files.isEmpty ? wholeCourse() : files.map(CellPlace.init(argument:))
        var stamp = isPlain ? try CheckStamp(course: ".", notebooks: targets.map(\.file), options: "\(format) \(strict) \(explain)") : nil
        if let text = stamp?.standingText { return tell(text) }
        var findings = CheckReport()
        findings.explains = explain
        var readable: [(CellPlace, Document)] = []
        for target in targets {
            do {
                let document = try DocumentReader.read(path: target.file)
                try target.requireCell(in: document)
                readable.append((target, document))
            } catch let error as Problems {
                findings.add(CheckedNotebook(file: target.file, problems: error.all))
            }
        }
        stamp?.add(dataOf: readable.map(\.1))
        var crew = execution.crew(cache: ResultCache(course: ".", engine: Engine.version()))
        if again { crew.isForced = { _ in true } }
        let executed = crew.run(readable.map(\.1), folder: ".")
        let others = compareRuns(readable.map(\.1), with: executed, crew)
        for (index, (target, _)) in readable.enumerated() {
            var checked = try check(target, executed[index])
            checked.problems += others[index]
            findings.add(checked)
        }
        if let report { try Data(CheckPage(notebooks: findings.notebooks).html.utf8).write(to: URL(filePath: report), options: .atomic) }
        let text = findings.text(as: format)
        tell(text)
        if findings.exitCode != .success { throw findings.exitCode }
        stamp?.keep(text)
    }

    private func tell(_ text: String) {
        Console.standard.output(text)
        Console.standard.flush()
    }

    /// What differs between this run and further ones of the same notebooks, for each notebook.
    private func compareRuns(_ documents: [Document], with executed: [ExecutedDocument], _ crew: Crew) -> [[Problem]] {
        var crew = crew
        crew.isForced = { _ in true }
        crew.cache = nil
        var problems = documents.map { _ in [Problem]() }
        for _ in 1..<repetitions {
            for (index, again) in crew.run(documents, folder: ".").enumerated() where problems[index].isEmpty {
                problems[index] += [RunComparison(executed[index], again).difference].compactMap { $0 }
            }
        }
        guard let first = deviceNames.first else { return problems }
        func run(on device: String) -> [ExecutedDocument] {
            crew.device = device
            return crew.run(documents, folder: ".")
        }
        let reference = run(on: first)
        for device in deviceNames.dropFirst() {
            for (index, other) in run(on: device).enumerated() {
                problems[index] += other.problems + RunComparison(reference[index], other).differences(between: first, and: device)
            }
        }
        return problems
    }

    private func wholeCourse() throws -> [CellPlace] {
        let configuration = try SiteConfiguration(course: ".")
        let files = Course.notebooks(under: configuration.notebooks)
        if files.isEmpty { throw WrongCall("there are no notebooks in `\(configuration.notebooks)`", help: "name the notebooks to check: `litgrad check FILE`") }
        let outside = files.compactMap { Course.problem(withFile: configuration.notebooks + "/" + $0, in: ".") }
        if !outside.isEmpty { throw Problems(outside) }
        return files.map { CellPlace(file: configuration.notebooks + "/" + $0, cell: nil) }
    }

    /// Compares an executed notebook with its record; writes the record only where `--accept` says so.
    private func check(_ target: CellPlace, _ executed: ExecutedDocument) throws -> CheckedNotebook {
        do {
            let file = RecordFile(notebook: target.file)
            let (record, problems) = try file.read()
            let check = RecordCheck(executed, with: record)
            var checked = CheckedNotebook(file: target.file, executed: executed, check: check, only: target.cell, strict: strict)
            checked.problems += problems + SecretScan.problems(in: executed.document.text, file: target.file)
            checked.problems += SecretScan.problems(in: record.text, file: file.path)
            if accept {
                let isNew = !file.exists
                try file.write(check.accepted(only: target.cell), of: executed.document)
                checked.accept(isNew: isNew)
            }
            return checked
        } catch let error as Problems {
            return CheckedNotebook(file: target.file, problems: error.all)
        }
    }
}
