// ExecutionOptions: what `build` and `check` share about executing notebooks.
import ArgumentParser
import Notebook
import Runtime

/// How many notebooks are executed at once, and what each may use up.
struct ExecutionOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "Notebooks executed at once; as many as there are processors unless given.")
    var jobs: Int?

    @Option(help: ArgumentHelp("The time a cell may take at most: 90s, 5m. Unless said anywhere, it is 10m.", valueName: "duration"), transform: Quantities.seconds)
    var timeout: Double?

    @Option(help: ArgumentHelp("The memory a session may hold at most: 2GB.", valueName: "size"), transform: Quantities.bytes)
    var memory: Int?

    @Flag(help: "Say for each notebook why it is executed or not.")
    var why = false

    /// Limits that no notebook can raise.
    var caps: Limits {
        var caps = Limits()
        caps.seconds = timeout
        caps.memory = memory
        return caps
    }

    /// A crew that works under these options.
    func crew(cache: ResultCache?) -> Crew {
        var crew = Crew()
        if let jobs { crew.jobs = jobs }
        crew.cache = cache
        crew.caps = caps
        if why { crew.explain = { Console.standard.error($0) } }
        return crew
    }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    }
}

/// Durations and sizes on the command line.
enum Quantities {
    /// Reads `90s`, `5m`.
    static func seconds(_ text: String) throws -> Double {
        guard let seconds = Quantity.seconds(text) else { throw ValidationError("`\(text)` is no duration such as 90s or 5m") }
        return seconds
    }

    /// Reads `500MB`, `2GB`.
    static func bytes(_ text: String) throws -> Int {
        guard let bytes = Quantity.bytes(text) else { throw ValidationError("`\(text)` is no size such as 500MB or 2GB") }
        return bytes
    }
}
