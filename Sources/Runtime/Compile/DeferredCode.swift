// DeferredCode: a function of the library that is compiled when it is first called.
import Syntax

/// What is needed to compile a function of which so far only the header is known: it stands at the top of a text or in a class there.
final class DeferredCode: @unchecked Sendable {
    private let definition: FunctionDefinition
    private let className: String?
    private var whole: Code?

    init(_ definition: FunctionDefinition, className: String?) {
        self.definition = definition
        self.className = className
    }

    /// The whole code of the function whose header `header` is.
    /// - Throws: SyntaxError for a body that is none.
    func code(completing header: Code) throws(SyntaxError) -> Code {
        if let whole { return whole }
        let body = try definition.deferred?.parse() ?? definition.body
        let (scopes, scope) = try ScopeBuilder.deferred(definition, body, isMethod: header.classCapture != nil)
        let builder = CodeBuilder(
            unit: CompilationUnit(file: header.file, isHidden: header.isHidden, globals: header.globals, scopes: scopes.scopes), scope: scope,
            name: header.name, qualifiedName: header.qualifiedName, doc: body.docstring, parameters: header.signature.parameters, parent: nil)
        builder.className = className
        builder.defaultIndices = header.defaultIndices
        builder.captures = header.captures
        try builder.compileBody(body)
        let code = try builder.finish(builder.span)
        whole = code
        return code
    }
}
