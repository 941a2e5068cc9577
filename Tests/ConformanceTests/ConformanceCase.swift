// ConformanceCase: one program with the text it must print.
import Foundation
import Testing

/// One program with the text it must print.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
    /// `area/name`, without an ending.
    let name: String

    var testDescription: String { name }

    /// The root of the repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appending(path: "Tests/Conformance")

    /// Every case there is, sorted.
    static let everything: [ConformanceCase] = {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let programs = paths.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }
        let recorded = Set(paths.filter { $0.hasSuffix(".out") }.map { String($0.dropLast(4)) })
        return programs.filter(recorded.contains).sorted().map(ConformanceCase.init)
    }()

    /// Where the programs compute: `DEVICE` in the environment (`opencl`), else the processor.
    private static let device = ProcessInfo.processInfo.environment["DEVICE"]
    /// The areas whose programs run on devices, too.
    private static let deviceAreas = ["tensor/", "autograd/", "nn/", "optim/", "seeds/"]

    /// The cases that `CASE` in the environment picks, or all of them; on a device those of its areas. `EVERY=8` takes every eighth.
    static let all: [ConformanceCase] = {
        let environment = ProcessInfo.processInfo.environment
        let cases = device == nil ? everything : everything.filter { program in deviceAreas.contains { program.name.hasPrefix($0) } }
        let wanted = environment["CASE"].map { name in cases.filter { $0.name.contains(name) } } ?? cases
        let step = max(environment["EVERY"].flatMap { Int($0) } ?? 1, 1)
        return stride(from: 0, to: wanted.count, by: step).map { wanted[$0] }
    }()

    /// The cases that do not pass yet. The list may only shrink.
    static let expectedFailures = names(in: "expected-failures.txt").union(device == nil ? [] : deviceDifferences)

    /// The cases that say something else on a device, as they must.
    static let deviceDifferences = names(in: "device-differences.txt")

    private static func names(in list: String) -> Set<String> {
        let text = (try? String(contentsOf: folder.appending(path: list), encoding: .utf8)) ?? ""
        return Set(text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    }

    /// The binary under test: `LITGRAD` in the environment, else the release build, else the debug build.
    static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["LITGRAD"] { return URL(filePath: path) }
        let builds = ["release", "debug"].map { root.appending(path: ".build/\($0)/litgrad") }
        return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[1]
    }()

    /// Runs the program and says where its output differs from the recorded one; nil if nowhere.
    func difference() throws -> String? {
        let want = try String(contentsOf: Self.folder.appending(path: name + ".out"), encoding: .utf8)
        let printed = FileManager.default.temporaryDirectory.appending(path: "litgrad-\(UUID().uuidString)")
        FileManager.default.createFile(atPath: printed.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: printed) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        let place = Self.device.map { ["--device", $0] } ?? []
        process.arguments = ["120", Self.binary.path, "run"] + place + [Self.folder.appending(path: name + ".py").path]
        let output = try FileHandle(forWritingTo: printed)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let got = String(decoding: try Data(contentsOf: printed), as: UTF8.self)
        if let difference = PrintedText.difference(want: want, got: got, formMayDiffer: Self.device != nil) { return difference }
        return process.terminationStatus == 0 ? nil : "exit code \(process.terminationStatus)"
    }
}
