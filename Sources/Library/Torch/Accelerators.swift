// Defines the rows of torch.cuda: the devices of the session, their memory and names.
import Runtime
import Tensors

/// The rows of `torch.cuda`: about the device that `litgrad run --device` asked for; without one there is no device.
enum AcceleratorRows {
    static var all: [Row] { presence + memory + ignored }

    private static var presence: [Row] {
        [
            def("is_available()", "Whether the session computes on a device.") { Engine.current.hasCuda },
            def("is_initialized()", "Whether the session computes on a device.") { Engine.current.hasCuda },
            def("device_count()", "The number of devices.") { Engine.current.hasCuda ? DeviceDescription.all.count : 0 },
            def("is_bf16_supported(including_emulation=True)", "Whether bfloat16 is computed on the device.") { (_: Bool) in Engine.current.hasCuda },
            def("current_device()", "The number of the device that `cuda` means.") { try selected(nil).index },
            def("set_device(device)", "Makes another device the one that `cuda` means.") { (device: Device) in
                guard Engine.current.hasCuda else { return }
                try Engine.current.compute(on: selected(device).index)
            },
            def("get_device_name(device=None)", "The name of a device.") { (device: Device?) in try selected(device).description.name },
            def("get_device_properties(device=None)", "Name, memory and number of processors of a device.") { (device: Device?) in
                DevicePropertiesObject(try selected(device).description)
            },
            def("get_device_capability(device=None)", "The version of OpenCL C that kernels are written in.") { (device: Device?) -> Value in
                _ = try selected(device)
                return .tuple([1, 2])
            },
            def("synchronize(device=None)", "Waits until the device has done everything.") { (device: Device?) in
                if Engine.current.hasCuda { try selected(device).finish() }
            },
        ]
    }

    private static var memory: [Row] {
        [
            def("memory_allocated(device=None)", "Bytes of all tensors on the device.") { (device: Device?) in try bytes(device, \.memoryUsed) },
            def("max_memory_allocated(device=None)", "The most bytes that tensors took on the device.") { (device: Device?) in try bytes(device, \.memoryPeak) },
            def("memory_reserved(device=None)", "Bytes of all buffers, used or kept.") { (device: Device?) in try bytes(device, \.memoryReserved) },
            def("max_memory_reserved(device=None)", "Bytes of all buffers, used or kept.") { (device: Device?) in try bytes(device, \.memoryReserved) },
            def("reset_peak_memory_stats(device=None)", "Forgets the most bytes taken.") { (device: Device?) in
                if Engine.current.hasCuda { try selected(device).resetMemoryPeak() }
            },
            def("empty_cache()", "Gives buffers that nobody uses back.") {
                if Engine.current.hasCuda { try selected(nil).releaseCachedMemory() }
            },
        ]
    }

    /// Seeds are those of the one stream that serves every device.
    private static var ignored: [Row] {
        ["init()", "manual_seed(seed)", "manual_seed_all(seed)", "seed()", "seed_all()", "ipc_collect()"].map { header in
            def(raw: header, "Accepted: `torch.manual_seed` seeds every device.") { _ in .none }
        }
    }

    private static func bytes(_ device: Device?, _ amount: KeyPath<ComputeDevice, Int>) throws -> Int {
        Engine.current.hasCuda ? try selected(device)[keyPath: amount] : 0
    }

    /// The device that is meant. Throws where there is none.
    private static func selected(_ device: Device?) throws -> ComputeDevice {
        let device = device ?? Device(kind: "cuda", index: nil)
        guard let place = try device.computer() else {
            throw Raised.valueError("Expected a cuda device, but got: \(device.text)")
        }
        return place
    }
}

/// What `torch.cuda.get_device_properties` answers.
final class DevicePropertiesObject: Object, @unchecked Sendable {
    private let description: DeviceDescription

    init(_ description: DeviceDescription) {
        self.description = description
        super.init(type: Self.propertiesClass)
    }

    override func repr() -> String {
        "_CudaDeviceProperties(name='\(description.name)', major=1, minor=2, total_memory=\(description.memory >> 20)MB, "
            + "multi_processor_count=\(description.computeUnits))"
    }

    private static let propertiesClass = Class(
        native: "_CudaDeviceProperties", module: "torch._C", doc: "What a device says about itself.", extensible: false, rows: {
            [
                Runtime.property("name", "The name.") { (x: DevicePropertiesObject) in x.description.name },
                Runtime.property("total_memory", "Bytes of its memory.") { (x: DevicePropertiesObject) in x.description.memory },
                Runtime.property("multi_processor_count", "Its processors.") { (x: DevicePropertiesObject) in x.description.computeUnits },
                Runtime.property("major", "The version of OpenCL C, before the point.") { (_: DevicePropertiesObject) in 1 },
                Runtime.property("minor", "The version of OpenCL C, behind the point.") { (_: DevicePropertiesObject) in 2 },
            ]
        })
}

extension DevicePropertiesObject: FromValue { static var expectedType: String { "_CudaDeviceProperties" } }
