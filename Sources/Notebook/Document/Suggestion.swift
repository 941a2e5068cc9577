// Suggestion: the known word nearest to one that is not known.

/// The candidate that the writer probably meant: at most a third of its letters differ (insertions, deletions,
/// substitutions, swaps of neighbours). Nil if none is near.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
    var best: (distance: Int, word: String)?
    for candidate in candidates {
        let distance = editDistance(Array(word.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
        guard distance <= max(1, candidate.unicodeScalars.count / 3) else { continue }
        if best == nil || distance < best!.distance { best = (distance, candidate) }
    }
    return best?.word
}

/// The restricted Damerau-Levenshtein distance: three rows of the classic table are kept.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(substitution, last[j] + 1, row[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
