// ResultCoding: what cells put out, as JSON and back, for worker processes, the cache and `--json`.

extension CellResult {
    /// One object: id, ending, outputs, seconds.
    public var json: JSON {
        var members = [JSON.Member("id", .string(id)), JSON.Member("ending", .string(endingName))]
        if let problem { members.append(JSON.Member("error", problem.json)) }
        members.append(JSON.Member("outputs", .array(outputs.map(\.json))))
        members.append(JSON.Member("seconds", .number(JSON.digits(seconds))))
        if steps > 0 { members.append(JSON.Member("steps", .number(String(steps)))) }
        if !rounded.isEmpty { members.append(JSON.Member("rounded", rounded.json)) }
        if let unseededLine { members.append(JSON.Member("unseeded", .number(String(unseededLine)))) }
        return .object(members)
    }

    private var endingName: String {
        switch ending {
        case .finished: "finished"
        case .skipped: "skipped"
        case .notRun: "not run"
        case .failed: "failed"
        }
    }

    /// Reads what `json` wrote; nil where it is something else.
    public init?(json: JSON) {
        guard let id = json["id"]?.string, let name = json["ending"]?.string, let outputs = json["outputs"]?.array?.map(Output.init(json:)),
            !outputs.contains(nil)
        else { return nil }
        let ending: Ending
        switch name {
        case "finished": ending = .finished
        case "skipped": ending = .skipped
        case "not run": ending = .notRun
        default:
            guard let problem = json["error"].flatMap(Problem.init(json:)) else { return nil }
            ending = .failed(problem)
        }
        self.init(id: id, ending: ending, outputs: outputs.compactMap { $0 }, seconds: json["seconds"]?.double ?? 0)
        rounded = json["rounded"].map(RoundedNumbers.init(json:)) ?? RoundedNumbers()
        steps = json["steps"]?.int ?? 0
        unseededLine = json["unseeded"]?.int
    }
}

extension Output {
    /// One object with one member that names the kind.
    var json: JSON {
        switch self {
        case .text(let text): ["text": .string(text)]
        case .warning(let text): ["warning": .string(text)]
        case .result(let text): ["result": .string(text)]
        case .expectedError(let text): ["expectedError": .string(text)]
        case .figure(let figure):
            ["figure": [
                "title": .string(figure.title), "svg": .string(figure.svg),
                "tables": .array(figure.tables.map { table in
                    ["name": .string(table.name), "columns": .array(table.columns.map(JSON.string)),
                     "rows": .array(table.rows.map { .array($0.map { .number(JSON.digits($0)) }) })]
                }),
            ]]
        }
    }

    init?(json: JSON) {
        if let text = json["text"]?.string { self = .text(text) }
        else if let text = json["warning"]?.string { self = .warning(text) }
        else if let text = json["result"]?.string { self = .result(text) }
        else if let text = json["expectedError"]?.string { self = .expectedError(text) }
        else if let figure = json["figure"], let title = figure["title"]?.string, let svg = figure["svg"]?.string {
            self = .figure(FigureOutput(title: title, svg: svg, tables: (figure["tables"]?.array ?? []).map(FigureOutput.Table.init(json:))))
        } else { return nil }
    }
}

extension FigureOutput.Table {
    fileprivate init(json: JSON) {
        let rows = (json["rows"]?.array ?? []).map { ($0.array ?? []).map { $0.double ?? .nan } }
        self.init(name: json["name"]?.string ?? "", columns: (json["columns"]?.array ?? []).compactMap(\.string), rows: rows)
    }
}

extension Problem {
    /// Reads what `json` wrote; nil where it is something else.
    init?(json: JSON) {
        guard let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)), let message = json["message"]?.string,
            let file = json["file"]?.string, let line = json["line"]?.int
        else { return nil }
        let place = Position(
            file: file, line: line, column: json["column"]?.int ?? 1, endColumn: json["endColumn"]?.int, quoted: json["quoted"]?.string ?? "")
        self.init(
            kind, message, at: place, cell: json["cell"]?.string, notes: (json["notes"]?.array ?? []).compactMap(\.string),
            help: json["help"]?.string)
        operands = (json["operands"]?.array ?? []).compactMap { operand in
            guard let name = operand["name"]?.string, let text = operand["text"]?.string, let column = operand["column"]?.int, column >= 1,
                let end = operand["endColumn"]?.int, end >= column, end <= place.quoted.count + 1
            else { return nil }
            return Operand(name: name, column: column, endColumn: end, text: text)
        }
    }
}

extension JSON {
    /// A number's shortest exact digits. JSON has no infinities and no NaN: they are written as words in quotation marks' place.
    static func digits(_ value: Double) -> String {
        if value.isFinite { return "\(value)" }
        return value.isNaN ? "0e-999" : value > 0 ? "1e999" : "-1e999"
    }

    /// The number, if it is one.
    public var double: Double? {
        guard case .number(let digits) = self else { return nil }
        return digits == "0e-999" ? .nan : Double(digits)
    }
}
