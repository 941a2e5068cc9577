// CheckFormats: the findings of a check for programs: JSON, JUnit, GitHub's annotations.

extension CheckedNotebook {
    /// One object: file, seconds, problems, and one object a cell.
    public var json: JSON {
        [
            "file": .string(file), "passes": .bool(passes), "seconds": .number(String(seconds)),
            "problems": .array(problems.map(\.json)),
            "cells": .array(cells.map { check in
                ["id": .string(check.cell.id), "line": .number(String(check.cell.line - 1)), "verdict": .string(CheckedNotebook.word(check.verdict)),
                 "message": .string(CheckedNotebook.words(check.verdict))]
            }),
            "orphans": .array(orphans.map(JSON.string)),
        ]
    }

    /// A JUnit test suite: one test case a cell.
    public var junit: String {
        let failures = differing.count + problems.count
        let counts = "tests=\"\(cells.count + problems.count)\" failures=\"\(isAccepted ? problems.count : failures)\""
        var text = "  <testsuite name=\"\(xml(file))\" \(counts) time=\"\(seconds)\">\n"
        for problem in problems {
            let failure = "<failure message=\"\(xml(problem.message))\">\(xml(problem.text))</failure>"
            text += "    <testcase classname=\"\(xml(file))\" name=\"line \(problem.position.line)\">\(failure)</testcase>\n"
        }
        for check in cells {
            let fails = !isAccepted && differing.contains(check)
            let words = xml(CheckedNotebook.words(check.verdict))
            text += "    <testcase classname=\"\(xml(file))\" name=\"\(xml(check.cell.id))\">" + (fails ? "<failure message=\"\(words)\"/>" : "") + "</testcase>\n"
        }
        return text + "  </testsuite>\n"
    }

    /// One annotation for each cause.
    public var github: String {
        var text = ""
        for problem in problems { text += annotation(line: problem.position.line, column: max(problem.position.column, 1), problem.message) }
        for check in differing where !isAccepted {
            text += annotation(line: check.cell.line - 1, column: 1, "cell \"\(check.cell.id)\": \(CheckedNotebook.words(check.verdict))")
        }
        return text
    }

    /// GitHub's workflow command; `%` and line breaks are escaped as it wants them.
    private func annotation(line: Int, column: Int, _ message: String) -> String {
        func data(_ text: String) -> String {
            text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
        }
        func property(_ text: String) -> String { data(text).replacing(":", with: "%3A").replacing(",", with: "%2C") }
        return "::error file=\(property(file)),line=\(line),col=\(column)::\(data(message))\n"
    }

    private static func word(_ verdict: CellCheck.Verdict) -> String {
        switch verdict {
        case .same: "same"
        case .changed: "changed"
        case .stale: "stale"
        case .missing: "missing"
        case .unchecked: "unchecked"
        }
    }

    /// Text inside an XML attribute or element; characters that XML cannot hold are left out.
    private func xml(_ text: String) -> String {
        text.replacingBytes { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "\n"): "&#10;"
            case UInt8(ascii: "\t"): nil
            case 0..<32: ""
            default: nil
            }
        }
    }
}

extension Problem {
    /// The problem as an object for programs.
    public var json: JSON {
        var object: [JSON.Member] = [
            JSON.Member("kind", .string(kind.rawValue)), JSON.Member("message", .string(message)), JSON.Member("file", .string(position.file)),
            JSON.Member("line", .number(String(position.line))), JSON.Member("column", .number(String(position.column))),
            JSON.Member("endColumn", .number(String(position.endColumn))), JSON.Member("quoted", .string(position.quoted)),
        ]
        if let cell { object.append(JSON.Member("cell", .string(cell))) }
        if !operands.isEmpty {
            object.append(JSON.Member("operands", .array(operands.map { operand in
                ["name": .string(operand.name), "column": .number(String(operand.column)), "endColumn": .number(String(operand.endColumn)),
                 "text": .string(operand.text)]
            })))
        }
        if !notes.isEmpty { object.append(JSON.Member("notes", .array(notes.map(JSON.string)))) }
        if let help { object.append(JSON.Member("help", .string(help))) }
        return .object(object)
    }
}
