// HostileCourseTests: notebooks and courses made to break the program, each with the error that it gets instead.
import Foundation
import Testing

@Suite(.serialized) struct HostileCourseTests {
    /// The notebook `n.md` that is run, the exit code and a piece of what is said.
    @Test(arguments: [
        ("```tensor\nprint('x' * 100_000_000)\n```\n", 4, "more than 10 MiB of text"),
        ("```tensor\ndef f(): return f()\nf()\n```\n", 2, "RecursionError"),
        ("```tensor\n9 ** 9 ** 9 ** 9\n```\n", 4, "MemoryError"),
        ("```tensor\nint('9' * 5000)\n```\n", 2, "ValueError: Exceeds the limit (4300 digits)"),
        ("```tensor\n'a' * 10 ** 18\n```\n", 4, "MemoryError"),
        ("```tensor\nimport torch\ntorch.zeros(10 ** 12)\n```\n", 4, "can't allocate memory"),
        ("```tensor\nx = []\nx.append(x)\nx\n```\n", 0, "[[...]]"),
        ("```tensor\nopen('../../etc/passwd', 'rb')\n```\n", 2, "FileNotFoundError"),
        ("```tensor\nimport subprocess\n```\n", 2, "ModuleNotFoundError"),
        ("```tensor\nimport os\nos.system('true')\n```\n", 2, "PermissionError"),
        ("```tensor\nimport os\nlen(os.environ)\n```\n", 0, "0\n"),
        ("```tensor\n__import__('subprocess')\n```\n", 2, "NotImplementedError: __import__()"),
        ("```tensor\n<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n```\n", 2, "SyntaxError"),
        ("```tensor id=\u{0}\n1\n```\n", 0, "1\n"),
        ("```tensor id=a\n1\n```\n```tensor id=a\n2\n```\n", 3, "`a`"),
        ("---\ntitle: [\n---\n", 3, "n.md:"),
        ("---\ntimeout: -5s\n---\n", 3, "`timeout` takes"),
        ("---\ndata: [/etc/passwd]\n---\n", 3, "outside the course folder"),
        ("---\na: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\ntitle: *b\n---\n", 3, "n.md:"),
        (String(repeating: "- ", count: 5000) + "a\n", 3, "nested more than"),
        (String(repeating: "[", count: 50_000) + "\n\n```tensor\n1\n```\n", 0, "1\n"),
        (String(repeating: "*a **b ", count: 20_000) + "\n\n```tensor\n1\n```\n", 0, "1\n"),
    ] as [(String, Int32, String)])
    func aNotebookIsRefusedOrRuns(notebook: String, code: Int32, text: String) throws {
        let program = try Program(["n.md": notebook])
        let ending = try program.run("run", "n.md", "--timeout", "60s")
        #expect(ending.code == code && (ending.output + ending.errors).contains(text), "\(ending.code) \((ending.output + ending.errors).suffix(400))")
    }

    /// Texts of `n.ipynb` that are no notebooks, or odd ones.
    @Test(arguments: [
        ("", 3), ("[]", 3), ("{\"nbformat\": 4, \"cells\": {}}", 3), ("{\"nbformat\": 3, \"worksheets\": []}", 3),
        (String(repeating: "{\"a\":", count: 100_000), 3), ("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": 3}]}", 0),
        ("{\"nbformat\": 4, \"cells\": [1, null, [], {\"cell_type\": \"markdown\", \"source\": [1]}]}", 0),
        ("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"1\", \"outputs\": 5, \"metadata\": [1]}]}", 0),
    ] as [(String, Int32)])
    func aNotebookOfJupyterIsRefusedOrRuns(notebook: String, code: Int32) throws {
        let ending = try Program(["n.ipynb": notebook]).run("run", "n.ipynb")
        #expect(ending.code == code, "\(ending.errors.prefix(400))")
        #expect(code == 0 || ending.errors.contains("n.ipynb"), "\(ending.errors.prefix(400))")
    }

    /// Files of a course, and a piece of what a build of it says.
    @Test(arguments: [
        (["Notebooks/a.md": "[x](../../../etc/passwd)\n"], "a link leads nowhere"),
        (["Notebooks/a.md": "![x](/etc/passwd)\n"], "a link leads nowhere"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "redirects: {../../../evil.html: a.md}\n"], "no path of a page below the site"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "redirects: {/tmp/evil.html: a.md}\n"], "no path of a page below the site"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "translations: [../../evil]\n"], "takes a list of different language tags"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "translations: [ja, ja]\n"], "takes a list of different language tags"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "lang: a/../../b\n"], "takes a language tag"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "titel: T\n"], "did you mean `title`?"),
        (["Notebooks/a.md": "# A\n", "site/site.yml": "{"], "not valid YAML"),
        (["a.md": "# A\n"], "there is no course in `.`"),
    ] as [([String: String], String)])
    func aCourseIsRefused(files: [String: String], text: String) throws {
        let program = try Program(files)
        let ending = try program.run("build")
        #expect(ending.code == 3 && ending.errors.contains(text), "\(ending.code) \(ending.errors)")
        #expect(program.read("site/public/index.html") == nil)
    }

    /// Places where a link could fetch a file from outside the course onto a page.
    @Test(arguments: ["Notebooks/b.md", "Notebooks/p.svg", "site/index.md", "site/theme/extra.css", "site/theme/head.mustache", "site/site.yml"])
    func linksOutOfTheCourseAreRefused(place: String) throws {
        let program = try Program(["Notebooks/a.md": "# A\n\n![p](p.svg)\n", "site/theme/note.txt": ""])
        if place != "Notebooks/p.svg" { try program.write("<svg/>", to: "Notebooks/p.svg") }
        let secret = program.folder.path + ".secret"
        try Data("a secret\n".utf8).write(to: URL(filePath: secret))
        defer { try? FileManager.default.removeItem(atPath: secret) }
        try FileManager.default.createSymbolicLink(atPath: program.folder.appending(path: place).path, withDestinationPath: secret)
        let ending = try program.run("build")
        #expect(ending.code == 3 && ending.errors.contains("lies outside the course folder"), "\(ending.code) \(ending.errors)")
        #expect(!(ending.output + ending.errors).contains("a secret"))
    }

    /// What stands in the files that the program keeps for itself: none of it does harm.
    @Test(arguments: ["", "{", "litgrad-cache 1 00\n[]\n[]\n", "\u{0}\u{1}\u{2}", "litgrad-cache 2 \n\n\n", "null\nnull\nnull\n", "{\"inputs\": [1], \"outputs\": {}, \"notes\": []}"])
    func damagedNotesAreIgnored(text: String) throws {
        let program = try Program(["Notebooks/a.md": "# A\n\n```tensor\nprint('fresh')\n```\n"])
        #expect(try program.run("build").code == 0)
        let kept = program.folder.appending(path: ".litgrad")
        let names = FileManager.default.enumerator(atPath: kept.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") } ?? []
        #expect(names.count == 3)
        for name in names { try Data(text.utf8).write(to: kept.appending(path: name)) }
        let ending = try program.run("build")
        #expect(ending.code == 0 && program.read("site/public/a.html")?.contains("fresh") == true, "\(ending.errors)")
        #expect(try program.run("check").code == 0)
    }
}
