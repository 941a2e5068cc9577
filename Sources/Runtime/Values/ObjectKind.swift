// ObjectKind: which Swift class the instances of a language class have, where the machine has a short cut for it.

/// The Swift classes the interpreter loop knows. Classes of the language inherit it, so an instance of a user class
/// derived from `list` is still `.list`.
enum ObjectKind: UInt8 {
    /// Any other Swift class.
    case other
    case instance
    case function, boundMethod, native, cls
    case list, tuple, dict, str
    case rangeIterator, listIterator, generator
}

extension Object {
    /// The Swift class, where the machine has a short cut for it.
    @inline(__always) final var objectKind: ObjectKind { shape._withUnsafeGuaranteedRef { $0.kind } }
}

extension Class {
    /// Notes the Swift class of the instances; said once, where the class is declared.
    func holding(_ kind: ObjectKind) -> Class {
        self.kind = kind
        rootShape.takeUnretainedValue().kind = kind
        return self
    }
}
