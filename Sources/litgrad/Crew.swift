// Crew: many notebooks executed at once, those that have not changed taken from the cache.
import Foundation
import Notebook
import Runtime
import Synchronization

/// Executes notebooks, as many at once as there are jobs and memory.
struct Crew {
    /// Processes at once.
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    /// Nil: nothing is kept.
    var cache: ResultCache?
    /// Whether a notebook is executed although nothing has changed.
    var isForced: @Sendable (Document) -> Bool = { _ in false }
    /// Limits that no notebook can raise.
    var caps = Limits()
    /// Where notebooks compute, as `--device` says it.
    var device = "cpu"
    /// Told why a notebook is executed or not.
    var explain: @Sendable (String) -> Void = { _ in }

    /// What a notebook that was never measured is thought to hold.
    private static let unknownPeak = 1 << 30
    /// What is added to a measured peak.
    private static let spare = 64 << 20

    /// Executes the documents and returns them in the same order. `folder` is where their files lie.
    func run(_ documents: [Document], folder: String) -> [ExecutedDocument] {
        var results = documents.map { ExecutedDocument(document: $0, results: []) }
        var waiting: [Int] = []
        for (index, document) in documents.enumerated() where !document.cells.isEmpty {
            switch state(of: document) {
            case .kept(let kept): results[index].results = kept
            case .changed: waiting.append(index)
            }
        }
        guard !waiting.isEmpty else { return results }
        signal(SIGPIPE, SIG_IGN)  // A worker may die before it has read its notebook.
        var measured = Measurements(course: folder)
        let outcomes = execute(waiting.map { documents[$0] }, folder: folder, measured)
        for (index, outcome) in zip(waiting, outcomes) {
            results[index] = outcome.executed
            let seconds = outcome.executed.results.map { ($0.id, $0.seconds) }
            guard outcome.peak > 0 else { continue }
            measured[documents[index].file] = Measurements.Entry(peak: outcome.peak, seconds: Dictionary(seconds) { first, _ in first })
        }
        measured.keep()
        return results
    }

    private func state(of document: Document) -> ResultCache.Finding {
        let found = isForced(document) ? .changed(["forced"]) : cache?.find(document) ?? .changed(["nothing is kept"])
        switch found {
        case .kept: explain("\(document.file): unchanged\n")
        case .changed(let reasons): explain("\(document.file): executed: \(reasons.joined(separator: ", "))\n")
        }
        return found
    }

    /// Executes documents, those that took longest before first. What the system killed while others ran is tried once more alone.
    private func execute(_ documents: [Document], folder: String, _ measured: Measurements) -> [Worker.Outcome] {
        let budget = MemoryBudget(MachineMemory.usualLimit)
        let order = documents.indices.sorted { time(of: documents[$0], measured) > time(of: documents[$1], measured) }
        let next = Mutex(0)
        let outcomes = Mutex([Worker.Outcome?](repeating: nil, count: documents.count))
        @Sendable func work(_ index: Int) -> Worker.Outcome {
            let outcome = Worker(path: folder + "/" + documents[index].file, document: documents[index], caps: caps, device: device).run()
            // At once: a command that is interrupted need not do this again.
            cache?.keep(outcome.executed)
            return outcome
        }
        DispatchQueue.concurrentPerform(iterations: min(max(jobs, 1), documents.count)) { _ in
            while true {
                let place = next.withLock { place in
                    place += 1
                    return place - 1
                }
                guard place < order.count else { return }
                let index = order[place]
                let outcome = budget.run(needing: need(of: documents[index], measured)) { work(index) }
                outcomes.withLock { $0[index] = outcome }
            }
        }
        return outcomes.withLock { $0 }.enumerated().map { index, outcome in
            guard let outcome, !outcome.wasKilled || documents.count == 1 else { return work(index) }
            return outcome
        }
    }

    /// Bytes that a notebook will probably hold.
    private func need(of document: Document, _ measured: Measurements) -> Int {
        if let peak = measured[document.file]?.peak { return peak + peak / 4 + Self.spare }
        return document.frontMatter.memory ?? Self.unknownPeak
    }

    /// Seconds that a notebook took; one that was never measured comes first, as it may take longest.
    private func time(of document: Document, _ measured: Measurements) -> Double {
        measured[document.file].map { $0.seconds.values.reduce(0, +) } ?? .infinity
    }
}
