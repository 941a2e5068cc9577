// Code: a compiled function body, class body, or text.
import Syntax

/// Instructions with everything they refer to. Immutable but for the inline caches in `sites`.
public final class Code: @unchecked Sendable {
    /// The function's name; `<module>` for a text.
    public let name: String
    /// `__qualname__`
    public let qualifiedName: String
    /// The docstring.
    public let doc: String?
    /// The file or cell the text came from.
    let file: String
    /// Frames of library source stay out of tracebacks.
    let isHidden: Bool
    let instructions: UnsafeMutablePointer<Instruction>
    let instructionCount: Int
    let constants: UnsafeMutablePointer<Value>
    let constantCount: Int
    /// Where each instruction came from.
    let positions: [Span]
    let names: [Name]
    let sites: UnsafeMutablePointer<AttributeSite>
    let siteCount: Int
    /// The functions and classes defined inside.
    let children: [Code]
    /// Names of keyword arguments, one list per call form.
    let keywordLists: [[Name]]
    /// Where exceptions are caught, inner ranges before outer ones.
    let handlers: [Handler]
    /// Where an exception is being handled: instruction ranges of `except` bodies with its register, inner first.
    let handling: [Handler]
    /// Registers a frame needs.
    let registerCount: Int
    /// Parameters come first, then the other locals, then temporaries.
    let localCount: Int
    /// The parameters. Defaults are in the function object.
    let signature: Signature
    /// Indices of the parameters that have defaults.
    let defaultIndices: [Int]
    /// What a function made from this code captures.
    let captures: [Capture]
    /// Names of the captured variables, for error texts.
    let freeNames: [Name]
    let localNames: [Name]
    let isGenerator: Bool
    let isGeneratorExpression: Bool
    /// Whether arguments can be used where they lie: positional parameters only.
    let takesPositionalOnly: Bool
    /// Number of arguments of a call that needs no more than a frame over them; -1 where every call needs more.
    let plainCount: Int
    /// Whether locals must be unset at entry because some read checks them.
    let checksLocals: Bool
    /// The globals its slots refer to.
    let globals: Globals
    /// Position of the `__class__` cell among the captures.
    let classCapture: Int?
    /// What the whole code can be made of, where this is a function's header alone. Only whole code is run.
    let deferred: DeferredCode?

    /// A range of instructions with the place that takes over.
    struct Handler {
        let start: Int
        let end: Int
        let target: Int
        /// Register that receives (or holds) the exception.
        let register: Int
    }

    /// Where a new function finds a captured cell.
    enum Capture: Equatable {
        /// In a register of the frame that makes the function.
        case register(Int)
        /// Among the captures of the function that makes it.
        case free(Int)
    }

    init(_ builder: CodeBuilder) {
        name = builder.name
        qualifiedName = builder.qualifiedName
        doc = builder.doc
        file = builder.unit.file
        isHidden = builder.unit.isHidden
        globals = builder.unit.globals
        instructionCount = builder.instructions.count
        instructions = .allocate(capacity: instructionCount)
        instructions.initialize(from: builder.linkedInstructions, count: instructionCount)
        constantCount = builder.constants.values.count
        constants = .allocate(capacity: max(1, constantCount))
        constants.initialize(from: builder.constants.values, count: constantCount)
        positions = builder.positions
        names = builder.names
        siteCount = builder.sites.count
        sites = .allocate(capacity: max(1, siteCount))
        sites.initialize(from: builder.sites.map { AttributeSite(name: $0) }, count: siteCount)
        children = builder.children
        keywordLists = builder.keywordLists
        handlers = builder.handlers
        handling = builder.handling
        registerCount = builder.registerCount
        localCount = builder.localNames.count
        localNames = builder.localNames
        signature = builder.signature
        defaultIndices = builder.defaultIndices
        captures = builder.captures
        freeNames = builder.scope.free.map { Name($0) }
        isGenerator = builder.scope.isGenerator
        isGeneratorExpression = builder.scope.isGeneratorExpression
        takesPositionalOnly = signature.parameters.count == signature.positionalCount
        plainCount = takesPositionalOnly && !isGenerator ? signature.positionalCount : -1
        checksLocals = builder.checksLocals
        classCapture = builder.scope.free.firstIndex(of: "__class__")
        deferred = builder.deferred
    }

    deinit {
        instructions.deallocate()
        constants.deinitialize(count: constantCount)
        constants.deallocate()
        for index in 0..<siteCount { sites[index].forget() }
        sites.deallocate()
    }
}

/// A place in the code that names an attribute, with what it found last time.
struct AttributeSite {
    /// What the last look-up found.
    enum Found: UInt8 {
        case nothing
        /// An instance attribute: slot `slot`.
        case slot
        /// A value of the class.
        case classValue
        /// A function of the class: binds the object as first argument.
        case method
        /// A native computed attribute.
        case nativeProperty
        /// The function of a property of the class.
        case getter
        /// A variable of the module in `value`: global slot `slot`.
        case moduleVariable
        /// A new instance attribute: the instance moves on to the shape in `object`.
        case transition
    }

    /// The value found. First in memory, so that the site can be read as a slot.
    var value: Value = .unset
    let name: Name
    var found = Found.nothing
    /// The state of shape and class that `found` holds for.
    var serial: UInt32 = 0
    var slot: Int32 = 0
    /// The function, property or shape found; not counted: as long as `serial` holds, the class keeps it alive.
    var object: Unmanaged<AnyObject>?

    init(name: Name) {
        self.name = name
    }

    /// Lets go of the value.
    mutating func forget() {
        value = .unset
        object = nil
        found = .nothing
    }
}
