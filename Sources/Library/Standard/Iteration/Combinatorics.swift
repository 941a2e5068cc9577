// The combinatoric iterators of `itertools`: product, permutations, combinations.
import Runtime

enum Combinatorics {
    private static let productClass = ItertoolsModule.iteratorClass("product")
    private static let permutationsClass = ItertoolsModule.iteratorClass("permutations")
    private static let combinationsClass = ItertoolsModule.iteratorClass("combinations")
    private static let replacementClass = ItertoolsModule.iteratorClass("combinations_with_replacement")

    static var rows: [Row] {
        [
            def("product(*iterables, repeat=1)", "All tuples with one element of each iterable.", example: "list(itertools.product('ab', repeat=2))") {
                (sources: TupleObject, times: Int) in
                if times < 0 { throw Raised.valueError("repeat argument cannot be negative") }
                let once = try sources.elements.map { try $0.elements() }
                return product(Array((0..<times).map { _ in once }.joined()))
            },
            def("permutations(iterable, r=None)", "All arrangements of r elements.", example: "list(itertools.permutations([1, 2, 3], 2))") {
                (source: Value, length: Int?) in
                let pool = try source.elements()
                if let length, length < 0 { throw Raised.valueError("r must be non-negative") }
                return indexed(permutationsClass, pool, length ?? pool.count, next: nextPermutation)
            },
            def("combinations(iterable, r)", "All choices of r elements.", example: "list(itertools.combinations('abc', 2))") { (source: Value, length: Int) in
                if length < 0 { throw Raised.valueError("r must be non-negative") }
                return indexed(combinationsClass, try source.elements(), length) { indices, count in
                    let length = indices.count
                    return advance(&indices, limit: { count - length + $0 }, following: { $0 + 1 })
                }
            },
            def("combinations_with_replacement(iterable, r)", "All choices of r elements that may repeat.") { (source: Value, length: Int) in
                if length < 0 { throw Raised.valueError("r must be non-negative") }
                let pool = try source.elements()
                var indices = [Int](repeating: 0, count: length)
                var isDone = pool.isEmpty && length > 0
                return Value.object(IteratorObject(replacementClass) {
                    if isDone { return nil }
                    defer { isDone = !advance(&indices, limit: { _ in pool.count - 1 }, following: { $0 }) }
                    return .tuple(indices.map { pool[$0] })
                })
            },
        ]
    }

    private static func product(_ pools: [[Value]]) -> Value {
        var indices = [Int](repeating: 0, count: pools.count)
        var isDone = pools.contains { $0.isEmpty }
        return .object(IteratorObject(productClass) {
            if isDone { return nil }
            let result = Value.tuple(zip(pools, indices).map { $0[$1] })
            var place = pools.count - 1
            while place >= 0 {
                indices[place] += 1
                if indices[place] < pools[place].count { break }
                indices[place] = 0
                place -= 1
            }
            isDone = place < 0
            return result
        })
    }

    /// Tuples of pool elements by index tuples that start at 0, 1, 2, …
    private static func indexed(_ cls: Class, _ pool: [Value], _ length: Int, next: @escaping (inout [Int], Int) -> Bool) -> Value {
        var indices = Array(0..<min(length, pool.count))
        var isDone = length > pool.count
        return .object(IteratorObject(cls) {
            if isDone { return nil }
            defer { isDone = !next(&indices, pool.count) }
            return .tuple(indices.map { pool[$0] })
        })
    }

    /// The next index tuple in lexicographic order without repetition; false after the last.
    private static func nextPermutation(_ indices: inout [Int], _ count: Int) -> Bool {
        var used = Set(indices)
        var place = indices.count - 1
        while place >= 0 {
            used.remove(indices[place])
            if let larger = (indices[place] + 1..<max(count, indices[place] + 1)).first(where: { !used.contains($0) }) {
                indices[place] = larger
                used.insert(larger)
                var free = (0..<count).filter { !used.contains($0) }[...]
                for later in indices.indices.dropFirst(place + 1) { indices[later] = free.removeFirst() }
                return true
            }
            place -= 1
        }
        return false
    }

    /// Raises the last index that is below its limit and sets those behind it; false if there is none.
    private static func advance(_ indices: inout [Int], limit: (Int) -> Int, following: (Int) -> Int) -> Bool {
        guard let place = indices.indices.last(where: { indices[$0] < limit($0) }) else { return false }
        indices[place] += 1
        for later in indices.indices.dropFirst(place + 1) { indices[later] = following(indices[later - 1]) }
        return true
    }
}
