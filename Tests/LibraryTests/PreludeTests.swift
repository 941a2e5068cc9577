// PreludeTests: every file of the prelude is embedded, can be parsed, and is found by the names it defines.
import Glibc
import Runtime
import Testing
import Library

@Suite struct PreludeTests {
    /// The folder of the library.
    private static let folder: String = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return "/" + root + "/Sources/Library"
    }()

    @Test func everyFileIsEmbedded() throws {
        let topics = try #require(Self.entries(of: Self.folder + "/Prelude")).filter { !$0.hasSuffix(".swift") }
        let folders = topics.map { "/Prelude/" + $0 } + ["/Standard/Texts"]
        let files = folders.flatMap { folder in (Self.entries(of: Self.folder + folder) ?? []).filter { $0.hasSuffix(".py") } }
        #expect(files.count == Prelude.sources.count)
    }

    /// Bodies included, which a session compiles only when their functions are called.
    @Test func everyFileCanBeCompiled() {
        InterpreterThread.run {
            let session = Interpreter(modules: [:])
            for source in Prelude.sources {
                #expect(throws: Never.self, "\(source.prefix(60))") { try session.disassembly(of: source, file: "prelude") }
            }
        }
    }

    @Test func filesAreShortAndSayWhatTheyDefine() {
        for source in Prelude.sources {
            #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count <= 401)
            let header = source.prefix { $0 != "\n" }
            #expect(header.hasPrefix("# ") && header.contains(": "), "\(header)")
        }
    }

    /// Functions and classes begin with a sentence, but for functions whose body stands on the line of their header.
    @Test func publicNamesSayWhatTheyAre() {
        for source in Prelude.sources {
            let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.hasPrefix("def ") || line.hasPrefix("class ") {
                let isPublic = line.split(separator: " ")[1].first != "_"
                let isAlone = line.last == ":" || line.last == "(" || line.last == ","
                guard isPublic, isAlone, let end = lines[index...].firstIndex(where: { $0.last == ":" }), end + 1 < lines.count else { continue }
                #expect(lines[end + 1].drop { $0 == " " }.hasPrefix("\"\"\""), "\(line)")
            }
        }
    }

    @Test func namesAreFoundWithoutRunningAnything() {
        #expect(Prelude.names(in: "torch.nn").contains("Linear"))
        #expect(Prelude.names(in: "torch.nn.modules.linear").contains("Linear"))
        #expect(Prelude.names(in: "torch.optim.lr_scheduler").contains("ReduceLROnPlateau"))
        #expect(Prelude.submodules(of: "torch.utils") == ["checkpoint", "data", "hooks", "tensorboard"])
        #expect(Prelude.modules["torch.optim"] != nil)
        #expect(Prelude.modules["torch"] == nil)
    }

    private static func entries(of folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
