// Defines numpy's rows that sort, search and count.
import Runtime
import Tensors

extension NumPyRows {
    static var sorting: [Row] {
        [
            def("sort(a, axis=-1, kind=None, order=None, *, stable=None)", "A sorted copy.", example: "np.sort([3, 1, 2])") {
                (a: ArrayArgument, axis: Int?, kind: Value, fields: Value, _: Value) in
                let order = try self.order(a.array, axis, kind, fields)
                return try gathered(order.array, order.positions, order.dim)
            },
            def("sort(self, axis=-1, kind=None, order=None, *, stable=None)", "Sorts the array itself.", example: "a = np.array([3, 1, 2]); a.sort(); a", also: [.methodOnly]) {
                (a: ArrayObject, axis: Int?, kind: Value, fields: Value, _: Value) in
                if a.isReadOnly { throw Raised.valueError("sort array is read-only") }
                let order = try self.order(a, axis, kind, fields)
                try a.setItem(.ellipsis, .object(gathered(order.array, order.positions, order.dim)))
            },
            def("argsort(a, axis=-1, kind=None, order=None, *, stable=None)", "The positions that would sort the array.", example: "np.argsort([3, 1, 2])", also: [.method]) {
                (a: ArrayArgument, axis: Int?, kind: Value, fields: Value, _: Value) in try order(a.array, axis, kind, fields).positions.intoArray()
            },
            def("unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True)", "The different elements, sorted.",
                example: "np.unique([3, 1, 3])") { (a: ArrayArgument, index: Bool, inverse: Bool, counts: Bool, axis: Int?, joinsNaN: Bool, _: Bool) in
                try unique(a.array, index: index, inverse: inverse, counts: counts, axis: axis, joinsNaN: joinsNaN)
            },
            def("searchsorted(a, v, side='left', sorter=None)", "Where values would be inserted to keep order.", example: "np.searchsorted([1, 3, 5], 4)",
                also: [.method]) { (a: ArrayArgument, v: ArrayArgument, side: String, sorter: Value) in
                guard side == "left" || side == "right" else { throw Raised.valueError("search side must be 'left' or 'right' (got '\(side)')") }
                let order = try sorter.isNone ? nil : ArrayObject.make(sorter).tensor.elements(Int.self)
                let source = try order.map { try taken(a.array, $0, 0) } ?? a.array
                let wanted = try v.array.reshaped([v.tensor.count])
                // Texts and objects are compared by their ranks among all of them.
                let ranks = try source.table == nil && wanted.table == nil ? nil : rankNumbers(concatenated([source, wanted], 0))
                let count = source.tensor.count
                let sorted = try (ranks?.narrow(0, 0, count) ?? source.tensor).elements(Double.self)
                let values = try (ranks?.narrow(0, count, wanted.tensor.count) ?? wanted.tensor).elements(Double.self)
                let places = values.map { place(of: $0, in: sorted, right: side == "right") }
                return try Tensor.from(places, v.tensor.shape).scalarOrArray()
            },
            def("bincount(x, weights=None, minlength=0)", "How often each whole number occurs.", example: "np.bincount([0, 1, 1, 3])") {
                (a: ArrayArgument, weights: ArrayArgument?, least: Int) in
                guard a.tensor.rank == 1 else {
                    throw Raised.valueError(a.tensor.rank == 0 ? "object of too small depth for desired array" : "object too deep for desired array")
                }
                // Lists are converted as `int` has it; arrays have to be whole already.
                if a.value.as(ArrayObject.self) != nil, a.tensor.count > 0 { try ArrayCasting.require(a.array.arrayType, .number(.int64), "safe") }
                let numbers = try a.array.converted(to: .number(.int64)).tensor.elements(Int.self)
                if numbers.contains(where: { $0 < 0 }) { throw Raised.valueError("'list' argument must have no negative elements") }
                let (size, overflows) = max(numbers.max() ?? -1, least - 1).addingReportingOverflow(1)
                guard least >= 0 else { throw Raised.valueError("'minlength' must not be negative") }
                try ArrayMemory.check([overflows ? Int.max : size])
                guard let weights else {
                    var counts = [Int](repeating: 0, count: size)
                    for number in numbers { counts[number] += 1 }
                    return try Tensor.from(counts).intoArray()
                }
                let amounts = try weights.tensor.elements(Double.self)
                guard amounts.count == numbers.count else { throw Raised.valueError("The weights and list don't have the same length.") }
                var totals = [Double](repeating: 0, count: size)
                for (number, amount) in zip(numbers, amounts) { totals[number] += amount }
                return try Tensor.from(totals).intoArray()
            },
        ]
    }

