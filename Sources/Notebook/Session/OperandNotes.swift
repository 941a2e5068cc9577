// OperandNotes: the tensors in a line that failed, with their sizes and the lines that made them.
import Runtime
import Syntax

/// Finds the tensors that a failing expression names.
struct OperandNotes {
    let document: Document
    let cell: Cell
    let interpreter: Interpreter

    /// More operands than this are not marked.
    private static let most = 4

    /// The operands in a stretch of a line, from left to right. `column` counts characters from 1.
    func operands(at place: Problem.Position) -> [Problem.Operand] {
        let characters = Array(place.quoted)
        guard place.column >= 1, place.column <= characters.count, place.endColumn > place.column else { return [] }
        let text = String(characters[(place.column - 1)..<min(place.endColumn - 1, characters.count)])
        var found: [Problem.Operand] = []
        var seen: Set<String> = []
        for (chain, offset) in OperandNotes.chains(in: text) where found.count < Self.most && seen.insert(chain).inserted {
            guard let value = value(of: chain), let description = OperandNotes.description(of: value) else { continue }
            let column = place.column + offset
            let origin = line(thatSets: chain, before: place.line).map { ", set at line \($0)" } ?? ""
            found.append(Problem.Operand(name: chain, column: column, endColumn: column + chain.count, text: description + origin))
        }
        return found
    }

    /// Names and dotted names in an expression, without those that are called, and where each begins.
    private static func chains(in text: String) -> [(String, Int)] {
        var chains: [(String, Int)] = []
        var chain = ""
        var start = 0
        var offset = 0
        func end(isCalled: Bool) {
            if !chain.isEmpty, !chain.hasSuffix("."), !isCalled { chains.append((chain, start)) }
            chain = ""
        }
        for piece in CodePiece.pieces(of: text) {
            switch piece.kind {
            // After `@`, a name looks like one that a decorator defines.
            case .name where chain.isEmpty, .definition where chain.isEmpty: (chain, start) = (piece.text, offset)
            case .name where chain.hasSuffix("."): chain += piece.text
            case .plain where piece.text == "." && !chain.isEmpty: chain += "."
            default: end(isCalled: piece.text.hasPrefix("("))
            }
            offset += piece.text.count
        }
        end(isCalled: false)
        return chains
    }

    /// The value of a dotted name where the exception left the program, else in its namespace.
    private func value(of chain: String) -> Value? {
        let parts = chain.split(separator: ".").map(String.init)
        guard let first = parts.first, var value = interpreter.scene.last(where: { $0.name == first })?.value ?? interpreter.global(first) else { return nil }
        for part in parts.dropFirst() {
            guard let next = try? value.attribute(Name(part)) else { return nil }
            value = next
        }
        return value
    }

    /// `float32 [32, 3]` for what has a dtype and a shape.
    private static func description(of value: Value) -> String? {
        guard case .object = value, value.as(ModuleObject.self) == nil, value.as(Class.self) == nil,
            let shape = try? value.attribute("shape"), let type = try? value.attribute("dtype"),
            let sizes = try? shape.elements().map({ try $0.str() }), let name = try? type.str()
        else { return nil }
        let dtype = name.hasPrefix("torch.") ? String(name.dropFirst("torch.".count)) : name
        return "\(dtype) [\(sizes.joined(separator: ", "))]"
    }

    /// The last line above that gives the name a value; an attribute may be set through `self`.
    private func line(thatSets chain: String, before last: Int) -> Int? {
        let attribute = chain.split(separator: ".").count > 1 ? chain.split(separator: ".").last.map { "self.\($0)" } : nil
        for other in document.cells.reversed() where other.number <= cell.number {
            let lines = other.source.textLines
            for index in lines.indices.reversed() where other.line + index < last || attribute != nil && other.line + index != last {
                if OperandNotes.sets(lines[index], chain) || attribute.map({ OperandNotes.sets(lines[index], $0) }) == true { return other.line + index }
            }
        }
        return nil
    }

    /// Whether a line gives a name a value: `x = …`, `x += …`, `a, x = …`, `for x in …`, `… as x:`, one of them after another.
    private static func sets(_ line: Substring, _ name: String) -> Bool {
        guard line.contains(name) else { return false }
        return line.split(separator: ";").contains { setsInStatement($0.trimmed, name) }
    }

    private static func setsInStatement(_ text: String, _ name: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" || $0 == ":" }.map(String.init)
        if words.first == "for", let end = words.firstIndex(of: "in") { return words[1..<end].contains(name) }
        if words.first == "with", let mark = words.firstIndex(of: "as") { return words.dropFirst(mark + 1).first == name }
        guard let sign = words.firstIndex(where: { $0.hasSuffix("=") && !["==", "!=", "<=", ">="].contains($0) }), sign > 0 else { return false }
        return words[..<sign].contains(name)
    }
}
