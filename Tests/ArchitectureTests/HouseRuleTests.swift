// HouseRuleTests: sizes, names and comments of source files.
import Testing

@Suite struct HouseRuleTests {
    private static let files = SourceTree.sources + SourceTree.tests

    @Test(arguments: files) func isAtMost400Lines(file: SourceFile) {
        #expect(file.lines.count <= 401, "\(file.path): \(file.lines.count) lines")
    }

    @Test func theMedianFileIsAtMost150Lines() {
        let sizes = SourceTree.sources.map(\.lines.count).sorted()
        #expect(sizes[sizes.count / 2] <= 150)
    }

    @Test(arguments: files) func functionsAreAtMost60Lines(file: SourceFile) {
        let long = file.functions(longerThan: HouseRuleTests.exceptions[file.path] ?? 60)
        #expect(long.isEmpty, "\(file.path): \(long.map { "line \($0.line): \($0.length) lines" }.joined(separator: ", "))")
    }

    /// Files with a function that is one switch over a closed table and reads best in one piece: its length.
    private static let exceptions: [String: Int] = ["Sources/Runtime/Machine/Loop.swift": 215]

    @Test(arguments: files) func theFirstLineSaysWhatItDefines(file: SourceFile) {
        #expect(file.lines.first?.hasPrefix("// ") == true, "\(file.path)")
        #expect((file.lines.first?.count ?? 0) > 15, "\(file.path)")
    }

    @Test(arguments: files) func theNameSaysSomething(file: SourceFile) {
        for word in ["Util", "Helper", "Manager", "Common", "Misc", "Placeholder"] {
            #expect(!file.name.contains(word), "\(file.path)")
        }
    }

    @Test(arguments: files) func nothingIsLeftOver(file: SourceFile) {
        let marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:"]
        for (index, line) in file.lines.enumerated() {
            let isComment = line.drop { $0 == " " }.hasPrefix("//")
            if isComment, marks.contains(where: line.contains) { Issue.record("\(file.path):\(index + 1): unfinished") }
        }
    }
}
