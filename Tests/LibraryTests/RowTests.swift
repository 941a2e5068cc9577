// RowTests: every row of the library has a sentence and a parsable signature, and every example runs.
import Library
import Runtime
import Testing

@Suite(.serialized) struct RowTests {
    /// What examples may use without importing it.
    private static let preamble = "import torch\nimport torch.nn.functional as F\n"

    @Test func everyRowSaysWhatItDoes() {
        for entry in Reference.entries {
            #expect(entry.doc.hasSuffix(".") || entry.doc.contains(":"), "\(entry.home).\(entry.name)")
            #expect(!entry.signature.isEmpty)
        }
    }

    @Test func everySignatureCanBeParsed() {
        for entry in Reference.entries where entry.signature.contains("(") {
            #expect(throws: Never.self, "\(entry.signature)") { _ = try Signature(parsing: entry.signature) }
        }
    }

    /// Functions that are made later must not change what a name means: all forms of a function lie in one part.
    @Test func everyNameOfAModuleIsInOnePart() {
        for (name, make) in libraryModules {
            let module = make()
            var known = Set(module.submodules)
            for part in [module.firstRows] + module.laterRows.map({ $0() }) {
                let names = Set(part.map(\.name.text))
                #expect(known.isDisjoint(with: names), "\(name): \(known.intersection(names).sorted())")
                known.formUnion(names)
            }
        }
    }

    @Test func everyExampleRuns() {
        let failures = InterpreterThread.run {
            Reference.entries.filter { !$0.example.isEmpty }.compactMap { entry -> String? in
                let session = Interpreter(modules: libraryModules)
                session.output = { _ in }
                do {
                    try session.execute(Self.preamble + entry.example, file: entry.name)
                    return nil
                } catch let raised as Raised {
                    return "\(entry.home).\(entry.name): \(raised.exception.type.name): \((try? Value.object(raised.exception).str()) ?? "")"
                } catch {
                    return "\(entry.home).\(entry.name): \(error)"
                }
            }
        }
        #expect(failures.isEmpty, "\(failures.count) examples fail:\n\(failures.joined(separator: "\n"))")
    }
}
