// CourseIndex: the lessons of a course by what pages ask for, so that finding one takes as long among a thousand as among ten.

/// The lessons of a course by page, language and pair.
struct CourseIndex: Sendable {
    /// The lessons that lists of a language show: all but drafts.
    private(set) var listed: [String: [Course.Lesson]] = [:]
    /// The place of a page among those listed in its language.
    private(set) var places: [String: Int] = [:]
    private var lessons: [String: Course.Lesson] = [:]
    /// Lessons and landing pages that are translations of each other.
    private var pairs: [String: [Course.Lesson]] = [:]

    /// Sorts the pages of a course whose main language is `main`.
    init(lessons: [Course.Lesson], landings: [Course.Lesson], main: String) {
        for lesson in lessons {
            self.lessons[lesson.page] = lesson
            guard !lesson.document.frontMatter.draft else { continue }
            places[lesson.page] = listed[lesson.lang, default: []].count
            listed[lesson.lang, default: []].append(lesson)
        }
        for lesson in lessons + landings { pairs[lesson.pair(main: main), default: []].append(lesson) }
    }

    /// The lesson of a page; nil where there is none.
    func lesson(at page: String) -> Course.Lesson? { lessons[page] }

    /// The page of this pair in every language that has it.
    func pages(of pair: String) -> [Course.Lesson] { pairs[pair] ?? [] }
}
