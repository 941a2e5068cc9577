// DeviceOption: `--device`, where a session computes.
import ArgumentParser
import Library

/// Where a session computes: the processor, or a device of OpenCL.
enum DeviceOption: ExpressibleByArgument {
    case processor
    case device(Int)

    /// `cpu`, `opencl`, `opencl:1`; `cuda` means the same.
    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        if argument == "cpu" { self = .processor; return }
        guard parts.count <= 2, parts[0] == "opencl" || parts[0] == "cuda" else { return nil }
        if parts.count == 1 { self = .device(0); return }
        guard let index = Int(parts[1]), index >= 0 else { return nil }
        self = .device(index)
    }

    /// As it is written in a call.
    var defaultValueDescription: String {
        switch self {
        case .processor: "cpu"
        case .device(let index): "opencl:\(index)"
        }
    }

    /// Makes the process compute there. Throws a usage error with a help line where there is no such device.
    func select() throws {
        guard case .device(let index) = self else { return }
        do {
            try computeOnDevice(index)
        } catch {
            throw WrongCall("there is no device opencl:\(index): \(error)", help: "`litgrad devices` lists what is there")
        }
    }
}
