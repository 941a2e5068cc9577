// SecretScan: keys and passwords that should not stand in a notebook or its record.
import Glibc

/// Finds what looks like a key of some service. What it finds is never repeated in a message.
public enum SecretScan {
    /// How the keys of well-known services begin.
    private static let prefixes = [
        "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "hf_", "sk-", "sk_live_", "xoxb-", "xoxp-", "AIza", "ya29.", "npm_",
        "-----BEGIN",
    ]
    /// A known beginning counts with this many characters after it, an unknown word from this length.
    private static let leastAfterPrefix = 16
    private static let leastUnknown = 32
    /// Bits a character, above which a long word counts as random. English words have about 2 to 3.5.
    private static let randomness = 4.0

    /// A problem for each suspicious word of a text.
    public static func problems(in text: String, file: String) -> [Problem] {
        var problems: [Problem] = []
        for (index, line) in text.textLines.enumerated() {
            for word in words(of: line) where isSuspicious(word) {
                let column = line.distance(from: line.startIndex, to: word.startIndex) + 1
                let place = Problem.Position(file: file, line: index + 1, column: column, endColumn: column + word.count)
                problems.append(
                    Problem(.configuration, "this looks like a key (\(word.count) characters)", at: place, help: "take it out, and have it replaced where it is valid"))
            }
        }
        return problems
    }

    /// The words of a line that are long enough to be keys.
    private static func words(of line: Substring) -> [Substring] {
        var words: [Substring] = []
        var start = line.startIndex
        let utf8 = line.utf8
        for (index, byte) in zip(utf8.indices, utf8) where !isInWord(byte) {
            words.append(line[start..<index])
            start = utf8.index(after: index)
        }
        words.append(line[start...])
        return words.filter { $0.utf8.count >= shortest }
    }

    private static let shortest = leastAfterPrefix + (prefixes.map(\.utf8.count).min() ?? 0)

    private static func isInWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "_-+/.=".utf8.contains(byte)
        }
    }

    private static func isSuspicious(_ word: Substring) -> Bool {
        if prefixes.contains(where: { word.hasPrefix($0) && word.count >= $0.count + leastAfterPrefix && hasDigit(word) }) { return true }
        // Paths, numbers and dotted names are long without being secret.
        guard word.count >= leastUnknown, !word.contains("/"), !word.contains("."), hasDigit(word) else { return false }
        let hasUpper = word.contains { $0.isUppercase }
        let hasLower = word.contains { $0.isLowercase }
        return hasUpper && hasLower && entropy(word) >= randomness
    }

    private static func hasDigit(_ word: Substring) -> Bool { word.contains { $0.isNumber } }

    /// Shannon's entropy of the word's characters, in bits a character.
    private static func entropy(_ word: Substring) -> Double {
        var counts: [Character: Int] = [:]
        for character in word { counts[character, default: 0] += 1 }
        let total = Double(word.count)
        return counts.values.reduce(0) { sum, count in sum - Double(count) / total * log2(Double(count) / total) }
    }
}
