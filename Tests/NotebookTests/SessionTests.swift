// SessionTests: cells run in order, and what goes wrong is told in the document's lines.
import Notebook
import Runtime
import Testing

/// One interpreter runs in a process: these tests take turns.
@Suite(.serialized) struct SessionTests {
    private func run(
        _ text: String, to last: String? = nil, limits: Limits = Limits(), parameters: [Parameter] = []
    ) throws -> ExecutedDocument {
        let document = try DocumentReader.read(text: text, file: "lesson.md")
        return InterpreterThread.run {
            Session(document, in: Session.Surroundings(modules: [:], limits: limits, parameters: parameters)).run(to: last)
        }
    }

    @Test func cellsShareTheirNamesAndShowTheirLastValue() throws {
        let executed = try run("```tensor\nx = 20\nprint('a')\nprint('b', end='')\n```\n\n```tensor\nx + 1\n```\n\n```tensor\nNone\n```\n")
        #expect(executed.results.map(\.outputs) == [[.text("a\nb")], [.result("21")], []])
        #expect(executed.results.allSatisfy { $0.ending == .finished })
    }

    @Test func aFailureNamesLineColumnAndCalls() throws {
        let executed = try run("# T\n\n```tensor id=f\ndef f(x):\n    return 1 / x\n```\n\n```tensor id=g\n1\ny = 2 + f(0)\n```\n\n```tensor\n3\n```\n")
        let problem = try #require(executed.problems.first)
        #expect(problem.kind == .cell)
        #expect(problem.message == "ZeroDivisionError: division by zero")
        #expect(problem.position == Problem.Position(file: "lesson.md", line: 5, column: 12, endColumn: 17, quoted: "    return 1 / x"))
        #expect(problem.cell == "\"g\" (2nd of 3)")
        #expect(problem.notes == ["called from line 10: y = 2 + f(0)"])
        #expect(executed.results.map(\.ending).last == .notRun)
        #expect(problem.text == """
            error: ZeroDivisionError: division by zero
              lesson.md:5:12   cell "g" (2nd of 3)
               5 |     return 1 / x
                 |            ^^^^^
              called from line 10: y = 2 + f(0)

            """)
    }

    @Test func columnsCountTheIndentOfTheFence() throws {
        let problem = try #require(try run("- a\n\n  ```tensor\n  1 / 0\n  ```\n").problems.first)
        #expect(problem.position.line == 4 && problem.position.column == 3 && problem.position.endColumn == 8)
    }

    @Test func mistakesOfGrammarArePlaced() throws {
        let problem = try #require(try run("```tensor\nx = 1\nif x\n    y\n```\n").problems.first)
        #expect(problem.message.hasPrefix("SyntaxError: "))
        #expect(problem.position.line == 3)
    }

    @Test func expectedExceptionsAreOutputs() throws {
        let executed = try run("```tensor raises=ZeroDivisionError\n1 / 0\n```\n\n```tensor raises=ArithmeticError\n1 / 0\n```\n")
        #expect(executed.problems.isEmpty)
        #expect(executed.results[0].outputs == [.expectedError("ZeroDivisionError: division by zero")])
        #expect(try run("```tensor raises=TypeError\n1 / 0\n```\n").problems.map(\.message)
            == ["the cell should raise TypeError and raised ZeroDivisionError: division by zero"])
        #expect(try run("```tensor raises=TypeError\n1\n```\n").problems.map(\.message) == ["the cell should raise TypeError and raised nothing"])
    }

    @Test func skippedAndLaterCellsAreNotRun() throws {
        let executed = try run("```tensor skip\n1 / 0\n```\n\n```tensor id=b\n2\n```\n\n```tensor\n1 / 0\n```\n", to: "b")
        #expect(executed.results.map(\.ending) == [.skipped, .finished, .notRun])
    }

    @Test func anEndlessLoopEndsAtItsLimit() throws {
        let problem = try #require(try run("```tensor timeout=50ms\nwhile True: pass\n```\n").problems.first)
        #expect(problem.kind == .limit)
        #expect(problem.position.line == 2)
    }

    @Test func aMemoryBombEndsAtItsLimit() throws {
        var limits = Limits()
        limits.seconds = 60
        let problem = try #require(try run("```tensor memory=300MB\nx = []\nwhile True: x.append([0] * 100000)\n```\n", limits: limits).problems.first)
        #expect(problem.kind == .limit)
    }

    @Test func parametersReplaceWhatTheNotebookSays() throws {
        let text = "```tensor\nepochs = 10\nname = 'a'\n```\n\n```tensor\n(epochs, name, extra)\n```\n"
        let parameters = [Parameter(name: "epochs", value: "2"), Parameter(name: "name", value: "new run"), Parameter(name: "extra", value: "[1]")]
        #expect(try run(text, parameters: parameters).results[1].outputs == [.result("(2, 'new run', [1])")])
    }

    /// Code that could break the program, and the beginning of what is said of it; nil where it is fine.
    @Test(arguments: [
        ("x = " + String(repeating: "(", count: 20_000), "SyntaxError: "), ("x = '\u{0}'", nil), ("def f(): f()\nf()", "RecursionError: "),
        ("'a' * 10**12", "MemoryError"), ("10 ** 10 ** 8 if False else 1", nil), ("print('x' * 1000000)", nil),
    ] as [(String, String?)])
    func hostileCellsEndWell(code: String, message: String?) throws {
        let problem = try run("```tensor timeout=20s memory=2GB\n\(code)\n```\n").problems.first
        #expect(message.map { problem?.message.hasPrefix($0) == true } ?? (problem == nil), "\(problem?.message ?? "no problem")")
    }

    @Test(arguments: [
        ("print('x' * 5)\nwhile True: print('y' * 1000)", "more than 10 MiB of text"), ("'x' * 20_000_000", "more than 10 MiB of text"),
    ])
    func outputHasALimit(code: String, message: String) throws {
        let executed = try run("```tensor timeout=60s\n\(code)\n```\n")
        let problem = try #require(executed.problems.first)
        #expect(problem.kind == .limit && problem.message.contains(message), "\(problem)")
    }

    @Test func theNotebookHasATimeOfItsOwn() throws {
        let executed = try run("---\ntimeout: 100ms\n---\n```tensor timeout=10s\nwhile True: pass\n```\n")
        #expect(executed.problems.map(\.kind) == [.limit])
    }

    @Test func noNotebookRaisesTheCaps() throws {
        let document = try DocumentReader.read(text: "```tensor timeout=1h\nwhile True: pass\n```\n", file: "n.md")
        var caps = Limits()
        caps.seconds = 0.1
        let executed = InterpreterThread.run { [caps] in Session(document, in: Session.Surroundings(modules: [:], caps: caps)).run() }
        #expect(executed.problems.map(\.kind) == [.limit])
    }

    @Test func longWaysToAFailureAreShortened() throws {
        let problem = try #require(try run("```tensor\ndef f(n): return f(n + 1)\nf(0)\n```\n").problems.first)
        #expect(problem.notes.count == 9 && problem.notes.last?.hasSuffix("more calls") == true, "\(problem.notes.count)")
    }

    /// What stands in the cell and what the report advises.
    @Test(arguments: [
        ("epochs = 3\nprint(epoch)", "did you mean `epochs`?"), ("np.zeros(3)", "write `import numpy as np` first"),
        ("import pandas", "cells import what litgrad brings; `litgrad reference` lists it"),
        ("open('a.csv')", "cells read the files that the head declares: `data: [measurements.csv]`"),
    ])
    func failuresComeWithAdvice(code: String, help: String) throws {
        #expect(try run("```tensor\n\(code)\n```\n").problems.first?.help == help)
    }

    @Test func operandsAreShownWithTheirSizesAndOrigins() throws {
        let code = """
            class T:
                def __init__(self, *shape):
                    self.shape = shape
                    self.dtype = 'torch.float32'
            class Net:
                def __init__(self):
                    self.w1 = T(128, 3)
            """
        let problem = try #require(try run("```tensor\n\(code)\nw = Net().w1\nT(32, 3) + w\n```\n").problems.first)
        #expect(problem.operands.map(\.name) == ["w"])
        #expect(problem.operands.map(\.text) == ["float32 [128, 3], set at line 9"])
        #expect(problem.text.contains("|            - float32 [128, 3], set at line 9\n"), "\(problem.text)")
        let both = try #require(try run("```tensor\n\(code)\nx = T(2, 3); net = Net()\nx @ net.w1\n```\n").problems.first)
        #expect(both.operands.map(\.name) == ["x", "net.w1"])
        #expect(both.operands.map(\.text) == ["float32 [2, 3], set at line 9", "float32 [128, 3], set at line 8"])
        #expect(both.text.contains("| -   ------ float32 [128, 3], set at line 8\n"), "\(both.text)")
    }

    @Test func commandsForAShellAreNoted() throws {
        let executed = try run("```tensor\n!pip install torch\n%matplotlib inline\n1\n```\n")
        #expect(executed.results[0].outputs == [
            .warning("note: `!pip install torch` is not run: nothing needs to be installed, and cells have no shell\n"), .result("1"),
        ])
    }

    @Test func valuesBehindRoundedNumbersAreKept() throws {
        let executed = try run("```tensor\nx = 0.123456\nprint(f'{x:.2f}', round(x, 3), '%.1f' % x)\n```\n")
        let result = executed.results[0]
        #expect(result.outputs == [.text("0.12 0.123 0.1\n")])
        #expect(try CellResult(json: JSON(text: result.json.compact)) == result)
        #expect(result.json.compact.contains(#""0.12":[0.123456,0.123456]"#))
    }

    @Test func libraryUseIsFoundWithoutRunning() {
        let use = LibraryUse("import torch\nimport numpy as np\nfrom torch import nn, optim as o\nx = torch.zeros(2)\nnp.linalg.norm(x).item\ny.torch.z\nnn.Linear\n")
        #expect(use.names.contains("torch.zeros") && use.names.contains("numpy.linalg.norm") && use.names.contains("torch.nn.Linear"))
        #expect(!use.names.contains { $0.contains("item") && !$0.hasPrefix("numpy") } && !use.names.contains("torch.z"))
    }
}
