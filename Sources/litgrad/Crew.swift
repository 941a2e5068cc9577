// Crew: many notebooks executed at once, those that have not changed taken from the cache.
import Foundation
import Notebook

/// Executes notebooks, as many at once as there are jobs.
struct Crew {
    /// Processes at once.
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// Nil: every notebook is executed.
    var cache: ResultCache?
    /// Told why a notebook is executed or not.
    var explain: @Sendable (String) -> Void = { _ in }

    /// Executes the documents and returns them in the same order. `folder` is where their files lie.
    func run(_ documents: [Document], folder: String) -> [ExecutedDocument] {
        let results = Results(count: documents.count)
        var waiting: [Int] = []
        for (index, document) in documents.enumerated() {
            if document.cells.isEmpty {
                results[index] = ExecutedDocument(document: document, results: [])
            } else if let kept = cache?.results(of: document) {
                explain("\(document.file): unchanged\n")
                results[index] = ExecutedDocument(document: document, results: kept)
            } else {
                explain("\(document.file): \(cache == nil ? "forced" : "new or changed cells, options or engine")\n")
                waiting.append(index)
            }
        }
        let queue = waiting
        let next = Counter()
        DispatchQueue.concurrentPerform(iterations: min(max(jobs, 1), queue.count)) { _ in
            while let place = next.take(below: queue.count) {
                let document = documents[queue[place]]
                let executed = Worker(path: folder + "/" + document.file, document: document).run()
                cache?.keep(executed)
                results[queue[place]] = executed
            }
        }
        return results.all
    }

    /// A place for each document's outputs, filled by several threads.
    private final class Results: @unchecked Sendable {
        private var values: [ExecutedDocument?]
        private let lock = NSLock()

        init(count: Int) { values = Array(repeating: nil, count: count) }

        subscript(index: Int) -> ExecutedDocument? {
            get { lock.withLock { values[index] } }
            set { lock.withLock { values[index] = newValue } }
        }

        var all: [ExecutedDocument] { lock.withLock { values.compactMap { $0 } } }
    }

    /// Hands out numbers, each once.
    private final class Counter: @unchecked Sendable {
        private var value = 0
        private let lock = NSLock()

        func take(below end: Int) -> Int? {
            lock.withLock {
                guard value < end else { return nil }
                value += 1
                return value - 1
            }
        }
    }
}
