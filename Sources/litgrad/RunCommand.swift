// RunCommand: `litgrad run`.
import ArgumentParser
import Glibc
import Notebook
import Runtime

/// Executes files and streams their output to the terminal.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Execute notebooks and programs, print what they print.")

    @Argument(help: "Notebooks (.md, .ipynb) or programs (.py).")
    var files: [String]

    func run() throws {
        for file in files {
            let code = try runProgram(file)
            if code != 0 { throw ExitCode(code) }
        }
    }

    private func runProgram(_ file: String) throws -> Int32 {
        let source = try readText(file)
        let console = Console.standard
        return InterpreterThread.run {
            let program = ProgramRun(
                file: file, source: source, modules: [:], output: { console.output($0) }, errors: { console.error($0) })
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
