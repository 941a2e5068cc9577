// PageView: what the templates of whole pages are given.

/// One page, as `page.mustache`, `index.mustache`, `reference.mustache` and `404.mustache` read it.
struct PageView {
    var lang: String
    var title: String
    var siteTitle: String
    var description: String?
    /// The way from the page to the site's root: empty or `../`, repeated.
    var root: String
    /// The way to the landing page of the page's language.
    var home: String
    /// The name of the style sheet, relative to the root.
    var css: String
    /// The name of the script, relative to the root.
    var js: String
    /// The name of the icon, relative to the root.
    var icon: String
    /// The style sheet itself, for a page that must not depend on where it stands.
    var style: String?
    /// The name of the search index, relative to the root; nil where there is none.
    var searchIndex: String?
    /// The content security policy.
    var csp: String
    /// In a preview: what is wrong with the course.
    var banner: String?
    /// The page's own address, where the site has one.
    var url: String?
    /// Words of the interface in the page's language.
    var ui: [String: String]
    /// The list of pages beside the page; finished HTML.
    var tree: String?
    var trail: [LinkView] = []
    var outline: [OutlineView] = []
    /// Finished HTML.
    var content: String
    /// The landing page's first cells, with what they put out; finished HTML.
    var show: String?
    /// The landing page's sections below its first screen; finished HTML.
    var sections: String?
    var previous: LinkView?
    var next: LinkView?
    var editHref: String?
    /// The page as an executed Jupyter notebook.
    var notebookHref: String?
    var translations: [TranslationView] = []
    /// Whether the page's original is newer than the page.
    var older = false
    /// The landing page's list of lessons.
    var lessons: [LessonView] = []
    /// Where the landing page sends a newcomer.
    var start: LinkView?
    /// Where the list of functions stands; nil where the site has none.
    var reference: String?
    /// The functions on a page of the reference.
    var entries: [EntryView] = []
    /// The first letters of a module's functions, where they have pages of their own.
    var letters: [LetterView] = []
    /// The list of modules on the reference's first page; finished HTML.
    var modules: String?
}

/// An entry of the list beside a page: a page, or a folder of pages.
struct TreeView {
    let title: String
    let href: String?
    let current: Bool
    /// The entries inside; finished HTML.
    let children: String?
}

/// A heading in the outline beside a page.
struct OutlineView {
    let title: String
    let href: String
    let level: Int
}

/// A link with its words; without a destination, words alone. Names differ from the page's: templates look for a name they lack in
/// the page around them.
struct LinkView {
    let title: String
    let href: String?
}

/// The same page in another language.
struct TranslationView {
    let name: String
    let lang: String
    let href: String
    /// Whether it was made from an older version of its original.
    let older: Bool
}

/// A lesson in the landing page's list.
struct LessonView {
    let number: Int
    let title: String
    /// What the lesson is about. It has a name of its own: templates look for a name they lack in the page around them.
    let about: String?
    let href: String
    /// The folder that begins with this lesson; nil for the others.
    let part: String?
}

/// The functions of a module that begin with one letter.
struct LetterView {
    let letter: String
    let href: String
    /// Whether this is their page.
    let current: Bool
    /// Their names; none beside the functions themselves.
    let names: [LinkView]
}

/// A function in the reference.
struct EntryView {
    let name: String
    let anchor: String
    /// HTML.
    let signature: String
    let about: String
    /// HTML; nil where there is no example.
    let example: String?
}
