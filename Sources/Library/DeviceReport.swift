// Defines what commands ask about devices: which there are, computing on one, the kernels that it ran.
import Tensors

/// Makes the process compute on a device of OpenCL, counted from 0: `cuda` means it, and tensors are made there. Throws where there is none.
public func computeOnDevice(_ index: Int) throws { try DeviceBoundary.compute(on: index) }

/// What can compute here, a line each, and how to get more where there is only the processor.
public func computeDevices() -> [String] {
    var lines = ["cpu        \(Engine.current.threads) threads"]
    for (index, device) in DeviceDescription.all.enumerated() {
        lines.append("opencl:\(index)   \(device.name), \(device.computeUnits) units, \(device.memory >> 20) MiB"
            + "\(device.hasDouble ? "" : ", no float64") (\(device.platform), driver \(device.driver))")
    }
    if lines.count == 1 { lines.append("help: no OpenCL device was found. \(DeviceDescription.help)") }
    return lines
}

/// The kernels that the session's device ran, with their launch counts.
public func launchedKernels() -> String {
    guard let device = Engine.current.sessionDevice else { return "no device ran kernels: give --device opencl\n" }
    return device.log.text
}
