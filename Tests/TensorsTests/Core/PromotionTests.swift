// Tests type promotion between tensors, 0-d tensors and numbers.
import Tensors
import Testing

extension EngineTests {
    @Suite struct PromotionTests {
        @Test(arguments: [
            (DType.uint8, DType.int8, DType.int16), (.int64, .float16, .float16), (.float16, .bfloat16, .float32), (.bool, .uint8, .uint8),
            (.float32, .float64, .float64), (.int32, .int64, .int64),
        ]) func pairs(a: DType, b: DType, common: DType) throws {
            #expect(try (Tensor.ones([1], a) + Tensor.ones([1], b)).dtype == common)
            #expect(try (Tensor.ones([1], b) + Tensor.ones([1], a)).dtype == common)
        }

        @Test func lowerRanksCountByCategoryOnly() throws {
            let vector = try Tensor.ones([2], .int32)
            #expect(try (vector + Tensor.scalar(1, .int64)).dtype == .int32)
            #expect(try (vector + Tensor.scalar(1.0, .float64)).dtype == .float64)
            #expect(try (vector + 1.5).dtype == .float32)
            #expect(try (Tensor.ones([2], .float16) + 1.5).dtype == .float16)
            #expect(try Op.add(.tensor(Tensor.scalar(1.0, .float64)), .number(1)).dtype == .float64)
        }
    }
}
