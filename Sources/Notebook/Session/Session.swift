// Session: executes the cells of a document in order, in one interpreter.
import Runtime
import Syntax

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
        /// Limits that no cell and no document can raise.
        public var caps: Limits
        /// Variables that the caller sets.
        public var parameters: [Parameter]
        /// Called on the interpreter's thread at the end of every cell: shows figures that were drawn and left open.
        public var endCell: () -> Void
        /// Limits the memory of tensors, in bytes.
        public var limitTensors: (Int) -> Void = { _ in }
        /// Has news of random numbers that nobody seeded and of numbers that texts round sent to a session.
        public var followNumbers: (_ draw: @escaping () -> Void, _ rounding: @escaping (String, Double) -> Void) -> Void = { _, _ in }
        /// Ends the process because a cell neither ends nor listens, and tells what became of the cell. Called on another thread.
        /// Nil: nobody watches.
        public var giveUp: ((Cell, CellResult) -> Void)?

        /// Describes surroundings.
        public init(
            modules: ModuleRegistry, limits: Limits = Limits(), caps: Limits = Limits(), parameters: [Parameter] = [],
            drawCurves: @escaping ([LossCurve], Bool) -> Display? = { _, _ in nil }, endCell: @escaping () -> Void = {},
            watch: @escaping (Cell, Event) -> Void = { _, _ in }
        ) {
            self.modules = modules
            self.limits = limits
            self.caps = caps
            self.parameters = parameters
            self.drawCurves = drawCurves
            self.endCell = endCell
            self.watch = watch
        }
    }

    /// What a watcher is told.
    public enum Event {
        case started
        /// A number was followed, such as the loss of a training step.
        case step
        /// A piece of text, as it was printed.
        case piece(String)
        /// A finished output other than printed text.
        case output(Output)
        case ended(CellResult)
    }

    private var document: Document
    private let surroundings: Surroundings
    private let interpreter: Interpreter
    private var lines: [Substring]
    private var outputs = CellOutputs()
    private var losses = LossRecorder()
    private var rounded = RoundedNumbers()
    private var steps = 0
    private var unseededLine: Int?
    private var cell: Cell?
    /// The parameters that no cell has defined yet.
    private var openParameters: [(name: String, value: Value)] = []
    /// When the time of the whole notebook is up.
    private var pageDeadline: Double?

    /// Prepares a session for a document.
    public init(_ document: Document, in surroundings: Surroundings) {
        self.document = document
        self.surroundings = surroundings
        lines = document.text.textLines
        interpreter = Interpreter(modules: surroundings.modules)
        interpreter.output = { [unowned self] in receive($0) }
        interpreter.warnings = { [unowned self] in append(.warning($0)) }
        interpreter.followRounding = { [unowned self] in rounded.add($0, $1) }
        surroundings.followNumbers(
            { [weak self] in self?.noteUnseededDraw() }, { [weak self] in self?.rounded.add($0, $1) })
        SessionFiles.current = SessionFiles()
        for data in document.data { SessionFiles.current.provide(path: data.name) { data.bytes } }
        interpreter.display = { [unowned self] in receive($0) }
        interpreter.follow = { [unowned self] in
            losses.add($0, name: nameOfLoss())
            steps += 1
            if let cell { surroundings.watch(cell, .step) }
        }
    }

    /// Executes the cells in order, up to the first failure or up to the cell named `last`.
    public func run(to last: String? = nil) -> ExecutedDocument {
        pageDeadline = document.frontMatter.timeout.map { Interpreter.now() + $0 }
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

    /// Goes on with another version of the document, whose cells before `first` are those that were executed.
    public func resume(_ version: Document, from first: Int) {
        document = version
        lines = version.text.textLines
        for data in version.data { SessionFiles.current.provide(path: data.name) { data.bytes } }
        for cell in version.cells.dropFirst(first) where run(cell).problem != nil { return }
    }

    /// Executes one cell.
    private func run(_ cell: Cell) -> CellResult {
        guard !cell.options.skip else { return CellResult(id: cell.id, ending: .skipped) }
        self.cell = cell
        outputs = CellOutputs()
        losses = LossRecorder()
        rounded = RoundedNumbers()
        steps = 0
        unseededLine = nil
        surroundings.watch(cell, .started)
        noteCommands(in: cell)
        let clock = ContinuousClock()
        let start = clock.now
        let limits = limits(of: cell)
        watch(cell, limits)
        var ending = execute(cell, limits)
        surroundings.endCell()
        drawCurves(of: cell)
        Watchdog.shared.end()
        if let excess = outputs.excess, ending == .finished { ending = .failed(report(on: cell).stopped(excess, at: nil)) }
        var result = CellResult(id: cell.id, ending: ending, outputs: outputs.all, seconds: (clock.now - start) / .seconds(1))
        result.steps = steps
        result.rounded = rounded.standing(in: result.outputs)
        result.unseededLine = unseededLine
        surroundings.watch(cell, .ended(result))
        return result
    }

    private func report(on cell: Cell) -> FailureReport { FailureReport(document: document, lines: lines, cell: cell, interpreter: interpreter) }

    /// Has the cell watched by another thread, in case that it stops in a call that does not end.
    private func watch(_ cell: Cell, _ limits: Limits) {
        guard let giveUp = surroundings.giveUp else { return }
        let start = Interpreter.now()
        Watchdog.shared.begin(Watchdog.Watch(deadline: limits.seconds.map { start + $0 }, memory: limits.memory) { [self] reason in
            // The cell's own thread stands still in native code; what it left behind can be read.
            let problem = report(on: cell).stopped("LimitExceeded: " + reason, at: interpreter.callSite)
            giveUp(cell, CellResult(id: cell.id, ending: .failed(problem), outputs: outputs.all, seconds: Interpreter.now() - start))
        })
    }

    private func execute(_ cell: Cell, _ limits: Limits) -> CellResult.Ending {
        interpreter.limits = limits
        Interruption.clear()
        limits.memory.map(surroundings.limitTensors)
        do {
            let value = try interpreter.execute(withParameters(cell.source), file: document.file, firstLine: cell.line, mode: .cell)
            if let value { try show(value) }
            overrideParameters()
        } catch {
            let exception = Raised.wrapping(error).exception
            overrideParameters()
            let report = report(on: cell)
            guard let expected = cell.options.raises else { return .failed(report.problem(exception)) }
            guard exception.type.mro.contains(where: { $0.name == expected }) else {
                return .failed(report.problem(exception, expected: expected))
            }
            append(.expectedError(Traceback.summary(of: exception)))
            return .finished
        }
        guard let expected = cell.options.raises else { return .finished }
        return .failed(report(on: cell).missing(expected))
    }

    /// A cell's code with the caller's values in the places where it defines parameters. Each is defined once.
    private func withParameters(_ source: String) -> String {
        var source = source
        openParameters.removeAll { name, value in
            guard let text = try? value.repr(), let changed = ParameterAssignment(of: name, as: text, in: source).source else { return false }
            source = changed
            return true
        }
        return source
    }

    /// A cell that gives a parameter another value by other means defines it, too: the caller's value takes its place after the cell.
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

    /// What a cell may use up: what its fence says, else the head, else what is usual; never more than the caps, and no more time
    /// than is left to the notebook.
    private func limits(of cell: Cell) -> Limits {
        var limits = surroundings.limits
        let caps = surroundings.caps
        let left = pageDeadline.map { max($0 - Interpreter.now(), 1e-3) }
        limits.seconds = [cell.options.timeout ?? limits.seconds, left, caps.seconds].compactMap { $0 }.min()
        limits.memory = [cell.options.memory ?? document.frontMatter.memory ?? limits.memory, caps.memory].compactMap { $0 }.min()
        return limits
    }

    /// Says which lines of a cell are commands for a shell, which are not run.
    private func noteCommands(in cell: Cell) {
        guard cell.source.utf8.contains(UInt8(ascii: "!")) else { return }
        for piece in CodePiece.pieces(of: cell.source) where piece.kind == .comment && piece.text.hasPrefix("!") {
            append(.warning("note: `\(piece.text)` is not run: nothing needs to be installed, and cells have no shell\n"))
        }
    }

    // MARK: Outputs

    private func receive(_ piece: String) {
        guard let cell, outputs.excess == nil else { return }
        surroundings.watch(cell, .piece(outputs.add(printed: piece)))
        stopAtExcess()
    }

    private func append(_ output: Output) {
        guard outputs.add(output) else { return stopAtExcess() }
        if let cell { surroundings.watch(cell, .output(output)) }
    }

    private func stopAtExcess() {
        if let excess = outputs.excess { Interruption.stop(excess) }
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
            let number = outputs.figures + 1
            let data = tables.map { FigureOutput.Table(name: $0.name, columns: $0.columns, rows: $0.rows) }
            append(.figure(FigureOutput(title: title, svg: draw("\(cell?.id ?? "cell")-\(number)"), tables: data)))
        }
    }

    // MARK: Curves

    /// Draws the losses that the cell followed, unless it drew something itself or asked for none.
    private func drawCurves(of cell: Cell) {
        let curves = losses.drawable
        guard !curves.isEmpty, outputs.figures == 0 || cell.options.plot != nil, cell.options.plot != CellOptions.Plot.none else { return }
        let logarithmic = cell.options.plot.map { $0 == .log } ?? curves.contains(where: \.spansDecades)
        if let display = surroundings.drawCurves(curves, logarithmic) { receive(display) }
    }

    private func noteUnseededDraw() {
        if unseededLine == nil { unseededLine = interpreter.callSite?.line }
    }

    private func nameOfLoss() -> String {
        guard let site = interpreter.callSite, lines.indices.contains(site.line - 1) else { return "loss" }
        return LossRecorder.name(in: lines[site.line - 1])
    }
}
