// SourceTree: the Swift files of the repository, read once.
import Foundation
import Testing

/// One Swift file of the repository.
struct SourceFile: CustomTestStringConvertible, Sendable {
    /// Relative to the repository.
    let path: String
    let lines: [String]

    var testDescription: String { path }
    /// `Runtime` for `Sources/Runtime/Machine/Frame.swift`.
    var target: String { String(path.split(separator: "/")[1]) }
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The modules it imports; an indented line is text of another language.
    var imports: Set<String> {
        Set(lines.filter { !$0.hasPrefix(" ") }.compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"),
                words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "package" })
            else { return nil }
            return words.dropFirst(index + 1).first.map(String.init)
        })
    }

    /// The functions and initialisers that are longer than a number of lines: their first line and length.
    /// A body ends at the brace that stands under its declaration.
    func functions(longerThan limit: Int) -> [(line: Int, length: Int)] {
        var found: [(Int, Int)] = []
        for (index, line) in lines.enumerated() where SourceFile.beginsFunction(line) {
            let indent = line.prefix { $0 == " " }
            guard let end = lines[index...].firstIndex(where: { $0 == indent + "}" }) else { continue }
            if end - index + 1 > limit { found.append((index + 1, end - index + 1)) }
        }
        return found
    }

    private static func beginsFunction(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard line.hasSuffix("{"), let first = words.first, !first.hasPrefix("//") else { return false }
        return words.contains("func") || words.contains { $0.hasPrefix("init(") || $0.hasPrefix("subscript(") }
    }
}

/// The Swift files of the repository.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file under `Sources`.
    static let sources = files(under: "Sources")
    /// Every Swift file under `Tests`.
    static let tests = files(under: "Tests")

    private static func files(under folder: String) -> [SourceFile] {
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let text = try? String(contentsOf: root.appending(path: folder + "/" + path), encoding: .utf8) else { return nil }
            return SourceFile(path: folder + "/" + path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
}
