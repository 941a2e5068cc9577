// ArtistListObject: several containers of one kind as a list that is written in short.
import Runtime

/// Several containers of one kind: `<a list of 2 BarContainer objects>`.
final class ArtistListObject: Object, @unchecked Sendable {
    private static let cls = Class(native: "silent_list", module: "matplotlib.cbook", hooks: [.len, .getitem, .iter], extensible: false)
    private let elements: [Value]

    init(_ elements: [Value]) {
        self.elements = elements
        super.init(type: Self.cls)
    }

    override func length() throws -> Int? { elements.count }
    override func item(_ key: Value) throws -> Value { try Value.list(elements).item(key) }
    override func iterate() throws -> Object? { try Value.list(elements).iterator() }
    override func repr() throws -> String { "<a list of \(elements.count) \(elements.first?.type.name ?? "") objects>" }
    override func visitReferences(_ visit: (Object) -> Void) { for case .object(let object) in elements { visit(object) } }
}
