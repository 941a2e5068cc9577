// String literals side by side, and the fields of f-strings.

extension Parser {
    /// One or more string literals in a row, joined.
    mutating func strings() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = StringLiteral(token, in: bytes)
        var pieces: [FormatPiece] = []
        var data: [UInt8] = []
        var isFormatted = false
        while kind == .string {
            let token = self.token
            let literal = StringLiteral(token, in: bytes)
            if literal.isBytes != first.isBytes { throw SyntaxError("cannot mix bytes and nonbytes literals", at: start) }
            do throws(EscapeFailure) {
                if literal.isBytes { data += try Escapes.bytes(bytes[literal.content], isRaw: literal.isRaw) }
                else if !literal.isFormatted { Self.append(try Escapes.text(bytes[literal.content], isRaw: literal.isRaw), to: &pieces) }
            } catch {
                throw SyntaxError(error.message, at: token.span)
            }
            if literal.isFormatted {
                isFormatted = true
                var reader = FormattedStringReader(parser: self, literal: literal, token: token)
                for piece in try reader.pieces() {
                    if case .text(let text) = piece { Self.append(text, to: &pieces) } else { pieces.append(piece) }
                }
            }
            advance()
        }
        let place = span(from: start)
        if first.isBytes { return Expression(.constant(.bytes(data)), place) }
        if isFormatted { return Expression(.formatted(pieces), place) }
        if case .text(let text)? = pieces.first { return Expression(.constant(.string(text)), place) }
        return Expression(.constant(.string("")), place)
    }

    /// Adds text, joined to the text before it.
    private static func append(_ text: String, to pieces: inout [FormatPiece]) {
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else if !text.isEmpty {
            pieces.append(.text(text))
        }
    }
}

/// Takes an f-string apart: text, and fields that are parsed as expressions of their own.
struct FormattedStringReader {
    private let bytes: [UInt8]
    private let literal: StringLiteral
    private let token: Token
    private let context: Parser.Context
    private let depth: Int
    private var position: Int
    private let end: Int

    init(parser: Parser, literal: StringLiteral, token: Token) {
        bytes = parser.bytes
        self.literal = literal
        self.token = token
        context = parser.context
        depth = parser.depth
        position = literal.content.lowerBound
        end = literal.content.upperBound
    }

    /// The pieces of the whole string.
    mutating func pieces() throws(SyntaxError) -> [FormatPiece] { try pieces(specDepth: 0) }

