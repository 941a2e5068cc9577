// Defines OpenCLLibrary: the functions of OpenCL, found at run time, so that machines without it build and run.
import Glibc

/// OpenCL's loader, `libOpenCL.so.1`, opened at first use. The only place that opens it and that knows the C signatures.
struct OpenCLLibrary: @unchecked Sendable {
    /// A handle of OpenCL: platform, device, context, queue, buffer, program or kernel.
    typealias Handle = UnsafeMutableRawPointer
    /// A status code; 0 is success.
    typealias Status = Int32

    /// The open library; nil where there is none, or where it lacks a function we need.
    static let shared: OpenCLLibrary? = OpenCLLibrary()

    // MARK: Platforms and devices

    let getPlatformIDs: @convention(c) (UInt32, UnsafeMutablePointer<Handle?>?, UnsafeMutablePointer<UInt32>?) -> Status
    let getPlatformInfo: @convention(c) (Handle, UInt32, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> Status
    let getDeviceIDs: @convention(c) (Handle, UInt64, UInt32, UnsafeMutablePointer<Handle?>?, UnsafeMutablePointer<UInt32>?) -> Status
    let getDeviceInfo: @convention(c) (Handle, UInt32, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> Status

    // MARK: Contexts, queues, memory

    let createContext: @convention(c) (
        UnsafePointer<Int>?, UInt32, UnsafePointer<Handle?>, UnsafeRawPointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<Status>?
    ) -> Handle?
    let createCommandQueue: @convention(c) (Handle, Handle, UInt64, UnsafeMutablePointer<Status>?) -> Handle?
    let createBuffer: @convention(c) (Handle, UInt64, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Status>?) -> Handle?
    let releaseMemObject: @convention(c) (Handle) -> Status
    let enqueueReadBuffer: @convention(c) (
        Handle, Handle, UInt32, Int, Int, UnsafeMutableRawPointer, UInt32, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Status
    let enqueueWriteBuffer: @convention(c) (
        Handle, Handle, UInt32, Int, Int, UnsafeRawPointer, UInt32, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Status
    let enqueueCopyBuffer: @convention(c) (
        Handle, Handle, Handle, Int, Int, Int, UInt32, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Status
    let flush: @convention(c) (Handle) -> Status
    let finish: @convention(c) (Handle) -> Status

    // MARK: Programs and kernels

    let createProgramWithSource: @convention(c) (
        Handle, UInt32, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int>?, UnsafeMutablePointer<Status>?
    ) -> Handle?
    let createProgramWithBinary: @convention(c) (
        Handle, UInt32, UnsafePointer<Handle?>, UnsafePointer<Int>, UnsafePointer<UnsafePointer<UInt8>?>, UnsafeMutablePointer<Status>?,
        UnsafeMutablePointer<Status>?
    ) -> Handle?
    let buildProgram: @convention(c) (
        Handle, UInt32, UnsafePointer<Handle?>, UnsafePointer<CChar>, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Status
    let getProgramInfo: @convention(c) (Handle, UInt32, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> Status
    let getProgramBuildInfo: @convention(c) (Handle, Handle, UInt32, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> Status
    let releaseProgram: @convention(c) (Handle) -> Status
    let createKernel: @convention(c) (Handle, UnsafePointer<CChar>, UnsafeMutablePointer<Status>?) -> Handle?
    let releaseKernel: @convention(c) (Handle) -> Status
    let setKernelArg: @convention(c) (Handle, UInt32, Int, UnsafeRawPointer?) -> Status
    let enqueueNDRangeKernel: @convention(c) (
        Handle, Handle, UInt32, UnsafePointer<Int>?, UnsafePointer<Int>, UnsafePointer<Int>?, UInt32, UnsafeRawPointer?,
        UnsafeMutableRawPointer?
    ) -> Status

    private init?() {
        guard let library = dlopen("libOpenCL.so.1", RTLD_NOW | RTLD_LOCAL) else { return nil }
        do {
            getPlatformIDs = try Self.function("clGetPlatformIDs", library)
            getPlatformInfo = try Self.function("clGetPlatformInfo", library)
            getDeviceIDs = try Self.function("clGetDeviceIDs", library)
            getDeviceInfo = try Self.function("clGetDeviceInfo", library)
            createContext = try Self.function("clCreateContext", library)
            createCommandQueue = try Self.function("clCreateCommandQueue", library)
            createBuffer = try Self.function("clCreateBuffer", library)
            releaseMemObject = try Self.function("clReleaseMemObject", library)
            enqueueReadBuffer = try Self.function("clEnqueueReadBuffer", library)
            enqueueWriteBuffer = try Self.function("clEnqueueWriteBuffer", library)
            enqueueCopyBuffer = try Self.function("clEnqueueCopyBuffer", library)
            flush = try Self.function("clFlush", library)
            finish = try Self.function("clFinish", library)
            createProgramWithSource = try Self.function("clCreateProgramWithSource", library)
            createProgramWithBinary = try Self.function("clCreateProgramWithBinary", library)
            buildProgram = try Self.function("clBuildProgram", library)
            getProgramInfo = try Self.function("clGetProgramInfo", library)
            getProgramBuildInfo = try Self.function("clGetProgramBuildInfo", library)
            releaseProgram = try Self.function("clReleaseProgram", library)
            createKernel = try Self.function("clCreateKernel", library)
            releaseKernel = try Self.function("clReleaseKernel", library)
            setKernelArg = try Self.function("clSetKernelArg", library)
            enqueueNDRangeKernel = try Self.function("clEnqueueNDRangeKernel", library)
        } catch {
            return nil
        }
    }

    /// A function that the library does not have.
    private struct Missing: Error {}

    private static func function<F>(_ name: String, _ library: UnsafeMutableRawPointer) throws -> F {
        guard let symbol = dlsym(library, name) else { throw Missing() }
        return unsafeBitCast(symbol, to: F.self)
    }
}
