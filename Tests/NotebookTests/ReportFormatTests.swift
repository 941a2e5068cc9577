// ReportFormatTests: findings as JUnit and GitHub read them.
import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif
import Notebook
import Testing

@Suite struct ReportFormatTests {
    private func checked(_ text: String, id: String = "a") throws -> CheckedNotebook {
        let document = try DocumentReader.read(text: "```tensor id=\"\(id)\"\nx\n```\n", file: "a<&\">,:%.md")
        let old = ExecutedDocument(document: document, results: [CellResult(id: id, ending: .finished, outputs: [.text("1\n")])])
        let record = RecordCheck(old, with: Record()).accepted()
        let new = ExecutedDocument(document: document, results: [CellResult(id: id, ending: .finished, outputs: [.text(text)])])
        var checked = CheckedNotebook(file: document.file, executed: new, check: RecordCheck(new, with: record), only: nil, strict: false)
        let place = Problem.Position(file: document.file, line: 2, column: 3, quoted: "x < \u{1B}[31m ]]>")
        checked.problems.append(Problem(.cell, "bad \u{0} <thing> & \"more\"\nsecond line", at: place))
        return checked
    }

    /// Counts elements and attributes of JUnit's format.
    private final class Reader: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]
        var suites: [[String: String]] = []

        func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
            counts[name, default: 0] += 1
            if name == "testsuite" { suites.append(attributes) }
        }
    }

    @Test(arguments: ["1\n", "2\n", "<b>&\u{8}\n"]) func junitIsWellFormedAndCounts(text: String) throws {
        let suite = try checked(text, id: "a <b> & c").junit
        let parser = XMLParser(data: Data("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suite)</testsuites>\n".utf8))
        let reader = Reader()
        parser.delegate = reader
        #expect(parser.parse(), "\(suite)")
        #expect(reader.counts["testcase"].map(String.init) == reader.suites.first?["tests"])
        #expect(reader.counts["failure", default: 0] == Int(reader.suites.first?["failures"] ?? ""))
        #expect(Double(reader.suites.first?["time"] ?? "") != nil)
    }

    @Test func annotationsAreOneLineEach() throws {
        let lines = try checked("2\n").github.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            #expect(line.wholeMatch(of: /::error file=[^,:]*,line=\d+,col=\d+::.+/) != nil, "\(line)")
            #expect(line.contains("file=a<&\">%2C%3A%25.md"))
        }
    }
}
