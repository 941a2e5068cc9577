// Tests every row on odd layouts, element types and deferred or immediate work against the slow reference.
import Tensors
import Testing

extension EngineTests {
    @Suite struct LayoutTests {
        /// Ways to lay out a 3 × 4 tensor in memory.
        enum Form: String, CaseIterable {
            case plain, transposed, expanded, stepped, offset, reversedDims, single, empty

            func tensor(_ values: [Double], _ dtype: DType) throws -> Tensor {
                let twelve = (0..<24).map { values[$0 % values.count] }
                switch self {
                case .plain: return try Tensor.from(Array(twelve[..<12]), [3, 4]).to(dtype)
                case .transposed: return try Tensor.from(Array(twelve[..<12]), [4, 3]).to(dtype).t()
                case .expanded: return try Tensor.from(Array(twelve[..<4])).to(dtype).expand([3, 4])
                case .stepped: return try Tensor.from(twelve, [3, 8]).to(dtype).slice(1, 1, nil, 2)
                case .offset: return try Tensor.from(twelve, [6, 4]).to(dtype).slice(0, 2, 5)
                case .reversedDims: return try Tensor.from(Array(twelve[..<12]), [2, 2, 3]).to(dtype).permute([2, 0, 1]).reshape([3, 4])
                case .single: return try Tensor.from([values[0]], [1, 1]).to(dtype)
                case .empty: return try Tensor.zeros([0, 4], dtype)
                }
            }
        }

        /// The element types an operation is tried with.
        static let dtypes: [DType] = [.float32, .float64, .float16, .bfloat16, .int64, .int16, .uint8, .bool]

        @Test(arguments: Op.all) func agreesWithReference(op: Op) throws {
            for dtype in LayoutTests.dtypes {
                for form in Form.allCases {
                    let operands = try (0..<op.arity).map { try form.tensor(Samples.values(op, $0), dtype) }
                    // What a type does not support throws; the texts are tested elsewhere.
                    guard let eager = try? op.apply(operands) else { continue }
                    let lazy = try deferring(from: 0) { try op.apply(operands) }
                    let expected = try Reference.elements(of: lazy)
                    let fused = try lazy.elements(Double.self)
                    let direct = try eager.elements(Double.self)
                    #expect(eager.dtype == lazy.dtype)
                    for (i, value) in expected.enumerated() {
                        let context = "\(op.name) \(dtype) \(form) element \(i)"
                        #expect(isNear(value.double, fused[i]), Comment(rawValue: context))
                        #expect(isNear(value.double, direct[i]), Comment(rawValue: context))
                    }
                }
            }
        }

        @Test(arguments: Op.all) func worksInPlace(op: Op) throws {
            let operands = try Samples.operands(op)
            guard op != .where, let expected = try? op.apply(operands), expected.dtype == .float64 else { return }
            let target = try operands[0].clone()
            let before = target.version
            let rest = operands.dropFirst().map { Operand.tensor($0) }
            try op.inPlace(target, rest.first, rest.count > 1 ? rest[1] : nil)
            #expect(try target.elements(Double.self).description == expected.elements(Double.self).description)
            #expect(target.version == before + 1)
        }
    }
}
