// ReferencePages: one page for each module with the functions that cells can call, and a page that lists the modules.
import Notebook

/// A module or class with the functions that cells can call.
public struct ReferenceModule: Sendable {
    /// One function, method or attribute.
    public struct Entry: Sendable {
        public let name: String
        /// As in a `def` header.
        public let signature: String
        /// One sentence.
        public let doc: String
        /// A runnable line or more; empty where there is none.
        public let example: String

        /// Describes a function.
        public init(name: String, signature: String, doc: String, example: String) {
            self.name = name
            self.signature = signature
            self.doc = doc
            self.example = example
        }
    }

    public let name: String
    public var entries: [Entry]

    /// Describes a module.
    public init(name: String, entries: [Entry]) {
        self.name = name
        self.entries = entries
    }
}

/// The pages of the reference.
struct ReferencePages {
    let site: SiteBuilder

    /// The page that lists the modules.
    static let index = "reference/index.html"

    /// The path of every page of the reference.
    static func paths(of modules: [ReferenceModule]) -> [String] { modules.isEmpty ? [] : [index] + modules.map { page(of: $0.name) } }

    /// The modules as the list beside their pages shows them.
    static func entries(of modules: [ReferenceModule]) -> [Sidebar.Entry] { modules.map { Sidebar.Entry(title: $0.name, page: page(of: $0.name)) } }

    private static func page(of module: String) -> String { "reference/\(module).html" }

    /// The page of a path; nil where the reference has none of it.
    func html(_ path: String) throws -> String? {
        guard path.hasPrefix("reference/"), !site.reference.isEmpty else { return nil }
        let module = site.reference.first { ReferencePages.page(of: $0.name) == path }
        guard module != nil || path == ReferencePages.index else { return nil }
        var page = site.blank(title: "", at: path, lang: site.course.configuration.lang)
        page.title = module?.name ?? page.ui["reference"] ?? ""
        page.tree = try site.modules.html(for: path)
        page.entries = ReferencePages.views(of: module?.entries ?? [])
        return try site.theme.render(page, template: "reference")
    }

    /// The functions with anchors of their own: the overloads of one name are numbered.
    private static func views(of entries: [ReferenceModule.Entry]) -> [EntryView] {
        var seen: [String: Int] = [:]
        return entries.map { entry in
            seen[entry.name, default: 0] += 1
            let number = seen[entry.name] ?? 1
            return EntryView(
                name: entry.name, anchor: number == 1 ? entry.name : "\(entry.name)-\(number)", signature: Highlighter.html(entry.signature),
                about: entry.doc, example: entry.example.isEmpty ? nil : Highlighter.html(entry.example))
        }
    }
}
