// ReferencePages: the functions that cells can call, module by module, and a page that lists the modules.
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

/// The pages of the reference: one for each module. Where a module has many functions, its page lists their names, and those with the same
/// first letter share a page.
struct ReferencePages {
    let site: SiteBuilder

    /// The page that lists the modules.
    static let index = "reference/index.html"

    /// What the page of one module can hold.
    private static let mostEntries = 50

    /// The path of every page of the reference.
    static func paths(of modules: [ReferenceModule]) -> [String] {
        guard !modules.isEmpty else { return [] }
        return [index] + modules.flatMap { module in [page(of: module)] + letters(of: module).map { page(of: module, letter: $0) } }
    }

    /// The modules as the list beside their pages shows them.
    static func entries(of modules: [ReferenceModule]) -> [Sidebar.Entry] { modules.map { Sidebar.Entry(title: $0.name, page: page(of: $0)) } }

    /// The page of a module, or of its functions with this first letter. No name of a module holds a hyphen.
    private static func page(of module: ReferenceModule, letter: String? = nil) -> String {
        "reference/\(module.name)\(letter.map { "-" + $0 } ?? "").html"
    }

    /// The first letters by which a module is split; none where one page holds all of it.
    private static func letters(of module: ReferenceModule) -> [String] {
        module.entries.count > mostEntries ? Set(module.entries.map(letter)).sorted() : []
    }

    private static func letter(of entry: ReferenceModule.Entry) -> String { entry.name.prefix(1).lowercased() }

    /// The page of a path; nil where the reference has none of it.
    func html(_ path: String) throws -> String? {
        guard path.hasPrefix("reference/"), !site.reference.isEmpty else { return nil }
        var page = site.blank(title: "", at: path, lang: site.course.configuration.lang)
        if path == ReferencePages.index {
            page.title = page.ui["reference"] ?? ""
            page.tree = try site.modules.html(for: path)
            page.modules = page.tree
            return try site.theme.render(page, template: "reference")
        }
        for module in site.reference {
            let letters = ReferencePages.letters(of: module)
            let letter = letters.first { ReferencePages.page(of: module, letter: $0) == path }
            guard letter != nil || path == ReferencePages.page(of: module) else { continue }
            page.title = letter.map { "\(module.name): \($0)" } ?? module.name
            page.tree = try site.modules.html(for: ReferencePages.page(of: module))
            page.trail = letter == nil ? [] : [LinkView(title: module.name, href: SiteMap.way(from: path, to: ReferencePages.page(of: module)))]
            if letters.isEmpty || letter != nil { page.entries = ReferencePages.views(of: module, letter: letter) }
            page.letters = letters.map { ReferencePages.view(of: $0, in: module, from: path, isCurrent: $0 == letter) }
            return try site.theme.render(page, template: "reference")
        }
        return nil
    }

    /// A letter with the way to its page; on the module's own page with the names it stands for.
    private static func view(of letter: String, in module: ReferenceModule, from path: String, isCurrent: Bool) -> LetterView {
        let target = SiteMap.way(from: path, to: page(of: module, letter: letter))
        let names = path == page(of: module) ? names(in: module, letter: letter) : []
        return LetterView(letter: letter, href: target, current: isCurrent, names: names.map { LinkView(title: $0, href: "\(target)#\($0)") })
    }

    /// The names with a first letter. `add_` goes without saying where there is `add`, and stands beside it on its page.
    private static func names(in module: ReferenceModule, letter: String) -> [String] {
        let names = Set(module.entries.filter { self.letter(of: $0) == letter }.map(\.name))
        return names.filter { !($0.hasSuffix("_") && names.contains(String($0.dropLast()))) }.sorted()
    }

    /// The functions, those with a first letter in the order of their names. Each has an anchor of its own: the overloads of one name are
    /// numbered.
    private static func views(of module: ReferenceModule, letter: String?) -> [EntryView] {
        var seen: [String: Int] = [:]
        var numbered = module.entries.map { entry in
            seen[entry.name, default: 0] += 1
            return (entry: entry, number: seen[entry.name] ?? 1)
        }
        if let letter {
            numbered = numbered.filter { self.letter(of: $0.entry) == letter }.sorted { ($0.entry.name, $0.number) < ($1.entry.name, $1.number) }
        }
        return numbered.map { entry, number in
            EntryView(
                name: entry.name, anchor: number == 1 ? entry.name : "\(entry.name)-\(number)", signature: Highlighter.html(entry.signature),
                about: entry.doc, example: entry.example.isEmpty ? nil : Highlighter.html(entry.example))
        }
    }
}
