// InfoString: the words after the opening of a fence, such as `tensor id=train rtol=1e-2`.

/// The words of a fence's info string with their columns.
struct InfoString {
    /// One word: `key`, or `key=value`, where the value may be quoted.
    struct Word {
        var key: String
        var value: String?
        /// The column of its first character, counted from 1 within the info string.
        var column: Int
        var length: Int
    }

    /// The first word: the language.
    let language: String
    /// The words after it.
    let words: [Word]

    /// Splits an info string at blanks outside quotation marks.
    init(_ text: String) {
        var words: [Word] = []
        let characters = Array(text)
        var index = 0
        while index < characters.count {
            if characters[index].isWhitespace {
                index += 1
                continue
            }
            let start = index
            var key = ""
            var value: String?
            var quote: Character?
            while index < characters.count, quote != nil || !characters[index].isWhitespace {
                let character = characters[index]
                index += 1
                if let open = quote {
                    if character == open { quote = nil } else { value?.append(character) }
                } else if value == nil {
                    if character == "=" { value = "" } else { key.append(character) }
                } else if character == "\"" || character == "'" {
                    quote = character
                } else {
                    value?.append(character)
                }
            }
            words.append(Word(key: key, value: value, column: start + 1, length: index - start))
        }
        language = words.first?.key ?? ""
        self.words = Array(words.dropFirst())
    }

    /// Reads the words as options of a cell. `start` is where the info string begins.
    func options(at start: Problem.Position) -> (CellOptions, [Problem]) {
        func place(_ word: Word) -> Problem.Position {
            var place = start
            place.column = start.column + word.column - 1
            place.endColumn = place.column + word.length
            return place
        }
        var options = CellOptions()
        var problems: [Problem] = []
        for word in words {
            guard let option = CellOption.all.first(where: { $0.name == word.key }) else {
                let near = suggestion(for: word.key, among: CellOption.all.map(\.name))
                let help = near.map { "did you mean `\($0)`?" } ?? "the options are \(CellOption.all.map(\.name).joined(separator: ", "))"
                problems.append(Problem(.configuration, "unknown cell option `\(word.key)`", at: place(word), help: help))
                continue
            }
            if !option.read(&options, word.value) {
                let form = option.values.isEmpty ? "is a bare word without a value" : "takes `\(option.name)=\(option.values)`"
                problems.append(Problem(.configuration, "cell option `\(option.name)` \(form)", at: place(word)))
            }
        }
        return (options, problems)
    }
}
