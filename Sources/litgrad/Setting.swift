// Setting: `--set name=value`.
import ArgumentParser
import Notebook

/// A variable that the caller gives a value.
struct Setting: ExpressibleByArgument {
    let parameter: Parameter

    /// Reads `name=value`.
    init?(argument: String) {
        guard let mark = argument.firstIndex(of: "="), mark > argument.startIndex else { return nil }
        parameter = Parameter(name: String(argument[..<mark]), value: String(argument[argument.index(after: mark)...]))
    }
}
