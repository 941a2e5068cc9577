// Tests that sums of few floats have the very bits PyTorch's have: a sum of probabilities prints `1.` or `1.0000` by one bit.
import Tensors
import Testing

extension EngineTests {
    @Suite struct SumOrderTests {
        /// (torch.arange(1000) * 7919 % 1000).float() * 0.37 + 0.1
        private func numbers() throws -> Tensor {
            try Tensor.from((0..<1000).map { Float($0 * 7919 % 1000) }) * 0.37 + 0.1
        }

        /// How many numbers, and the bits of their sum in PyTorch.
        @Test(arguments: [
            (3, 1143118070), (5, 1150523802), (7, 1153886864), (8, 1155200124), (9, 1156267868), (12, 1157812962), (16, 1161794356), (31, 1170012263),
            (32, 1170383013), (33, 1170692383), (37, 1171316081), (64, 1178035078), (100, 1183702272), (129, 1186585897), (500, 1203040577), (1000, 1211405504),
        ] as [(Int, UInt32)]) func rows(count: Int, bits: UInt32) throws {
            #expect(try numbers().slice(0, 0, count).sum().elements(Float.self)[0].bitPattern == bits)
        }
    }
}
