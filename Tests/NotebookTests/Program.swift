// Program: the command `litgrad` in a folder of its own, for tests of what a user sees.
import Foundation

/// A folder with files in which the command is run.
final class Program {
    let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-test-\(UUID().uuidString)")

    /// The binary under test: `LITGRAD` in the environment, else the release build, else the debug build.
    private static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["LITGRAD"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let builds = ["release", "debug"].map { root.appending(path: ".build/\($0)/litgrad") }
        return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[1]
    }()

    /// What a run left behind.
    struct Ending {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Makes a folder with these files.
    init(_ files: [String: String]) throws {
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The text of a file; nil where there is none.
    func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: folder.appending(path: path).path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Starts the command.
    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = Program.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "CI" }.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try stream("out")
        process.standardError = try stream("err")
        try process.run()
        return process
    }

    private func stream(_ name: String) throws -> FileHandle {
        let path = folder.path + "." + name
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    /// Runs the command to its end.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Ending {
        let process = try start(arguments, environment: environment)
        process.waitUntilExit()
        func text(_ name: String) -> String {
            let path = folder.path + "." + name
            defer { try? FileManager.default.removeItem(atPath: path) }
            return FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        return Ending(code: process.terminationStatus, output: text("out"), errors: text("err"))
    }
}
