// Navigation: the ways between the pages of a site — the tree beside a page, its trail, its neighbours, its translations.
import Notebook

/// The ways from one page of a course.
struct Navigation {
    let course: Course
    let lesson: Course.Lesson

    /// The lessons of the page's language; lessons in a folder stand under its name.
    var tree: [TreeView] { Navigation.branches(of: course.listed(lesson.lang).filter { !isIndex($0) }, level: base, in: self) }

    /// How many folders the pages of this language stand in.
    private var base: Int { lesson.lang == course.configuration.lang ? 0 : 1 }

    private static func branches(of lessons: [Course.Lesson], level: Int, in navigation: Navigation) -> [TreeView] {
        var views: [TreeView] = []
        var rest = lessons[...]
        while let first = rest.first {
            let parts = first.page.split(separator: "/")
            guard parts.count > level + 1 else {
                rest.removeFirst()
                let isCurrent = first.page == navigation.lesson.page
                views.append(TreeView(title: first.document.title, href: navigation.way(to: first.page), current: isCurrent, children: []))
                continue
            }
            let folder = parts[...level].joined(separator: "/") + "/"
            let members = rest.prefix { $0.page.hasPrefix(folder) }
            rest = rest.dropFirst(members.count)
            let index = navigation.index(of: folder)
            views.append(TreeView(
                title: index?.document.title ?? Navigation.title(ofFolder: String(parts[level])), href: index.map { navigation.way(to: $0.page) },
                current: index?.page == navigation.lesson.page, children: branches(of: Array(members), level: level + 1, in: navigation)))
        }
        return views
    }

    /// A notebook named `index` speaks for its folder.
    private func isIndex(_ lesson: Course.Lesson) -> Bool { lesson.page.hasSuffix("/index.html") }

    private func index(of folder: String) -> Course.Lesson? { course.lessons.first { $0.page == folder + "index.html" } }

    /// `02-first-networks` → `First networks`
    static func title(ofFolder name: String) -> String {
        let words = name.drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }.map { $0 == "-" || $0 == "_" ? " " : $0 }
        let text = String(words.isEmpty ? Array(name) : words)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The folders the page stands in, outermost first; the site itself comes before them.
    var trail: [LinkView] {
        let parts = lesson.page.split(separator: "/").dropLast()
        return parts.indices.dropFirst(base).map { end in
            let folder = parts[...end].joined(separator: "/") + "/"
            let index = index(of: folder)
            return LinkView(title: index?.document.title ?? Navigation.title(ofFolder: String(parts[end])), href: index.map { way(to: $0.page) })
        }
    }

    /// The lessons before and after the page.
    var neighbours: (previous: LinkView?, next: LinkView?) {
        let listed = course.listed(lesson.lang)
        guard let place = listed.firstIndex(where: { $0.page == lesson.page }) else { return (nil, nil) }
        func link(_ index: Int) -> LinkView? {
            guard listed.indices.contains(index) else { return nil }
            return LinkView(title: listed[index].document.title, href: way(to: listed[index].page))
        }
        return (link(place - 1), link(place + 1))
    }

    /// The same lesson in the course's other languages.
    var translations: [TranslationView] {
        let pair = lesson.pair(main: course.configuration.lang)
        return (course.lessons + course.landings).compactMap { other in
            guard other.lang != lesson.lang, other.pair(main: course.configuration.lang) == pair else { return nil }
            return TranslationView(name: Words.name(of: other.lang), lang: other.lang, href: way(to: other.page), older: course.isOutdated(other))
        }
    }

    /// The way to another page.
    func way(to page: String) -> String { SiteMap.way(from: lesson.page, to: page) }
}
