// Sidebar: the list of pages beside a page, written once for each folder instead of once for each page.
import Notebook
import Synchronization

/// A list of pages with lists inside it, as `tree.mustache` shows each of its entries.
///
/// Where its links lead depends on the folder of the page it stands on alone. Pages of one folder share the text; each puts the entry of
/// its own, marked, in the place of the plain one. A course of a thousand pages has a million links, and this is why they take no time.
final class Sidebar: Sendable {
    /// A page, or a folder of pages.
    struct Entry: Sendable {
        let title: String
        /// Nil for a folder that no page speaks for.
        let page: String?
        /// The folder of its children; empty for a page.
        var folder = ""
        var children: [Entry] = []

        /// Entries in it and itself.
        var count: Int { 1 + children.reduce(0) { $0 + $1.count } }
        /// The first page in it, which a closed folder leads to.
        var first: String? { page ?? children.lazy.compactMap(\.first).first }
    }

    /// In a longer list only the folders on the way to the page are open.
    private static let mostOpen = 200

    /// The list as pages of one folder show it, and where the entry of each page stands in it, in bytes.
    private struct Written {
        var text = ""
        var places: [String: (entry: Entry, bytes: Range<Int>)] = [:]
    }

    private let entries: [Entry]
    private let isLong: Bool
    private let theme: Theme
    private let written = Mutex<[String: Written]>([:])

    /// Stands between the beginning and the end of an entry that holds others while it is written.
    private static let gap: Character = "\u{0}"

    /// Prepares a list.
    init(_ entries: [Entry], theme: Theme) {
        self.entries = entries
        isLong = entries.reduce(0) { $0 + $1.count } > Sidebar.mostOpen
        self.theme = theme
    }

    /// The list as a page shows it; nil where it has no entries.
    /// - Throws: where the template cannot be filled.
    func html(for page: String) throws -> String? {
        guard !entries.isEmpty else { return nil }
        let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
        let plain = try written.withLock { known in
            if let plain = known[folder] { return plain }
            var plain = Written()
            try write(entries, from: page, into: &plain)
            known[folder] = plain
            return plain
        }
        guard let (entry, bytes) = plain.places[page] else { return plain.text }
        let utf8 = plain.text.utf8
        let (start, end) = (utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound), utf8.index(utf8.startIndex, offsetBy: bytes.upperBound))
        return plain.text[..<start] + (try item(entry, from: page, current: true).opening) + plain.text[end...]
    }

    private func write(_ entries: [Entry], from page: String, into written: inout Written) throws {
        for entry in entries {
            let item = try item(entry, from: page, current: false)
            let start = written.text.utf8.count
            written.text += item.opening
            if let own = entry.page { written.places[own] = (entry, start..<written.text.utf8.count) }
            guard let closing = item.closing else { continue }
            try write(entry.children, from: page, into: &written)
            written.text += closing
        }
    }

    /// One entry as seen from a page: all of it, or what comes before and after its children.
    private func item(_ entry: Entry, from page: String, current: Bool) throws -> (opening: String, closing: String?) {
        let isOpen = !entry.children.isEmpty && (!isLong || page.hasPrefix(entry.folder))
        let target = isOpen ? entry.page : entry.first
        let view = TreeView(
            title: entry.title, href: target.map { SiteMap.way(from: page, to: $0) }, current: current, children: isOpen ? String(Sidebar.gap) : nil)
        let parts = try theme.render(view, template: "tree").split(separator: Sidebar.gap, maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
    }
}
