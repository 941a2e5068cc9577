// Tests the random numbers of torch and numpy against numbers recorded from the real libraries (RandomNumbers.txt).
import Foundation
import Testing
import Tensors

/// The recorded table: name, colon, results.
private let recorded: [String: [String]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("RandomNumbers.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return Dictionary(uniqueKeysWithValues: lines.map { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
    })
}()

private let rows = TorchRandomRows.floats + TorchRandomRows.wholes + TorchRandomRows.others
    + NumPyRandomRows.shared + NumPyRandomRows.lists + NumPyRandomRows.legacyOnly + NumPyRandomRows.modernOnly

/// The number a bit pattern stands for: eight digits a float32, sixteen a float64.
private func number(_ text: String) -> Double {
    let bits = UInt64(text, radix: 16) ?? 0
    return text.utf8.count == 8 ? Double(Float(bitPattern: UInt32(bits))) : Double(bitPattern: bits)
}

extension EngineTests {
    @Suite struct RandomNumberTests {
        @Test("random numbers equal the recorded ones", arguments: rows)
        func randomNumbers(row: RandomRow) throws {
            let expected = try #require(recorded[row.name])
            let drawn = try row.draw()
            guard row.isNear else {
                #expect(drawn == expected)
                return
            }
            #expect(drawn.count == expected.count)
            for (ours, theirs) in zip(drawn, expected) {
                let tolerance = (ours.utf8.count == 8 ? 4e-7 : 1e-13) * (1 + number(theirs).magnitude)
                #expect((number(ours) - number(theirs)).magnitude <= tolerance)
            }
        }
    }
}
