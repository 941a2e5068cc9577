// CourseCheck: what is wrong with a course's prose — links and anchors that lead nowhere, formulas that do not parse, lost redirects.
import Notebook

/// Checks a course's prose and finds where its links lead.
struct CourseCheck {
    /// Everything wrong, in order of the notebooks.
    private(set) var problems: [Problem] = []
    /// Files of the course that pages show or link to: path on the site → path in the course.
    private(set) var assets: [String: String] = [:]
    /// The links of each lesson and landing page, by its file.
    private(set) var links: [String: Links] = [:]
    /// Old pages and the pages that took their places.
    private(set) var redirects: [(old: String, page: String)] = []

    /// Checks all lessons and landing pages. `others` are pages that no notebook stands for.
    init(course: Course, others: Set<String> = []) {
        let map = SiteMap(course: course, others: others)
        for lesson in course.lessons + course.landings {
            let contents = map.contents(of: lesson)
            links[lesson.file] = Links(pages: resolve(contents, of: lesson, map))
            for tex in contents.formulas {
                guard let fault = Formula.fault(in: tex) else { continue }
                problems.append(Problem(.configuration, "in a formula: \(fault)", at: lesson.document.position(of: tex, after: ["$$", "$", "$`"])))
            }
        }
        for (old, file) in course.configuration.redirects.sorted(by: { $0.key < $1.key }) {
            guard let page = map.page(ofNotebook: file) ?? map.page(ofNotebook: course.configuration.notebooks + "/" + file) else {
                let place = Problem.Position(file: SiteConfiguration.file, line: 1)
                problems.append(Problem(.configuration, "`\(old)` is redirected to `\(file)`, which there is not", at: place))
                continue
            }
            guard !old.isEmpty, !old.hasSuffix("/"), SiteMap.joined([], old) == old else {
                let place = Problem.Position(file: SiteConfiguration.file, line: 1)
                problems.append(Problem(.configuration, "`\(old)` is no path of a page below the site", at: place))
                continue
            }
            redirects.append((old, page))
        }
    }

    /// From each destination of a lesson to where it leads as seen from its page.
    private mutating func resolve(_ contents: ProseContents, of lesson: Course.Lesson, _ map: SiteMap) -> [String: String] {
        var ways: [String: String] = [:]
        for destination in contents.links + contents.images where Links.scheme(of: destination) == nil && !destination.hasPrefix("//") {
            switch map.place(of: destination, in: lesson) {
            case .page(let page): ways[Links.path(of: destination)] = SiteMap.way(from: lesson.page, to: page)
            case .asset(let file, let page):
                assets[page] = file
                ways[Links.path(of: destination)] = SiteMap.way(from: lesson.page, to: page)
            case .nowhere(let reason):
                let place = lesson.document.position(of: destination, after: ["](", "]: ", "](<"])
                problems.append(Problem(.configuration, "a link leads nowhere: \(reason)", at: place))
            }
        }
        ways[""] = nil
        return ways
    }
}
