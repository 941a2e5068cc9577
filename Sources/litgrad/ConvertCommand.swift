// ConvertCommand: `litgrad convert`.
import ArgumentParser
import Foundation
import Notebook

/// Turns a notebook of one format into another.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Turn a notebook into another format: .md, .ipynb and .py, each into each.")

    @Argument(help: ArgumentHelp("The notebook.", valueName: "in"))
    var source: String

    @Argument(help: ArgumentHelp("The new file; its ending says the format.", valueName: "out"))
    var target: String

    func validate() throws {
        for file in [source, target] where !DocumentReader.endings.contains(where: file.hasSuffix) {
            throw ValidationError("`\(file)` should end in \(DocumentReader.endings.joined(separator: ", "))")
        }
    }

    func run() throws {
        let console = Console.standard
        do {
            let record = try RecordFile(notebook: source).read().record
            let conversion = try Conversion(try readText(source), file: source, target: target, record: record)
            try Data(conversion.text.utf8).write(to: URL(filePath: target), options: .atomic)
            if let record = conversion.record, !record.cells.isEmpty { try RecordFile(notebook: target).write(record) }
            for loss in conversion.losses { console.error("not carried over: \(loss)\n") }
        } catch let error as Problems {
            for problem in error.all { console.error(problem.text) }
            throw ExitCode.usage
        }
    }
}
