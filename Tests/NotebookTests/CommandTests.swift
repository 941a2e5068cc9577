// CommandTests: what the commands print and how they end, run as a user runs them.
import Foundation
import Notebook
import Testing

@Suite(.serialized) struct CommandTests {
    /// A call, the notebook `n.md` it is made on, its exit code, and a piece of its output or of its errors.
    @Test(arguments: [
        (["run", "n.md"], "```tensor\n1 + 1\n```\n", 0, "2\n"),
        (["run", "n.md"], "```tensor id=a\n1 / 0\n```\n", 2, "Reproduce: litgrad run n.md --to \"a\""),
        (["run", "--json", "n.md"], "```tensor skip\n```\n```tensor\n1 / 0\n```\n```tensor\n```\n", 2, "{\"id\":\"cell-3\",\"line\":7,\"ending\":\"not run\""),
        (["run", "--set", "n=3", "n.md"], "```tensor\nn = 1\n```\n```tensor\nn\n```\n", 0, "3\n"),
        (["run", "--to", "b", "n.md"], "```tensor id=a\n```\n", 3, "`n.md` has no cell `b`\n  help: did you mean `a`?"),
        (["run", "--timeout", "1s", "n.md"], "```tensor\nwhile True: pass\n```\n", 4, "time limit"),
        (["run", "--timeout", "1s", "n.md"], "```tensor\nx = 3\nwhile True: x = x * x\n```\n", 4, "n.md:3:17"),
        (["run", "n.md"], "```tensor\nimport re\nre.match('(a+)+$', 'a' * 40 + 'b')\n```\n", 2, "too many steps"),
        (["run", "--memory", "300MB", "n.md"], "```tensor\nx = []\nwhile True: x.append([0] * 100000)\n```\n", 4, "memory limit"),
        (["run", "n.md"], "> > ```tensor\n> > 3\n> > ```\n", 0, "3\n"),
        (["run", "n.md"], String(repeating: "> ", count: 20_000) + "a\n", 3, "nested more than"),
        (["run", "n.md"], "```tensor\nx = " + String(repeating: "[", count: 5000) + "\n```\n", 2, "SyntaxError"),
        (["run", "n.md"], "```tensor\nprint(len('a\u{0}b'))\n```\n", 0, "3\n"),
        (["run", "n.md"], "```tensor timeout=1000000h\n1\n```\n", 0, "1\n"),
        (["run", "n.md"], "```tensor timeout=1e999s\n1\n```\n", 3, "takes `timeout=DURATION`"),
        (["run", "n.md"], "---\ndata: [../../etc/passwd]\n---\n", 3, "n.md:2:"),
        (["run", "n.md"], "```tensor\n!rm -rf /\nopen('/etc/passwd')\n```\n", 2, "FileNotFoundError"),
        (["run", "none.md"], "", 3, "there is no file `none.md`"),
        (["check", "--accept", "n.md", "--jobs", "0"], "", 3, "--jobs"),
        (["frobnicate"], "", 3, "Usage"),
    ] as [([String], String, Int, String)])
    func callsEndAsTheyShould(arguments: [String], notebook: String, code: Int, text: String) throws {
        try expect(arguments, notebook, code, text)
    }

    /// Calls for help, calls that mean nothing, and parameters; as above.
    @Test(arguments: [
        (["run", "--help"], "", 0, "USAGE: litgrad run"), (["--help"], "", 0, "litgrad new course"),
        (["help", "build"], "", 0, "USAGE: litgrad build"), (["--generate-completion-script", "bash"], "", 0, "complete"),
        (["run", "--set", "epohcs=3", "n.md"], "```tensor\nepochs = 1\n```\n", 3, "did you mean `epochs`?"),
        (["run", "--set", "n=3", "n.md"], "```tensor\nn = 1  # few\nlist(range(n))\n```\n", 0, "[0, 1, 2]\n"),
        (["run", "--set", "n=x y", "n.md"], "```tensor\nn = [\n    1,\n]\n(n, 1 / 0)\n```\n", 2, "n.md:5:5"),
        (["check", "n.md#b"], "```tensor id=a\n```\n", 3, "`n.md` has no cell `b`"), (["check"], "", 3, "there is no course in `.`"),
        (["check", "n.rec"], "", 3, "is a record and no notebook"), (["build", "none"], "", 3, "there is no folder `none`"),
        (["new", "."], "", 0, "litgrad serve"), (["reference", "torhc"], "", 3, "did you mean `torch`?"),
        (["reference", "--missing", "n.md"], "```tensor\nimport torch\n\ntorch.zeroes(3)\n```\n", 1, "n.md:4   torch.zeroes"),
    ] as [([String], String, Int, String)])
    func mistakesAreNamed(arguments: [String], notebook: String, code: Int, text: String) throws {
        try expect(arguments, notebook, code, text)
    }