    /// The stable order along an axis, of records by the fields named first (of the flattened array where it is nil).
    private static func order(
        _ array: ArrayObject, _ axis: Int?, _ kind: Value, _ fields: Value
    ) throws -> (array: ArrayObject, positions: Tensor, dim: Int) {
        if let kind = kind.text, !["q", "h", "m", "s"].contains(kind.lowercased().prefix(1)) {
            throw Raised.valueError("sort kind must be one of 'quick', 'heap', or 'stable' (got '\(kind)')")
        }
        let source = try axis == nil ? array.reshaped([array.tensor.count]) : array
        let dim = try ArrayShapes.wrap(axis ?? 0, rank: source.tensor.rank)
        let keys = try (source.table as? RecordTable).map { try $0.selecting($0.order(by: fields), of: source) } ?? source
        let ranks = try keys.table == nil ? keys.tensor : rankNumbers(keys)
        return (source, try ranks.argsort(dim: dim), dim)
    }

    /// Texts, objects and complex numbers replaced by their rank in Python's order; equal ones have the same rank.
    static func rankNumbers(_ array: ArrayObject) throws -> Tensor {
        let values = try ArrayObject.flatValues(array)
        let isComplex = array.arrayType == .complex
        func comesBefore(_ a: Value, _ b: Value) throws -> Bool {
            guard isComplex, let x = a.as(ComplexObject.self), let y = b.as(ComplexObject.self) else { return try a.compare(.less, b).truth() }
            return x.re == y.re ? x.im < y.im : x.re < y.re
        }
        let order = try values.indices.sorted { try comesBefore(values[$0], values[$1]) }
        var ranks = [Int](repeating: 0, count: values.count)
        for (place, index) in order.enumerated().dropFirst() {
            let former = order[place - 1]
            ranks[index] = try comesBefore(values[former], values[index]) ? place : ranks[former]
        }
        return try Tensor.from(ranks, array.tensor.shape)
    }

    private static func gathered(_ array: ArrayObject, _ positions: Tensor, _ dim: Int) throws -> ArrayObject {
        try array.like(array.tensor.gather(dim: dim, index: positions))
    }

