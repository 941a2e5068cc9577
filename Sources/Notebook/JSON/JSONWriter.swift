// JSONWriter: JSON value → text.

extension JSON {
    /// The value on one line, as programs exchange it.
    public var compact: String {
        var text = ""
        write(to: &text, indent: nil, level: 0)
        return text
    }

    /// The value on many lines, indented by one blank a level, as Jupyter writes notebooks.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: " ", level: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: String?, level: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): JSON.quote(string, to: &text)
        case .array(let elements):
            JSON.writeList(elements, in: ("[", "]"), to: &text, indent: indent, level: level) { element, text in
                element.write(to: &text, indent: indent, level: level + 1)
            }
        case .object(let members):
            JSON.writeList(members, in: ("{", "}"), to: &text, indent: indent, level: level) { member, text in
                JSON.quote(member.key, to: &text)
                text += indent == nil ? ":" : ": "
                member.value.write(to: &text, indent: indent, level: level + 1)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], in marks: (String, String), to text: inout String, indent: String?, level: Int,
        write: (Element, inout String) -> Void
    ) {
        text += marks.0
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: indent, count: level + 1) }
            write(element, &text)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: indent, count: level) }
        text += marks.1
    }

    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        text += string.replacingBytes { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\\""
            case UInt8(ascii: "\\"): "\\\\"
            case 10: "\\n"
            case 9: "\\t"
            case 13: "\\r"
            case 0..<16: "\\u000" + String(byte, radix: 16)
            case 16..<32: "\\u00" + String(byte, radix: 16)
            default: nil
            }
        }
        text += "\""
    }
}