    private func expect(_ arguments: [String], _ notebook: String, _ code: Int, _ text: String) throws {
        let program = try Program(["n.md": notebook])
        let process = try program.start(arguments)
        process.waitUntilExit()
        let output = ["out", "err"].map { (try? String(contentsOfFile: program.folder.path + "." + $0, encoding: .utf8)) ?? "" }.joined()
        #expect(Int(process.terminationStatus) == code, "\(output.prefix(500))")
        #expect(output.contains(text), "\(output.prefix(500))")
    }

    @Test func textThatIsNotUTF8IsRefused() throws {
        let program = try Program([:])
        try Data([0x60, 0xFF, 0xFE]).write(to: program.folder.deletingLastPathComponent().appending(path: "bad-\(program.folder.lastPathComponent).md"))
        try FileManager.default.createDirectory(at: program.folder, withIntermediateDirectories: true)
        let ending = try program.run("run", "../bad-\(program.folder.lastPathComponent).md")
        #expect(ending.code == 3 && ending.errors.contains("is not UTF-8 text"))
    }

    @Test func aLineOfAHundredMegabytesIsALine() throws {
        let program = try Program(["n.md": "```tensor\nx = '" + String(repeating: "9", count: 100_000_000) + "'\nlen(x)\n```\n"])
        let ending = try program.run("run", "n.md")
        #expect(ending.code == 0 && ending.output == "100000000\n", "\(ending.errors.prefix(300))")
    }

    @Test func aPageIsWrittenWithoutASite() throws {
        let program = try Program(["n.md": "# T <b>\n\n```tensor\nprint('<script>')\n```\n"])
        #expect(try program.run("run", "n.md", "--html", "n.html").code == 0)
        let page = try #require(program.read("n.html"))
        #expect(page.hasPrefix("<!doctype html>") && page.contains("&lt;script&gt;") && !page.contains("<script"))
    }

    @Test func recordsAreAcceptedCheckedAndNeverChangedByTheSameMachine() throws {
        let text = "# T\n\n```tensor id=a\nimport math\nprint(f'{math.pi:.3f}')\n[x / 7 for x in range(9)]\n```\n"
        let program = try Program(["Notebooks/n.md": text])
        #expect(try program.run("check", "--strict").code == 1, "no record yet")
        #expect(try program.run("check", "--accept", environment: ["CI": "true"]).code == 3)
        #expect(program.read("Notebooks/n.rec") == nil, "a check writes nothing")
        #expect(try program.run("check", "--accept").code == 0)
        let record = try #require(program.read("Notebooks/n.rec"))
        for arguments in [["check", "--strict"], ["check", "--again"], ["check", "--accept"]] {
            let process = try program.start(arguments)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(arguments)")
            #expect(program.read("Notebooks/n.rec") == record)
        }
        try program.write(record.replacing("3.142", with: "3.145"), to: "Notebooks/n.rec")
        let changed = try program.run("check", "--report", "report.html")
        #expect(changed.code == 1 && changed.output.contains("recorded: 3.145"))
        #expect(program.read("report.html")?.contains("<mark>3.145</mark>") == true)
        try program.write(record + "<<<<<<< HEAD\n| 1\n=======\n| 2\n>>>>>>> other\n", to: "Notebooks/n.rec")
        #expect(try program.run("check").code == 3)
    }

    @Test func unseededRunsAreFound() throws {
        let program = try Program(["n.md": "```tensor\nimport torch\n```\n\n```tensor id=draw\ntorch.rand(2)\n```\n"])
        let ending = try program.run("check", "--repeat", "2", "n.md")
        #expect(ending.code == 1 && ending.output.contains("n.md:6:1") && ending.output.contains("line 6 is the first"), "\(ending.output)")
        try program.write("```tensor\nimport torch\ntorch.manual_seed(0)\ntorch.rand(2)\n```\n", to: "n.md")
        #expect(try program.run("check", "--repeat", "2", "n.md").code == 0)
    }

    @Test func aWorkerThatDiesIsReportedWithItsCellAndOthersGoOn() throws {
        let bomb = "```tensor id=fine\n1\n```\n\n```tensor id=bomb memory=200MB\nx = []\nwhile True: x.append([0] * 100000)\n```\n"
        let program = try Program(["Notebooks/a.md": bomb, "Notebooks/b.md": "```tensor\n2\n```\n"])
        let ending = try program.run("check", "--format", "json")
        #expect(ending.code == 4)
        let notebooks = try #require(try JSON(text: ending.output).array)
        #expect(notebooks.map { $0["passes"]?.bool } == [false, true])
        #expect(notebooks[0]["problems"]?.array?.first?["cell"]?.string?.contains("bomb") == true)
    }

    @Test func secretsFailWithoutBeingRepeated() throws {
        let key = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a"
        let program = try Program(["n.md": "```tensor\nx = '\(key)'\n```\n"])
        let ending = try program.run("check", "n.md")
        #expect(ending.code == 3 && ending.output.contains("n.md:2:") && !ending.output.contains(key))
    }
}
