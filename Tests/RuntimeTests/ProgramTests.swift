// Programs whose output CPython 3.11 has written down: Programs/NAME.py and NAME.out.
import Glibc
import Runtime
import Syntax
import Testing

/// All tests of the runtime: one session runs at a time in a process, so they run one after the other.
@Suite(.serialized)
struct RuntimeTests {}

extension RuntimeTests {
    /// The programs beside this file, found by listing. `CASE=name` runs one.
    static let programs: [String] = {
        guard let folder = opendir(programFolder) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasSuffix(".py") { names.append(String(name.dropLast(3))) }
        }
        let wanted = getenv("CASE").map { String(cString: $0) }
        return names.sorted().filter { wanted == nil || $0 == wanted }
    }()

    static let programFolder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Programs"

    @Test(arguments: programs)
    func program(name: String) throws {
        let expected = try Self.text(of: "\(Self.programFolder)/\(name).out")
        let source = try Self.text(of: "\(Self.programFolder)/\(name).py")
        let result = Run(source, mode: .file)
        #expect(result.output == expected)
        #expect(result.error == nil)
    }

    /// As texts of the library, whose functions are compiled when they are first called.
    @Test(arguments: programs)
    func programWithDeferredBodies(name: String) throws {
        let expected = try Self.text(of: "\(Self.programFolder)/\(name).out")
        let result = Run(try Self.text(of: "\(Self.programFolder)/\(name).py"), mode: .library)
        #expect(result.output == expected)
        #expect(result.error == nil)
    }

    static func text(of path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw Missing(path: path) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    struct Missing: Error { let path: String }
}

/// A program run in a session of its own, on the interpreter's thread.
struct Run: Sendable {
    /// What it printed.
    let output: String
    /// `Class: message` of the exception that ended it.
    let error: String?
    /// The places of that exception, outermost first.
    let traceback: [TracebackEntry]
    /// The representation of its last expression's value (cells).
    let value: String?

    /// - Parameter mostOutput: bytes of output after which it is interrupted.
    init(_ source: String, mode: SourceMode = .cell, modules: ModuleRegistry = [:], limits: Limits = Limits(), mostOutput: Int = .max) {
        self = InterpreterThread.run {
            nonisolated(unsafe) var output = ""
            let interpreter = Interpreter(modules: modules)
            interpreter.output = { text in
                if output.utf8.count < mostOutput { output += text } else { Interruption.stop("too much output") }
            }
            interpreter.limits = limits
            do {
                let value = try interpreter.execute(source, file: "test.py", mode: mode)
                return Run(output: output, error: nil, traceback: [], value: try value?.repr())
            } catch {
                let exception = Raised.wrapping(error).exception
                let message = (try? Value.object(exception).str()) ?? ""
                return Run(
                    output: output, error: "\(exception.type.name): \(message)", traceback: exception.traceback.reversed(), value: nil)
            }
        }
    }

    private init(output: String, error: String?, traceback: [TracebackEntry], value: String?) {
        self.output = output
        self.error = error
        self.traceback = traceback
        self.value = value
    }
}
