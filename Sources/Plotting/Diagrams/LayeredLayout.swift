// Defines LayeredLayout: places the boxes of a graph without circles in rows, so that arrows run down and cross little.

/// Places boxes in rows: every box stands below all that lead to it. Arrows that skip rows pass through places of their own.
struct LayeredLayout {
    /// The places of the boxes, in the order they were given.
    private(set) var boxes: [Box] = []
    /// The turning points of the arrows, from box to box.
    private(set) var ways: [[Point]] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    private static let gapAcross = 16.0
    private static let gapDown = 26.0
    private static let margin = 6.0

    /// A box, or the place where a long arrow passes a row.
    private struct Item {
        var width: Double
        var height: Double
        var row: Int
        var x = 0.0
        var above: [Int] = []
        var below: [Int] = []
    }

    private var items: [Item]
    private var rows: [[Int]] = []

    /// Lays out boxes of these sizes. Edges lead from one box to another and form no circle; one that would is left out.
    init(sizes: [(width: Double, height: Double)], edges: [(from: Int, to: Int)]) {
        items = sizes.map { Item(width: $0.width, height: $0.height, row: 0) }
        let ranks = LayeredLayout.ranks(count: sizes.count, edges: edges)
        for index in items.indices { items[index].row = ranks[index] }
        let chains = edges.filter { ranks[$0.from] < ranks[$0.to] }.map { join($0.from, $0.to) }
        rows = Array(repeating: [], count: (items.map(\.row).max() ?? -1) + 1)
        for index in items.indices { rows[items[index].row].append(index) }
        for pass in 0..<12 { sort(downward: pass % 2 == 0) }
        spread()
        for pass in 0..<16 { align(downward: pass % 2 == 0) }
        finish(count: sizes.count, chains)
    }

    /// The row of every box: one below the lowest of those it comes from; boxes that come from nothing stand just above their first use.
    private static func ranks(count: Int, edges: [(from: Int, to: Int)]) -> [Int] {
        var rank = [Int](repeating: 0, count: count)
        var open = [Int](repeating: 0, count: count)
        var next = [[Int]](repeating: [], count: count)
        for edge in edges {
            open[edge.to] += 1
            next[edge.from].append(edge.to)
        }
        let isSource = open.map { $0 == 0 }
        var ready = (0..<count).filter { isSource[$0] }
        while let node = ready.popLast() {
            for target in next[node] {
                rank[target] = max(rank[target], rank[node] + 1)
                open[target] -= 1
                if open[target] == 0 { ready.append(target) }
            }
        }
        for node in 0..<count where isSource[node] {
            if let first = next[node].map({ rank[$0] }).min() { rank[node] = max(first - 1, 0) }
        }
        return rank
    }

    /// Joins two boxes, through a place in every row between them. Returns all items on the way.
    private mutating func join(_ from: Int, _ to: Int) -> [Int] {
        var chain = [from]
        for row in items[from].row + 1..<max(items[to].row, items[from].row + 1) {
            items.append(Item(width: 4, height: 0, row: row))
            chain.append(items.count - 1)
        }
        chain.append(to)
        for (a, b) in zip(chain, chain.dropFirst()) {
            items[a].below.append(b)
            items[b].above.append(a)
        }
        return chain
    }

    /// Sorts every row by the mean place of the neighbours in the row before, which leaves few crossings.
    private mutating func sort(downward: Bool) {
        var place = [Double](repeating: 0, count: items.count)
        for row in rows { for (index, item) in row.enumerated() { place[item] = Double(index) } }
        for row in downward ? Array(rows.indices.dropFirst()) : rows.indices.dropLast().reversed() {
            let keyed = rows[row].enumerated().map { index, item -> (key: Double, index: Int, item: Int) in
                let near = downward ? items[item].above : items[item].below
                return (near.isEmpty ? place[item] : near.map { place[$0] }.reduce(0, +) / Double(near.count), index, item)
            }
            rows[row] = keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.item)
            for (index, item) in rows[row].enumerated() { place[item] = Double(index) }
        }
    }

    /// Places every row from the left.
    private mutating func spread() {
        for row in rows {
            var x = 0.0
            for item in row {
                items[item].x = x + items[item].width / 2
                x += items[item].width + LayeredLayout.gapAcross
            }
        }
    }

    /// Moves the boxes of each row as near to their neighbours' middle as the others in the row allow: the least squares under the
    /// condition that nothing overlaps, found by joining neighbours that push each other.
    private mutating func align(downward: Bool) {
        for row in downward ? Array(rows.indices.dropFirst()) : rows.indices.dropLast().reversed() {
            var offset = 0.0
            var offsets: [Double] = []
            var blocks: [(sum: Double, count: Double)] = []
            for (index, item) in rows[row].enumerated() {
                if index > 0 { offset += (items[rows[row][index - 1]].width + items[item].width) / 2 + LayeredLayout.gapAcross }
                offsets.append(offset)
                let near = downward ? items[item].above : items[item].below
                let wish = near.isEmpty ? items[item].x : near.map { items[$0].x }.reduce(0, +) / Double(near.count)
                blocks.append((wish - offset, 1))
                while blocks.count > 1, let last = blocks.last, case let before = blocks[blocks.count - 2],
                    before.sum / before.count > last.sum / last.count {
                    blocks.removeLast()
                    blocks[blocks.count - 1] = (before.sum + last.sum, before.count + last.count)
                }
            }
            var index = 0
            for block in blocks {
                for _ in 0..<Int(block.count) {
                    items[rows[row][index]].x = block.sum / block.count + offsets[index]
                    index += 1
                }
            }
        }
    }

    /// Turns places into boxes and ways.
    private mutating func finish(count: Int, _ chains: [[Int]]) {
        let left = items.map { $0.x - $0.width / 2 }.min() ?? 0
        var tops: [Double] = []
        var y = LayeredLayout.margin
        var heights: [Double] = []
        for row in rows {
            tops.append(y)
            heights.append(row.map { items[$0].height }.max() ?? 0)
            y += (heights.last ?? 0) + LayeredLayout.gapDown
        }
        func box(_ index: Int) -> Box {
            let item = items[index]
            let top = tops[item.row] + (heights[item.row] - item.height) / 2
            return Box(item.x - item.width / 2 - left + LayeredLayout.margin, top, item.width, item.height)
        }
        boxes = (0..<count).map(box)
        ways = chains.map { chain in
            chain.enumerated().map { place, index in
                let box = box(index)
                return Point(box.center.x, place == 0 ? box.bottom : place == chain.count - 1 ? box.y : box.center.y)
            }
        }
        width = (items.map { $0.x + $0.width / 2 }.max() ?? 0) - left + 2 * LayeredLayout.margin
        height = max(y - LayeredLayout.gapDown, 0) + LayeredLayout.margin
    }
}