    /// Pieces up to the end of the string, or of the format spec where `specDepth` is above 0.
    private mutating func pieces(specDepth: Int) throws(SyntaxError) -> [FormatPiece] {
        var result: [FormatPiece] = []
        var text = ""
        var start = position
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "{"):
                text += try decode(start..<position)
                if specDepth == 0, position + 1 < end, bytes[position + 1] == UInt8(ascii: "{") {
                    text += "{"
                    position += 2
                } else {
                    try field(into: &result, text: &text, specDepth: specDepth)
                }
                start = position
            case UInt8(ascii: "}"):
                if specDepth > 0 {
                    text += try decode(start..<position)
                    if !text.isEmpty { result.append(.text(text)) }
                    return result
                }
                text += try decode(start..<position)
                guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "}") else { throw failure("single '}' is not allowed") }
                text += "}"
                position += 2
                start = position
            case UInt8(ascii: "\\"):
                // `\N{…}` holds braces that are no field.
                if !literal.isRaw, position + 2 < end, bytes[position + 1] == UInt8(ascii: "N"), bytes[position + 2] == UInt8(ascii: "{") {
                    position = bytes[position..<end].firstIndex(of: UInt8(ascii: "}")) ?? end - 1
                    position += 1
                } else {
                    position += !literal.isRaw && position + 1 < end && bytes[position + 1] != UInt8(ascii: "{") && bytes[position + 1] != UInt8(ascii: "}") ? 2 : 1
                }
            default:
                position += 1
            }
        }
        text += try decode(start..<min(position, end))
        if !text.isEmpty { result.append(.text(text)) }
        return result
    }

    private func decode(_ range: Range<Int>) throws(SyntaxError) -> String {
        do throws(EscapeFailure) {
            return try Escapes.text(bytes[range], isRaw: literal.isRaw)
        } catch {
            throw SyntaxError(error.message, at: token.span)
        }
    }

    private func failure(_ message: String) -> SyntaxError { SyntaxError("f-string: " + message, at: token.span) }

    /// Reads `{expression=!conversion:spec}`; the text so far, with that of `=`, becomes a piece before the field.
    private mutating func field(into result: inout [FormatPiece], text: inout String, specDepth: Int) throws(SyntaxError) {
        if specDepth >= 2 { throw failure("expressions nested too deeply") }
        position += 1
        let start = position
        try skipExpression()
        let stop = position
        let source = bytes[start..<stop]
        if source.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) { throw failure("empty expression not allowed") }
        let value = try parse(start..<stop)
        var conversion = FormatField.Conversion.none
        var isDebug = false
        if peek == UInt8(ascii: "=") {
            position += 1
            while peek == 0x20 { position += 1 }
            isDebug = true
            text += String(decoding: bytes[start..<position], as: UTF8.self)
        }
        if !text.isEmpty { result.append(.text(text)) }
        text = ""
        if peek == UInt8(ascii: "!") { conversion = try readConversion() }
        var spec: [FormatPiece]?
        if peek == UInt8(ascii: ":") {
            position += 1
            spec = try pieces(specDepth: specDepth + 1)
        } else if isDebug, conversion == .none {
            conversion = .repr
        }
        guard peek == UInt8(ascii: "}") else { throw failure("expecting '}'") }
        position += 1
        result.append(.field(FormatField(value: value, conversion: conversion, spec: spec)))
    }

    private var peek: UInt8 { position < end ? bytes[position] : 0 }

    private mutating func readConversion() throws(SyntaxError) -> FormatField.Conversion {
        position += 1
        let letter = peek
        position += 1
        switch letter {
        case UInt8(ascii: "r"): return .repr
        case UInt8(ascii: "s"): return .str
        case UInt8(ascii: "a"): return .ascii
        default: throw failure("invalid conversion character: expected 's', 'r', or 'a'")
        }
    }

    /// Moves to the `=`, `!`, `:` or `}` that ends the expression here.
    private mutating func skipExpression() throws(SyntaxError) {
        var brackets: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            let next = position + 1 < end ? bytes[position + 1] : 0
            switch byte {
            case UInt8(ascii: "\\"): throw failure("expression part cannot include a backslash")
            case UInt8(ascii: "#"): throw failure("expression part cannot include '#'")
            case UInt8(ascii: "'"), UInt8(ascii: "\""): try skipString(byte)
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if brackets.isEmpty {
                    if byte == UInt8(ascii: "}") { return }
                    throw failure("unmatched '\(Character(Unicode.Scalar(byte)))'")
                }
                brackets.removeLast()
            case UInt8(ascii: "!") where brackets.isEmpty && next != UInt8(ascii: "="): return
            case UInt8(ascii: ":") where brackets.isEmpty: return
            case UInt8(ascii: "=") where brackets.isEmpty:
                if next == byte { position += 1 } else if !endsComparison { return }
            default: break
            }
            position += 1
        }
        throw failure("expecting '}'")
    }

    /// True if the byte before this `=` makes it `!=`, `<=` or `>=`.
    private var endsComparison: Bool {
        let before = bytes[position - 1]
        return before == UInt8(ascii: "!") || before == UInt8(ascii: "<") || before == UInt8(ascii: ">")
    }

    /// Moves to the last quote of the string that begins here.
    private mutating func skipString(_ quote: UInt8) throws(SyntaxError) {
        let isTriple = position + 2 < end && bytes[position + 1] == quote && bytes[position + 2] == quote
        position += isTriple ? 3 : 1
        while position < end {
            if bytes[position] == UInt8(ascii: "\\") { throw failure("expression part cannot include a backslash") }
            if bytes[position] == quote {
                if !isTriple { return }
                if position + 2 < end, bytes[position + 1] == quote, bytes[position + 2] == quote {
                    position += 2
                    return
                }
            }
            position += 1
        }
        throw failure("unterminated string")
    }

    private func parse(_ range: Range<Int>) throws(SyntaxError) -> Expression {
        let (line, column) = place(of: range.lowerBound)
        var lexer = Lexer(bytes, fragment: range, line: line, column: column)
        lexer.run()
        var parser = Parser(lexer)
        parser.context = context
        parser.depth = depth + 1
        do throws(SyntaxError) {
            let value = parser.kind == .yield ? try parser.yieldExpression() : try parser.fieldExpression()
            guard parser.kind == .end else { throw parser.bracketFailure() }
            return value
        } catch {
            let error = parser.preferred(over: error)
            throw SyntaxError("f-string: " + error.message, at: error.span)
        }
    }

    /// Line and column of an offset inside the token.
    private func place(of offset: Int) -> (Int32, Int32) {
        var line = token.line
        var lineStart = Int(token.start) - Int(token.column)
        var index = Int(token.start)
        while index < offset {
            if bytes[index] == 0x0A {
                line += 1
                lineStart = index + 1
            }
            index += 1
        }
        return (line, Int32(offset - lineStart))
    }
}

extension Parser {
    /// The expression of a field: named expressions need brackets there, tuples do not.
    fileprivate mutating func fieldExpression() throws(SyntaxError) -> Expression { try starExpressions() }
}
