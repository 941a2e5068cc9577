// SiteConfiguration: what `site/site.yml` says. The keys are declared once, in `keys`.
import Foundation
import Notebook
import Yams

/// The settings of a course site.
public struct SiteConfiguration: Sendable, Equatable {
    /// The course's name.
    public var title = "Notebooks"
    public var description: String?
    /// The language of pages that name none.
    public var lang = "en"
    /// Languages the course is translated to; each has a folder of that name beside the notebooks: `Notebooks/ja/`.
    public var translations: [String] = []
    /// The folder of the notebooks, relative to the course.
    public var notebooks = "Notebooks"
    /// The folder that pages are written to, relative to the course.
    public var output = "site/public"
    /// The Markdown file that is the landing page; its translations are named like `index.ja.md`.
    public var landing = "site/index.md"
    /// Where a notebook's source can be edited; its path is appended.
    public var edit: String?
    /// Where the site will stand, for the site map and links that name the page itself.
    public var url: String?
    /// Pages that have moved: the old page's path → the notebook whose page took its place.
    public var redirects: [String: String] = [:]
    /// Whether the site has pages about the functions that cells can call.
    public var reference = false

    /// The settings of a course that says nothing.
    public init() {}

    private typealias Key = (name: String, takes: String, read: (inout SiteConfiguration, Node) -> Bool)

    /// Every key: its name, what it takes, how it is read.
    private nonisolated(unsafe) static let keys: [Key] = [
        ("title", "a line of text", { text($1, into: &$0.title) }),
        ("description", "a line of text", { text($1, into: &$0.description) }),
        ("lang", "a language tag such as en or pt-BR", { text($1, into: &$0.lang) && isTag($0.lang) }),
        ("translations", "a list of different language tags such as ja", {
            list($1, into: &$0.translations) && $0.translations.allSatisfy(isTag) && Set($0.translations).count == $0.translations.count
        }),
        ("notebooks", "a folder", { text($1, into: &$0.notebooks) }),
        ("output", "a folder", { text($1, into: &$0.output) }),
        ("landing", "a file", { text($1, into: &$0.landing) }),
        ("edit", "an address", { text($1, into: &$0.edit) }),
        ("url", "an address", { address($1, into: &$0.url) }),
        ("redirects", "pairs of an old page and a notebook", { pairs($1, into: &$0.redirects) }),
        ("reference", "true or false", { truth($1, into: &$0.reference) }),
    ]

    /// Reads the settings of the course in this folder; a course without `site/site.yml` has the usual ones. Throws `Problems`.
    public init(course: String) throws {
        let file = SiteConfiguration.file
        if let problem = Course.problem(withFile: file, in: course) { throw Problems([problem]) }
        guard let data = FileManager.default.contents(atPath: course + "/" + file) else { return }
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        func problem(_ message: String, line: Int, help: String? = nil) -> Problems {
            let quoted = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
            return Problems([Problem(.configuration, message, at: Problem.Position(file: file, line: line, quoted: quoted), help: help)])
        }
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch { throw problem("not valid YAML", line: 1) }
        guard let mapping = node?.mapping else { return }
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            let name = key.string ?? ""
            guard let known = SiteConfiguration.keys.first(where: { $0.name == name }) else {
                let near = suggestion(for: name, among: SiteConfiguration.keys.map(\.name))
                throw problem("unknown key `\(name)`", line: line, help: near.map { "did you mean `\($0)`?" })
            }
            guard known.read(&self, value) else { throw problem("`\(name)` takes \(known.takes)", line: line) }
        }
    }

    /// Where the settings stand, relative to the course.
    public static let file = "site/site.yml"
}

/// Whether a text has the form of a language tag (BCP 47). Tags become parts of paths.
private func isTag(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
}

private func text(_ node: Node, into value: inout String) -> Bool {
    guard let text = node.scalar?.string else { return false }
    value = text
    return true
}

private func text(_ node: Node, into value: inout String?) -> Bool {
    value = node.scalar?.string
    return value != nil
}

/// An address, kept with a slash at its end so that paths can be appended.
private func address(_ node: Node, into value: inout String?) -> Bool {
    guard let text = node.scalar?.string, text.hasPrefix("http://") || text.hasPrefix("https://") else { return false }
    value = text.hasSuffix("/") ? text : text + "/"
    return true
}

private func truth(_ node: Node, into value: inout Bool) -> Bool {
    guard let truth = node.bool else { return false }
    value = truth
    return true
}

private func list(_ node: Node, into value: inout [String]) -> Bool {
    let items = node.sequence?.map(\.scalar?.string) ?? [node.scalar?.string]
    guard !items.contains(nil) else { return false }
    value = items.compactMap { $0 }
    return true
}

private func pairs(_ node: Node, into value: inout [String: String]) -> Bool {
    guard let mapping = node.mapping else { return false }
    for (key, target) in mapping {
        guard let old = key.string, let new = target.scalar?.string else { return false }
        value[old] = new
    }
    return true
}
