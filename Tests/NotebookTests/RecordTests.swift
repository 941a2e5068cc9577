// RecordTests: records are read, written and compared; a mutated record never passes.
import Notebook
import Testing

@Suite struct RecordTests {
    private let document = try! DocumentReader.read(
        text: "```tensor id=a\nx = 1  # one\n```\n\n```tensor id=b\ny\n```\n\n```tensor id=c check=skip\nz\n```\n", file: "n.md")

    private func executed(_ a: String, _ b: [Output]) -> ExecutedDocument {
        let results = [
            CellResult(id: "a", ending: .finished, outputs: [.text(a)]), CellResult(id: "b", ending: .finished, outputs: b),
            CellResult(id: "c", ending: .finished, outputs: [.text("anything")]),
        ]
        return ExecutedDocument(document: document, results: results)
    }

    private let curve = FigureOutput(
        title: "Loss \"now\"", svg: "<svg/>",
        tables: [.init(name: "loss", columns: ["step", "loss"], rows: (0..<200).map { [Double($0), 100 / Double($0 + 1)] })])

    private var good: ExecutedDocument { executed("tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\n", [.figure(curve), .result("12")]) }

    @Test func whatIsAcceptedHolds() throws {
        let record = RecordCheck(good, with: Record()).accepted()
        #expect(try Record.read(record.text, file: "n.rec").record.text == record.text)
        let verdicts = RecordCheck(good, with: record).cells.map(\.verdict)
        #expect(verdicts.last == .unchecked)
        #expect(verdicts.dropLast().allSatisfy { if case .same = $0 { true } else { false } })
    }

    @Test func theFormatIsAsDescribed() {
        let text = RecordCheck(good, with: Record()).accepted().text
        #expect(text.hasPrefix("litgrad-rec 1\n== a code="))
        #expect(text.contains("\n| tensor([0.1235, 2.0000])\n| epoch 3 loss 1.50\n== b code="))
        #expect(text.contains("\nplot \"Loss \\\"now\\\"\"\n  series \"loss\" of \"step\" \"loss\" n=200 from 0 to 199: 100 "))
        #expect(text.contains("\n| 12\n"))
    }

    @Test(arguments: ["tensor([0.1234, 2.0000])\nepoch 3 loss 1.51\n", "tensor([0.1235,  2.0000])\nepoch 3 loss 1.50\n", "tensor([0.12352, 2.000])\nepoch 3 loss 1.5\n"])
    func roundingHolds(text: String) {
        let record = RecordCheck(good, with: Record()).accepted()
        let check = RecordCheck(executed(text, [.figure(curve), .result("12")]), with: record)
        #expect(check.cells.filter { !$0.holds }.isEmpty, "\(check.cells.map(\.verdict))")
        #expect(check.accepted() == record, "what holds keeps its bytes")
    }

    @Test(arguments: [
        "tensor([0.1235, 2.0000])\nepoch 4 loss 1.50\n", "tensor([0.1245, 2.0000])\nepoch 3 loss 1.50\n", "tensor([0.1235, 2.0000])\n",
        "tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\nmore\n", "tensor([0.1235, nan])\nepoch 3 loss 1.50\n",
        "tensor([0.1235, 2.0000], dtype=torch.float64)\nepoch 3 loss 1.50\n", "Tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\n",
    ])
    func changesDoNotHold(text: String) {
        let record = RecordCheck(good, with: Record()).accepted()
        #expect(!RecordCheck(executed(text, [.figure(curve), .result("12")]), with: record).cells[0].holds)
    }

    @Test func aCurveThatMovedDoesNotHold() {
        let record = RecordCheck(good, with: Record()).accepted()
        var moved = curve
        moved.tables[0].rows[199][1] *= 1.3
        var near = curve
        near.tables[0].rows[199][1] *= 1.01
        #expect(!RecordCheck(executed("tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\n", [.figure(moved), .result("12")]), with: record).cells[1].holds)
        #expect(RecordCheck(executed("tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\n", [.figure(near), .result("12")]), with: record).cells[1].holds)
    }

    private func image(_ value: Double) -> FigureOutput {
        let rows = [[0, 128, 255], [value, .nan, 64]]
        return FigureOutput(title: "Digits", svg: "<svg/>", tables: [.init(name: "image (28 × 28)", columns: ["1", "2", "3"], rows: rows)])
    }

