// SitePlaces: what stands at each path of a site.
import Notebook

/// The paths of a site and what each of them holds.
struct SitePlaces: Sendable {
    /// What a path holds.
    enum Place: Sendable {
        /// The page of the lesson with this index.
        case lesson(Int)
        /// The lesson with this index as an executed Jupyter notebook.
        case notebook(Int)
        /// The landing page with this index.
        case landing(Int)
        case reference
        /// A page that sends its readers to this one.
        case redirect(to: String)
        /// A file of the course, by its path there.
        case file(String)
        case asset(Asset)
        /// The page for addresses without a page.
        case missing
        case siteMap
    }

    /// Every path, in a fixed order.
    private(set) var paths: [String] = []
    private var places: [String: Place] = [:]

    /// Gives every file of a site its path. Where two claim the same one, the first has it.
    init(course: Course, assets: PageAssets, check: CourseCheck, reference: [ReferenceModule]) {
        for asset in assets.all { add(asset.file, .asset(asset)) }
        for (index, lesson) in course.lessons.enumerated() { add(lesson.page, .lesson(index)) }
        for (index, landing) in course.landings.enumerated() { add(landing.page, .landing(index)) }
        for (index, lesson) in course.lessons.enumerated() { add(Course.Lesson.notebook(of: lesson.page), .notebook(index)) }
        for (path, file) in check.assets.sorted(by: { $0.key < $1.key }) { add(path, .file(file)) }
        for redirect in check.redirects { add(redirect.old, .redirect(to: redirect.page)) }
        for path in ReferencePages.paths(of: reference) { add(path, .reference) }
        add("404.html", .missing)
        if course.configuration.url != nil { add("sitemap.xml", .siteMap) }
    }

    /// What a path holds; nil where the site has none of it.
    subscript(path: String) -> Place? { places[path] }

    private mutating func add(_ path: String, _ place: Place) {
        guard places[path] == nil else { return }
        places[path] = place
        paths.append(path)
    }
}
