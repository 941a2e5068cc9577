// ConformanceTests: every program in Tests/Conformance prints what CPython, PyTorch and numpy printed.
import Foundation
import Testing

/// Runs the programs. `CASE=name` in the environment picks those whose path contains the name.
@Suite struct ConformanceTests {
    @Test("prints what PyTorch printed", arguments: ConformanceCase.all)
    func program(_ program: ConformanceCase) throws {
        let difference = try program.difference()
        if ConformanceCase.expectedFailures.contains(program.name) {
            #expect(difference != nil, "\(program.name) passes now: take it off Tests/Conformance/expected-failures.txt")
        } else {
            #expect(difference == nil, "\(program.name): \(difference ?? "")")
        }
    }

    @Test func everyListedNameIsACase() {
        let names = Set(ConformanceCase.everything.map(\.name))
        #expect(ConformanceCase.expectedFailures.union(ConformanceCase.deviceDifferences).subtracting(names).isEmpty)
    }

    @Test func thereAreCases() { #expect(ConformanceCase.everything.count > 650) }
}
