// Defines numpy's rows that see elements in other shapes and orders.
import Runtime
import Tensors

extension NumPyRows {
    static var shapes: [Row] {
        [
            def("reshape(a, *shape, order='C', newshape=None, copy=None)", "The elements in another shape; one size may be -1.", example: "np.reshape(np.arange(6), (2, 3))",
                also: [.method]) { (a: ArrayArgument, shape: ShapeArgument, order: String, other: ShapeArgument?, _: Value) in
                try reshaped(a.array, other ?? shape, order: order)
            },
            def("ravel(a, order='C')", "The elements in one dimension, a view where possible.", example: "np.ravel([[1, 2], [3, 4]])", also: [.method]) {
                (a: ArrayArgument, order: String) in try reshaped(a.array, ShapeArgument(sizes: [-1]), order: order)
            },
            def("flatten(a, order='C')", "A copy of the elements in one dimension.", example: "np.array([[1, 2], [3, 4]]).flatten()", also: [.methodOnly]) {
                (a: ArrayArgument, order: String) in
                try a.array.like(reshaped(a.array, ShapeArgument(sizes: [-1]), order: order).tensor.clone())
            },
            def("transpose(a, *axes)", "The axes in reverse or in the given order.", example: "np.transpose(np.ones((2, 3))).shape", also: [.method]) {
                (a: ArrayArgument, axes: Value) in a.array.view(try transposed(a.tensor, axes))
            },
            def("swapaxes(a, axis1, axis2)", "Two axes exchanged.", example: "np.swapaxes(np.ones((2, 3)), 0, 1).shape", also: [.method]) {
                (a: ArrayArgument, first: Int, second: Int) in
                let dims = (try ArrayShapes.wrap(first, rank: a.tensor.rank, prefix: "axis1: "), try ArrayShapes.wrap(second, rank: a.tensor.rank, prefix: "axis2: "))
                return a.array.view(try a.tensor.transpose(dims.0, dims.1))
            },
            def("moveaxis(a, source, destination)", "Axes moved to other places.", example: "np.moveaxis(np.ones((2, 3, 4)), 0, -1).shape") {
                (a: ArrayArgument, source: AxisArgument, destination: AxisArgument) in
                let from = try ArrayShapes.wrap(source.list, rank: a.tensor.rank, prefix: "source: ") ?? []
                let to = try ArrayShapes.wrap(destination.list, rank: a.tensor.rank, prefix: "destination: ") ?? []
                guard from.count == to.count else {
                    throw Raised.valueError("`source` and `destination` arguments must have the same number of elements")
                }
                return a.array.view(try a.tensor.movedim(from, to))
            },
            def("expand_dims(a, axis)", "A new axis of size 1.", example: "np.expand_dims([1, 2], 0)") { (a: ArrayArgument, axis: AxisArgument) in
                var result = a.tensor
                let rank = a.tensor.rank + (axis.list?.count ?? 0)
                for dim in try (axis.list ?? []).map({ try ArrayShapes.wrap($0, rank: rank) }).sorted() { result = try result.unsqueeze(dim) }
                return a.array.view(result)
            },
            def("squeeze(a, axis=None)", "Without axes of size 1.", example: "np.squeeze([[[1], [2]]])", also: [.method]) { (a: ArrayArgument, axis: AxisArgument) in
                guard let axes = try ArrayShapes.wrap(axis.list, rank: a.tensor.rank) else {
                    return a.tensor.shape.contains(1) ? a.array.view(try a.tensor.squeeze()) : a.array
                }
                if axes.contains(where: { a.tensor.shape[$0] != 1 }) {
                    throw Raised.valueError("cannot select an axis to squeeze out which has size not equal to one")
                }
                return a.array.view(try a.tensor.squeeze(axes))
            },
            def("broadcast_to(array, shape)", "The array stretched to a shape, without copying.", example: "np.broadcast_to([1, 2], (2, 2))") {
                (a: ArrayArgument, shape: ShapeArgument) in
                let dims = try shape.dims()
                guard a.tensor.layout.strides(expandedTo: dims) != nil else {
                    if dims.count < a.tensor.rank { throw Raised.valueError("input operand has more dimensions than allowed by the axis remapping") }
                    throw Raised.valueError(
                        "operands could not be broadcast together with remapped shapes [original->remapped]: \(ArrayShapes.text(a.tensor.shape)) "
                        + " and requested shape \(ArrayShapes.text(dims))")
                }
                return a.array.view(try a.tensor.expand(dims)).readOnly(borrows: true)
            },
            def("atleast_1d(*arys)", "At least one dimension.", example: "np.atleast_1d(3)") { (arrays: [ArrayArgument]) in
                try each(arrays) { $0.rank >= 1 ? $0 : try $0.reshape([1]) }
            },
            def("atleast_2d(*arys)", "At least two dimensions.", example: "np.atleast_2d([1, 2])") { (arrays: [ArrayArgument]) in
                try each(arrays) { $0.rank >= 2 ? $0 : try $0.reshape([1, $0.count]) }
            },
            def("atleast_3d(*arys)", "At least three dimensions.", example: "np.atleast_3d([1, 2]).shape") { (arrays: [ArrayArgument]) in
                try each(arrays) { $0.rank >= 3 ? $0 : $0.rank == 2 ? try $0.unsqueeze(2) : try $0.reshape([1, $0.count, 1]) }
            },
            def("diagonal(a, offset=0, axis1=0, axis2=1)", "A diagonal.", example: "np.diagonal([[1, 2], [3, 4]])", also: [.method]) {
                (a: ArrayArgument, offset: Int, first: Int, second: Int) in
                guard a.tensor.rank >= 2 else { throw Raised.valueError("diag requires an array of at least two dimensions") }
                return a.array.view(try a.tensor.diagonal(offset, first, second)).readOnly()
            },
            def("resize(a, new_shape)", "The elements repeated to fill a shape.", example: "np.resize([1, 2, 3], (2, 2))") { (a: ArrayArgument, shape: ShapeArgument) in
                let dims = try shape.dims()
                let flat = try a.tensor.reshape([a.tensor.count])
                let count = dims.product ?? 0
                guard a.tensor.count > 0 else { return try a.array.like(Tensor.zeros(dims, a.tensor.dtype)) }
                let copies = (count + a.tensor.count - 1) / a.tensor.count
                return try a.array.like(Tensor.cat(Array(repeating: flat, count: max(copies, 1))).narrow(0, 0, count).reshape(dims))
            },
        ]
    }

