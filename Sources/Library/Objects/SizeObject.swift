// Defines torch.Size: the sizes of a tensor, a kind of tuple.
import Runtime
import Tensors

extension Class {
    /// `torch.Size`
    static let size: Class = Class(
        native: "Size", base: .tuple, module: "torch", doc: "The sizes of a tensor: a tuple of integers.", overriding: [.repr, .getitem, .add, .radd, .mul],
        rows: { sizeRows }, constructor: { _, arguments in
            guard arguments.count > 0 else { return .size([Int]()) }
            var items: [Value] = []
            try arguments[0].forEach { item in
                guard try Int.from(item) != nil else {
                    throw Raised.typeError("torch.Size() takes an iterable of 'int' (item \(items.count) is '\(item.type.name)')")
                }
                items.append(item)
            }
            return .object(TupleObject(items, type: .size))
        })

    private static var sizeRows: [Row] {
        [
            def("numel(self)", "The product of the sizes.", example: "torch.Size([2, 3]).numel()") { (sizes: [Int]) in
                sizes.reduce(1) { $0 &* $1 }
            },
            def("__repr__(self)", "The sizes as text.") { (sizes: [Int]) in "torch.Size(\(sizes))" },
            def("__getitem__(self, key)", "One size, or some of them as torch.Size.", example: "torch.Size([2, 3, 4])[1:]") {
                (sizes: TupleObject, key: Value) in
                let part = try Value.tuple(sizes.elements).item(key)
                return part.as(TupleObject.self).map { .object(TupleObject($0.elements, type: .size)) } ?? part
            },
            def("__add__(self, other)", "These sizes followed by others.", example: "torch.Size([2]) + (3,)") {
                (sizes: [Int], other: [Int]) in Value.size(sizes + other)
            },
            def("__radd__(self, other)", "Other sizes followed by these.", example: "(3,) + torch.Size([2])") {
                (sizes: [Int], other: [Int]) in Value.size(other + sizes)
            },
            def("__mul__(self, times)", "The sizes repeated.", example: "torch.Size([2]) * 2") { (sizes: [Int], times: Int) in
                Value.size(Array((0..<max(0, times)).map { _ in sizes }.joined()))
            },
        ]
    }
}

extension Value {
    /// A `torch.Size` value.
    static func size(_ sizes: some Collection<Int>) -> Value { .object(TupleObject(sizes.map { .int($0) }, type: .size)) }
}
