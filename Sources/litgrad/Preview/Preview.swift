// Preview: the state of a course as its author writes it — documents, outputs, what is wrong — and the pages made from it.
import Foundation
import Notebook
import Site

/// A course that follows its files.
actor Preview {
    private let folder: String
    private var course: Course?
    private var site: SiteBuilder?
    /// Files that could not be read, bad settings.
    private var problems: [Problem] = []
    /// The documents as they were read last, by file, with the bytes they were read from.
    private var documents: [String: (bytes: Data, document: Document)] = [:]
    /// The executions, by file.
    private var notebooks: [String: LiveNotebook] = [:]
    private var number = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Tells the previews of two runs of the command apart.
    private let run = String(getpid())

    /// Prepares the preview of a course in a folder.
    init(folder: String) { self.folder = folder }

    // MARK: Following the files

    /// Reads the course again: only files whose bytes changed are parsed, only cells from the first changed one on are executed.
    func update() {
        do {
            let course = try Course(folder: folder) { path, name in try document(path, name) }
            self.course = course
            problems = []
            for document in course.documents { notebooks[document.file]?.execute(document) }
        } catch let error as Problems {
            problems = error.all
        } catch {
            problems = [Problem(.configuration, "\(error)", at: Problem.Position(file: folder, line: 1))]
        }
        makeSite()
        show()
    }

    private func document(_ path: String, _ name: String) throws -> Document {
        guard let bytes = FileManager.default.contents(atPath: path) else { return try DocumentReader.read(path: path, name: name) }
        if let known = documents[name], known.bytes == bytes { return known.document }
        let document = try DocumentReader.read(path: path, name: name)
        documents[name] = (bytes, document)
        return document
    }

    /// Makes the site anew, as the course has changed.
    private func makeSite() {
        guard let course else { return }
        do {
            var site = try SiteBuilder(course: course, reference: course.configuration.reference ? Preview.reference : [], isLive: true)
            site.banner = (problems + site.problems).map(\.text).joined(separator: "\n")
            self.site = site
        } catch let error as Problems {
            site?.banner = error.all.map(\.text).joined(separator: "\n")
        } catch {
            site?.banner = "\(error)"
        }
    }

    /// Puts the outputs there are into the pages and tells the browsers.
    private func show() {
        if let documents = site?.course.documents {
            site?.results = documents.map { notebooks[$0.file]?.results(of: $0) ?? [] }
            site?.waiting = notebooks.mapValues(\.unfinished)
        }
        number += 1
        wake()
    }

    private static let reference = ReferenceCommand.siteModules

    // MARK: Answering

    /// A file of the site; nil where it has none of this path.
    func file(_ path: String) -> Data? {
        guard let site, let course else {
            return path.hasSuffix(".html") ? Data(SiteBuilder.bare(problems.map(\.text).joined(separator: "\n")).utf8) : nil
        }
        if let document = (course.lessons + course.landings).first(where: { $0.page == path })?.document { start(document) }
        return (try? self.site?.file(path)) ?? (try? site.file(path))
    }

    /// The version of the preview, once it is another than the one a page shows or some seconds have passed.
    func version(after known: String) async -> String {
        if known == version {
            let timer = Task {
                try? await Task.sleep(for: .seconds(20))
                wake()
            }
            await withCheckedContinuation { waiting.append($0) }
            timer.cancel()
        }
        return version
    }

    private var version: String { "\(run).\(number)" }

    private func wake() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    // MARK: Executing

    /// Executes a notebook when its page is first looked at.
    private func start(_ document: Document) {
        guard notebooks[document.file] == nil, !document.cells.isEmpty else { return }
        let notebook = LiveNotebook(path: folder + "/" + document.file)
        notebooks[document.file] = notebook
        notebook.execute(document)
        Task { for await line in notebook.lines where notebook.take(line) { show() } }
    }
}
