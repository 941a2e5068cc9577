// Blocks: constructs that `break`, `continue` and `return` must leave properly.
import Syntax

/// A range of instructions under a handler, with holes where code of an outer construct was copied in.
final class Region {
    private(set) var segments: [(start: Int, end: Int)] = []
    private var start: Int?

    init(from start: Int) { self.start = start }

    /// Ends the open segment.
    func close(at end: Int) {
        if let start, start < end { segments.append((start, end)) }
        start = nil
    }

    /// Begins another segment.
    func reopen(at start: Int) { self.start = start }
}

/// A construct around the code being compiled.
enum Block {
    case loop(Loop)
    /// The body of a `try` with handlers.
    case protected(Region)
    /// Everything before a `finally`, whose statements run when control leaves.
    case finally(Region, [Statement])
    /// An `except` body: its exception's register and variable are emptied when control leaves.
    case handling(Region, register: Int, name: String?)
    /// A `with` body: the register pair of its manager.
    case with(Region, manager: Int)

    /// A loop under construction.
    final class Loop {
        /// Where `continue` goes.
        let start: Int
        var breaks: [Int] = []
        /// Register of the iterator of a `for` loop; emptied by `break`.
        let iterator: Int?

        init(start: Int, iterator: Int?) {
            self.start = start
            self.iterator = iterator
        }
    }

    fileprivate var region: Region? {
        switch self {
        case .loop: nil
        case .protected(let region), .finally(let region, _), .handling(let region, _, _), .with(let region, _): region
        }
    }
}

extension CodeBuilder {
    /// Emits what leaving all blocks above `depth` requires, then `exit` (a jump or return).
    func leave(to depth: Int, _ exit: () throws(SyntaxError) -> Void) throws(SyntaxError) {
        let saved = blocks
        while blocks.count > depth {
            let block = blocks.removeLast()
            block.region?.close(at: here)
            switch block {
            case .protected: break
            case .loop(let loop):
                if let iterator = loop.iterator { emit(.clear, iterator, x: 1) }
            case .finally(_, let body): try compile(body)
            case .handling(_, let register, let name):
                emit(.clear, register)
                if let name { try unbind(name) }
            case .with(_, let manager):
                let result = allocate()
                emit(.exitContext, result, manager, manager + 2, x: 1)
                release(to: result)
            }
        }
        try exit()
        blocks = saved
        for block in saved.dropFirst(depth) { block.region?.reopen(at: here) }
    }

    /// The innermost loop and its depth among the blocks.
    var innermostLoop: (loop: Block.Loop, depth: Int)? {
        for (depth, block) in blocks.enumerated().reversed() {
            if case .loop(let loop) = block { return (loop, depth) }
        }
        return nil
    }

    /// Closes a region and lets `target` handle its exceptions.
    func handle(_ region: Region, target: Int, register: Int) {
        region.close(at: here)
        for segment in region.segments {
            handlers.append(Code.Handler(start: segment.start, end: segment.end, target: target, register: register))
        }
    }
}
