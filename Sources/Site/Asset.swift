// Asset: a file that many pages share, named by its content so that browsers may keep it.
import Foundation
import Notebook

/// A file that many pages share.
struct Asset: Sendable {
    /// `theme-5b07aa12.css`
    let file: String
    let text: String

    var data: Data { Data(text.utf8) }

    /// Names a text by its hash.
    init(name: String, ending: String, text: String) {
        file = "\(name)-\(ContentHash(text).short).\(ending)"
        self.text = text
    }
}

/// The assets of every page.
struct PageAssets: Sendable {
    let css: Asset
    let js: Asset
    let icon: Asset
    /// The search index of each language.
    let search: [String: Asset]

    /// All of them, in a fixed order.
    var all: [Asset] { [css, js, icon] + search.sorted { $0.key < $1.key }.map(\.value) }

    /// Pages load nothing but these files and their own pictures; no page runs a script of its own or talks to a server. A preview asks
    /// its own server for news.
    func policy(isLive: Bool) -> String {
        "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; "
            + (isLive ? "connect-src 'self'; " : "") + "base-uri 'none'; form-action 'none'"
    }
}
