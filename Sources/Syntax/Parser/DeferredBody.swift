// DeferredBody: the body of a function that is parsed when the function is first called.

/// The place of a body in a text whose tokens are known. Most functions of the library are never called by a program.
public struct DeferredBody: Sendable {
    /// Stands before the colon.
    fileprivate let parser: Parser
    fileprivate let start: Span

    /// The statements.
    public func parse() throws(SyntaxError) -> [Statement] {
        var parser = parser
        do throws(SyntaxError) {
            return try parser.block("function definition", start)
        } catch {
            throw parser.preferred(over: error)
        }
    }
}

extension Parser {
    /// Steps over an indented block; nil, without a step, where there is none that could be read later.
    mutating func deferredBlock(_ start: Span) -> DeferredBody? {
        guard kind == .colon, nextKind == .newline else { return nil }
        var end = index + 2
        guard end < tokens.count, tokens[end].kind == .indent else { return nil }
        var depth = 0
        repeat {
            switch tokens[end].kind {
            case .indent: depth += 1
            case .dedent: depth -= 1
            case .end, .error: return nil
            default: break
            }
            end += 1
        } while depth > 0 && end < tokens.count
        var later = self
        later.defersBodies = false
        index = min(end, tokens.count - 1)
        return DeferredBody(parser: later, start: start)
    }
}
