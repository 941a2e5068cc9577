// Finalization: what the language runs when nobody holds an object any more.

/// `__del__`, the `finally` of an abandoned generator, callbacks of weak references.
///
/// Swift frees an object in the middle of other work, and cannot bring it back. So the state of the dying object moves to an heir,
/// and what is to run waits until the machine stands between two statements or before a native call. Objects of classes that derive from
/// `list`, `dict` and other native ones have no heir: their `__del__` never runs. Elements of a container die from the first to the last.
enum Finalization {
    /// What waits.
    private enum Work {
        /// An object with `__del__`.
        case finalize(Object)
        case close(GeneratorObject)
        case tell(WeakReferenceObject)
    }

    /// Whether anything waits.
    nonisolated(unsafe) private(set) static var isPending = false
    nonisolated(unsafe) private static var queue: [Work] = [] {
        didSet {
            isPending = !queue.isEmpty
            NativeFunction.updateDetour()
        }
    }
    /// Whether some class has `__del__` or somebody refers weakly: only then anybody asks when a watched object dies.
    nonisolated(unsafe) static var watchesDeaths = false
    /// The weak references to an object, not retained: each removes itself when it dies.
    nonisolated(unsafe) private static var references: [ObjectIdentifier: [Unmanaged<WeakReferenceObject>]] = [:]

    /// Objects that live on after their `__del__`: it runs once.
    nonisolated(unsafe) private static var finalized: Set<ObjectIdentifier> = []

    /// An object that the collector watches is being freed.
    static func noteDeath(of object: Object) {
        if object.objectKind == .instance, object.type.userDunders.contains(.del), finalized.remove(ObjectIdentifier(object)) == nil {
            queue.append(.finalize(Instance(heirOf: object)))
        }
        guard let references = references.removeValue(forKey: ObjectIdentifier(object)) else { return }
        for reference in references.reversed() {
            let reference = reference.takeUnretainedValue()
            reference.forget()
            if !reference.callback.isNone { queue.append(.tell(reference)) }
        }
    }

    /// An unreachable cycle holds the object: what it wants to do comes before the cycle is freed.
    /// - Returns: whether it wants anything, for the first time.
    static func postpones(_ object: Object) -> Bool {
        if let generator = object as? GeneratorObject {
            guard generator.isGuarded else { return false }
            generator.isAbandoned = true
            queue.append(.close(generator))
            return true
        }
        guard object.objectKind == .instance, object.type.userDunders.contains(.del),
              finalized.insert(ObjectIdentifier(object)).inserted else { return false }
        queue.append(.finalize(object))
        return true
    }

    /// A generator is freed while a `finally` or `with` in it waits.
    static func noteAbandoned(_ generator: GeneratorObject) { queue.append(.close(generator)) }

    // MARK: Weak references

    /// Somebody refers weakly to an object, whose end is heard of from now on.
    static func add(_ reference: WeakReferenceObject, to object: Object) {
        watchesDeaths = true
        if object.anchor == Object.heir { finalized.insert(ObjectIdentifier(object)) }
        if object.anchor < 0 { CycleCollector.add(object) }
        references[ObjectIdentifier(object), default: []].append(.passUnretained(reference))
    }

    /// A weak reference goes before its object.
    static func remove(_ reference: WeakReferenceObject, from object: ObjectIdentifier) {
        references[object]?.removeAll { $0.toOpaque() == Unmanaged.passUnretained(reference).toOpaque() }
        if references[object]?.isEmpty == true { references[object] = nil }
    }

    /// The weak references to an object, in the order they were made.
    static func references(to object: Object) -> [WeakReferenceObject] {
        references[ObjectIdentifier(object)]?.map { $0.takeUnretainedValue() } ?? []
    }

    // MARK: Running

    /// Runs everything that waits, and what that leads to.
    /// - Throws: what stops a program; other exceptions are reported and forgotten, as in CPython.
    static func run() throws {
        while !queue.isEmpty {
            let work = queue
            queue = []
            for (index, item) in work.enumerated() {
                do {
                    try run(item)
                } catch {
                    queue = work[(index + 1)...] + queue
                    throw error
                }
            }
        }
    }

    private static func run(_ work: Work) throws {
        do {
            switch work {
            case .finalize(let object): _ = try Value.callSpecial(.del, .object(object))
            case .close(let generator): try generator.close()
            case .tell(let reference): _ = try reference.callback.call([.object(reference)])
            }
        } catch {
            try report(error, work)
        }
    }

    private static func report(_ error: any Error, _ work: Work) throws {
        let subject: Value = switch work {
        case .finalize(let object): object.type.lookup(Dunder.del.name) ?? .none
        case .close(let generator): .object(generator)
        case .tell(let reference): reference.callback
        }
        let exception = Raised.wrapping(error).exception
        if exception.isUncatchable || exception.isA(.exception("KeyboardInterrupt")) { throw error }
        let message = try exception.str()
        Interpreter.current.warnings("Exception ignored in: \(try subject.repr())\n\(exception.type.name): \(message)\n")
    }
}

extension Interpreter {
    /// Ends a program as CPython does: functions registered for the end run, then global variables go, and what their objects want to
    /// run does.
    /// - Throws: what those functions raise.
    public func finish() throws {
        if let atexit = modules["atexit"] { _ = try Value.object(atexit).callMethod("_run_exitfuncs") }
        let names = main.globals.names
        guard Finalization.watchesDeaths || names.contains(where: { main.globals.value(of: $0)?.as(GeneratorObject.self) != nil }) else { return }
        for name in names {
            main.globals.set(name, .none)
            try Finalization.run()
        }
    }
}

extension Object {
    /// The anchor of an object that took over the state of another for `__del__`: nobody asks when it dies.
    static let heir: Int32 = -2
}
