// Sequences: what lists, tuples, strings, bytes and ranges have in common.

/// Indexing, slicing, repetition and comparison of sequences.
enum Sequences {
    /// No sequence may grow beyond this many elements in one step: no program may fill the memory with one call.
    private static let largestCount = 1 << 28

    /// - Throws: MemoryError where `count` copies of something of a length are more than a sequence may hold.
    static func requireRoom(for count: Int, of length: Int = 1) throws {
        if length > 0, count > largestCount / length { throw Raised.memoryError }
    }

    /// The position an index names in a sequence of `count` elements; negative ones count from the end.
    /// The count is asked for last, because reading the key may run code that changes the sequence.
    /// - Throws: TypeError for a key that is no integer, IndexError out of range, both naming `type`.
    static func index(_ key: Value, count: @autoclosure () -> Int, type: String, activity: String = "", keys: String = "indices") throws -> Int {
        if case .int(let int) = key {
            let count = count()
            let position = int < 0 ? int &+ count : int
            guard position >= 0, position < count else { throw Raised.indexError("\(type) \(activity)index out of range") }
            return position
        }
        guard let big = try key.bigIndex() else {
            throw Raised.typeError("\(type) \(keys) must be integers or slices, not \(key.type.name)")
        }
        guard let index = Int(exactly: big) else {
            throw Raised.indexError("cannot fit '\(key.type.name)' into an index-sized integer")
        }
        let count = count()
        let position = index < 0 ? index + count : index
        guard position >= 0, position < count else { throw Raised.indexError("\(type) \(activity)index out of range") }
        return position
    }

    /// The elements a slice takes. They are asked for last, because reading the bounds may run code that changes them.
    static func slice<T>(_ elements: @autoclosure () -> [T], _ slice: SliceObject) throws -> [T] {
        let (start, step, count) = try slice.indices(length: elements().count)
        let elements = elements()
        if step == 1 { return Array(elements[start..<start + count]) }
        return (0..<count).map { elements[start + $0 * step] }
    }

    /// `elements * count`; nil where `count` is an object that may know how to multiply itself.
    static func repeated<T>(_ elements: [T], _ count: Value, reflected: Bool) throws -> [T]? {
        guard let times = try repetitions(count, of: elements.count, reflected: reflected) else { return nil }
        if elements.count == 1 { return Array(repeating: elements[0], count: times) }
        var result: [T] = []
        result.reserveCapacity(times * elements.count)
        for _ in 0..<times { result.append(contentsOf: elements) }
        return result
    }

    /// How often a sequence of `length` elements is to be repeated: never negative.
    static func repetitions(_ count: Value, of length: Int, reflected: Bool) throws -> Int? {
        if case .int(let times) = count, length > 0, times <= largestCount / length { return max(times, 0) }
        guard let big = try count.bigIndex() else {
            if reflected || mayReflect(.multiply, count) { return nil }
            throw Raised.typeError("can't multiply sequence by non-int of type '\(count.type.name)'")
        }
        if big.sign == .minus || length == 0 { return 0 }
        guard let times = Int(exactly: big) else { throw Raised.overflow("cannot fit 'int' into an index-sized integer") }
        try requireRoom(for: times, of: length)
        return times
    }

    /// Nil where `other` may know how to add itself.
    /// - Throws: TypeError otherwise.
    static func refuseConcatenation(_ op: BinaryOperator, _ type: String, _ other: Value) throws -> Value? {
        if mayReflect(op, other) { return nil }
        throw Raised.typeError("can only concatenate \(type) (not \"\(other.type.name)\") to \(type)")
    }

    /// Whether the right operand may implement the operator: user classes that say so, and host types of other modules.
    static func mayReflect(_ op: BinaryOperator, _ other: Value) -> Bool {
        guard case .object(let object) = other else { return false }
        let type = object.type
        if type.userDunders.contains(op.reflected) { return true }
        return type.host !== Class.objectClass && type.host.module != "builtins"
    }

    /// Lexicographic comparison.
    static func compare(_ op: Comparison, _ a: [Value], _ b: [Value]) throws -> Value {
        try Interpreter.nested(" in comparison") {
            if a.count != b.count {
                if op == .equal { return false }
                if op == .notEqual { return true }
            }
            for index in 0..<min(a.count, b.count) {
                try Interpreter.pace()
                if try a[index].isSameKey(as: b[index]) { continue }
                if op == .equal { return false }
                if op == .notEqual { return true }
                return try a[index].compare(op, b[index])
            }
            return .bool(op.holds(a.count, b.count))
        }
    }

    /// `a, b, c`
    static func joinedReprs(_ elements: [Value]) throws -> String {
        var text = ""
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            try Interpreter.pace()
            text += try element.repr()
        }
        return text
    }
}

/// Stops `repr` of containers that contain themselves.
enum ReprGuard {
    /// The containers whose text is being made. Touched on the interpreter's thread only.
    nonisolated(unsafe) private static var active: Set<ObjectIdentifier> = []

    /// The text made by `body`, or `recursive` if the text of `object` is being made already.
    static func visit(_ object: Object, recursive: String, _ body: () throws -> String) throws -> String {
        let id = ObjectIdentifier(object)
        guard active.insert(id).inserted else { return recursive }
        defer { active.remove(id) }
        return try body()
    }
}
