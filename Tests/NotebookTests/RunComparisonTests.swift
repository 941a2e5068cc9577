// RunComparisonTests: two runs of one notebook are compared, and the first unseeded draw is named.
import Notebook
import Testing

@Suite struct RunComparisonTests {
    private let document = try! DocumentReader.read(
        text: "```tensor id=a\nx = torch.rand(1)\n```\n\n```tensor id=b\nx\n```\n", file: "n.md")

    private func executed(_ a: String, _ b: [Output], unseeded: Int? = nil) -> ExecutedDocument {
        var first = CellResult(id: "a", ending: .finished, outputs: [.text(a)], seconds: 0.1)
        first.unseededLine = unseeded
        return ExecutedDocument(document: document, results: [first, CellResult(id: "b", ending: .finished, outputs: b)])
    }

    @Test func equalRunsDoNotDiffer() {
        let one = executed("1\n", [.result("0.5"), .warning("at 0x7f")], unseeded: 2)
        let two = executed("1\n", [.result("0.5"), .warning("at 0x8e")], unseeded: 2)
        #expect(RunComparison(one, two).difference == nil)
    }

    @Test func theFirstUnseededDrawIsNamed() throws {
        let problem = try #require(RunComparison(executed("1\n", [.result("0.5")], unseeded: 2), executed("1\n", [.result("0.7")], unseeded: 2)).difference)
        #expect(problem.kind == .changed && problem.position.line == 2 && problem.position.quoted == "x = torch.rand(1)")
        #expect(problem.notes == ["first run:  | 0.5", "second run: | 0.7"])
        #expect(problem.help?.contains("torch.manual_seed") == true)
    }

    @Test func otherCausesAreTold() throws {
        let problem = try #require(RunComparison(executed("12:00\n", []), executed("12:01\n", [])).difference)
        #expect(problem.position.line == 2 && problem.help?.contains("times") == true)
    }

    @Test func devicesMayRoundDifferently() {
        let cpu = executed("loss 0.51230\n", [.result("tensor([1.0000])")])
        #expect(RunComparison(cpu, executed("loss 0.51261\n", [.result("tensor([1.0000])")])).differences(between: "cpu", and: "opencl").isEmpty)
        let other = RunComparison(cpu, executed("loss 0.52\n", [.result("tensor([1.0000])")])).differences(between: "cpu", and: "opencl")
        #expect(other.map(\.message) == ["opencl puts out something else than cpu"])
    }
}
