// RunCommand: `litgrad run`.
import ArgumentParser
import Foundation
import Library
import Notebook
import Runtime
import Site

/// Executes files and streams their output to the terminal.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Execute notebooks and programs, print what they print.",
        discussion: """
            A `.py` file runs as a program: its output is what Python would print. A notebook's cells run in order, each showing the value \
            of its last expression.
            """)

    @Argument(help: "Notebooks (.md, .ipynb) or programs (.py).")
    var files: [String]

    @Option(name: .customLong("to"), help: ArgumentHelp("Stop after this cell.", valueName: "cell"))
    var last: String?

    @Option(name: .customLong("set"), help: ArgumentHelp("Give a variable another value than the notebook gives it.", valueName: "name=value"))
    var settings: [Setting] = []

    @Option(help: ArgumentHelp("The time each cell may take: 90s, 5m.", valueName: "duration"), transform: Quantities.seconds)
    var timeout: Double?

    @Option(help: ArgumentHelp("The memory a session may hold: 2GB.", valueName: "size"), transform: Quantities.bytes)
    var memory: Int?

    @Option(help: ArgumentHelp("Where tensors live and are computed: cpu, opencl, opencl:1.", valueName: "device"))
    var device = DeviceOption.processor

    @Flag(help: "Print the kernels that the device ran and how often, to the error output.")
    var kernels = false

    @Option(help: ArgumentHelp("Write the notebook with its outputs as one page.", valueName: "file.html"))
    var html: String?

    @Flag(help: "Write one JSON object a cell: id, line, outputs, seconds, error.")
    var json = false

    @Flag(help: "Print the instructions the code is compiled to, with names, constants and positions; run nothing.")
    var disassemble = false

    func validate() throws {
        if html != nil, files.count > 1 { throw ValidationError("--html takes one notebook") }
    }

    func run() throws {
        Interrupts.stopTheRunningCell()
        let worst = disassemble ? try files.map(Disassembly.print).max() : files.count > 1 ? runEachAlone() : try run(files[0])
        if let worst, worst != 0 { throw ExitCode(worst) }
    }

    /// Runs one file in this process; its exit code.
    private func run(_ file: String) throws -> Int32 {
        try device.select()
        defer { if kernels { Console.standard.error(launchedKernels()) } }
        let isProgram = file.hasSuffix(".py") && !json && html == nil && last == nil && settings.isEmpty
        return isProgram ? try runProgram(file) : try runNotebook(file)
    }

    /// What the caller allows at most.
    private var caps: Limits {
        var caps = Limits()
        caps.seconds = timeout
        caps.memory = memory
        return caps
    }

    /// Runs each file in a process of its own, as if it had been named alone: files share no random numbers and no settings.
    private func runEachAlone() -> Int32 {
        var options: [String] = []
        if let last { options += ["--to", last] }
        for setting in settings { options += ["--set", "\(setting.parameter.name)=\(setting.parameter.value)"] }
        if let timeout { options += ["--timeout", "\(timeout)"] }
        if let memory { options += ["--memory", "\(memory)"] }
        options += ["--device", device.defaultValueDescription]
        if kernels { options.append("--kernels") }
        if json { options.append("--json") }
        return files.reduce(0) { worst, file in max(worst, ChildProcess.run(["run"] + options + ["--", file])) }
    }

    private func runProgram(_ file: String) throws -> Int32 {
        let source = try readText(file)
        let console = Console.standard
        var limits = caps
        limits.memory = memory ?? MachineMemory.usualLimit
        limits.memory.map(limitTensorMemory)
        Watchdog.shared.tick = console.flush
        return InterpreterThread.run { [limits] in
            let program = ProgramRun(
                file: file, source: source, modules: libraryModules, output: { console.output($0) }, errors: { console.error($0) })
            let code = program.run(limits: limits) { reason in
                console.lastWords("LimitExceeded: \(reason)\n")
                ExitCodes.endNow(.limit)
            }
            console.flush()
            return code
        }
    }

    /// Executes a notebook, its outputs streaming to stdout, what went wrong to stderr.
    private func runNotebook(_ file: String) throws -> Int32 {
        let console = Console.standard
        guard let document = try console.openedDocument(file) else { return ExitCode.usage.rawValue }
        try CellPlace(file: file, cell: last).requireCell(in: document)
        let names = settings.isEmpty ? [] : document.namesInCells
        if let unknown = settings.map(\.parameter.name).first(where: { !names.contains($0) }) {
            throw WrongCall(unknown: "no cell of `\(file)` has a variable `\(unknown)`", unknown, among: names.sorted())
        }
        let stream = OutputStream(document: document, console: console, json: json)
        Watchdog.shared.tick = stream.tick
        let execution = Execution(caps: caps, settings: settings, watch: stream.show, giveUp: stream.giveUp)
        let executed = execution.run(document, to: last)
        console.flush()
        if let html { try Data(StandalonePage(executed).html().utf8).write(to: URL(filePath: html), options: .atomic) }
        return stream.finish(executed)
    }
}

/// The text of a file. Throws a usage error where there is none or it is not UTF-8.
func readText(_ path: String) throws -> String {
    guard let stream = fopen(path, "rb") else { throw WrongCall("there is no file `\(path)`") }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, stream), count > 0 { bytes += piece[..<count] }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw WrongCall("`\(path)` is not UTF-8 text") }
    return text
}
