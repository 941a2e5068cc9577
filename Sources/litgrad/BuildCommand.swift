// BuildCommand: `litgrad build`.
import ArgumentParser
import Foundation
import Notebook
import Site

/// Executes the notebooks of a course and writes its site.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Execute the notebooks, write the site.")

    @Argument(help: "The folder of the course.")
    var folder = "."

    @Option(name: .shortAndLong, help: "Notebooks executed at once; as many as there are processors unless given.")
    var jobs: Int?

    @Flag(help: "Execute every notebook, changed or not.")
    var force = false

    @Flag(help: "Say for each notebook why it is executed or not.")
    var why = false

    func run() throws {
        let console = Console.standard
        let course: Course
        do {
            course = try Course(folder: folder)
        } catch let error as Problems {
            for problem in error.all { console.error(problem.text) }
            throw ExitCode.usage
        }
        var crew = Crew()
        if let jobs { crew.jobs = jobs }
        if !force { crew.cache = ResultCache(course: folder, engine: Engine.version()) }
        if why { crew.explain = { console.error($0) } }
        let executed = crew.run(course.documents, folder: folder)
        let problems = executed.flatMap(\.problems)
        for problem in problems { console.error(problem.text + "\n") }
        guard problems.isEmpty else {
            let failed = executed.count { !$0.problems.isEmpty }
            console.error("\(failed) of \(executed.count) notebooks failed; the site stays as it was\n")
            throw problems.contains { $0.kind == .limit } ? ExitCode.limit : ExitCode.cellFailed
        }
        let reference = course.configuration.reference ? ReferenceCommand.siteModules : []
        let site = try SiteBuilder(course: course, results: executed.map(\.results), reference: reference)
        for problem in site.problems { console.error(problem.text + "\n") }
        guard site.problems.isEmpty else { throw ExitCode.usage }
        for note in site.notes { console.error("note: \(note)\n") }
        let page = try site.write()
        console.output(URL(filePath: page).standardizedFileURL.absoluteString + "\n")
        console.flush()
    }
}
