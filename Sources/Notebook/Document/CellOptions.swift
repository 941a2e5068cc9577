// CellOptions: what a fence's info string says about its cell. The options are declared once, in `CellOption.all`.

/// What a cell asks for.
public struct CellOptions: Sendable, Equatable {
    /// What a page leaves out.
    public enum Hidden: String, Sendable, CaseIterable { case code, output, cell }
    /// How outputs are compared with their record.
    public enum Check: String, Sendable, CaseIterable { case text, shape, skip }
    /// How the automatic loss curve is drawn.
    public enum Plot: String, Sendable, CaseIterable { case none, linear, log }

    public var id: String?
    public var hide: Hidden?
    /// The page shows the code folded.
    public var fold = false
    /// The cell is shown but not executed.
    public var skip = false
    /// The exception that the cell must raise.
    public var raises: String?
    /// Seconds the cell may run.
    public var timeout: Double?
    /// Bytes the cell's session may hold.
    public var memory: Int?
    public var rtol: Double?
    public var atol: Double?
    public var check: Check = .text
    /// Nil: the curve appears by itself, with the scale that suits it.
    public var plot: Plot?

    /// The options of a cell that says nothing.
    public init() {}
}

/// One option of a cell: its name, what it takes, what it does, how it is read.
public struct CellOption: Sendable {
    /// The name before `=`.
    public let name: String
    /// What stands after `=`, as the reference shows it; empty for a flag.
    public let values: String
    public let summary: String
    /// Sets the option; false where the value is not one it takes. The value is nil for a bare word.
    let read: @Sendable (inout CellOptions, String?) -> Bool

    /// Every option there is.
    public static let all: [CellOption] = [
        CellOption("id", "NAME", "names the cell in records, links and error messages") { $0.id = $1; return $1?.isEmpty == false },
        CellOption("hide", words(CellOptions.Hidden.self), "leaves the code, the output or the whole cell out of the page") {
            choice($1, into: &$0.hide)
        },
        CellOption("fold", "", "shows the code folded") { flag($1, into: &$0.fold) },
        CellOption("skip", "", "shows the code and does not run it") { flag($1, into: &$0.skip) },
        CellOption("raises", "EXCEPTION", "expects this exception; anything else is a failure") { $0.raises = $1; return $1?.isEmpty == false },
        CellOption("timeout", "DURATION", "the time the cell may take: `90`, `90s`, `5m`") { quantity($1, Quantity.seconds, into: &$0.timeout) },
        CellOption("memory", "SIZE", "the memory the session may hold: `500MB`, `2GB`") { quantity($1, Quantity.bytes, into: &$0.memory) },
        CellOption("rtol", "NUMBER", "the relative tolerance of recorded numbers") { quantity($1, Quantity.tolerance, into: &$0.rtol) },
        CellOption("atol", "NUMBER", "the absolute tolerance of recorded numbers") { quantity($1, Quantity.tolerance, into: &$0.atol) },
        CellOption("check", words(CellOptions.Check.self), "compares the text, only its shape, or nothing with the record") {
            choice($1, into: &$0.check)
        },
        CellOption("plot", words(CellOptions.Plot.self), "draws no loss curve by itself, or one with this scale") {
            choice($1, into: &$0.plot)
        },
    ]

    private init(_ name: String, _ values: String, _ summary: String, read: @escaping @Sendable (inout CellOptions, String?) -> Bool) {
        self.name = name
        self.values = values
        self.summary = summary
        self.read = read
    }
}

/// The words of a closed choice, as the reference shows them: `code|output|cell`.
private func words<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> String where Choice.RawValue == String {
    Choice.allCases.map(\.rawValue).joined(separator: "|")
}

private func choice<Choice: RawRepresentable>(_ text: String?, into value: inout Choice) -> Bool where Choice.RawValue == String {
    guard let found = text.flatMap(Choice.init(rawValue:)) else { return false }
    value = found
    return true
}

private func choice<Choice: RawRepresentable>(_ text: String?, into value: inout Choice?) -> Bool where Choice.RawValue == String {
    value = text.flatMap(Choice.init(rawValue:))
    return value != nil
}

private func quantity<Number>(_ text: String?, _ reader: (String) -> Number?, into value: inout Number?) -> Bool {
    value = text.flatMap(reader)
    return value != nil
}

private func flag(_ text: String?, into value: inout Bool) -> Bool {
    value = true
    return text == nil
}
