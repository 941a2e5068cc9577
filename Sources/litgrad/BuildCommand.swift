// BuildCommand: `litgrad build`.
import ArgumentParser
import Foundation
import Notebook
import Site

/// Executes the notebooks of a course and writes its site.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Execute the notebooks that have changed, write the site.",
        discussion: """
            A notebook has changed where the tokens or options of its cells, its data files or litgrad itself have. \
            --force executes every notebook, or those that are named after it.
            """)

    @Argument(help: ArgumentHelp("The folder of the course; with --force also the notebooks to execute, as PAGE or PAGE#CELL.", valueName: "folder"))
    var places: [String] = []

    @OptionGroup var execution: ExecutionOptions

    @Flag(help: "Execute notebooks although nothing has changed.")
    var force = false

    @Flag(name: .customLong("no-run"), help: "Execute nothing: pages show what was kept or recorded.")
    var executesNothing = false

    /// The course's folder.
    private var folder: String { places.first { !BuildCommand.isNotebook($0) } ?? "." }
    /// Notebooks to execute whatever has changed, some with a cell; empty: all of them, where `force` says so.
    private var pages: [String] { places.filter(BuildCommand.isNotebook) }

    private static func isNotebook(_ place: String) -> Bool {
        let file = CellPlace(argument: place).file
        return DocumentReader.endings.contains { file.hasSuffix($0) }
    }

    func validate() throws {
        if !force, let page = pages.first { throw ValidationError("`\(page)` is a notebook; say --force to execute it again") }
        if places.count - pages.count > 1 { throw ValidationError("build takes one folder") }
        if force, executesNothing { throw ValidationError("--force and --no-run exclude each other") }
    }

    func run() throws {
        try CourseFolder.check(folder)
        let console = Console.standard
        var stamp: SiteStamp
        let course: Course
        var site: SiteBuilder
        do {
            stamp = try SiteStamp(course: folder, engine: Engine.version())
            if !force, !executesNothing, !execution.why, let notes = stamp.standingNotes() { return tell(notes, at: stamp.home) }
            course = try Course(folder: folder)
            site = try SiteBuilder(course: course, reference: course.configuration.reference ? ReferenceCommand.siteModules : [])
            // A broken link is told before anything is executed.
            if !site.problems.isEmpty { throw Problems(site.problems) }
            stamp.add(filesOf: site)
        } catch let error as Problems {
            for problem in error.all { console.error(problem.text + "\n") }
            throw ExitCode.usage
        }
        let executed = executesNothing ? kept(course) : try execute(course)
        site.results = executed.map(\.results)
        let page = try site.write(stamp: executesNothing ? nil : stamp)
        tell(site.notes, at: page)
    }

    /// Tells what there is to say about the site that stands now, and where it stands.
    private func tell(_ notes: [String], at page: String) {
        for note in notes { Console.standard.error("note: \(note)\n") }
        Console.standard.output(URL(filePath: page).standardizedFileURL.absoluteString + "\n")
        Console.standard.flush()
    }

    /// Executes what has changed. Where a cell fails, all failures are told and the site stays as it was.
    private func execute(_ course: Course) throws -> [ExecutedDocument] {
        let (console, documents) = (Console.standard, course.documents)
        let pages = try pages.map { try page($0, in: course) }
        var crew = execution.crew(cache: ResultCache(course: folder, engine: Engine.version()))
        if force { crew.isForced = { pages.isEmpty || pages.contains($0.file) } }
        let executed = crew.run(documents, folder: folder)
        let problems = executed.flatMap(\.problems)
        for problem in problems { console.error(problem.text + "\n") }
        guard problems.isEmpty else {
            let failed = executed.count { !$0.problems.isEmpty }
            let all = executed.count { !$0.document.cells.isEmpty }
            console.error("\(failed) of \(all) notebooks failed; the site stays as it was\n")
            throw problems.contains { $0.kind == .limit } ? ExitCode.limit : ExitCode.cellFailed
        }
        return executed
    }

    /// The file of a notebook that a call names, by its path in the course or below the folder of the notebooks, and with a cell of it.
    private func page(_ place: String, in course: Course) throws -> String {
        let named = CellPlace(argument: place)
        let files = [named.file, course.configuration.notebooks + "/" + named.file]
        guard let document = course.documents.first(where: { files.contains($0.file) }) else {
            throw WrongCall(unknown: "the course has no notebook `\(named.file)`", files[1], among: course.documents.map(\.file))
        }
        try CellPlace(file: document.file, cell: named.cell).requireCell(in: document)
        return document.file
    }

    /// What cells put out when they were last executed on this machine, else what is recorded.
    private func kept(_ course: Course) -> [ExecutedDocument] {
        let cache = ResultCache(course: folder, engine: Engine.version())
        return course.documents.map { document in
            if let results = cache.lastResults(of: document) { return ExecutedDocument(document: document, results: results) }
            let record = (try? RecordFile(notebook: folder + "/" + document.file).read().record) ?? Record()
            return record.replayed(for: document)
        }
    }
}
