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
    /// The folder of the notebooks, relative to the course.
    public var notebooks = "Notebooks"
    /// The folder that pages are written to, relative to the course.
    public var output = "site/public"
    /// The Markdown file that is the landing page.
    public var landing = "site/index.md"
    /// Where a notebook's source can be edited; its path is appended.
    public var edit: String?

    /// The settings of a course that says nothing.
    public init() {}

    /// Every key with how it is set.
    private nonisolated(unsafe) static let keys: [(name: String, set: (inout SiteConfiguration, String) -> Void)] = [
        ("title", { $0.title = $1 }), ("description", { $0.description = $1 }), ("lang", { $0.lang = $1 }),
        ("notebooks", { $0.notebooks = $1 }), ("output", { $0.output = $1 }), ("landing", { $0.landing = $1 }), ("edit", { $0.edit = $1 }),
    ]

    /// Reads the settings of the course in this folder; a course without `site/site.yml` has the usual ones. Throws `Problems`.
    public init(course: String) throws {
        let file = "site/site.yml"
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
            guard let text = value.scalar?.string else { throw problem("`\(name)` takes a line of text", line: line) }
            known.set(&self, text)
        }
    }
}
