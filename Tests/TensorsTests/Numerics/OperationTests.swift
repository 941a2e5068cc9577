// Tests operations and their gradients against numbers recorded from PyTorch (Operations.txt).
import Foundation
import Tensors
import Testing

private let table: [String: RecordedOperation] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Operations.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return Dictionary(uniqueKeysWithValues: lines.compactMap { RecordedOperation.read($0) })
}()

/// All rows; every line of the table has one.
let operationRows: [OperationRow] = LayerRows.norms + LayerRows.convolutions + LayerRows.pools + LayerRows.images + LayerRows.sequences
    + LossRows.classes + LossRows.values + LossRows.distances + SelectionRows.places + SelectionRows.orders + SelectionRows.shapes
    + LinearAlgebraRows.solving + LinearAlgebraRows.factors

extension EngineTests {
    @Suite struct OperationTests {
        @Test("results and gradients equal the recorded ones", arguments: operationRows)
        func operation(row: OperationRow) throws {
            let recorded = try #require(table[row.name])
            let (result, gradients) = try recorded.repeated(row)
            #expect(RecordedOperation.difference(result, recorded.result) == nil)
            for (ours, theirs) in zip(gradients, recorded.gradients) {
                #expect(RecordedOperation.difference(ours, theirs) == nil)
            }
        }

        @Test("every recorded operation has a row")
        func completeness() {
            #expect(Set(operationRows.map(\.name)) == Set(table.keys))
        }
    }
}
