// Mutations: damaged programs go through lexer, parser, compiler and machine, and end with an error or an output, never with a crash.
import Glibc
import Runtime
import Testing

/// Programs of the conformance suite with tokens exchanged, removed, repeated and replaced by extreme values.
struct Mutations {
    /// Whole programs that need no module.
    static let programs: [String] = {
        let folder = RuntimeTests.programFolder + "/../../Conformance/language"
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasSuffix(".py") { names.append(name) }
        }
        return names.sorted().compactMap { try? RuntimeTests.text(of: "\(folder)/\($0)") }.filter { !$0.contains("import ") }
    }()

    private static let tokens = programs.map(split)
    /// What a token may become: values at the edges of every type, and operators.
    private static let replacements = [
        "0", "-1", "10 ** 20", "1e308", "-0.0", "float('nan')", "2 ** 63", "-2 ** 63", "9223372036854775807", "0.5", "None", "True", "''",
        "'é😀'", "[]", "{}", "()", "1j", "b'\\xff'", "set()", "slice(None)", "range(3)", "object()", "lambda *a, **k: a",
    ] + ["type", "...", "+", "**", "//", "<<", "in", "is", "=", ":=", ",", ":", ".", "(", ")", "[", "]", "yield", "lambda", "del", "*", "@"]

    /// A small generator of its own, so that a number names a program.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6364136223846793005 &+ 1442695040888963407
            return Int((state >> 33) % UInt64(max(sides, 1)))
        }
    }

    /// Words, numbers, blanks and single signs.
    private static func split(_ program: String) -> [String] {
        var tokens: [String] = []
        var isWord = false
        for character in program {
            let continues = character.isLetter || character.isNumber || character == "_"
            if continues, isWord { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
            isWord = continues
        }
        return tokens
    }

    /// The damaged program of a number.
    static func program(_ number: Int) -> String {
        var dice = Dice(state: UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
        var text = tokens[number % tokens.count]
        for _ in 0...dice.roll(4) where !text.isEmpty {
            let place = dice.roll(text.count)
            switch dice.roll(6) {
            case 0: text[place] = replacements[dice.roll(replacements.count)]
            case 1: text.removeSubrange(place..<min(text.count, place + 1 + dice.roll(6)))
            case 2: text.insert(contentsOf: text[place..<min(text.count, place + dice.roll(30))], at: dice.roll(text.count))
            case 3: text.swapAt(place, dice.roll(text.count))
            case 4:
                let other = tokens[dice.roll(tokens.count)]
                let start = dice.roll(other.count)
                text.insert(contentsOf: other[start..<min(other.count, start + dice.roll(60))], at: place)
            default: text[place] = text[dice.roll(text.count)]
            }
        }
        return text.joined()
    }
}

extension RuntimeTests {
    /// `MUTATIONS=1000...9000` runs other ones than the first hundred; where the process dies, halving the range finds the program.
    static let mutations: ClosedRange<Int> = {
        guard let text = getenv("MUTATIONS").map({ String(cString: $0) }) else { return 0...99 }
        let bounds = text.split(separator: ".").compactMap { Int($0) }
        return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : 0...(bounds.first ?? 99)
    }()

    @Test func damagedProgramsEndInTime() throws {
        try #require(!Mutations.programs.isEmpty)
        var limits = Limits()
        limits.seconds = 0.5
        for number in Self.mutations {
            let start = Interpreter.now()
            _ = Run(Mutations.program(number), mode: .file, limits: limits, mostOutput: 1 << 20)
            #expect(Interpreter.now() - start < 5, "program \(number) did not stop")
        }
    }
}
