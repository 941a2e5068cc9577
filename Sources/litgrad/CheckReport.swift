// CheckReport: the findings of `litgrad check` over all notebooks.
import ArgumentParser
import Notebook

/// The findings in all notebooks.
struct CheckReport {
    private(set) var notebooks: [CheckedNotebook] = []
    /// Whether the text says how close each cell came.
    var explains = false

    /// Adds the findings in one notebook.
    mutating func add(_ notebook: CheckedNotebook) { notebooks.append(notebook) }

    /// The worst that was found.
    var exitCode: ExitCode {
        let problems = notebooks.flatMap(\.problems)
        if problems.contains(where: { $0.kind == .configuration }) { return .usage }
        if problems.contains(where: { $0.kind == .limit }) { return .limit }
        if problems.contains(where: { $0.kind == .cell }) { return .cellFailed }
        return notebooks.allSatisfy(\.passes) ? .success : .changed
    }

    /// The report in a format.
    func text(as format: CheckCommand.Format) -> String {
        switch format {
        case .text:
            notebooks.map { (explains ? $0.explanation : "") + $0.text }.joined() + "\(notebooks.count(where: \.passes)) passed, \(notebooks.count { !$0.passes }) failed\n"
        case .json: JSON.array(notebooks.map(\.json)).pretty
        case .junit: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"litgrad check\">\n\(notebooks.map(\.junit).joined())</testsuites>\n"
        case .github: notebooks.map(\.github).joined()
        }
    }
}
