// SingletonObject: `Ellipsis` and `NotImplemented`.

/// The one value of a type that has only one: `Ellipsis`, `NotImplemented`.
public final class SingletonObject: Object, @unchecked Sendable {
    private let text: String
    public static let ellipsis = SingletonObject("Ellipsis", type: .ellipsis)
    public static let notImplemented = SingletonObject("NotImplemented", type: .notImplementedType)

    private init(_ text: String, type: Class) {
        self.text = text
        super.init(type: type)
    }

    public override func repr() throws -> String { text }
}

extension Value {
    /// `NotImplemented`
    public static var notImplemented: Value { .object(SingletonObject.notImplemented) }
    /// `...`
    public static var ellipsis: Value { .object(SingletonObject.ellipsis) }
    /// Whether this is `NotImplemented`.
    var isNotImplemented: Bool {
        if case .object(let object) = self { object === SingletonObject.notImplemented } else { false }
    }
}
