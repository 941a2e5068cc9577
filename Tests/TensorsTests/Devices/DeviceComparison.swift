// Defines how tests compare what a device and the processor compute.
import Tensors
import Testing

/// Whether there is a device to compare with.
let hasDevice = !DeviceDescription.all.isEmpty

/// Computes the same on the processor and on the first device.
func both(_ body: (ComputeDevice?) throws -> [Tensor]) throws -> [(host: Tensor, device: Tensor)] {
    let device = try Engine.current.computeDevice(0)
    let host = try body(nil)
    let other = try Engine.current.on(device) { try body(device) }
    return Array(zip(host, other))
}

/// Numbers between -1 and 1, the same every time.
func sample(_ shape: Dims, _ seed: Int = 0) throws -> Tensor {
    try Tensor.make(shape, Float.self) { out in
        for i in 0..<out.count { out[i] = Float((i * 7919 + seed * 104_729) % 1009) / 504 - 1 }
    }
}

/// A leaf with the elements of `tensor` on a device.
func leaf(_ tensor: Tensor, _ device: ComputeDevice?) throws -> Tensor {
    let copy = try tensor.to(device: device).detach()
    try copy.setRequiresGrad(true)
    return copy
}

/// Expects that all pairs agree to a tolerance, relative to the number where that is more than one.
func expectEqual(_ pairs: [(host: Tensor, device: Tensor)], _ tolerance: Double = 1e-5) throws {
    for (index, (host, device)) in pairs.enumerated() {
        #expect(device.device != nil && host.device == nil)
        #expect(host.shape == device.shape && host.dtype == device.dtype)
        let (x, y) = (try host.elements(Double.self), try device.elements(Double.self))
        let worst = x.indices.first { !isNear(x[$0], y[$0], tolerance) }
        #expect(worst == nil, "result \(index), element \(worst ?? 0): \(x[worst ?? 0]) and \(y[worst ?? 0])")
    }
}
