// Session: executes the cells of a document in order, in one interpreter.
import Runtime

/// Executes the cells of one document. Make and use it on a thread with a deep stack (`InterpreterThread`).
public final class Session {
    /// What a session needs from the outside.
    public struct Surroundings {
        /// What cells can import.
        public var modules: ModuleRegistry
        /// Draws the curves that appear by themselves; the flag asks for a logarithmic axis.
        public var drawCurves: (_ curves: [LossCurve], _ logarithmic: Bool) -> Display?
        /// Sees every output as it appears, for streaming to a terminal.
        public var watch: (Cell, Event) -> Void
        /// Limits that hold where neither the cell nor the document sets its own.
        public var limits: Limits
        /// Variables that the caller sets.
        public var parameters: [Parameter]
        /// Called on the interpreter's thread at the end of every cell: shows figures that were drawn and left open.
        public var endCell: () -> Void

        /// Describes surroundings.
        public init(
            modules: ModuleRegistry, limits: Limits = Limits(), parameters: [Parameter] = [],
            drawCurves: @escaping ([LossCurve], Bool) -> Display? = { _, _ in nil }, endCell: @escaping () -> Void = {},
            watch: @escaping (Cell, Event) -> Void = { _, _ in }
        ) {
            self.modules = modules
            self.limits = limits
            self.parameters = parameters
            self.drawCurves = drawCurves
            self.endCell = endCell
            self.watch = watch
        }
    }

    /// What a watcher is told.
    public enum Event {
        case started
        /// A piece of text, as it was printed.
        case piece(String)
        /// A finished output other than printed text.
        case output(Output)
        case ended(CellResult)
    }

    private let document: Document
    private let surroundings: Surroundings
    private let interpreter: Interpreter
    private let lines: [Substring]
    private var outputs: [Output] = []
    private var losses = LossRecorder()
    private var cell: Cell?
    /// The parameters that no cell has defined yet.
    private var openParameters: [(name: String, value: Value)] = []

    /// Prepares a session for a document.
    public init(_ document: Document, in surroundings: Surroundings) {
        self.document = document
        self.surroundings = surroundings
        lines = document.text.split(separator: "\n", omittingEmptySubsequences: false)
        interpreter = Interpreter(modules: surroundings.modules)
        interpreter.output = { [unowned self] in receive($0) }
        interpreter.warnings = { [unowned self] in append(.warning($0)) }
        interpreter.display = { [unowned self] in receive($0) }
        interpreter.follow = { [unowned self] in losses.add($0, name: nameOfLoss()) }
    }

    /// Executes the cells in order, up to the first failure or up to the cell named `last`.
    public func run(to last: String? = nil) -> ExecutedDocument {
        openParameters = surroundings.parameters.map { ($0.name, value(of: $0)) }
        for (name, value) in openParameters { interpreter.setGlobal(name, value) }
        var results: [CellResult] = []
        var ended = false
        for cell in document.cells {
            let result = ended ? CellResult(id: cell.id, ending: .notRun) : run(cell)
            results.append(result)
            if result.problem != nil || cell.id == last { ended = true }
        }
        return ExecutedDocument(document: document, results: results)
    }

    /// Executes one cell.
    private func run(_ cell: Cell) -> CellResult {
        guard !cell.options.skip else { return CellResult(id: cell.id, ending: .skipped) }
        self.cell = cell
        outputs = []
        losses = LossRecorder()
        surroundings.watch(cell, .started)
        let clock = ContinuousClock()
        let start = clock.now
        let ending = execute(cell)
        surroundings.endCell()
        drawCurves(of: cell)
        let result = CellResult(id: cell.id, ending: ending, outputs: outputs, seconds: (clock.now - start) / .seconds(1))
        surroundings.watch(cell, .ended(result))
        return result
    }

    private func execute(_ cell: Cell) -> CellResult.Ending {
        interpreter.limits = limits(of: cell)
        do {
            let value = try interpreter.execute(cell.source, file: document.file, firstLine: cell.line, mode: .cell)
            if let value { try show(value) }
            overrideParameters()
        } catch {
            let exception = Raised.wrapping(error).exception
            overrideParameters()
            let report = FailureReport(document: document, lines: lines, cell: cell)
            guard let expected = cell.options.raises else { return .failed(report.problem(exception)) }
            guard exception.type.mro.contains(where: { $0.name == expected }) else {
                return .failed(report.problem(exception, expected: expected))
            }
            append(.expectedError(Traceback.summary(of: exception)))
            return .finished
        }
        guard let expected = cell.options.raises else { return .finished }
        return .failed(FailureReport(document: document, lines: lines, cell: cell).missing(expected))
    }

    /// A cell that gives a parameter another value is the one that defines it: the caller's value takes its place, once.
    private func overrideParameters() {
        openParameters.removeAll { name, value in
            guard let defined = interpreter.global(name), (try? defined.repr()) != (try? value.repr()) else { return false }
            interpreter.setGlobal(name, value)
            return true
        }
    }

    /// The value of a parameter's expression; its text where it is none.
    private func value(of parameter: Parameter) -> Value {
        let value = try? interpreter.execute("(\(parameter.value))", file: "<parameter>", mode: .cell)
        return value ?? .string(parameter.value)
    }

    private func limits(of cell: Cell) -> Limits {
        var limits = surroundings.limits
        limits.seconds = cell.options.timeout ?? document.frontMatter.timeout ?? limits.seconds
        limits.memory = cell.options.memory ?? document.frontMatter.memory ?? limits.memory
        return limits
    }

    // MARK: Outputs

    private func receive(_ piece: String) {
        if case .text(let text)? = outputs.last {
            outputs[outputs.count - 1] = .text(text + piece)
        } else {
            outputs.append(.text(piece))
        }
        if let cell { surroundings.watch(cell, .piece(piece)) }
    }

    private func append(_ output: Output) {
        outputs.append(output)
        if let cell { surroundings.watch(cell, .output(output)) }
    }

    /// Shows the value of a cell's last expression: richly if it can, else as its `repr`; None shows nothing.
    private func show(_ value: Value) throws {
        if case .none = value { return }
        if case .object(let object) = value, let display = try object.display() {
            receive(display)
        } else {
            append(.result(try value.repr()))
        }
    }

    private func receive(_ display: Display) {
        switch display {
        case .text(let text): append(.result(text))
        case .svg(let title, let draw, let tables):
            let number = outputs.count { if case .figure = $0 { true } else { false } } + 1
            let data = tables.map { FigureOutput.Table(name: $0.name, columns: $0.columns, rows: $0.rows) }
            append(.figure(FigureOutput(title: title, svg: draw("\(cell?.id ?? "cell")-\(number)"), tables: data)))
        }
    }

    // MARK: Curves

    /// Draws the losses that the cell followed, unless it drew something itself or asked for none.
    private func drawCurves(of cell: Cell) {
        let drew = outputs.contains { if case .figure = $0 { true } else { false } }
        let curves = losses.drawable
        guard !curves.isEmpty, !drew || cell.options.plot != nil, cell.options.plot != CellOptions.Plot.none else { return }
        let logarithmic = cell.options.plot.map { $0 == .log } ?? curves.contains(where: \.spansDecades)
        if let display = surroundings.drawCurves(curves, logarithmic) { receive(display) }
    }

    private func nameOfLoss() -> String {
        guard let site = interpreter.callSite, lines.indices.contains(site.line - 1) else { return "loss" }
        return LossRecorder.name(in: lines[site.line - 1])
    }
}
