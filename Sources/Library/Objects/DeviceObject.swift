// Defines Device and DeviceObject: where a tensor lives (`torch.device("cpu")`).
import Runtime
import Tensors

/// A device: a kind and perhaps a number.
struct Device: Equatable, Sendable {
    /// `cpu`, `cuda`, …
    let kind: String
    /// The number after the colon.
    let index: Int?

    /// The processor.
    static let cpu = Device(kind: "cpu", index: nil)

    init(kind: String, index: Int?) {
        self.kind = kind
        self.index = index
    }

    private static let kinds = [
        "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy", "vulkan",
        "mps", "meta", "hpu", "mtia", "privateuseone",
    ]

    /// From text such as `cpu` or `cuda:0`.
    init(parsing text: String) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let kind = String(parts.first ?? "")
        guard Self.kinds.contains(kind) else {
            throw TensorError.runtime(
                "Expected one of \(Self.kinds.joined(separator: ", ")) device type at start of device string: \(kind)")
        }
        guard parts.count == 2 else { self.init(kind: kind, index: nil); return }
        guard let index = Int(parts[1]), index >= 0 else { throw TensorError.runtime("Invalid device string: '\(text)'") }
        self.init(kind: kind, index: index)
    }

    /// `cpu`, `cuda:0`
    var text: String { index.map { "\(kind):\($0)" } ?? kind }

    /// Throws where no tensor can live.
    func checkAvailable() throws {
        switch kind {
        case "cpu": return
        case "opencl": _ = try Engine.current.computeDevice(index ?? 0)
        case "cuda" where Engine.current.hasCuda: _ = try Engine.current.computeDevice(index ?? 0)
        case "cuda":
            throw TensorError.runtime(
                "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from "
                + "http://www.nvidia.com/Download/index.aspx")
        default: throw TensorError.runtime("PyTorch is not linked with support for \(kind) devices")
        }
    }
}

extension Device: FromValue, IntoValue {
    /// A `torch.device`, its text, or the number of an accelerator.
    static func from(_ value: Value) throws -> Device? {
        if let object = value.as(DeviceObject.self) { return object.device }
        if let text = value.text { return try Device(parsing: text) }
        if case .int(let index) = value { return Device(kind: "cuda", index: index) }
        return nil
    }

    static var expectedType: String { "torch.device" }
    func intoValue() -> Value { .object(DeviceObject(self)) }
}

/// A `torch.device`.
final class DeviceObject: Object, @unchecked Sendable {
    /// The device.
    let device: Device
    /// The default devices outside the `with` blocks of this one.
    fileprivate var outer: [ComputeDevice?] = []

    init(_ device: Device) {
        self.device = device
        super.init(type: .device)
    }

    override func repr() -> String {
        device.index.map { "device(type='\(device.kind)', index=\($0))" } ?? "device(type='\(device.kind)')"
    }

    override func str() -> String { device.text }

    override func compare(_ op: Comparison, _ other: Value) -> Value? {
        guard let other = other.as(DeviceObject.self) else { return nil }
        switch op {
        case .equal: return .bool(device == other.device)
        case .notEqual: return .bool(device != other.device)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
        }
    }

    override func hash() -> Int { device.text.utf8.reduce(5381) { ($0 &* 33) ^ Int($1) } }
}

extension Class {
    /// `torch.device`
    static let device = Class(
        native: "device", module: "torch", doc: "Where a tensor lives.", hooks: [.eq, .ne, .hash, .enter, .exit], extensible: false,
        rows: {
            [
                Runtime.property("type", "The kind of device.", example: "torch.device('cpu').type") { (x: Device) in x.kind },
                Runtime.property("index", "The number of the device, or None.", example: "torch.device('cpu').index") { (x: Device) in x.index },
                def("__enter__(self)", "Makes the device the default in a `with` block.") { (x: DeviceObject) -> Value in
                    x.outer.append(Engine.current.defaultDevice)
                    Engine.current.defaultDevice = try x.device.computer()
                    return .object(x)
                },
                def("__exit__(self, *error)", "Ends the `with` block.") { (x: DeviceObject, _: Value) in
                    if let outer = x.outer.popLast() { Engine.current.defaultDevice = outer }
                },
            ]
        }, constructor: { _, arguments in
            let kind = arguments.count > 0 ? arguments[0] : arguments.keyword("type") ?? arguments.keyword("device") ?? .unset
            let index = arguments.count > 1 ? arguments[1] : arguments.keyword("index") ?? .none
            guard let device = try Device.from(kind) else {
                throw Raised.typeError("device(): argument 'type' (position 1) must be str, not \(kind.type.name)")
            }
            guard case .int(let number) = index else { return device.intoValue() }
            return Device(kind: device.kind, index: number).intoValue()
        })
}

extension DeviceObject: FromValue { static var expectedType: String { "torch.device" } }