    /// One array for one argument, a tuple for several.
    private static func each(_ arrays: [ArrayArgument], _ body: (Tensor) throws -> Tensor) throws -> Value {
        let results = try arrays.map { argument in
            let changed = try body(argument.tensor)
            return Value.object(changed === argument.tensor ? argument.array : argument.array.view(changed))
        }
        return results.count == 1 ? results[0] : .tuple(results)
    }

    private static func reshaped(_ array: ArrayObject, _ shape: ShapeArgument, order: String) throws -> ArrayObject {
        guard ["C", "F", "A", "K"].contains(order) else { throw Raised.valueError("order must be one of 'C', 'F', 'A', or 'K' (got '\(order)')") }
        var sizes = shape.sizes
        let known = sizes.filter { $0 != -1 }.reduce(1) { $0 &* $1 }
        let unknown = sizes.filter { $0 == -1 }.count
        if unknown > 1 { throw Raised.valueError("can only specify one unknown dimension") }
        if unknown == 1, known != 0, array.tensor.count % known == 0, let place = sizes.firstIndex(of: -1) { sizes[place] = array.tensor.count / known }
        guard sizes.allSatisfy({ $0 >= 0 }), sizes.reduce(1, { $0 &* $1 }) == array.tensor.count else {
            throw Raised.valueError("cannot reshape array of size \(array.tensor.count) into shape \(ArrayShapes.text(shape.sizes, unknown: -1))")
        }
        guard order == "F" else { return try array.reshaped(sizes) }
        // Column-major order: both shapes read backwards.
        let backwards = try array.tensor.permute(Array((0..<array.tensor.rank).reversed())).reshape(Array(sizes.reversed()))
        return array.view(try backwards.permute(Array((0..<sizes.count).reversed())))
    }

