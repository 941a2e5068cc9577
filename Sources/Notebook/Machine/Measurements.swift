// Measurements: what notebooks took when they were executed last, to plan the next time.
import Foundation

/// Peaks of memory and times of cells, kept in `.litgrad/measured.json` of a course. They decide about order and estimates, never
/// about outputs; a damaged file is an empty one.
public struct Measurements: Sendable {
    /// What one notebook took.
    public struct Entry: Sendable, Equatable {
        /// Bytes its process held at most.
        public var peak: Int
        /// Seconds of each cell.
        public var seconds: [String: Double]

        /// Makes an entry.
        public init(peak: Int, seconds: [String: Double]) {
            self.peak = peak
            self.seconds = seconds
        }
    }

    private var entries: [String: Entry] = [:]
    private let file: URL

    /// Reads the measurements of a course.
    public init(course: String) {
        file = URL(filePath: course).appending(path: ".litgrad/measured.json")
        guard let data = FileManager.default.contents(atPath: file.path), case .object(let members)? = try? JSON(text: String(decoding: data, as: UTF8.self))
        else { return }
        for member in members {
            guard let peak = member.value["peak"]?.int, case .object(let cells)? = member.value["seconds"] else { continue }
            let seconds = cells.compactMap { cell in cell.value.double.map { (cell.key, $0) } }
            entries[member.key] = Entry(peak: peak, seconds: Dictionary(seconds) { first, _ in first })
        }
    }

    /// What a notebook took last.
    public subscript(notebook: String) -> Entry? {
        get { entries[notebook] }
        set { entries[notebook] = newValue }
    }

    /// Keeps the measurements. A file that cannot be written is no reason to stop.
    public func keep() {
        let members = entries.sorted { $0.key < $1.key }.map { name, entry in
            let cells = entry.seconds.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number(JSON.digits($0.value))) }
            return JSON.Member(name, ["peak": .number(String(entry.peak)), "seconds": .object(cells)])
        }
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(JSON.object(members).pretty.utf8).write(to: file, options: .atomic)
    }
}
