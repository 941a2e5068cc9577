// FrontMatter: what the head of a notebook declares. The keys are declared once, in `FrontMatterKey.all`.
import Yams

/// The declarations at the head of a notebook.
public struct FrontMatter: Sendable, Equatable {
    public var title: String?
    public var description: String?
    /// The language of the prose, such as `en` or `ja`.
    public var lang: String?
    /// In a translation: the version of the original that it was made from.
    public var original: String?
    /// The fence languages that are cells.
    public var run: [String] = ["tensor"]
    /// Files in the course folder that cells may read.
    public var data: [String] = []
    /// Raw HTML elements that pages keep, without attributes.
    public var html: [String] = []
    /// Words for the search index.
    public var keywords: [String] = []
    /// The page is built and not listed.
    public var draft = false
    /// Seconds the whole notebook may run.
    public var timeout: Double?
    /// Bytes its session may hold.
    public var memory: Int?
    public var rtol: Double?
    public var atol: Double?

    /// The declarations of a notebook that has no head.
    public init() {}
}

/// One key of the front matter: its name, what it takes, what it does, how it is read.
public struct FrontMatterKey: Sendable {
    public let name: String
    /// What it takes, in words.
    public let values: String
    public let summary: String
    /// Sets the value; false where the value is not one it takes.
    let read: @Sendable (inout FrontMatter, Node) -> Bool

    /// Every key there is.
    public static let all: [FrontMatterKey] = [
        FrontMatterKey("title", "a line of text", "the title of the page") { line($1, into: &$0.title) },
        FrontMatterKey("description", "a line of text", "what the lesson is about, for lists and search engines") {
            line($1, into: &$0.description)
        },
        FrontMatterKey("lang", "a language tag", "the language of the prose") { line($1, into: &$0.lang) },
        FrontMatterKey("original", "a version", "in a translation, the version of the original that `litgrad build` names") {
            line($1, into: &$0.original)
        },
        FrontMatterKey("run", "a list of fence languages", "which fences are cells; `[tensor]` unless said") { list($1, into: &$0.run) },
        FrontMatterKey("data", "a list of paths", "files in the course folder that cells may read") { list($1, into: &$0.data) },
        FrontMatterKey("html", "a list of element names", "raw HTML that pages keep, without attributes") { list($1, into: &$0.html) },
        FrontMatterKey("keywords", "a list of words", "words for the search") { list($1, into: &$0.keywords) },
        FrontMatterKey("draft", "true or false", "builds the page and lists it nowhere") { $0.draft = $1.bool ?? false; return $1.bool != nil },
        FrontMatterKey("timeout", "a duration", "the time the notebook may take: `90s`, `5m`") { quantity($1, Quantity.seconds, into: &$0.timeout) },
        FrontMatterKey("memory", "a size", "the memory its session may hold: `2GB`") { quantity($1, Quantity.bytes, into: &$0.memory) },
        FrontMatterKey("rtol", "a number", "the relative tolerance of recorded numbers") { quantity($1, Quantity.tolerance, into: &$0.rtol) },
        FrontMatterKey("atol", "a number", "the absolute tolerance of recorded numbers") { quantity($1, Quantity.tolerance, into: &$0.atol) },
    ]

    private init(_ name: String, _ values: String, _ summary: String, read: @escaping @Sendable (inout FrontMatter, Node) -> Bool) {
        self.name = name
        self.values = values
        self.summary = summary
        self.read = read
    }
}

/// Reads a line of text.
private func line(_ node: Node, into value: inout String?) -> Bool {
    value = node.scalar?.string
    return value != nil
}

/// Reads a duration, a size or a tolerance.
private func quantity<Number>(_ node: Node, _ reader: (String) -> Number?, into value: inout Number?) -> Bool {
    value = (node.scalar?.string).flatMap(reader)
    return value != nil
}

/// Reads a list of words; a single word stands for a list of one.
private func list(_ node: Node, into value: inout [String]) -> Bool {
    if let word = node.scalar?.string {
        value = [word]
        return true
    }
    guard let items = node.sequence?.map(\.scalar?.string), !items.contains(nil) else { return false }
    value = items.compactMap { $0 }
    return true
}