    private static func transposed(_ x: Tensor, _ axes: Value) throws -> Tensor {
        let given = axes.sequenceElements ?? []
        if given.isEmpty || (given.count == 1 && given[0].isNone) { return try x.permute(Array((0..<x.rank).reversed())) }
        guard let order = try AxisArgument.from(given.count == 1 ? given[0] : axes)?.list else { throw Raised.typeError("'axes' must be integers") }
        guard order.count == x.rank else { throw Raised.valueError("axes don't match array") }
        let dims = try order.map { try ArrayShapes.wrap($0, rank: x.rank) }
        guard Set(dims).count == dims.count else { throw Raised.valueError("repeated axis in transpose") }
        return try x.permute(dims)
    }

    static var rearrangements: [Row] {
        [
            def("flip(m, axis=None)", "The elements in reverse order along axes.", example: "np.flip([1, 2, 3])") { (a: ArrayArgument, axis: AxisArgument) in
                var result = a.array
                for dim in try ArrayShapes.wrap(axis.list, rank: a.tensor.rank) ?? Array(0..<a.tensor.rank) { result = try reversed(result, dim) }
                return result
            },
            def("flipud(m)", "The rows in reverse order.", example: "np.flipud([[1, 2], [3, 4]])") { (a: ArrayArgument) in
                guard a.tensor.rank >= 1 else { throw Raised.valueError("Input must be >= 1-d.") }
                return try reversed(a.array, 0)
            },
            def("fliplr(m)", "The columns in reverse order.", example: "np.fliplr([[1, 2], [3, 4]])") { (a: ArrayArgument) in
                guard a.tensor.rank >= 2 else { throw Raised.valueError("Input must be >= 2-d.") }
                return try reversed(a.array, 1)
            },
            def("rot90(m, k=1, axes=(0, 1))", "Turned by quarter turns.", example: "np.rot90([[1, 2], [3, 4]])") { (a: ArrayArgument, k: Int, axes: AxisArgument) in
                let (rank, given) = (a.tensor.rank, axes.list ?? [])
                guard given.count == 2 else { throw Raised.valueError("len(axes) must be 2.") }
                if given[0] == given[1] || given[0].subtractingReportingOverflow(given[1]) == (given[0] < given[1] ? -rank : rank, false) { throw Raised.valueError("Axes must be different.") }
                guard given.allSatisfy({ $0 >= -rank && $0 < rank }) else {
                    throw Raised.valueError("Axes=(\(given[0]), \(given[1])) out of range for array of ndim=\(rank).")
                }
                let dims = try given.map { try ArrayShapes.wrap($0, rank: rank) }
                let turns = ((k % 4) + 4) % 4
                switch turns {
                case 1: return a.array.view(try reversed(a.array, dims[1]).tensor.transpose(dims[0], dims[1]))
                case 2: return try reversed(reversed(a.array, dims[0]), dims[1])
                case 3: return try reversed(a.array.view(a.tensor.transpose(dims[0], dims[1])), dims[1])
                default: return a.array
                }
            },
            def("roll(a, shift, axis=None)", "Elements shifted along axes, those that fall off put in at the other end.", example: "np.roll([1, 2, 3], 1)") {
                (a: ArrayArgument, shift: AxisArgument, axis: AxisArgument) in
                guard let axes = try ArrayShapes.wrap(axis.list, rank: a.tensor.rank) else {
                    let flat = try a.tensor.reshape([a.tensor.count])
                    // Whole turns are left out on the way, so that no sum is too large.
                    let steps = (shift.list ?? []).reduce(0) { ($0 + $1 % max(flat.count, 1)) % max(flat.count, 1) }
                    return try a.array.like(rolled(flat, steps, 0).reshape(a.tensor.shape))
                }
                var result = a.tensor
                let shifts = shift.list ?? []
                for (k, dim) in axes.enumerated() where !shifts.isEmpty { result = try rolled(result, shifts.count == 1 ? shifts[0] : shifts[min(k, shifts.count - 1)], dim) }
                return try a.array.like(result.clone())
            },
            def("repeat(a, repeats, axis=None)", "Every element several times.", example: "np.repeat([1, 2], 3)", also: [.method]) {
                (a: ArrayArgument, repeats: ArrayArgument, axis: Int?) in
                let source = try axis == nil ? a.tensor.reshape([a.tensor.count]) : a.tensor
                let dim = try ArrayShapes.wrap(axis ?? 0, rank: source.rank)
                var counts = try repeats.tensor.elements(Int.self)
                if counts.count == 1 { counts = Array(repeating: counts[0], count: source.shape[dim]) }
                guard counts.count == source.shape[dim] else {
                    throw Raised.valueError("operands could not be broadcast together with shape (\(source.shape[dim]),) (\(counts.count),)")
                }
                guard counts.allSatisfy({ $0 >= 0 }) else {
                    throw Raised.valueError(repeats.tensor.count == 1 ? "negative dimensions are not allowed" : "repeats may not contain negative values.")
                }
                try ArrayMemory.check([counts.reduce(0) { $0.addingReportingOverflow($1).overflow ? Int.max : $0 + $1 }])
                let positions = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
                return try taken(try a.array.like(source), positions, dim)
            },
            def("tile(A, reps)", "The array repeated like tiles.", example: "np.tile([1, 2], 2)") { (a: ArrayArgument, reps: ShapeArgument) in
                var result = a.tensor
                while result.rank < reps.sizes.count { result = try result.unsqueeze(0) }
                let counts = Array(repeating: 1, count: result.rank - reps.sizes.count) + reps.sizes
                try ArrayMemory.check(result.shape, times: counts, result.dtype)
                for (dim, count) in counts.enumerated() where count != 1 {
                    var (rows, grown) = (try result.unsqueeze(dim), result.shape)
                    var shape = rows.shape
                    (shape[dim], grown[dim]) = (count, grown[dim] * count)
                    rows = try rows.expand(shape)
                    result = try rows.reshape(grown)
                }
                return try a.array.like(result.clone())
            },
            def("take(a, indices, axis=None, out=None, mode='raise')", "The elements at indices.", example: "np.take([10, 20, 30], [0, 2])", also: [.method]) {
                (a: ArrayArgument, indices: ArrayArgument, axis: Int?, _: Value, mode: String) in
                let source = try axis == nil ? a.array.reshaped([a.tensor.count]) : a.array
                let dim = try ArrayShapes.wrap(axis ?? 0, rank: source.tensor.rank)
                let indices = try inRange(indices.array, source.tensor.shape[dim], mode)
                var key = Array(repeating: Value.object(SliceObject(.none, .none, .none)), count: dim)
                key.append(.object(indices))
                return try source.item(.tuple(key))
            },
        ]
    }

