// JSON: a JSON value that keeps the order of its keys, so that a notebook can be written back as it was read.

/// A JSON value.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// A number as it was written: digits are never lost.
    case number(String)
    case string(String)
    case array([JSON])
    /// The members in the order they were written.
    case object([Member])

    /// One key of an object with its value.
    public struct Member: Sendable, Equatable {
        public var key: String
        public var value: JSON

        /// Makes a member.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(String(value)) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}

extension JSON {
    /// The value under a key of an object; nil where there is none.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The text, if it is a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The elements, if it is an array.
    public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    /// The whole number, if it is one.
    public var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
    /// The truth value, if it is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
}
