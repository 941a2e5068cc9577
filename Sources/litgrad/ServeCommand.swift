// ServeCommand: `litgrad serve`.
import ArgumentParser
import Foundation
import Notebook

/// Shows a course in the browser and follows its files.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the course in a browser and follow its files as they are saved.",
        discussion: """
            Only this machine can look. A saved file shows at once; cells are executed again from the first one that changed, and what went \
            wrong stands on the page. Nothing is written.
            """)

    @Argument(help: "The folder of the course.")
    var folder = "."

    @Option(help: "The port to listen at; the first free one from 8600 unless given.")
    var port: UInt16?

    func run() throws {
        try CourseFolder.check(folder)
        guard let port = PreviewServer.freePort(port.map { $0...$0 } ?? 8600...8699) else {
            throw WrongCall(port.map { "port \($0) is taken; name another with --port" } ?? "no port from 8600 to 8699 is free; name one with --port")
        }
        // A reader that goes away in the middle of an answer is no reason to stop.
        signal(SIGPIPE, SIG_IGN)
        let preview = Preview(folder: folder)
        let watch = FolderWatch(folder: folder)
        let end = DispatchSemaphore(value: 0)
        Task {
            await preview.update()
            Console.standard.output("http://127.0.0.1:\(port)/   Ctrl-C ends the preview\n")
            Console.standard.flush()
            Task { for await _ in watch.changes { await preview.update() } }
            do {
                try await PreviewServer(preview: preview, port: port).run()
            } catch {
                Console.standard.error("the preview has ended: \(error)\n")
            }
            end.signal()
        }
        end.wait()
        throw ExitCode.usage
    }
}
