// SecretScanTests: keys are found, ordinary text is not, and no message repeats a key.
import Notebook
import Testing

@Suite struct SecretScanTests {
    /// Put together here so that no scanner takes this file for a leak.
    private static let keys = [
        "AKIA" + "IOSFODNN7EXAMPLE", "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a", "sk-" + "abcdEFGH1234ijklMNOP5678",
        "Zm9vYmFyYmF6" + "cXV4MTIzNDU2Nzg5MGFiY2RlZkdIS",
    ]

    @Test(arguments: keys) func aKeyIsFoundAndNotRepeated(key: String) {
        let problems = SecretScan.problems(in: "a = 1\nkey = \"\(key)\"\n", file: "a.md")
        #expect(problems.map(\.position.line) == [2])
        #expect(problems.first?.position.column == 8)
        #expect(!problems.map(\.text).joined().contains(key))
    }

    @Test(arguments: [
        "tensor([0.12345678901234567890123456789012])", "a_very_long_function_name_that_is_only_words", "https://example.org/a/b/c/D1/e2/F3/g4/h5/i6/j7",
        "sk-learn is a library", "0123456789012345678901234567890123456789", "torch.nn.functional.scaled_dot_product_attention",
        "MultiheadAttentionWithRelativePositions",
    ])
    func ordinaryTextPasses(text: String) { #expect(SecretScan.problems(in: text, file: "a.md").isEmpty) }
}