    @Test func imagesAreCoarseGrids() {
        let record = RecordCheck(executed("", [.figure(image(10))]), with: Record()).accepted()
        #expect(record.cells.last?.lines == [
            "plot \"Digits\"", "  image \"image (28 × 28)\" from 0 to 255:", "    levels 00 50 99", "    levels 04 -- 25",
        ])
        #expect(RecordCheck(executed("", [.figure(image(14))]), with: record).cells[1].holds)
        #expect(!RecordCheck(executed("", [.figure(image(20))]), with: record).cells[1].holds)
    }

    /// What the fence says, how far the curve's last point and the image's one pixel have moved, and whether their record holds.
    @Test(arguments: [
        ("", 0.01, 4, true), ("", 0.3, 0, false), ("", 0, 10, false), ("atol=0.4", 0.3, 0, true), ("atol=0.2", 0.3, 0, false),
        ("rtol=0.5", 0.3, 0, true), ("rtol=0.3", 0.3, 0, false), ("atol=12", 0, 10, true), ("atol=5", 0, 10, false), ("rtol=0.9", 0, 10, true),
        ("atol=12", 0, 40, false),
    ])
    func tolerancesHoldForFigures(fence: String, curve: Double, pixel: Double, holds: Bool) throws {
        let document = try DocumentReader.read(text: "```tensor id=a \(fence)\nx\n```\n", file: "n.md")
        func executed(_ curve: FigureOutput, _ image: FigureOutput) -> ExecutedDocument {
            ExecutedDocument(document: document, results: [CellResult(id: "a", ending: .finished, outputs: [.figure(curve), .figure(image)])])
        }
        let record = RecordCheck(executed(self.curve, image(10)), with: Record()).accepted()
        var moved = self.curve
        moved.tables[0].rows[199][1] += curve
        #expect(RecordCheck(executed(moved, image(10 + pixel)), with: record).cells[0].holds == holds)
    }

    /// Every digit of a record is turned into another one, every line is dropped, every letter is exchanged: none may pass.
    @Test func aMutatedRecordNeverPasses() throws {
        let text = RecordCheck(good, with: Record()).accepted().text
        let lines = text.split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() where line.hasPrefix("| ") {
            for (offset, character) in line.enumerated().dropFirst(2) {
                guard character.isLetter || character.isNumber else { continue }
                var letters = Array(line)
                letters[offset] = character.isNumber ? (character == "9" ? "4" : "9") : "Q"
                // The last printed place has a tolerance of one unit; other places have none.
                if character.isNumber, abs(letters[offset].wholeNumberValue! - character.wholeNumberValue!) <= 1 { continue }
                var mutated = lines
                mutated[index] = String(letters)
                let record = try Record.read(mutated.joined(separator: "\n") + "\n", file: "n.rec").record
                let differing = RecordCheck(good, with: record).cells.filter { !$0.holds }
                #expect(!differing.isEmpty, "\(mutated[index])")
            }
        }
    }

    /// The record, what was meant by the fresh number, and whether the record holds: it must be a rounding of a value near that.
    @Test(arguments: [
        ("0.12", 0.12501, "0.13", true), ("0.12", 0.1304, "0.13", false), ("0.13", 0.12501, "0.13", true), ("-0.12", -0.12501, "-0.13", true),
        ("1.00", 0.9951, "1.00", true), ("1.01", 0.9951, "1.00", false), ("1e-05", 1.04e-5, "1e-05", true), ("0.5", 0.44998, "0.4", true),
        ("0.5", 0.4399, "0.4", false), ("1.", 0.0, "0.", false),
    ])
    func recordsAreRoundingsOfWhatWasMeant(recorded: String, exact: Double, printed: String, holds: Bool) throws {
        let document = try DocumentReader.read(text: "```tensor id=a\nx\n```\n", file: "n.md")
        func executed(_ text: String) -> ExecutedDocument {
            var result = CellResult(id: "a", ending: .finished, outputs: [.text(text + "\n")])
            result.rounded.add(printed, exact)
            return ExecutedDocument(document: document, results: [result])
        }
        let record = RecordCheck(executed(recorded), with: Record()).accepted()
        #expect(RecordCheck(executed(printed), with: record).cells[0].holds == holds)
    }

    @Test func onlyWhatDiffersIsRewritten() {
        let record = RecordCheck(good, with: Record()).accepted()
        let fresh = executed("tensor([0.1234, 2.0000])\nepoch 3 loss 1.50\n", [.result("13")])
        let accepted = RecordCheck(fresh, with: record).accepted()
        #expect(accepted.cells[0] == record.cells[0])
        #expect(accepted.cells[1].lines == ["| 13"])
    }

    @Test func codeIsStaleOnlyWhereItsWordsChange() throws {
        let record = RecordCheck(good, with: Record()).accepted()
        func verdict(_ code: String) throws -> CellCheck.Verdict {
            let changed = try DocumentReader.read(text: "```tensor id=a\n\(code)\n```\n", file: "n.md")
            let result = CellResult(id: "a", ending: .finished, outputs: [.text("tensor([0.1235, 2.0000])\nepoch 3 loss 1.50\n")])
            return RecordCheck(ExecutedDocument(document: changed, results: [result]), with: record).cells[0].verdict
        }
        #expect(try verdict("x=1 # another comment") == .same(numbers: 4, worst: 0))
        #expect(try verdict("x = 2") == .stale)
        #expect(try verdict("if 1:\n    x = 1") == .stale)
    }

    @Test func marksOfAMergeAreNamed() throws {
        let text = "litgrad-rec 1\n== a code=1\n<<<<<<< HEAD\n| 1\n=======\n| 2\n>>>>>>> other\n== b code=2\n| 3\n"
        let (record, problems) = try Record.read(text, file: "n.rec")
        #expect(record.cells.map(\.id) == ["b"])
        #expect(problems.map(\.position.line) == [3])
        #expect(throws: Problems.self) { try Record.read("something else", file: "n.rec") }
    }

    @Test func outputOfTerminalsIsMadePlain() {
        let check = RecordCheck(executed("10%\r100%\ndone \u{7}\n", [.text((0..<100).map { "\($0)\n" }.joined())]), with: Record())
        let cells = check.accepted().cells
        #expect(cells[0].lines == ["| 100%", "| done \\x07"])
        #expect(cells[1].lines.count == 21 && cells[1].lines[10] == "| ...80 lines")
    }
}
