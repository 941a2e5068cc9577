// Links: which destinations a page may have, and how links between notebooks become links between pages.

/// Decides about the destinations of links and images.
package struct Links: Sendable {
    /// The schemes a link may have; a destination without a scheme is relative.
    private static let schemes: Set<String> = ["http", "https", "mailto"]
    /// From the path of a notebook or file, as the notebook of this page writes it, to where the page finds it.
    let pages: [String: String]

    /// Makes a decider that knows the pages of a site.
    package init(pages: [String: String] = [:]) { self.pages = pages }

    /// The destination as the page gives it; nil if it may not stand on a page.
    package func destination(_ destination: String) -> String? {
        guard let scheme = Links.scheme(of: destination) else { return page(for: destination) }
        return Links.schemes.contains(scheme) ? destination : nil
    }

    /// A link to a notebook leads to its page, with its anchor.
    private func page(for destination: String) -> String {
        let path = Links.path(of: destination)
        guard let page = pages[path] else { return destination }
        return page + destination.dropFirst(path.count)
    }

    /// A destination without its anchor.
    static func path(of destination: String) -> String { String(destination.prefix { $0 != "#" }) }

    /// The scheme of a destination in lower case. Blanks and control characters count as nothing, as browsers read them.
    package static func scheme(of destination: String) -> String? {
        let letters = String(String.UnicodeScalarView(destination.unicodeScalars.filter { $0.value > 32 }))
        guard let colon = letters.firstIndex(of: ":") else { return nil }
        let scheme = letters[..<colon]
        let isScheme = scheme.first?.isLetter == true && scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
        // `//host` and `a/b:c` have no scheme; anything odd before a colon counts as one, and is refused.
        if scheme.contains(where: { "/?#".contains($0) }) { return nil }
        return isScheme ? scheme.lowercased() : "?"
    }
}
