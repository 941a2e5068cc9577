// Navigation: the ways between the pages of a site — the tree beside a page, its trail, its neighbours, its translations.
import Notebook

/// The ways from one page of a course.
struct Navigation {
    let course: Course
    let lesson: Course.Lesson

    /// The lessons of a language as the list beside its pages shows them; lessons in a folder stand under its name.
    static func entries(of course: Course, lang: String) -> [Sidebar.Entry] {
        // A notebook named `index` speaks for its folder.
        branches(of: course.listed(lang).filter { !$0.page.hasSuffix("/index.html") }, level: base(lang, in: course), in: course)
    }

    /// How many folders the pages of a language stand in.
    private static func base(_ lang: String, in course: Course) -> Int { lang == course.configuration.lang ? 0 : 1 }

    private static func branches(of lessons: [Course.Lesson], level: Int, in course: Course) -> [Sidebar.Entry] {
        var entries: [Sidebar.Entry] = []
        var rest = lessons[...]
        while let first = rest.first {
            let parts = first.page.split(separator: "/")
            guard parts.count > level + 1 else {
                rest.removeFirst()
                entries.append(Sidebar.Entry(title: first.document.title, page: first.page))
                continue
            }
            let folder = parts[...level].joined(separator: "/") + "/"
            let members = rest.prefix { $0.page.hasPrefix(folder) }
            rest = rest.dropFirst(members.count)
            let index = course.index.lesson(at: folder + "index.html")
            entries.append(Sidebar.Entry(
                title: index?.document.title ?? title(ofFolder: String(parts[level])), page: index?.page, folder: folder,
                children: branches(of: Array(members), level: level + 1, in: course)))
        }
        return entries
    }

    /// `02-first-networks` → `First networks`
    static func title(ofFolder name: String) -> String {
        let words = name.drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }.map { $0 == "-" || $0 == "_" ? " " : $0 }
        let text = String(words.isEmpty ? Array(name) : words)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The folders the page stands in, outermost first; the site itself comes before them.
    var trail: [LinkView] {
        let parts = lesson.page.split(separator: "/").dropLast()
        return parts.indices.dropFirst(Navigation.base(lesson.lang, in: course)).map { end in
            let folder = parts[...end].joined(separator: "/") + "/"
            let index = course.index.lesson(at: folder + "index.html")
            return LinkView(title: index?.document.title ?? Navigation.title(ofFolder: String(parts[end])), href: index.map { way(to: $0.page) })
        }
    }

    /// The lessons before and after the page.
    var neighbours: (previous: LinkView?, next: LinkView?) {
        let listed = course.listed(lesson.lang)
        guard let place = course.index.places[lesson.page] else { return (nil, nil) }
        func link(_ index: Int) -> LinkView? {
            guard listed.indices.contains(index) else { return nil }
            return LinkView(title: listed[index].document.title, href: way(to: listed[index].page))
        }
        return (link(place - 1), link(place + 1))
    }

    /// The same lesson in the course's other languages.
    var translations: [TranslationView] {
        let pair = lesson.pair(main: course.configuration.lang)
        return course.index.pages(of: pair).filter { $0.lang != lesson.lang }.map { other in
            TranslationView(name: Words.name(of: other.lang), lang: other.lang, href: way(to: other.page), older: course.isOutdated(other))
        }
    }

    /// The way to another page.
    func way(to page: String) -> String { SiteMap.way(from: lesson.page, to: page) }
}
