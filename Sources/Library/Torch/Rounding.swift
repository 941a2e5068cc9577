// Defines the rows for rounding and for bits.
import Runtime
import Tensors

extension TorchRows {
    static var rounding: [Row] {
        let rows: [Row] = [
            def("floor(input)", "Rounded down.", example: "torch.floor(torch.tensor([1.7, -1.2]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.floor(x)
            },
            def("ceil(input)", "Rounded up.", example: "torch.ceil(torch.tensor([1.2, -1.7]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.ceil(x)
            },
            def("trunc(input)", "Rounded towards zero.", example: "torch.trunc(torch.tensor([1.7, -1.7]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.trunc(x)
            },
            def("frac(input)", "The fractional part.", example: "torch.frac(torch.tensor([1.75, -1.75]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.frac(x)
            },
            def("round(input, *, decimals=0)", "Rounded to the nearest, halves to even.", example: "torch.round(torch.tensor([0.5, 1.5, 2.25]))",
                also: [.method, .inPlace]) { (x: Tensor, decimals: Int) in try x.round(decimals: decimals) },
        ]
        return rows + rows.filter { $0.name == "trunc" }.map { $0.renamed("fix") }
    }

    static var bitwise: [Row] {
        [
            def("bitwise_and(input, other)", "Bits set in both; logical and of truth values.", example: "torch.bitwise_and(torch.tensor([6]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.bitwiseAnd(x, y) },
            def("bitwise_or(input, other)", "Bits set in either; logical or of truth values.", example: "torch.bitwise_or(torch.tensor([6]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.bitwiseOr(x, y) },
            def("bitwise_xor(input, other)", "Bits set in one of the two.", example: "torch.bitwise_xor(torch.tensor([6]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.bitwiseXor(x, y) },
            def("bitwise_not(input)", "All bits flipped; logical not of truth values.", example: "torch.bitwise_not(torch.tensor([0, 1]))",
                also: [.method, .inPlace]) { (x: Tensor) in try Op.bitwiseNot(x) },
            def("bitwise_left_shift(input, other)", "Bits moved left.", example: "torch.bitwise_left_shift(torch.tensor([1]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.shiftLeft(x, y) },
            def("bitwise_right_shift(input, other)", "Bits moved right.", example: "torch.bitwise_right_shift(torch.tensor([8]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.shiftRight(x, y) },
        ]
    }
}
