// Disassembly: what `litgrad run --disassemble` prints.
import ArgumentParser
import Library
import Notebook
import Runtime

/// The instructions that files are compiled to.
enum Disassembly {
    /// Prints the instructions of a program, or of each cell of a notebook, function by function. Nothing is run.
    /// - Returns: the exit code.
    static func print(_ file: String) throws -> Int32 {
        let console = Console.standard
        guard let document = try console.openedDocument(file) else { return ExitCode.usage.rawValue }
        return InterpreterThread.run {
            defer { console.flush() }
            let interpreter = Interpreter(modules: libraryModules)
            for cell in document.cells {
                do {
                    let text = try interpreter.disassembly(
                        of: cell.source, file: file, firstLine: cell.line, mode: file.hasSuffix(".py") ? .file : .cell)
                    console.output("# \(cell.id)\n\(text)\n")
                } catch {
                    let exception = Raised.wrapping(error).exception
                    console.error(Traceback { _ in [] }.text(of: exception))
                    return ExitCode.cellFailed.rawValue
                }
            }
            return 0
        }
    }
}
