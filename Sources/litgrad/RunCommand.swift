// RunCommand: `litgrad run`.
import ArgumentParser
import Glibc
import Library
import Notebook
import Runtime

/// Executes files and streams their output to the terminal.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Execute notebooks and programs, print what they print.")

    @Argument(help: "Notebooks (.md, .ipynb) or programs (.py).")
    var files: [String]

    @Option(name: .customLong("to"), help: ArgumentHelp("Stop after this cell.", valueName: "cell"))
    var last: String?

    func run() throws {
        var worst: Int32 = 0
        for file in files {
            worst = max(worst, file.hasSuffix(".py") ? try runProgram(file) : try runNotebook(file))
        }
        if worst != 0 { throw ExitCode(worst) }
    }

    /// Executes a notebook, its outputs streaming to stdout, what went wrong to stderr.
    private func runNotebook(_ file: String) throws -> Int32 {
        let console = Console.standard
        let document: Document
        do {
            document = try DocumentReader.read(path: file)
        } catch let error as Problems {
            for problem in error.all { console.error(problem.text) }
            return ExitCode.usage.rawValue
        }
        let executed = Execution.run(document, to: last) { _, event in
            switch event {
            case .started: break
            case .piece(let text): console.output(text)
            case .output(let output): RunCommand.show(output, on: console)
            case .ended(let result): if let problem = result.problem { console.error(problem.text) }
            }
        }
        console.flush()
        let ran = executed.results.count { $0.ending == .finished }
        let left = executed.results.count { $0.ending == .notRun }
        guard let problem = executed.problems.first else { return 0 }
        console.error("  \(ran) cells passed, 1 failed, \(left) not run\n")
        return problem.kind == .limit ? ExitCode.limit.rawValue : ExitCode.cellFailed.rawValue
    }

    /// Shows a finished output on a terminal: text as it is, a figure by its title.
    private static func show(_ output: Output, on console: Console) {
        switch output {
        case .text(let text): console.output(text)
        case .warning(let text): console.error(text)
        case .result(let text), .expectedError(let text): console.output(text + "\n")
        case .figure(let figure): console.output("[figure\(figure.title.isEmpty ? "" : ": " + figure.title)]\n")
        }
    }

    private func runProgram(_ file: String) throws -> Int32 {
        let source = try readText(file)
        let console = Console.standard
        return InterpreterThread.run {
            let program = ProgramRun(
                file: file, source: source, modules: libraryModules, output: { console.output($0) }, errors: { console.error($0) })
            let code = program.run()
            console.flush()
            return code
        }
    }
}

/// The text of a file. Throws a usage error where there is none or it is not UTF-8.
func readText(_ path: String) throws -> String {
    guard let stream = fopen(path, "rb") else { throw ValidationError("there is no file `\(path)`") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, stream), count > 0 { bytes += piece[..<count] }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ValidationError("`\(path)` is not UTF-8 text") }
    return text
}
