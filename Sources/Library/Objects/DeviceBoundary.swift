// Defines DeviceBoundary: on which device a call of the language computes.
import Runtime
import Tensors

/// Every call of a native function computes where its tensors live; one without tensors, on the default device.
enum DeviceBoundary {
    /// Watches calls from now on. Until a device is used nothing is watched.
    static func watch() { NativeFunction.boundary = around }

    private static func around(_ row: Row, _ arguments: UnsafeBufferPointer<Value>, _ body: () throws -> Value) throws -> Value {
        let isTorch = row.voice === Voice.torch || row.voice === Voice.functional
        // Special methods of tensors speak as CPython does; all else that does so (numpy, the standard library) computes on the processor.
        if !isTorch && !row.name.text.hasPrefix("__") { return try Engine.current.on(nil, body) }
        var place = Residence()
        let mayLiveApart = !isTorch || free.contains(row.name)
        for argument in arguments {
            if let tensor = Tensor.from(argument) {
                if mayLiveApart && place.isDecided { break }
                try place.add(tensor)
            } else if let list = argument.sequenceElements, !mayLiveApart || !place.isDecided {
                for tensor in list.lazy.compactMap(Tensor.from) where joining.contains(row.name) || !place.isDecided { try place.add(tensor) }
            }
        }
        let device = place.isDecided ? place.device : isTorch ? Engine.current.defaultDevice : nil
        return try Engine.current.on(device, body)
    }

    /// Functions whose tensors may live apart.
    private static let free: Set<Name> = [
        "to", "copy_", "type_as", "set_", "backward", "grad", "save", "is_same_size", "register_hook", "index_put_", "index_put", "new_tensor",
        "is_set_to", "assert_close", "set_data",
    ]

    /// Functions of a list of tensors that must live together.
    private static let joining: Set<Name> = ["cat", "concat", "concatenate", "stack", "hstack", "vstack", "dstack", "column_stack"]

    /// Runs an operator or a bracket of `x` where it lives; `other` may be a tensor, too.
    @inline(__always)
    static func on<R>(_ x: Tensor, _ other: Value? = nil, _ body: () throws -> R) throws -> R {
        if !Engine.current.usesDevices { return try body() }
        var place = Residence()
        try place.add(x)
        if let other, let tensor = Tensor.from(other) { try place.add(tensor) }
        return try Engine.current.on(place.device, body)
    }
}

extension Device {
    /// The device of a tensor.
    static func of(_ tensor: Tensor) -> Device {
        guard let device = tensor.device else { return .cpu }
        return Device(kind: Engine.current.hasCuda ? "cuda" : "opencl", index: device.index)
    }

    /// What computes there; nil for the processor. Throws where no tensor can live.
    func computer() throws -> ComputeDevice? {
        switch kind {
        case "cpu": return nil
        case "cuda" where Engine.current.hasCuda, "opencl":
            let device = try Engine.current.computeDevice(index ?? Engine.current.sessionDevice?.index ?? 0)
            DeviceBoundary.watch()
            return device
        default:
            try checkAvailable()
            return nil
        }
    }
}

extension Tensor {
    /// A tensor that came from outside, on the device of the session where it has one: then it shares no memory with where it came from.
    func onSessionDevice() throws -> Tensor {
        guard device == nil, let device = Engine.current.sessionDevice else { return self }
        return try to(device: device)
    }

    /// The tensor on the processor, for a numpy array. Throws for a tensor that the cell itself put on a device.
    func onHostForNumPy() throws -> Tensor {
        guard let device else { return self }
        if device !== Engine.current.sessionDevice {
            throw Raised.typeError("can't convert \(Engine.current.name(of: device)) device type tensor to numpy. Use Tensor.cpu() to copy the "
                + "tensor to host memory first.")
        }
        return try to(device: nil)
    }
}

extension DeviceBoundary {
    /// Computes on a device of OpenCL in this process: `cuda` means it, and tensors are made there.
    static func compute(on index: Int) throws {
        try Engine.current.compute(on: index)
        watch()
    }
}

