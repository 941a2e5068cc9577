// Slugs: anchors of headings and names of cells, unique within one document.

/// Hands out names that are unique within one document.
struct Slugs {
    private var uses: [String: Int] = [:]

    /// The anchor of a heading, as GitHub makes it: lower case, blanks to hyphens, punctuation dropped,
    /// and `-1`, `-2` … for repeats.
    mutating func heading(_ text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case " ": slug.unicodeScalars.append("-")
            case "-", "_": slug.unicodeScalars.append(scalar)
            default:
                let properties = scalar.properties
                if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark {
                    slug.unicodeScalars.append(scalar)
                }
            }
        }
        let base = slug.isEmpty ? "section" : slug
        guard let used = uses[base] else {
            uses[base] = 0
            return base
        }
        var number = used + 1
        while uses["\(base)-\(number)"] != nil { number += 1 }
        uses[base] = number
        uses["\(base)-\(number)"] = 0
        return "\(base)-\(number)"
    }
}

/// Names cells that have no `id=`: the heading above them and their number under that heading.
struct CellNames {
    private var heading = "cell"
    private var count = 0

    /// Says that cells from here on stand under this heading.
    mutating func enter(heading slug: String) {
        heading = slug
        count = 0
    }

    /// The name of the next cell under the current heading. Every cell counts, so giving one an `id=` renames no other.
    mutating func next() -> String {
        count += 1
        return "\(heading)-\(count)"
    }
}
