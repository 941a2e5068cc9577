// Tests the texts of tensors, arrays and scalars against texts recorded from torch and numpy (Printing.txt).
import Foundation
import Testing

private let cases: [PrintedCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Printing.txt")
    return PrintedCase.all((try? String(contentsOf: file, encoding: .utf8)) ?? "")
}()

@Suite struct PrintingTests {
    @Test("printed texts equal the recorded ones", arguments: cases)
    func printing(recorded: PrintedCase) {
        #expect(recorded.printed() == recorded.text)
    }

    @Test("the table was found")
    func table() { #expect(cases.count > 300) }
}
