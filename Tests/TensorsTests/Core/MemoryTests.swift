// Tests the limits of memory and sizes: refused before anything is allocated, with an error.
import Tensors
import Testing

extension EngineTests {
    @Suite struct MemoryTests {
        @Test func largeTensorsAreRefused() throws {
            let saved = Engine.current.memoryLimit
            Engine.current.memoryLimit = Engine.current.memoryUsed + (1 << 20)
            defer { Engine.current.memoryLimit = saved }
            #expect(message { try Tensor.zeros([1 << 20]) }.contains("you tried to allocate 4194304 bytes"))
            _ = try Tensor.zeros([1000])
        }

        @Test func memoryComesBack() throws {
            let before = Engine.current.memoryUsed
            for _ in 0..<100 { _ = try Tensor.zeros([100_000]) }
            #expect(Engine.current.memoryUsed == before)
        }

        @Test(arguments: [[1 << 40, 1 << 40], [-1]]) func impossibleSizes(sizes: [Int]) throws {
            #expect(message { try Tensor.zeros(Dims(sizes)) } != "no error")
        }
    }
}
