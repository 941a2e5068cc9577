// MutationTests: damaged programs are refused with a position, never with a crash.
import Foundation
import Syntax
import Testing

/// Programs of the conformance suite with bytes changed, removed and repeated, under a fixed seed.
@Suite struct MutationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Conformance/language")

    private static let programs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".py") }.sorted().compactMap {
            try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }
    }()

    /// A small generator of its own, so that every run sees the same programs.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6364136223846793005 &+ 1442695040888963407
            return Int((state >> 33) % UInt64(max(sides, 1)))
        }
    }

    @Test func wholeProgramsParse() throws {
        #expect(!Self.programs.isEmpty)
        for program in Self.programs { _ = try SyntaxTree(parsing: program, mode: .file, firstLine: 1) }
    }

    @Test func damagedProgramsAreRefusedWithAPosition() {
        var dice = Dice(state: 2026)
        let pieces = ["(", ")", "[", "]", "{", "\"", "'''", ":", "\\", "\n", "\t", "lambda", "*", "f'{", "=", "\u{0}", "é", "0x", "1e"]
        for round in 0..<2_000 where !Self.programs.isEmpty {
            var bytes = Array(Self.programs[round % Self.programs.count].utf8)
            for _ in 0...dice.roll(4) {
                let place = dice.roll(bytes.count)
                switch dice.roll(3) {
                case 0: bytes.insert(contentsOf: pieces[dice.roll(pieces.count)].utf8, at: place)
                case 1 where !bytes.isEmpty: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(8)))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(30))], at: place)
                }
            }
            do {
                _ = try SyntaxTree(parsing: String(decoding: bytes, as: UTF8.self), mode: .file, firstLine: 1)
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }
}
