// InterruptedBuildTests: builds that are killed leave the old site or the new one, and builds at the same time do no harm.
import Foundation
import Testing

@Suite(.serialized) struct InterruptedBuildTests {
    private func course(_ word: String) -> [String: String] {
        let lesson = "# Lesson\n\n\(word)\n\n```tensor\nprint('\(word)')\n```\n"
        return [
            "site/site.yml": "title: T\n", "site/index.md": "# T\n\n\(word)\n", "Notebooks/a.md": lesson, "Notebooks/b.md": lesson, "Notebooks/c.md": lesson,
        ]
    }

    /// The files of the site whose text belongs to one state of the course.
    private func states(_ program: Program) -> Set<String> {
        Set(["a.html", "b.html", "c.html", "index.html"].compactMap { page in
            guard let text = program.read("site/public/" + page) else { return "missing \(page)" }
            return ["oldword", "newword"].first { text.contains($0) }
        })
    }

    @Test func killedAtAnyMomentASiteIsWhole() throws {
        let program = try Program(course("oldword"))
        #expect(try program.run("build").code == 0)
        let start = ContinuousClock.now
        #expect(try program.run("build", "--force").code == 0)
        let whole = (ContinuousClock.now - start) / .seconds(1)
        for moment in 0..<50 {
            for (path, text) in course(moment % 2 == 0 ? "newword" : "oldword") { try program.write(text, to: path) }
            let process = try program.start(["build"])
            usleep(UInt32(Double.random(in: 0...1.2) * whole * 1e6))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(states(program).count == 1, "\(states(program))")
        }
        for (path, text) in course("newword") { try program.write(text, to: path) }
        #expect(try program.run("build").code == 0)
        #expect(states(program) == ["newword"])
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: "site").path)
        #expect(left.filter { $0.hasPrefix(".public-") }.isEmpty, "half-written folders are removed")
    }

    @Test func whatWasExecutedBeforeIsNotExecutedAgain() throws {
        let program = try Program(course("word").merging(["Notebooks/d.md": "```tensor\nimport time\ntime.sleep(4)\n```\n"]) { $1 })
        let process = try program.start(["build", "-j", "1"])
        let cache = program.folder.appending(path: ".litgrad/cache").path
        for _ in 0..<400 where (try? FileManager.default.contentsOfDirectory(atPath: cache).count) ?? 0 < 3 { usleep(20_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let ending = try program.run("build", "--why")
        #expect(ending.code == 0)
        for name in ["a", "b", "c"] { #expect(ending.errors.contains("\(name).md: unchanged"), "\(ending.errors)") }
    }

    @Test func twoBuildsAtOnceDoNoHarm() throws {
        let program = try Program(course("oldword"))
        for _ in 0..<3 {
            let builds = try (0..<3).map { _ in try program.start(["build", "--force"]) }
            for build in builds { build.waitUntilExit() }
            #expect(builds.map(\.terminationStatus) == [0, 0, 0])
            #expect(states(program) == ["oldword"])
        }
    }

    @Test func aFolderOfSomebodyElseIsRefused() throws {
        let program = try Program(course("oldword").merging(["site/public/mine.txt": "mine"]) { $1 })
        #expect(try program.run("build").code != 0)
        #expect(program.read("site/public/mine.txt") == "mine")
    }

    @Test func aDamagedCacheIsIgnored() throws {
        let program = try Program(course("oldword"))
        #expect(try program.run("build").code == 0)
        let cache = program.folder.appending(path: ".litgrad/cache")
        for name in try FileManager.default.contentsOfDirectory(atPath: cache.path) {
            let file = cache.appending(path: name)
            let data = try Data(contentsOf: file)
            try data.prefix(data.count * 2 / 3).write(to: file)
        }
        let ending = try program.run("build", "--why")
        #expect(ending.code == 0 && ending.errors.contains("not executed yet"))
        #expect(states(program) == ["oldword"])
    }
}
