// Defines OpenCLGate: the one place where OpenCL is called, which turns status codes into errors.

/// Calls functions of OpenCL and throws where they fail, naming the call and the error.
enum OpenCLGate {
    /// The library. Throws where there is none.
    static func library() throws -> OpenCLLibrary {
        guard let library = OpenCLLibrary.shared else {
            throw TensorError.runtime("OpenCL is not installed: libOpenCL.so.1 could not be opened. \(help)")
        }
        return library
    }

    /// How to get a device.
    static let help = "Debian's packages ocl-icd-libopencl1 and pocl-opencl-icd bring a device that computes on the processor; "
        + "the driver of a graphics card brings its own."

    /// A call that answers with its status.
    @inline(__always)
    static func call(_ name: StaticString, _ body: (OpenCLLibrary) -> OpenCLLibrary.Status) throws {
        let status = body(try library())
        if status != 0 { throw error(name, status) }
    }

    /// A call that makes an object and writes its status.
    static func make(
        _ name: StaticString, _ body: (OpenCLLibrary, UnsafeMutablePointer<OpenCLLibrary.Status>) -> OpenCLLibrary.Handle?
    ) throws -> OpenCLLibrary.Handle {
        var status: OpenCLLibrary.Status = 0
        let handle = body(try library(), &status)
        guard status == 0, let handle else { throw error(name, status) }
        return handle
    }

    /// The error of a call.
    static func error(_ name: StaticString, _ status: OpenCLLibrary.Status) -> TensorError {
        TensorError(memoryErrors.contains(status) ? .memory : .runtime, "OpenCL error: \(name) failed: \(names[status] ?? "error \(status)")")
    }

    /// The codes that say that memory ran out.
    static let memoryErrors: Set<OpenCLLibrary.Status> = [-4, -5, -6, -61]

    private static let names: [OpenCLLibrary.Status: String] = deviceErrors.merging(callErrors) { first, _ in first }

    private static let deviceErrors: [OpenCLLibrary.Status: String] = [
        -1: "CL_DEVICE_NOT_FOUND", -2: "CL_DEVICE_NOT_AVAILABLE", -3: "CL_COMPILER_NOT_AVAILABLE", -4: "CL_MEM_OBJECT_ALLOCATION_FAILURE",
        -5: "CL_OUT_OF_RESOURCES", -6: "CL_OUT_OF_HOST_MEMORY", -8: "CL_MEM_COPY_OVERLAP", -11: "CL_BUILD_PROGRAM_FAILURE",
        -12: "CL_MAP_FAILURE", -14: "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST", -1001: "CL_PLATFORM_NOT_FOUND_KHR",
    ]

    private static let callErrors: [OpenCLLibrary.Status: String] = [
        -30: "CL_INVALID_VALUE", -32: "CL_INVALID_PLATFORM", -33: "CL_INVALID_DEVICE", -34: "CL_INVALID_CONTEXT",
        -36: "CL_INVALID_COMMAND_QUEUE", -38: "CL_INVALID_MEM_OBJECT", -42: "CL_INVALID_BINARY", -43: "CL_INVALID_BUILD_OPTIONS",
        -44: "CL_INVALID_PROGRAM", -45: "CL_INVALID_PROGRAM_EXECUTABLE", -46: "CL_INVALID_KERNEL_NAME", -48: "CL_INVALID_KERNEL",
        -49: "CL_INVALID_ARG_INDEX", -50: "CL_INVALID_ARG_VALUE", -51: "CL_INVALID_ARG_SIZE", -52: "CL_INVALID_KERNEL_ARGS",
        -54: "CL_INVALID_WORK_GROUP_SIZE", -55: "CL_INVALID_WORK_ITEM_SIZE", -61: "CL_INVALID_BUFFER_SIZE", -63: "CL_INVALID_GLOBAL_WORK_SIZE",
    ]
}
