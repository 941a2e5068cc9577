// Defines Colormap: numbers in 0…1 → colours, by name ("viridis", "Blues_r", "tab10") or by a list of colours.

/// A map from 0…1 to colours, held as a table of entries as pyplot does (256 for smooth maps, one per class for lists).
public struct Colormap: Hashable, Sendable {
    /// The name, as `cmap=` takes it.
    public let name: String
    /// The table; never empty.
    public let entries: [Color]
    /// The colour of NaN.
    public var bad = Color.clear

    /// A map that shows the given colours as they are, one band each.
    public init(name: String, listed colors: [Color]) {
        self.name = name
        entries = colors.isEmpty ? [.black] : colors
    }

    /// A map that passes linearly through the stops (positions rising within 0…1).
    public init(name: String, stops: [(position: Double, color: Color)], count: Int = 256) {
        self.name = name
        guard let first = stops.first, let last = stops.last, count > 0 else {
            entries = [.black]
            return
        }
        var table: [Color] = []
        table.reserveCapacity(count)
        var index = 0
        for entry in 0..<count {
            let position = count == 1 ? 1 : Double(entry) / Double(count - 1)
            while index + 1 < stops.count, stops[index + 1].position < position { index += 1 }
            if position <= first.position {
                table.append(first.color)
            } else if position >= last.position {
                table.append(last.color)
            } else {
                let (low, high) = (stops[index], stops[min(index + 1, stops.count - 1)])
                let span = high.position - low.position
                table.append(low.color.mixed(with: high.color, span > 0 ? (position - low.position) / span : 1))
            }
        }
        entries = table
    }

    /// The map of that name; "_r" at the end reverses. Nil for an unknown name.
    public static func named(_ name: String) -> Colormap? {
        if let map = library.maps[name] { return map }
        guard name.hasSuffix("_r"), let map = library.maps[String(name.dropLast(2))] else { return nil }
        return map.reversed
    }

    /// The names known, sorted, without their "_r" twins.
    public static var names: [String] { library.maps.keys.sorted() }

    /// The default map.
    public static let viridis = library.maps["viridis"] ?? Colormap(name: "viridis", listed: [])

    /// The same colours from the other end, named "…_r" (or without it).
    public var reversed: Colormap {
        let other = name.hasSuffix("_r") ? String(name.dropLast(2)) : name + "_r"
        var map = Colormap(name: other, listed: entries.reversed())
        map.bad = bad
        return map
    }

    /// The map with `count` evenly chosen entries (`plt.get_cmap(name, count)`); lists keep their first colours.
    public func resampled(_ count: Int) -> Colormap {
        guard count > 0 else { return self }
        if entries.count < 256 {
            return Colormap(name: name, listed: (0..<count).map { entries[$0 % entries.count] })
        }
        return Colormap(name: name, listed: (0..<count).map { color(at: count == 1 ? 0 : Double($0) / Double(count - 1)) })
    }

    /// The colour of a position; below 0 and above 1 the ends, NaN the `bad` colour.
    public func color(at position: Double) -> Color {
        guard !position.isNaN else { return bad }
        return entries[index(of: position)]
    }

    /// The table index of a position that is not NaN.
    public func index(of position: Double) -> Int {
        let scaled = position * Double(entries.count)
        if !(scaled > 0) { return 0 }
        return scaled >= Double(entries.count) ? entries.count - 1 : Int(scaled)
    }

    /// All maps, parsed once when the first is named.
    private static let library = Library()

    private struct Library: Sendable {
        var maps: [String: Colormap] = [:]

        init() {
            let tables = [ColormapTable.smooth, ColormapTable.sequential, ColormapTable.diverging, ColormapTable.classic]
            for table in tables { read(table, listed: false) }
            read(ColormapTable.listed, listed: true)
            for (alias, name) in [("Grays", "Greys"), ("grey", "gray"), ("gist_gray", "gray"), ("gist_yarg", "binary")] {
                if let map = maps[name] { maps[alias] = Colormap(name: alias, listed: map.entries) }
            }
        }

        private mutating func read(_ table: String, listed: Bool) {
            for line in table.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard words.count > 2 else { continue }
                let name = String(words[0])
                let stops = words.dropFirst(2).enumerated().compactMap { index, word in
                    Library.stop(word, at: Double(index) / Double(max(words.count - 3, 1)))
                }
                maps[name] = listed ? Colormap(name: name, listed: stops.map(\.color)) : Colormap(name: name, stops: stops)
            }
        }

        private static func stop(_ word: Substring, at evenly: Double) -> (position: Double, color: Color)? {
            let parts = word.split(separator: ":")
            guard let digits = parts.last, let rgb = UInt32(digits, radix: 16) else { return nil }
            return (parts.count == 2 ? Double(parts[0]) ?? evenly : evenly, Color(rgb: rgb))
        }
    }
}