    /// Indices brought into `0..<size` as `mode` says: cut at the ends ("clip") or counted around ("wrap").
    private static func inRange(_ indices: ArrayObject, _ size: Int, _ mode: String) throws -> ArrayObject {
        switch mode {
        case "raise": return indices
        case "clip": return try indices.like(indices.tensor.clamp(.number(0), .number(.int(size - 1))))
        case "wrap": return try indices.like(Ufuncs.remainder([.array(indices), .plain(.int(max(size, 1)))]))
        default: throw Raised.valueError("clipmode must be one of 'clip', 'raise', or 'wrap' (got '\(mode)')")
        }
    }

    /// A view with the elements along `dim` in reverse order.
    static func reversed(_ array: ArrayObject, _ dim: Int) throws -> ArrayObject {
        var key = Array(repeating: Value.object(SliceObject(.none, .none, .none)), count: dim)
        key.append(.object(SliceObject(.none, .none, .int(-1))))
        return try ArrayObject.make(array.item(.tuple(key)))
    }

    private static func rolled(_ x: Tensor, _ shift: Int, _ dim: Int) throws -> Tensor {
        let size = x.shape[dim]
        guard size > 0 else { return x }
        let cut = (size - shift % size) % size
        return cut == 0 ? try x.clone() : try Tensor.cat([x.narrow(dim, cut, size - cut), x.narrow(dim, 0, cut)], dim: dim)
    }

    /// The slices at `positions` along `dim`.
    static func taken(_ array: ArrayObject, _ positions: [Int], _ dim: Int) throws -> ArrayObject {
        var key = Array(repeating: Value.object(SliceObject(.none, .none, .none)), count: dim)
        key.append(.object(try Tensor.from(positions).intoArray()))
        return try ArrayObject.make(array.item(.tuple(key)))
    }
}
