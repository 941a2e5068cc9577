// WorkerCommand: `litgrad worker`, the process that executes one notebook for `build` and `check`.
import ArgumentParser
import CLinux
import Glibc
import Notebook
import Runtime

/// Executes the notebook whose text comes on stdin and writes a JSON line for each cell that starts or ends.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", abstract: "Execute one notebook for another process.", shouldDisplay: false)

    @Argument(help: "The notebook's path.") var path: String
    @Argument(help: "The notebook's name in messages.") var name: String
    @Option(help: "Seconds that a cell may take at most.") var timeout: Double?
    @Option(help: "Bytes that the session may hold at most.") var memory: Int?

    @Option(help: "The process that asked.") var parent: Int32

    @Option(help: "Where it computes.") var device = DeviceOption.processor

    /// Seconds that a cell may take where nothing else is said: nobody watches.
    private static let usualSeconds = 600.0

    func run() throws {
        end_with_parent()
        // The parent may have ended before it could be followed.
        guard getppid() == parent else { ExitCodes.endNow(.limit) }
        try device.select()
        let document = try DocumentReader.read(text: Descriptor.read(0), file: name, path: path)
        let console = Console.standard
        var execution = Execution()
        execution.limits.seconds = WorkerCommand.usualSeconds
        execution.caps.seconds = timeout
        execution.caps.memory = memory
        execution.watch = { cell, event in
            switch event {
            case .started: console.output((["started": .string(cell.id)] as JSON).compact + "\n")
            case .ended(let result): console.output(result.json.compact + "\n")
            case .piece, .output, .step: return
            }
            console.flush()
        }
        execution.giveUp = { _, result in
            console.output(result.json.compact + "\n")
            console.flush()
        }
        let executed = execution.run(document)
        for result in executed.results where result.ending == .skipped || result.ending == .notRun { console.output(result.json.compact + "\n") }
        console.output((["peak": .number(String(MachineMemory.peak))] as JSON).compact + "\n")
        console.flush()
    }
}
