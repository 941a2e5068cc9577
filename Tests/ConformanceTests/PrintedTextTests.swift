// PrintedTextTests: the comparison of printed texts accepts rounding and nothing else.
import Testing

@Suite struct PrintedTextTests {
    @Test(arguments: [
        ("tensor([0.1234, 0.5678])", "tensor([0.1235, 0.5678])"), ("loss 1.", "loss 1."), ("[ 1.5, -2.0]", "[1.5, -2.0]"),
        ("1.2345e-05", "1.2346e-05"), ("0.12345600128173828", "0.1234560012817"), ("a  0.10", "a 0.11"),
    ])
    func same(want: String, got: String) { #expect(PrintedText.sameLine(want, got)) }

    @Test(arguments: [
        ("3", "4"), ("0.1234", "0.1236"), ("0.12", "0.120"), ("1.5", "1.5e+00"), ("tensor(1.)", "tensor(3.)"),
        ("dtype=torch.float32", "dtype=torch.float64"), ("a", "b"), ("[1, 2]", "[1 2]"),
    ])
    func different(want: String, got: String) { #expect(!PrintedText.sameLine(want, got)) }

    @Test func decimalsMayDifferWhereThatIsAllowed() {
        #expect(PrintedText.sameLine("tensor([1.0000, 1.0000])", "tensor([1., 1.])", formMayDiffer: true))
        #expect(!PrintedText.sameLine("tensor(1.0000)", "tensor(1.)"))
        #expect(!PrintedText.sameLine("tensor(1.0010)", "tensor(1.)", formMayDiffer: true))
        #expect(!PrintedText.sameLine("(1)", "(1.)", formMayDiffer: true))
    }

    @Test func missingAndExtraLines() {
        #expect(PrintedText.difference(want: "a\nb\n", got: "a\n") != nil)
        #expect(PrintedText.difference(want: "a\n", got: "a\nb\n") != nil)
        #expect(PrintedText.difference(want: "a\n\n", got: "a\n") == nil)
    }
}
