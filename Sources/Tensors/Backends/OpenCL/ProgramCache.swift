// Defines ProgramCache: the compiled kernels of a device, by text, in memory and on disk.

/// A compiled kernel.
final class DeviceKernel {
    let handle: OpenCLLibrary.Handle
    let text: String
    /// Counts kernels from 0 in the order they were compiled.
    let number: Int

    init(handle: OpenCLLibrary.Handle, text: String, number: Int) {
        self.handle = handle
        self.text = text
        self.number = number
    }
}

/// Compiles kernels and keeps them. A text holds one kernel, named `run`.
final class ProgramCache {
    private let context: OpenCLLibrary.Handle
    private let device: DeviceDescription
    /// What is kept on disk.
    let store: ProgramStore
    private var kernels: [String: DeviceKernel] = [:]

    init(context: OpenCLLibrary.Handle, device: DeviceDescription) {
        self.context = context
        self.device = device
        store = ProgramStore(device: device)
    }

    /// The kernel of a text, compiled at its first use, or read from disk.
    func kernel(_ text: String) throws -> DeviceKernel {
        if let known = kernels[text] { return known }
        let program = try loaded(text) ?? compiled(text)
        let handle = try OpenCLGate.make("clCreateKernel") { $0.createKernel(program, "run", $1) }
        let kernel = DeviceKernel(handle: handle, text: text, number: kernels.count)
        kernels[text] = kernel
        return kernel
    }

    /// The program from disk; nil where it is not there, is damaged, or the device refuses it.
    private func loaded(_ text: String) throws -> OpenCLLibrary.Handle? {
        guard let binary = store.read(text) else { return nil }
        let library = try OpenCLGate.library()
        let id: OpenCLLibrary.Handle? = device.id
        var (status, binaryStatus): (OpenCLLibrary.Status, OpenCLLibrary.Status) = (0, 0)
        let program = binary.withUnsafeBufferPointer { bytes in
            var (start, size) = (bytes.baseAddress, bytes.count)
            return withUnsafePointer(to: id) { library.createProgramWithBinary(context, 1, $0, &size, &start, &binaryStatus, &status) }
        }
        guard status == 0, binaryStatus == 0, let program else { return nil }
        let built = withUnsafePointer(to: id) { library.buildProgram(program, 1, $0, "", nil, nil) }
        if built == 0 { return program }
        _ = library.releaseProgram(program)
        return nil
    }

    private func compiled(_ text: String) throws -> OpenCLLibrary.Handle {
        let program = try text.withCString { source in
            var line: UnsafePointer<CChar>? = source
            return try OpenCLGate.make("clCreateProgramWithSource") { $0.createProgramWithSource(context, 1, &line, nil, $1) }
        }
        let id: OpenCLLibrary.Handle? = device.id
        let library = try OpenCLGate.library()
        let status = withUnsafePointer(to: id) { library.buildProgram(program, 1, $0, "-cl-std=CL1.2 -w", nil, nil) }
        if status != 0 {
            throw TensorError.runtime(OpenCLGate.error("clBuildProgram", status).message + "\n" + buildLog(of: program) + "\n" + text)
        }
        if let binary = binary(of: program) { store.write(binary, for: text) }
        return program
    }

    /// What the compiler said.
    private func buildLog(of program: OpenCLLibrary.Handle) -> String {
        var size = 0
        guard let library = OpenCLLibrary.shared, library.getProgramBuildInfo(program, device.id, 0x1183, 0, nil, &size) == 0 else { return "" }
        var bytes = [UInt8](repeating: 0, count: size)
        guard library.getProgramBuildInfo(program, device.id, 0x1183, size, &bytes, nil) == 0 else { return "" }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    private func binary(of program: OpenCLLibrary.Handle) -> [UInt8]? {
        var size = 0
        guard let library = OpenCLLibrary.shared, library.getProgramInfo(program, 0x1165, 8, &size, nil) == 0, size > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        let status = bytes.withUnsafeMutableBytes { place in
            var start = place.baseAddress
            return library.getProgramInfo(program, 0x1166, 8, &start, nil)
        }
        return status == 0 ? bytes : nil
    }
}
