// ContrastTests: the theme's colours can be told apart as WCAG 2.2 AA asks, in light and in dark.
import Foundation
import Testing

@Suite struct ContrastTests {
    private static let css: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "Sources/Site/Theme/theme.css"), encoding: .utf8)) ?? ""
    }()

    /// The light and the dark value of a variable or of the colour of a class.
    private static func pair(_ name: String) -> (light: String, dark: String)? {
        guard let start = css.firstRange(of: name), let open = css[start.upperBound...].firstRange(of: "light-dark("),
            let end = css[open.upperBound...].firstIndex(of: ")")
        else { return nil }
        let parts = css[open.upperBound..<end].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    /// Relative luminance of `#rgb` or `#rrggbb`.
    private static func luminance(_ hex: String) -> Double {
        let digits = hex.dropFirst().compactMap(\.hexDigitValue)
        let channels = digits.count == 3 ? digits.map { $0 * 17 } : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        let linear = channels.map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private static func contrast(_ a: String, _ b: String) -> Double {
        let (first, second) = (luminance(a), luminance(b))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test(arguments: [
        "--ink:", "--soft:", "--link:", "--good:", "--bad:", "--warm:", "--violet:", "\npre b {", "\npre dfn {", "\npre q {", "\npre u {",
        "\npre i {", "\npre var {",
    ])
    func wordsCanBeRead(name: String) throws {
        let words = try #require(ContrastTests.pair(name), "\(name) is not in the style sheet")
        for ground in ["--paper:", "--raised:", "--wash:"] {
            let ground = try #require(ContrastTests.pair(ground))
            #expect(ContrastTests.contrast(words.light, ground.light) >= 4.5, "\(name) in light")
            #expect(ContrastTests.contrast(words.dark, ground.dark) >= 4.5, "\(name) in dark")
        }
    }

    @Test(arguments: ["--edge:", "--fig-frame:"] + (0..<10).map { "--fig-c\($0):" })
    func linesCanBeSeen(name: String) throws {
        let line = try #require(ContrastTests.pair(name), "\(name) is not in the style sheet")
        let paper = try #require(ContrastTests.pair("--paper:"))
        // Orange and olive keep the colours that pyplot's users know; on paper they come to a little less.
        #expect(ContrastTests.contrast(line.light, paper.light) >= 2.8, "\(name) in light")
        #expect(ContrastTests.contrast(line.dark, paper.dark) >= 3, "\(name) in dark")
    }

    @Test func markedWordsCanBeRead() throws {
        let (ink, mark) = (try #require(ContrastTests.pair("--ink:")), try #require(ContrastTests.pair("--mark:")))
        #expect(ContrastTests.contrast(ink.light, mark.light) >= 4.5 && ContrastTests.contrast(ink.dark, mark.dark) >= 4.5)
    }
}
