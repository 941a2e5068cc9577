// Defines the methods of arrays that are functions of the module, applied to the array.
import Runtime
import Tensors

extension NumPyRows {
    /// Methods that give what the function of the same name gives.
    private static let delegated = ["argpartition": "argpartition", "choose": "choose", "compress": "compress", "put": "put", "tofile": "_to_file"]

    static var delegates: [Row] {
        delegated.sorted { $0.key < $1.key }.map { name, source in
            def(raw: "\(name)(self, *args, **kwargs)", "As the function of numpy.", also: [.methodOnly]) { arguments in
                guard let function = try Prelude.value(of: Name(source), in: "numpy") else { return .none }
                var operands = Array(arguments.positional)
                // The function takes the array second.
                if name == "compress", operands.count > 1 { operands.swapAt(0, 1) }
                return try function.call(operands, keywords: arguments.keywordPairs.map { ($0.name, $0.value) })
            }
        } + [
            def("partition(self, kth, axis=-1)", "Puts the element that sorting would put at kth there, smaller ones before it.",
                example: "a = np.array([3, 1, 2]); a.partition(1); a", also: [.methodOnly]) { (a: ArrayObject, kth: Value, axis: Value) in
                guard let function = try Prelude.value(of: "partition", in: "numpy") else { return }
                try a.setItem(.ellipsis, function.call([.object(a), kth, axis]))
            },
            def("resize(self, *new_shape, refcheck=True)", "Changes the sizes; new elements are 0.", example: "a = np.arange(3); a.resize(2, 2); a",
                also: [.methodOnly]) { (a: ArrayObject, shape: ShapeArgument, _: Value) in
                guard a.base == nil else { throw Raised.valueError("cannot resize this array: it does not own its data") }
                let result = try Tensor.zeros(shape.dims(), a.tensor.dtype)
                let kept = min(result.count, a.tensor.count)
                let source = try a.tensor.reshape([a.tensor.count]).narrow(0, 0, kept)
                _ = try result.reshape([result.count]).narrow(0, 0, kept).copyInPlace(source)
                a.tensor = result
            },
            property("imag", "Zeros.", example: "np.ones(2).imag", get: { (a: ArrayObject) in
                try a.arrayType == .complex ? ComplexArray(.array(a)).im.intoArray() : try a.like(Tensor.zeros(a.tensor.shape, a.tensor.dtype))
            }, set: { (a: ArrayObject, value: Value) in try ComplexArray.setPart(of: a, to: value, isReal: false) }),
            property("mT", "Matrices transposed.", example: "np.ones((2, 3)).mT.shape") { (a: ArrayObject) in
                guard a.tensor.rank >= 2 else { throw Raised.valueError("matrix transpose with ndim < 2 is undefined") }
                return a.view(try a.tensor.transpose(-1, -2))
            },
            def("conjugate(self)", "The numbers with the other imaginary part.", example: "np.ones(2).conjugate()", also: [.methodOnly]) {
                (a: ArrayObject) in try conjugate(a)
            },
        ]
    }
}
