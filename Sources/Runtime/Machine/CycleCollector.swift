// CycleCollector: frees groups of objects that only refer to each other.

/// Counting references frees everything but cycles; closures that an object keeps of itself make them all the time
/// (`out._backward = lambda: … out.grad …`). The collector looks at the objects every cycle must pass through, instances
/// with attributes and captured variables, and at what they reach; a reference count that is fully explained by
/// references from inside the group means that nobody outside holds the object.
package enum CycleCollector {
    /// Instances with attributes and cells, in no order; each knows its position.
    nonisolated(unsafe) private static var anchors: [Unmanaged<Object>] = []
    /// Number of anchors at which the next collection runs.
    nonisolated(unsafe) private static var threshold = 100_000
    private static let smallestThreshold = 100_000

    /// Begins to watch an object.
    static func add(_ object: Object) {
        object.anchor = Int32(truncatingIfNeeded: anchors.count)
        anchors.append(.passUnretained(object))
    }

    /// Stops watching an object that goes away.
    static func remove(_ object: Object) {
        let position = Int(object.anchor)
        guard position >= 0, position < anchors.count else { return }
        let last = anchors.removeLast()
        if position < anchors.count {
            anchors[position] = last
            last._withUnsafeGuaranteedRef { $0.anchor = Int32(truncatingIfNeeded: position) }
        }
        object.anchor = -1
    }

    /// A watched object is being freed.
    static func bury(_ object: Object) {
        remove(object)
        if Finalization.watchesDeaths { Finalization.noteDeath(of: object) }
    }

    /// Collects if enough objects were made since the last time.
    static func collectIfDue() {
        guard anchors.count > threshold else { return }
        collect()
        threshold = max(smallestThreshold, anchors.count * 2)
    }

    /// The number of strong references to an object.
    static func referenceCount(_ object: Unmanaged<Object>) -> Int { Int(retainCount(object.toOpaque())) }

    /// Frees unreachable cycles now.
    /// - Returns: the number of objects freed.
    @discardableResult
    package static func collect() -> Int {
        var group = ObjectGroup(capacity: 2 * anchors.count)
        for anchor in anchors { group.add(anchor) }
        group.close()
        let garbage = group.unreachable()
        group.dissolve()
        // Objects with `__del__` come first; what they leave behind is freed the next time.
        let postponed = garbage.filter { Finalization.postpones($0.takeUnretainedValue()) }
        guard postponed.isEmpty else { return 0 }
        // Held until all are emptied, so that none goes away while it is being emptied.
        let held = garbage.map { $0.takeUnretainedValue() }
        for object in held {
            object.clearReferences()
            object.clearAttributes()
        }
        return held.count
    }
}

/// A set of objects with the references among them counted. Each object knows its position while the group exists.
private struct ObjectGroup {
    private var objects: [Unmanaged<Object>] = []
    /// References from inside the group.
    private var inner: [Int32] = []

    /// Room for so many objects without growing.
    init(capacity: Int) {
        objects.reserveCapacity(capacity)
        inner.reserveCapacity(capacity)
    }

    @inline(__always)
    mutating func add(_ object: Unmanaged<Object>, references: Int32 = 0) {
        object._withUnsafeGuaranteedRef { $0.member = Int32(truncatingIfNeeded: objects.count) }
        objects.append(object)
        inner.append(references)
    }

    /// Adds everything reachable and counts references.
    mutating func close() {
        var next = 0
        var found: [Unmanaged<Object>] = []
        while next < objects.count {
            objects[next]._withUnsafeGuaranteedRef { object in
                object.visitAll { found.append(.passUnretained($0)) }
            }
            for object in found {
                let position = object._withUnsafeGuaranteedRef { $0.member }
                if position >= 0 { inner[Int(position)] += 1 } else { add(object, references: 1) }
            }
            found.removeAll(keepingCapacity: true)
            next += 1
        }
    }

    /// Takes the positions back out of the objects.
    func dissolve() {
        for object in objects { object._withUnsafeGuaranteedRef { $0.member = -1 } }
    }

    /// The objects that nothing outside the group leads to.
    func unreachable() -> [Unmanaged<Object>] {
        var isLive = [Bool](repeating: false, count: objects.count)
        var pending: [Int32] = []
        for index in objects.indices {
            // A count below what was visited means that a type shows references it does not own: better keep it.
            if CycleCollector.referenceCount(objects[index]) != Int(inner[index]) {
                isLive[index] = true
                pending.append(Int32(truncatingIfNeeded: index))
            }
        }
        while let index = pending.popLast() {
            objects[Int(index)]._withUnsafeGuaranteedRef { object in
                object.visitAll { reached in
                    let position = reached.member
                    guard position >= 0, !isLive[Int(position)] else { return }
                    isLive[Int(position)] = true
                    pending.append(position)
                }
            }
        }
        return objects.indices.filter { !isLive[$0] }.map { objects[$0] }
    }
}

/// The number of strong references to an object, from the Swift runtime (the function behind `CFGetRetainCount`).
@_silgen_name("swift_retainCount")
private func retainCount(_ object: UnsafeMutableRawPointer) -> UInt

extension Object {
    /// Visits everything the object refers to: attributes and what its Swift class holds.
    fileprivate final func visitAll(_ visit: (Object) -> Void) {
        if let slots {
            for index in shape.takeUnretainedValue().names.indices {
                if case .object(let object) = slots[index] { visit(object) }
            }
        }
        visitReferences(visit)
    }

    /// Empties all attributes.
    fileprivate final func clearAttributes() {
        guard let slots else { return }
        for index in shape.takeUnretainedValue().names.indices { slots[index] = .unset }
    }
}
