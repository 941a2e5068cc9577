// Tests where tensors live: copies between devices, memory that stays flat, refusals, chains that are one launch.
import Tensors
import Testing

extension EngineTests {
    @Suite(.enabled(if: !DeviceDescription.all.isEmpty)) struct DeviceMemoryTests {
        private func device() throws -> ComputeDevice { try Engine.current.computeDevice(0) }

        @Test func chainsAreOneLaunch() throws {
            let device = try device()
            let x = try Tensor.ones([100]).to(device: device)
            _ = try x.elements(Float.self)
            let before = device.log.launches
            let y = try (Op.tanh(x * 2.0) + x).sum()
            #expect(device.log.launches == before)
            _ = try y.item()
            #expect(device.log.launches == before + 1)
        }

        @Test func stepsHoldMemoryFlat() throws {
            let device = try device()
            let x = try Tensor.ones([1000]).to(device: device)
            func step() throws { try Op.mul.inPlace(x, .number(.float(0.999))) }
            for _ in 0..<10 { try step() }
            let (used, host) = (device.memoryReserved, Engine.current.memoryUsed)
            for _ in 0..<10_000 { try step() }
            #expect(device.memoryReserved == used)
            #expect(Engine.current.memoryUsed == host)
        }

        @Test func changesOnEitherSideAreSeen() throws {
            let x = try Tensor.from([1.0, 2.0, 3.0]).to(device: device())
            let view = try x.slice(0, 1)
            try Op.add.inPlace(view, .number(10))
            try x.withPointer(Double.self) { $0[0] = 5 }
            #expect(try (x * 2.0).elements(Double.self) == [10, 24, 26])
        }

        @Test func tensorsThatLiveApartAreRefused() throws {
            let name = Engine.current.name(of: try device())
            let (x, y) = (try Tensor.ones([2]).to(device: device()), try Tensor.ones([2]))
            let words = "Expected all tensors to be on the same device, but found at least two devices, \(name) and cpu!"
            #expect(message { try x + y } == words)
            #expect(message { try y + x } == words)
            // 0-d tensors of the processor go everywhere.
            #expect(try (x + Tensor.scalar(1)).elements(Float.self) == [2, 2])
        }

        @Test func memoryThatIsNotThereIsRefused() throws {
            let device = try device()
            let words = message { try Engine.current.on(device) { try Tensor.zeros([1 << 44]) } }
            #expect(words.hasPrefix("CUDA out of memory. Tried to allocate 64.00 TiB. GPU 0 has a total capacity of"))
        }

        @Test func copiesGoBetweenDevices() throws {
            guard DeviceDescription.all.count > 1 else { return }
            let other = try Engine.current.computeDevice(1)
            let x = try Tensor.from([1.0, 2.0]).to(device: device())
            let y = try (x + 1.0).to(device: other)
            #expect(y.device === other)
            #expect(try (y * 2.0).to(device: device()).elements(Double.self) == [4, 6])
        }
    }
}
