// PrintedText: when two printed texts count as the same.

/// Compares printed texts. A number that is not an integer may differ by one unit in its last printed place plus a relative
/// 1e-4, in the same format; all else is exact, except that blanks beside such a number may change their count.
enum PrintedText {
    /// The first line that differs, told in words; nil if the texts count as the same. `formMayDiffer`: close numbers with points count as
    /// the same whatever their decimals, since a sum of shares is `1.` in one order of addition and `1.0000` in another.
    static func difference(want: String, got: String, formMayDiffer: Bool = false) -> String? {
        let want = lines(want)
        let got = lines(got)
        for index in 0..<max(want.count, got.count) {
            let wanted = index < want.count ? want[index] : "(nothing)"
            let printed = index < got.count ? got[index] : "(nothing)"
            if !sameLine(wanted, printed, formMayDiffer: formMayDiffer) { return "line \(index + 1): want \(wanted.debugDescription) got \(printed.debugDescription)" }
        }
        return nil
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    static func sameLine(_ want: String, _ got: String, formMayDiffer: Bool = false) -> Bool {
        if want == got { return true }
        let (wantedWords, wantedNumbers) = parts(squash(want))
        let (printedWords, printedNumbers) = parts(squash(got))
        return wantedWords == printedWords && wantedNumbers.count == printedNumbers.count
            && zip(wantedNumbers, printedNumbers).allSatisfy { $0.isClose(to: $1, formMayDiffer: formMayDiffer) }
    }

    /// Runs of blanks become one; none stays at the ends or after an opening bracket.
    private static func squash(_ line: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in line.utf8 {
            if byte == 32, result.isEmpty || [32, UInt8(ascii: "["), UInt8(ascii: "(")].contains(result.last!) { continue }
            result.append(byte)
        }
        while result.last == 32 { result.removeLast() }
        return result
    }

    /// The text with `#` in the place of each number, and the numbers.
    private static func parts(_ text: [UInt8]) -> ([UInt8], [PrintedNumber]) {
        var words: [UInt8] = []
        var numbers: [PrintedNumber] = []
        var index = 0
        while index < text.count {
            if let number = PrintedNumber(text, at: index) {
                numbers.append(number)
                words.append(UInt8(ascii: "#"))
                index += number.text.utf8.count
            } else {
                words.append(text[index])
                index += 1
            }
        }
        return (words, numbers)
    }
}

/// A number as it was printed.
struct PrintedNumber: Equatable {
    let text: String
    let decimals: Int
    let hasPoint: Bool
    let exponent: Int?

    /// The number that starts at this place of a text; nil if none does.
    init?(_ bytes: [UInt8], at start: Int) {
        func digits(from index: Int) -> Int {
            var end = index
            while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
            return end
        }
        func isSign(_ index: Int) -> Bool { index < bytes.count && [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[index]) }
        let mantissa = isSign(start) ? start + 1 : start
        let whole = digits(from: mantissa)
        var end = whole
        var point = false
        if whole < bytes.count, bytes[whole] == UInt8(ascii: "."), whole > mantissa || digits(from: whole + 1) > whole + 1 {
            point = true
            end = digits(from: whole + 1)
        }
        guard end > mantissa else { return nil }
        decimals = point ? end - whole - 1 : 0
        hasPoint = point
        var exponent: Int?
        if end < bytes.count, bytes[end] == UInt8(ascii: "e") || bytes[end] == UInt8(ascii: "E") {
            let first = isSign(end + 1) ? end + 2 : end + 1
            let last = digits(from: first)
            if last > first {
                exponent = Int(String(decoding: bytes[(end + 1)..<last].drop { $0 == UInt8(ascii: "+") }, as: UTF8.self))
                end = last
            }
        }
        self.exponent = exponent
        text = String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private var value: Double { Double(text.hasPrefix("+") ? String(text.dropFirst()) : text) ?? Double(text + "0") ?? .nan }
    private var digitCount: Int { text.utf8.count { (48...57).contains($0) } }

    /// Whether this recorded number and a printed one count as the same.
    func isClose(to printed: PrintedNumber, formMayDiffer: Bool = false) -> Bool {
        if text == printed.text { return true }
        let allowance = 1e-4 * abs(value)
        let difference = abs(value - printed.value)
        guard decimals == printed.decimals, hasPoint == printed.hasPoint, (exponent == nil) == (printed.exponent == nil) else {
            // Only a long shortest-round-trip text (0.12345600128173828) may change its number of digits.
            let plain = hasPoint && printed.hasPoint && exponent == nil && printed.exponent == nil
            return (formMayDiffer || max(digitCount, printed.digitCount) >= 8) && plain && difference <= allowance
        }
        guard hasPoint || exponent != nil else { return false }
        var unit = 1.0
        for _ in 0..<abs((exponent ?? 0) - decimals) { unit *= 10 }
        return difference <= 1.0001 * ((exponent ?? 0) < decimals ? 1 / unit : unit) + allowance
    }
}
