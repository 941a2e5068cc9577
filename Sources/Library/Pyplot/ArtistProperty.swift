// ArtistProperty: what programs ask of an artist and change on it, declared once.
import Plotting
import Runtime

/// A property of something drawn, declared once: `get_name()` and `set_name(value)` come from it, under its short names too.
struct ArtistProperty<Holder: FromValue>: Sendable {
    /// The name, then its short forms.
    let names: [String]
    private let doc: String
    private let read: @Sendable (Holder) throws -> Value
    private let write: (@Sendable (Holder, Value) throws -> Void)?

    /// `doc` names the property: "the colour". One without `write` is only told.
    init(_ names: String..., doc: String, read: @escaping @Sendable (Holder) throws -> Value,
         write: (@Sendable (Holder, Value) throws -> Void)? = nil) {
        (self.names, self.doc, self.read, self.write) = (names, doc, read, write)
    }

    /// The methods that read and write it.
    var rows: [Row] {
        let (read, write) = (read, write)
        return names.flatMap { name -> [Row] in
            let get = def("get_\(name)(self)", "Tells \(doc).") { (holder: Holder) in try read(holder) }
            guard let write else { return [get] }
            return [get, def("set_\(name)(self, value)", "Sets \(doc).") { (holder: Holder, value: Value) in try write(holder, value) }]
        }
    }
}

/// What remembers values as the program gave them: `get_color()` after `color='r'` is 'r'.
protocol Remembering: Object, FromValue {
    var given: [String: Value] { get set }
}

extension ArtistProperty where Holder: Remembering {
    /// A property that is told as it was given, else as `otherwise` sees it.
    init(told name: String, _ short: String..., doc: String, otherwise: @escaping @Sendable (Holder) throws -> Value,
         write: @escaping @Sendable (Holder, Value) throws -> Void) {
        names = [name] + short
        self.doc = doc
        read = { holder in try holder.given[name] ?? otherwise(holder) }
        self.write = { holder, value in
            try write(holder, value)
            holder.given[name] = value
        }
    }
}

extension Value {
    /// A number that is whole as an int, as programs mostly give sizes and orders.
    static func short(_ number: Double) -> Value { Int(exactly: number).map { .int($0) } ?? .float(number) }

    /// The number of a property.
    /// - Throws: ValueError for words, TypeError for anything else.
    func propertyNumber() throws -> Double {
        if text != nil { throw Raised.valueError("could not convert string to float: \(try repr())") }
        guard let number = try number() else { throw Raised.typeError("float() argument must be a string or a real number, not '\(type.name)'") }
        return number
    }
}
