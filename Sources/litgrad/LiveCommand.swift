// LiveCommand: `litgrad live`, the process that executes a notebook for a preview and can go back to any cell.
import ArgumentParser
import CLinux
import Foundation
import Notebook
import Runtime

/// Executes a notebook for a preview. Before each cell the process forks: the parent stays behind as the session's state at that place,
/// the child goes on. A command that says "from cell k" travels down the chain to the process that stands before cell k, which drops the
/// processes after it and starts a new child from there: cells before k are not executed again, whatever they trained.
struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "live", abstract: "Execute a notebook for a preview.", shouldDisplay: false)

    func run() throws {
        InterpreterThread.run {
            let chain = LiveChain()
            if let order = chain.wait(before: 0) { LiveCommand.begin(order, chain) }
        }
    }

    /// Begins a session in the first link that executes.
    private static func begin(_ order: LiveChain.Order, _ chain: LiveChain) {
        guard let document = try? DocumentReader.read(path: order.path, name: order.name) else { _exit(1) }
        var session: Session?
        var execution = Execution()
        execution.watch = { cell, event in
            switch event {
            case .started:
                if let order = chain.wait(before: cell.number - 1), let session { carryOut(order, session, chain) }
            case .ended(let result): chain.report(result)
            case .piece, .output, .step: return
            }
        }
        let first = Session(document, in: execution.surroundings)
        session = first
        carryOut(order, first, chain)
    }

    /// Executes the cells that an order names, then waits at the end of the document for cells to come.
    private static func carryOut(_ first: LiveChain.Order, _ session: Session, _ chain: LiveChain) -> Never {
        var order = first
        while true {
            guard let document = try? DocumentReader.read(path: order.path, name: order.name) else { _exit(1) }
            session.resume(document, from: order.from)
            guard let next = chain.wait(before: document.cells.count, goesOn: false) else { _exit(0) }
            order = next
        }
    }
}

/// One link of the chain of processes: the state of a session before one cell.
final class LiveChain {
    /// A command of the preview: read the document again and execute it from a cell on.
    struct Order {
        let path: String
        let name: String
        let from: Int
        let run: Int

        init?(_ line: String) {
            guard let json = try? JSON(text: line), let path = json["path"]?.string, let name = json["name"]?.string,
                let from = json["from"]?.int, let run = json["run"]?.int
            else { return nil }
            (self.path, self.name, self.from, self.run) = (path, name, from, run)
        }
    }

    /// Where orders come from: the preview for the first link, the link before for the others.
    private var orders: Int32 = 0
    private var pending: [UInt8] = []
    /// The order being carried out.
    private(set) var current: Order?
    /// The cell that this process executes without standing still before it.
    private var entered = -1

    /// Reports a cell's outputs to the preview.
    func report(_ result: CellResult) {
        guard let current else { return }
        // A process that was ended may have left half a line behind.
        Console.standard.output("\n" + (["run": .number(String(current.run)), "result": result.json] as JSON).compact + "\n")
        Console.standard.flush()
    }

    /// Stands still before a cell. Returns in children only: with nil where the same document goes on (`goesOn`: there is something to go
    /// on with), with an order where another version of the document takes over.
    func wait(before index: Int, goesOn: Bool = true) -> Order? {
        if index == entered, goesOn { return nil }
        var child: (process: Int32, orders: Int32)?
        if current != nil, goesOn {
            guard let next = fork() else {
                entered = index
                return nil
            }
            child = next
        }
        while let line = readLine() {
            guard let order = Order(line) else { continue }
            if order.from > index, let child {
                write(line, to: child.orders)
                continue
            }
            if let child { end(child) }
            guard let next = fork() else {
                (current, entered) = (order, index)
                return order
            }
            child = next
        }
        if let child { end(child) }
        _exit(0)
    }

    /// Makes the next link; nil in the link itself.
    private func fork() -> (process: Int32, orders: Int32)? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { _exit(1) }
        let process = fork_with_parent()
        guard process >= 0 else { _exit(1) }
        if process == 0 {
            close(ends[1])
            if orders != 0 { close(orders) }
            orders = ends[0]
            pending = []
            return nil
        }
        close(ends[0])
        return (process, ends[1])
    }

    /// Ends a link; those after it end with it.
    private func end(_ child: (process: Int32, orders: Int32)) {
        kill(child.process, SIGKILL)
        var status: Int32 = 0
        waitpid(child.process, &status, 0)
        close(child.orders)
    }

    /// The next line of orders; nil when there will be none.
    private func readLine() -> String? {
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = pending.firstIndex(of: 10) {
                defer { pending.removeSubrange(...end) }
                return String(decoding: pending[..<end], as: UTF8.self)
            }
            let count = read(orders, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            pending += piece[..<count]
        }
    }

    private func write(_ line: String, to descriptor: Int32) {
        var rest = Array((line + "\n").utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }
}