    /// The first place in `sorted` not below (or, for `right`, above) `value`.
    private static func place(of value: Double, in sorted: [Double], right: Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            let before = right ? !(value < sorted[middle]) : sorted[middle] < value
            if before { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func unique(_ array: ArrayObject, index: Bool, inverse: Bool, counts: Bool, axis: Int?, joinsNaN: Bool) throws -> Value {
        let source: ArrayObject
        let keys: [[Double]]
        if let axis {
            let dim = try ArrayShapes.wrap(axis, rank: array.tensor.rank)
            source = array.view(try array.tensor.movedim([dim], [0]))
            let rows = source.tensor.shape[0]
            let flat = try source.tensor.elements(Double.self)
            let width = rows == 0 ? 0 : flat.count / rows
            keys = (0..<rows).map { Array(flat[$0 * width..<($0 + 1) * width]) }
        } else {
            source = try array.reshaped([array.tensor.count])
            keys = try (source.table == nil ? source.tensor : rankNumbers(source)).elements(Double.self).map { [$0] }
        }
        // nan comes last, and counts as one value unless asked not to.
        func comesBefore(_ a: [Double], _ b: [Double]) -> Bool {
            for (x, y) in zip(a, b) where x != y && !(x.isNaN && y.isNaN) { return y.isNaN || x < y }
            return false
        }
        let order = keys.indices.sorted { comesBefore(keys[$0], keys[$1]) || (!comesBefore(keys[$1], keys[$0]) && $0 < $1) }
        var firsts: [Int] = []
        var numbers: [Int] = []
        var groups = [Int](repeating: 0, count: keys.count)
        for position in order {
            if let last = firsts.last, !comesBefore(keys[last], keys[position]), joinsNaN || !keys[position].contains(where: \.isNaN) {
                numbers[numbers.count - 1] += 1
            } else {
                firsts.append(position)
                numbers.append(1)
            }
            groups[position] = firsts.count - 1
        }
        var values = try taken(source, firsts, 0)
        if let axis { values = values.view(try values.tensor.movedim([0], [ArrayShapes.wrap(axis, rank: array.tensor.rank)])) }
        var results: [Value] = [.object(values)]
        if index { results.append(.object(try Tensor.from(firsts).intoArray())) }
        if inverse { results.append(.object(try Tensor.from(groups, axis == nil ? array.tensor.shape : [groups.count]).intoArray())) }
        if counts { results.append(.object(try Tensor.from(numbers).intoArray())) }
        return results.count == 1 ? results[0] : .tuple(results)
    }

    static var searching: [Row] {
        [
            def("histogram(a, bins=10, range=None, density=None, weights=None)", "Counts of elements in intervals, and the edges.",
                example: "np.histogram([1, 2, 2, 5], bins=2)") { (a: ArrayArgument, bins: Value, range: [Double]?, density: Bool?, weights: ArrayArgument?) in
                let values = try a.numbers(for: "histogram").elements(Double.self)
                if let low = range?.first, let high = range?.last, low > high {
                    throw Raised.valueError("max must be larger than min in range parameter.")
                }
                let given = try bins.text == nil && bins.wholeNumber() == nil ? ArrayObject.make(bins) : nil
                let edges = try given?.tensor.elements(Double.self) ?? self.edges(values, count(of: bins, a.array, range), range)
                if zip(edges, edges.dropFirst()).contains(where: { $0 > $1 }) {
                    throw Raised.valueError("`bins` must increase monotonically, when an array")
                }
                let amounts = try weights?.tensor.elements(Double.self)
                var totals = [Double](repeating: 0, count: max(edges.count - 1, 0))
                for (k, value) in values.enumerated() {
                    guard let first = edges.first, let last = edges.last, value >= first, value <= last else { continue }
                    let bin = min(max(place(of: value, in: edges, right: true) - 1, 0), totals.count - 1)
                    totals[bin] += amounts?[k] ?? 1
                }
                if density == true {
                    let sum = totals.reduce(0, +)
                    totals = totals.indices.map { totals[$0] / sum / (edges[$0 + 1] - edges[$0]) }
                }
                let weightType = weights.map { $0.tensor.dtype.isFloatingPoint ? .float64 : $0.tensor.dtype } ?? DType.int64
                return Value.tuple([
                    .object(try Tensor.from(totals).to(density == true ? .float64 : weightType).intoArray()), .object(try given ?? Tensor.from(edges).intoArray()),
                ])
            },
        ]
    }

    /// The number of intervals: given, or what a rule such as 'auto' asks for.
    private static func count(of bins: Value, _ array: ArrayObject, _ range: [Double]?) throws -> Int {
        if let count = try bins.wholeNumber() { return count }
        let span = range.map { Value.tuple($0.map { .float($0) }) } ?? .none
        let estimate = try Prelude.value(of: "estimated_bins", in: "numpy")?.call([.object(array), bins, span])
        return try estimate?.index() ?? 10
    }

    private static func edges(_ values: [Double], _ count: Int, _ range: [Double]?) throws -> [Double] {
        guard count > 0 else { throw Raised.valueError("`bins` must be positive, when an integer") }
        if range == nil, values.contains(where: \.isNaN) { throw Raised.valueError("autodetected range of [nan, nan] is not finite") }
        var low = range?.first ?? values.min() ?? 0
        var high = range?.last ?? values.max() ?? 1
        guard low.isFinite, high.isFinite else { throw Raised.valueError("autodetected range of [\(low), \(high)] is not finite") }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let step = (high - low) / Double(count)
        return (0...count).map { $0 == count ? high : low + Double($0) * step }
    }
}
