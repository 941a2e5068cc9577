// UnchangedBuildTests: a build that has nothing to do leaves the site as it stands; anything that a page is made from makes it anew.
import Foundation
import Testing

@Suite(.serialized) struct UnchangedBuildTests {
    private static let course = [
        "site/site.yml": "title: T\ntranslations: [ja]\n", "site/index.md": "# T\n", "site/theme/extra.css": "p { margin: 0 }\n",
        "Notebooks/a.md": "---\ndata: [points/]\n---\n\n# A\n\n![p](p.svg)\n\n```tensor\nprint(open('points/1.txt').read())\n```\n",
        "Notebooks/p.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "Notebooks/points/1.txt": "one",
    ]

    /// The folder of the site as the file system knows it: a new site has another number.
    private func number(_ program: Program) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: program.folder.appending(path: "site/public").path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    /// A file, what it holds from then on (nil: it is removed), and whether that makes the site anew.
    @Test(arguments: [
        ("Notebooks/a.md", UnchangedBuildTests.course["Notebooks/a.md"], false), ("Notebooks/a.md", "# B\n", true), ("Notebooks/b.md", "# B\n", true),
        ("Notebooks/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"> </svg>", true), ("Notebooks/points/1.txt", "two", true),
        ("Notebooks/points/2.txt", "two", true), ("site/site.yml", "title: U\ntranslations: [ja]\n", true), ("site/index.md", "# U\n", true),
        ("site/index.ja.md", "# U\n", true), ("site/theme/extra.css", "p { margin: 1px }\n", true), ("site/theme/theme.css", "", true),
        ("site/public/a.html", nil, true), ("site/public/index.html", "mine", true), (".litgrad/site.json", nil, true),
        (".litgrad/site.json", "{\"inputs\": [", true), ("site/other.txt", "", false),
    ] as [(String, String?, Bool)])
    func aSiteIsMadeAnewWhereItsSourcesChanged(path: String, text: String?, isMade: Bool) throws {
        let program = try Program(UnchangedBuildTests.course)
        let first = try program.run("build")
        #expect(first.code == 0, "\(first.errors)")
        let before = try number(program)
        if let text { try program.write(text, to: path) } else { try FileManager.default.removeItem(at: program.folder.appending(path: path)) }
        let second = try program.run("build")
        #expect(second.code == 0 && second.output == first.output, "\(second.errors)")
        #expect(try (number(program) != before) == isMade)
        #expect(program.read("site/public/a.html") != nil)
    }

    /// A file, what it holds from then on, and how a check that has passed before ends.
    @Test(arguments: [
        ("Notebooks/points/1.txt", "two", 1), ("Notebooks/a.rec", "litgrad-rec 1\n== read code=0\n| two\n", 1), ("Notebooks/a.rec", "mine", 3),
        ("Notebooks/b.md", "```tensor\n1 / 0\n```\n", 2), ("Notebooks/a.md", "```tensor id=read\nprint(2)\n```\n", 1), ("site/index.md", "# U\n", 0),
        (".litgrad/checked.json", "{\"name\"", 0),
    ] as [(String, String, Int32)])
    func findingsStandUntilSomethingChanges(path: String, text: String, code: Int32) throws {
        let notebook = "---\ndata: points\n---\n\n```tensor id=read\nprint(open('points/1.txt').read())\n```\n"
        let program = try Program(["Notebooks/a.md": notebook, "Notebooks/points/1.txt": "one"])
        #expect(try program.run("check", "--accept").code == 0)
        let endings = try (0..<2).map { _ in try program.run("check", "--strict") }
        #expect(endings.allSatisfy { $0.code == 0 && $0.output == endings[0].output && $0.output.contains("1 passed") })
        try program.write(text, to: path)
        let ending = try program.run("check", "--strict")
        #expect(ending.code == code, "\(ending.output)\(ending.errors)")
    }

    @Test func notesAreToldAgain() throws {
        let program = try Program(["site/site.yml": "translations: [ja]\n", "Notebooks/a.md": "# A\n", "Notebooks/ja/a.md": "---\nlang: ja\n---\n# A\n"])
        let endings = try (0..<2).map { _ in try program.run("build") }
        #expect(endings.allSatisfy { $0.errors.contains("add `original: ") }, "\(endings.map(\.errors))")
    }
}
