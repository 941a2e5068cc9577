// ProgramRun: one Python file executed as a program, its output unchanged.
import Runtime

/// Runs a Python file as CPython would run it: the same text on stdout, a traceback on stderr.
public struct ProgramRun {
    /// The name in tracebacks.
    let file: String
    let source: String
    let modules: ModuleRegistry
    /// Takes what the program prints, piece by piece.
    let output: (String) -> Void
    /// Takes warnings and the traceback.
    let errors: (String) -> Void

    /// Prepares a run of a program text.
    public init(
        file: String, source: String, modules: ModuleRegistry, output: @escaping (String) -> Void, errors: @escaping (String) -> Void
    ) {
        self.file = file
        self.source = source
        self.modules = modules
        self.output = output
        self.errors = errors
    }

    /// Runs to the end and returns the exit code: 0, what `sys.exit` was given, 2 after an exception, 4 past a limit.
    /// Call it on a thread with a deep stack. `giveUp` ends the process where a call neither ends nor listens.
    public func run(limits: Limits = Limits(), giveUp: @escaping (String) -> Void = { _ in }) -> Int32 {
        let interpreter = Interpreter(modules: modules, output: output, warnings: errors)
        interpreter.limits = limits
        SessionFiles.current = SessionFiles()
        Watchdog.shared.begin(Watchdog.Watch(deadline: limits.seconds.map { Interpreter.now() + $0 }, memory: limits.memory, giveUp: giveUp))
        defer { Watchdog.shared.end() }
        let code = exitCode { _ = try interpreter.execute(source, file: file, mode: .file) }
        if code != 4 { _ = exitCode { try interpreter.finish() } }
        return code
    }

    /// The exit code that a run means; what it raises is reported.
    private func exitCode(of run: () throws -> Void) -> Int32 {
        do {
            try run()
            return 0
        } catch {
            let exception = Raised.wrapping(error).exception
            if exception.isA(.exception("SystemExit")) { return exitCode(of: exception) }
            errors(Traceback { $0 == file ? lines : [] }.text(of: exception))
            return exception.type === Class.limitExceeded ? 4 : 2
        }
    }

    private var lines: [Substring] { source.textLines }

    /// `sys.exit()` and `sys.exit(None)` mean 0, a number itself, anything else is printed and means 1.
    private func exitCode(of exception: ExceptionObject) -> Int32 {
        guard let argument = exception.arguments.first else { return 0 }
        switch argument {
        case .none: return 0
        case .int(let code): return Int32(truncatingIfNeeded: code)
        case .bool(let value): return value ? 1 : 0
        case .unset, .float, .object:
            errors(((try? argument.str()) ?? "") + "\n")
            return 1
        }
    }
}
