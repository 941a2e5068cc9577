// RecordMutationTests: generated outputs hold against their own record, also after a run that rounds otherwise; any mutation of it fails.
import Notebook
import Testing

@Suite struct RecordMutationTests {
    /// Numbers that are the same in every run (xorshift).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    /// One line of output as words and numbers.
    private enum Token {
        case word(String)
        case whole(Int)
        /// A number and how many of its decimals are printed.
        case number(Double, decimals: Int)

        var text: String {
            switch self {
            case .word(let word): word
            case .whole(let value): String(value)
            case .number(let value, let decimals): Self.digits(value, decimals)
            }
        }

        private static func digits(_ value: Double, _ decimals: Int) -> String {
            let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
            let units = Int((abs(value) * scale).rounded())
            let whole = String(units / Int(scale))
            let fraction = String(units % Int(scale))
            return (value < 0 ? "-" : "") + whole + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
    }

    private func line(_ number: Int, _ dice: inout Dice) -> [Token] {
        let value = Double.random(in: -100...100, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: return [.word("epoch"), .whole(number), .word("loss"), .number(value, decimals: Int.random(in: 2...6, using: &dice))]
        case 1: return [.word("torch.Size(["), .whole(Int.random(in: 1...512, using: &dice)), .word(","), .whole(number), .word("])")]
        case 2: return [.word("tensor(["), .number(value, decimals: 4), .word(","), .number(value / 7, decimals: 4), .word("], grad_fn=<AddBackward0>)")]
        default: return [.word("line"), .whole(number), .word(["cat", "dog", "plane"][Int.random(in: 0..<3, using: &dice)])]
        }
    }

    private func text(_ lines: [[Token]]) -> String { lines.map { $0.map(\.text).joined(separator: " ") + "\n" }.joined() }

    private func executed(_ lines: [[Token]]) throws -> ExecutedDocument {
        let document = try DocumentReader.read(text: "```tensor id=a\nx\n```\n", file: "n.md")
        return ExecutedDocument(document: document, results: [CellResult(id: "a", ending: .finished, outputs: [.text(text(lines))])])
    }

    /// The lines with one thing about them changed.
    private func mutated(_ lines: [[Token]], _ dice: inout Dice) -> [[Token]] {
        var lines = lines
        let row = Int.random(in: lines.indices, using: &dice)
        let place = Int.random(in: lines[row].indices, using: &dice)
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: lines.remove(at: row)
        case 1: lines.insert(lines[row], at: row)
        case 2: lines[row].remove(at: place)
        case 3: lines[row].insert(.word("extra"), at: place)
        default:
            switch lines[row][place] {
            case .word(let word): lines[row][place] = .word(word + "x")
            case .whole(let value): lines[row][place] = .whole(value + [-1, 1, 10].randomElement(using: &dice)!)
            case .number(let value, let decimals):
                // Three units of the last place, and more than the tolerance of a training.
                let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
                lines[row][place] = .number(value + (value < 0 ? -1 : 1) * (3 * unit + abs(value) / 100), decimals: decimals)
            }
        }
        return lines
    }

    @Test(arguments: 1...200) func noMutationPasses(seed: UInt64) throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let lines = (0..<Int.random(in: 2...15, using: &dice)).map { line($0, &dice) }
        let record = RecordCheck(try executed(lines), with: Record()).accepted()
        #expect(RecordCheck(try executed(lines), with: record).cells[0].holds)
        for _ in 0..<20 {
            let changed = mutated(lines, &dice)
            let torn = RecordCheck(try executed(changed), with: Record()).accepted()
            #expect(!RecordCheck(try executed(lines), with: torn).cells[0].holds, "\(text(lines))---\n\(text(changed))")
        }
    }

    @Test(arguments: 1...200) func anotherRunHolds(seed: UInt64) throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let lines = (0..<Int.random(in: 2...15, using: &dice)).map { line($0, &dice) }
        let record = RecordCheck(try executed(lines), with: Record()).accepted()
        let again = lines.map { line in
            line.map { token -> Token in
                guard case .number(let value, let decimals) = token else { return token }
                return .number(value * (1 + Double.random(in: -1e-7...1e-7, using: &dice)), decimals: decimals)
            }
        }
        let check = RecordCheck(try executed(again), with: record)
        #expect(check.cells[0].holds, "\(text(lines))---\n\(text(again))")
        #expect(check.accepted() == record, "what holds keeps its bytes")
    }
}
