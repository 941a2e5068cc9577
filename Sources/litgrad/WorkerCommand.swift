// WorkerCommand: `litgrad worker`, the process that executes one notebook for `build` and `check`.
import ArgumentParser
import Notebook

/// Executes one notebook and writes a JSON line for each cell that starts or ends.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", abstract: "Execute one notebook for another process.", shouldDisplay: false)

    @Argument(help: "The notebook's path.") var path: String
    @Argument(help: "The notebook's name in messages.") var name: String

    func run() throws {
        let document = try DocumentReader.read(path: path, name: name)
        let console = Console.standard
        var execution = Execution()
        execution.watch = { cell, event in
            switch event {
            case .started: console.output((["started": .string(cell.id)] as JSON).compact + "\n")
            case .ended(let result): console.output(result.json.compact + "\n")
            case .piece, .output, .step: return
            }
            console.flush()
        }
        _ = execution.run(document)
    }
}
