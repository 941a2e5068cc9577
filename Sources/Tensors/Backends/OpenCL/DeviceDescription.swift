// Defines DeviceDescription: what a device of OpenCL says about itself, and the list of those on this machine.

/// A device of OpenCL before anything runs on it.
public struct DeviceDescription: Sendable {
    /// `NVIDIA H200`, `pthread-AMD EPYC`.
    public let name: String
    /// The implementation that offers it: `Portable Computing Language`.
    public let platform: String
    /// The version of its driver.
    public let driver: String
    /// Bytes of its memory.
    public let memory: Int
    /// Bytes of its largest buffer.
    let largestBuffer: Int
    /// Processors that run at once.
    public let computeUnits: Int
    /// Whether it computes float64.
    public let hasDouble: Bool
    /// Whether it is a processor, not a graphics card.
    public let isProcessor: Bool
    /// The most work-items of a group.
    let largestGroup: Int
    /// Bytes of the memory that a group shares.
    let localMemory: Int
    nonisolated(unsafe) let id: OpenCLLibrary.Handle

    /// How to get a device.
    public static var help: String { OpenCLGate.help }

    /// All devices of this machine, graphics cards first; none where there is no OpenCL. Asked once.
    public static let all: [DeviceDescription] = {
        let found = (try? platforms())?.flatMap { (try? devices(of: $0)) ?? [] } ?? []
        return found.filter { !$0.isProcessor } + found.filter(\.isProcessor)
    }()

    private static func platforms() throws -> [OpenCLLibrary.Handle] {
        var count: UInt32 = 0
        try OpenCLGate.call("clGetPlatformIDs") { $0.getPlatformIDs(0, nil, &count) }
        var handles = [OpenCLLibrary.Handle?](repeating: nil, count: Int(count))
        try OpenCLGate.call("clGetPlatformIDs") { $0.getPlatformIDs(count, &handles, nil) }
        return handles.compactMap { $0 }
    }

    /// The devices of a platform that compile and can be used.
    private static func devices(of platform: OpenCLLibrary.Handle) throws -> [DeviceDescription] {
        let everyKind: UInt64 = 0xFFFF_FFFF
        var count: UInt32 = 0
        try OpenCLGate.call("clGetDeviceIDs") { $0.getDeviceIDs(platform, everyKind, 0, nil, &count) }
        var handles = [OpenCLLibrary.Handle?](repeating: nil, count: Int(count))
        try OpenCLGate.call("clGetDeviceIDs") { $0.getDeviceIDs(platform, everyKind, count, &handles, nil) }
        return handles.compactMap { handle in handle.flatMap { try? DeviceDescription($0, platform) } }
    }

    /// Questions of `clGetDeviceInfo` and `clGetPlatformInfo`.
    private enum Question {
        static let platformName: UInt32 = 0x0902
        static let kind: UInt32 = 0x1000
        static let computeUnits: UInt32 = 0x1002
        static let largestGroup: UInt32 = 0x1004
        static let largestBuffer: UInt32 = 0x1010
        static let memory: UInt32 = 0x101F
        static let localMemory: UInt32 = 0x1023
        static let isAvailable: UInt32 = 0x1027
        static let hasCompiler: UInt32 = 0x1028
        static let name: UInt32 = 0x102B
        static let driver: UInt32 = 0x102D
        static let doubleArithmetic: UInt32 = 0x1032
    }

    private init?(_ id: OpenCLLibrary.Handle, _ platform: OpenCLLibrary.Handle) throws {
        guard try Self.number(id, Question.isAvailable) & 0xFF != 0, try Self.number(id, Question.hasCompiler) & 0xFF != 0 else { return nil }
        self.id = id
        name = try Self.text { library, size, value, needed in library.getDeviceInfo(id, Question.name, size, value, needed) }
        driver = try Self.text { library, size, value, needed in library.getDeviceInfo(id, Question.driver, size, value, needed) }
        self.platform = try Self.text { library, size, value, needed in
            library.getPlatformInfo(platform, Question.platformName, size, value, needed)
        }
        memory = try Self.number(id, Question.memory)
        largestBuffer = try Self.number(id, Question.largestBuffer)
        computeUnits = try Self.number(id, Question.computeUnits)
        largestGroup = try Self.number(id, Question.largestGroup)
        localMemory = try Self.number(id, Question.localMemory)
        hasDouble = (try? Self.number(id, Question.doubleArithmetic)).map { $0 != 0 } ?? false
        isProcessor = try Self.number(id, Question.kind) & 2 != 0
    }

    /// An answer of up to 8 bytes.
    private static func number(_ id: OpenCLLibrary.Handle, _ question: UInt32) throws -> Int {
        var value = 0
        try OpenCLGate.call("clGetDeviceInfo") { $0.getDeviceInfo(id, question, 8, &value, nil) }
        return max(0, value)
    }

    private static func text(
        _ ask: (OpenCLLibrary, Int, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int>?) -> OpenCLLibrary.Status
    ) throws -> String {
        var size = 0
        try OpenCLGate.call("clGetDeviceInfo") { ask($0, 0, nil, &size) }
        var bytes = [UInt8](repeating: 0, count: size)
        try OpenCLGate.call("clGetDeviceInfo") { library in bytes.withUnsafeMutableBytes { ask(library, size, $0.baseAddress, nil) } }
        let words = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self).split(separator: " ")
        return words.joined(separator: " ")
    }
}
