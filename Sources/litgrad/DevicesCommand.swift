// DevicesCommand: `litgrad devices`.
import ArgumentParser
import Library

/// Lists what tensors can be computed on.
struct DevicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "List what can compute here: the processor, and devices of OpenCL.")

    func run() {
        let console = Console.standard
        for line in computeDevices() { console.output(line + "\n") }
        console.flush()
    }
}
