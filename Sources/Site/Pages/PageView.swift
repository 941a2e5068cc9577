// PageView: what the templates of whole pages are given.

/// One page, as `page.mustache`, `index.mustache` and `404.mustache` read it.
struct PageView {
    var lang: String
    var title: String
    var siteTitle: String
    var description: String?
    /// The way from the page to the site's root: empty or `../`, repeated.
    var root: String
    /// The name of the style sheet, relative to the root.
    var css: String
    /// The name of the script, relative to the root.
    var js: String
    /// The name of the search index, relative to the root; nil where there is none.
    var searchIndex: String?
    /// The content security policy.
    var csp: String
    /// Words of the interface in the page's language.
    var ui: [String: String]
    var tree: [TreeView] = []
    var outline: [OutlineView] = []
    /// Finished HTML.
    var content: String
    var previous: LinkView?
    var next: LinkView?
    var editHref: String?
    /// The landing page's list of lessons.
    var lessons: [LessonView] = []
    /// Where the landing page sends a newcomer.
    var start: LinkView?
}

/// A page in the sidebar.
struct TreeView {
    let title: String
    let href: String?
    let current: Bool
    let open: Bool
    let children: [TreeView]
}

/// A heading in the outline beside a page.
struct OutlineView {
    let title: String
    let href: String
    let level: Int
}

/// A link with its words.
struct LinkView {
    let title: String
    let href: String
}

/// A lesson in the landing page's list.
struct LessonView {
    let number: Int
    let title: String
    /// What the lesson is about. It has a name of its own: templates look for a name they lack in the page around them.
    let about: String?
    let href: String
}
