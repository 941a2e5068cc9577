// DataFileTests: notebooks read the files they declare, and nothing else of the machine.
import Foundation
import Notebook
import Runtime
import Testing

/// One interpreter runs in a process: these tests take turns.
@Suite(.serialized) struct DataFileTests {
    /// A course with a notebook that declares `data`, a file within, one outside and links to both.
    private func course(data: String, _ body: (URL, () throws -> Document) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-data-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let manager = FileManager.default
        for path in ["course/site", "course/Notebooks/images", "course/data"] {
            try manager.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        let files = [
            "course/site/site.yml": "title: T\n", "course/data/iris.csv": "1,2\n3,4\n", "course/Notebooks/own.txt": "own",
            "course/Notebooks/images/a.txt": "a", "course/Notebooks/images/b.txt": "b", "secret.txt": "secret",
        ]
        for (path, text) in files { try Data(text.utf8).write(to: folder.appending(path: path)) }
        let notebooks = folder.appending(path: "course/Notebooks")
        try manager.createSymbolicLink(at: notebooks.appending(path: "inside.csv"), withDestinationURL: folder.appending(path: "course/data/iris.csv"))
        try manager.createSymbolicLink(at: notebooks.appending(path: "outside.txt"), withDestinationURL: folder.appending(path: "secret.txt"))
        try manager.createSymbolicLink(at: notebooks.appending(path: "images/round"), withDestinationURL: notebooks)
        let file = notebooks.appending(path: "n.md")
        try Data("---\ntitle: T\ndata: \(data)\n---\n\n```tensor\nopen(NAME).read()\n```\n".utf8).write(to: file)
        try body(folder) { try DocumentReader.read(path: file.path, name: "Notebooks/n.md") }
    }

    @Test(arguments: [
        ("[own.txt]", "own.txt", "'own'"), ("own.txt", "./own.txt", "'own'"), ("[../data/iris.csv]", "../data/iris.csv", "'1,2\\n3,4\\n'"),
        ("[inside.csv]", "inside.csv", "'1,2\\n3,4\\n'"), ("[images]", "images/b.txt", "'b'"), ("[images/]", "images/a.txt", "'a'"),
    ])
    func declaredFilesAreRead(data: String, name: String, content: String) throws {
        try course(data: data) { _, read in
            let document = try read()
            let executed = InterpreterThread.run {
                Session(document, in: Session.Surroundings(modules: [:], parameters: [Parameter(name: "NAME", value: "'\(name)'")])).run()
            }
            #expect(executed.results.map(\.outputs) == [[.result(content)]], "\(executed.problems)")
        }
    }

    @Test(arguments: ["own.txt", "/etc/passwd", "../data/iris.csv", "../../secret.txt"])
    func otherFilesAreNotThere(name: String) throws {
        try course(data: "[images]") { _, read in
            let document = try read()
            let executed = InterpreterThread.run {
                Session(document, in: Session.Surroundings(modules: [:], parameters: [Parameter(name: "NAME", value: "'\(name)'")])).run()
            }
            #expect(executed.problems.first?.message.hasPrefix("FileNotFoundError") == true)
        }
    }

    @Test(arguments: [
        ("[none.csv]", "data: `none.csv` is no file"), ("[/etc/passwd]", "data: `/etc/passwd` lies outside the course folder"),
        ("[../../secret.txt]", "data: `../../secret.txt` lies outside the course folder"),
        ("[outside.txt]", "data: `outside.txt` lies outside the course folder"), ("[../..]", "data: `../..` lies outside the course folder"),
    ])
    func wrongDeclarationsArePlaced(data: String, message: String) throws {
        try course(data: data) { _, read in
            do {
                _ = try read()
                Issue.record("accepted \(data)")
            } catch let error as Problems {
                #expect(error.all.map(\.message) == [message])
                #expect(error.all.first?.position.line == 3)
            }
        }
    }

    @Test func aChangedFileChangesTheKey() throws {
        try course(data: "[own.txt]") { folder, read in
            let cache = ResultCache(course: folder.path, engine: "1")
            let document = try read()
            cache.keep(ExecutedDocument(document: document, results: document.cells.map { CellResult(id: $0.id, ending: .finished) }))
            guard case .kept = cache.find(try read()) else { Issue.record("not kept"); return }
            try Data("new".utf8).write(to: folder.appending(path: "course/Notebooks/own.txt"))
            guard case .changed(let reasons) = cache.find(try read()) else { Issue.record("kept"); return }
            #expect(reasons == ["data own.txt changed"])
        }
    }
}
