// InterruptTests: Ctrl-C ends the running cell and keeps what ran; no process outlives its end.
import Foundation
import Glibc
import Testing

@Suite(.serialized) struct InterruptTests {
    /// Waits until a condition holds; false after ten seconds.
    private func wait(until condition: () -> Bool) -> Bool {
        for _ in 0..<1000 {
            if condition() { return true }
            usleep(10_000)
        }
        return false
    }

    private func output(_ program: Program, _ name: String = "out") -> String {
        (try? String(contentsOfFile: program.folder.path + "." + name, encoding: .utf8)) ?? ""
    }

    @Test func controlCEndsTheCellAndKeepsWhatRan() throws {
        let program = try Program(["n.md": "```tensor id=a\nprint('kept')\n```\n\n```tensor id=b\nprint('begun')\nwhile True: x = 1\n```\n"])
        let process = try program.start(["run", "n.md", "--html", "n.html"])
        #expect(wait { output(program).contains("begun") })
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2 && process.terminationReason == .exit)
        #expect(output(program, "err").contains("KeyboardInterrupt") && output(program, "err").contains("cell \"b\""))
        #expect(program.read("n.html")?.contains("kept") == true)
    }

    /// The whole tree of processes ends with a build that is stopped.
    @Test(arguments: [SIGTERM, SIGINT, SIGKILL]) func workersEndWithTheirBuild(signal: Int32) throws {
        // A shell that runs the tests in the background has them, and what they start, ignore it.
        Glibc.signal(SIGINT, SIG_DFL)
        let mark = "mark\(Int.random(in: 1...Int.max))"
        let program = try Program(["Notebooks/\(mark).md": "```tensor\nwhile True: pass\n```\n"])
        let process = try program.start(["build"])
        #expect(wait { !workers(mark).isEmpty })
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(wait { workers(mark).isEmpty })
    }

    /// A worker that the system kills is tried once more alone; then its cell is told, and the others have gone on.
    @Test func aKilledWorkerIsToldWithItsCell() throws {
        let mark = "mark\(Int.random(in: 1...Int.max))"
        let program = try Program(["Notebooks/\(mark).md": "```tensor id=endless\nwhile True: pass\n```\n", "Notebooks/other.md": "```tensor\n1\n```\n"])
        let process = try program.start(["check", "--format", "json"])
        var killed: Set<pid_t> = []
        while killed.count < 2 {
            #expect(wait { !workers(mark).subtracting(killed).isEmpty })
            guard let id = workers(mark).subtracting(killed).first else { break }
            kill(id, SIGKILL)
            killed.insert(id)
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        let text = output(program)
        #expect(text.contains("was killed") && text.contains("endless") && text.contains("\"passes\": true"), "\(text)")
    }

    /// The workers that have a word among their arguments.
    private func workers(_ word: String) -> Set<pid_t> {
        let ids = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap(pid_t.init)
        return Set(ids.filter { id in
            guard let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
            return String(decoding: line, as: UTF8.self).contains(word)
        })
    }
}
