// RoundedNumbers: the exact values behind numbers that were printed with few digits.

/// What was meant by numbers that a cell printed rounded, by the digits that stand in its output. It lives beside fresh outputs and
/// never in a record: a record keeps what a reader sees.
public struct RoundedNumbers: Sendable, Equatable {
    /// The least and the largest value that was printed with these digits.
    private var ranges: [String: ClosedRange<Double>] = [:]
    /// More different numbers are not followed.
    private static let most = 20_000

    /// Knows of no number.
    public init() {}

    /// Whether no number is known.
    public var isEmpty: Bool { ranges.isEmpty }

    /// Notes that `value` was printed as `digits`. Signs do not count.
    public mutating func add(_ digits: String, _ value: Double) {
        let size = value.magnitude
        guard size.isFinite else { return }
        let key = digits.hasPrefix("-") ? String(digits.dropFirst()) : digits
        if let range = ranges[key] {
            if !range.contains(size) { ranges[key] = min(range.lowerBound, size)...max(range.upperBound, size) }
        } else if ranges.count < Self.most {
            ranges[key] = size...size
        }
    }

    /// The numbers whose digits stand in an output.
    func standing(in outputs: [Output]) -> RoundedNumbers {
        guard !isEmpty else { return self }
        var kept = RoundedNumbers()
        for line in RecordWriter.lines(of: outputs) {
            for number in NumberText(line).numbers where !number.isInteger {
                if let range = ranges[number.digits] { kept.ranges[number.digits] = range }
            }
        }
        return kept
    }

    /// The value nearest to `recorded` that was printed as this number; nil where the number was not rounded.
    func value(of number: NumberText.Number, near recorded: Double) -> Double? {
        guard let range = ranges[number.digits] else { return nil }
        let sign = number.value < 0 || number.value == 0 && recorded < 0 ? -1.0 : 1.0
        return sign * min(max(sign * recorded, range.lowerBound), range.upperBound)
    }

    /// As it is stored: digits and the ends of their range.
    var json: JSON {
        .object(ranges.sorted { $0.key < $1.key }.map { digits, range in
            JSON.Member(digits, .array([.number(JSON.digits(range.lowerBound)), .number(JSON.digits(range.upperBound))]))
        })
    }

    /// Reads what `json` wrote.
    init(json: JSON) {
        guard case .object(let members) = json else { return }
        for member in members {
            guard let ends = member.value.array, ends.count == 2, let low = ends[0].double, let high = ends[1].double, low <= high else { continue }
            ranges[member.key] = low...high
        }
    }
}
