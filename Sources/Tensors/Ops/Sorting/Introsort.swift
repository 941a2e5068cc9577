// Defines Introsort: sorting and selecting that leave equal elements in the order of the C++ library, which PyTorch's indices show.

/// Steps of introspective sorting on a line of elements with their places. `isBefore` is the order; equal elements move as the
/// algorithms of the C++ library move them (Musser's introsort and introselect, Floyd's heaps).
struct Introsort<E: OrderedElement> {
    /// An element and where it came from.
    typealias Item = (value: E, place: Int)

    let line: UnsafeMutableBufferPointer<Item>
    let isDescending: Bool

    /// Below this length ranges are left to insertion.
    private static var threshold: Int { 16 }

    @inline(__always)
    private func isBefore(_ a: Item, _ b: Item) -> Bool { isDescending ? E.isLess(b.value, a.value) : E.isLess(a.value, b.value) }

    /// Sorts `start ..< end`.
    func sort(_ start: Int, _ end: Int) {
        guard end - start > 1 else { return }
        split(start, end, 2 * Self.depth(end - start))
        let first = min(start + Self.threshold, end)
        insert(start, first)
        for i in first..<end { sink(i) }
    }

    /// Brings the first `count` elements to the front, in order where `count` is small beside the length, else only the last of them is
    /// sure to be in its place before those in front of it are sorted.
    func select(_ count: Int) {
        let length = line.count
        if count == 0 { return }
        if count * 64 <= length { return sortSmallest(0, count, length) }
        narrow(to: count - 1)
        sort(0, count - 1)
    }

    private static func depth(_ length: Int) -> Int { Int.bitWidth - 1 - length.leadingZeroBitCount }

    private func split(_ start: Int, _ end: Int, _ depth: Int) {
        var (end, depth) = (end, depth)
        while end - start > Self.threshold {
            if depth == 0 { return sortSmallest(start, end, end) }
            depth -= 1
            let cut = partition(start, end)
            split(cut, end, depth)
            end = cut
        }
    }

    /// Puts the element of a position in place, none behind it before none in front of it.
    private func narrow(to position: Int) {
        var (start, end) = (0, line.count)
        var depth = 2 * Self.depth(end)
        while end - start > 3 {
            if depth == 0 {
                sortSmallest(start, position + 1, end)
                return
            }
            depth -= 1
            let cut = partition(start, end)
            if cut <= position { start = cut } else { end = cut }
        }
        insert(start, end)
    }

    /// Partitions around the median of three, which moves to the front; answers where the second part begins.
    private func partition(_ start: Int, _ end: Int) -> Int {
        moveMedian(to: start, start + 1, start + (end - start) / 2, end - 1)
        var (i, j) = (start + 1, end)
        while true {
            while isBefore(line[i], line[start]) { i += 1 }
            j -= 1
            while isBefore(line[start], line[j]) { j -= 1 }
            if i >= j { return i }
            line.swapAt(i, j)
            i += 1
        }
    }

    private func moveMedian(to target: Int, _ a: Int, _ b: Int, _ c: Int) {
        let median: Int
        if isBefore(line[a], line[b]) {
            median = isBefore(line[b], line[c]) ? b : isBefore(line[a], line[c]) ? c : a
        } else {
            median = isBefore(line[a], line[c]) ? a : isBefore(line[b], line[c]) ? c : b
        }
        line.swapAt(target, median)
    }

    private func insert(_ start: Int, _ end: Int) {
        guard start < end else { return }
        for i in start + 1..<max(end, start + 1) {
            guard isBefore(line[i], line[start]) else {
                sink(i)
                continue
            }
            let item = line[i]
            for k in stride(from: i, to: start, by: -1) { line[k] = line[k - 1] }
            line[start] = item
        }
    }

    /// Moves an element back to its place; something not behind it stands before.
    private func sink(_ position: Int) {
        let item = line[position]
        var i = position
        while isBefore(item, line[i - 1]) {
            line[i] = line[i - 1]
            i -= 1
        }
        line[i] = item
    }

    // MARK: Heaps

    /// Sorts the first of `start ..< end` into `start ..< middle` by a heap.
    private func sortSmallest(_ start: Int, _ middle: Int, _ end: Int) {
        let count = middle - start
        if count >= 2 {
            for parent in stride(from: (count - 2) / 2, through: 0, by: -1) { settle(start, parent, count, line[start + parent]) }
        }
        for i in middle..<end where isBefore(line[i], line[start]) {
            let item = line[i]
            line[i] = line[start]
            settle(start, 0, count, item)
        }
        for last in stride(from: middle - 1, to: start, by: -1) {
            let item = line[last]
            line[last] = line[start]
            settle(start, 0, last - start, item)
        }
    }

    /// Lets a hole fall to the bottom of a heap and the item rise from there.
    private func settle(_ base: Int, _ top: Int, _ count: Int, _ item: Item) {
        var hole = top
        var child = top
        while child < (count - 1) / 2 {
            child = 2 * (child + 1)
            if isBefore(line[base + child], line[base + child - 1]) { child -= 1 }
            line[base + hole] = line[base + child]
            hole = child
        }
        if count % 2 == 0, child == (count - 2) / 2 {
            child = 2 * child + 1
            line[base + hole] = line[base + child]
            hole = child
        }
        while hole > top, isBefore(line[base + (hole - 1) / 2], item) {
            line[base + hole] = line[base + (hole - 1) / 2]
            hole = (hole - 1) / 2
        }
        line[base + hole] = item
    }
}

/// Hoare's selection in the form PyTorch's `kthvalue` uses: its choice among equal elements shows in the index.
struct Quickselect<E: OrderedElement> {
    let line: UnsafeMutableBufferPointer<Introsort<E>.Item>

    @inline(__always)
    private func isAfter(_ a: Int, _ b: Int) -> Bool { E.isLess(line[b].value, line[a].value) }

    /// The element that a sorted line would have at `position`.
    func item(at position: Int) -> Introsort<E>.Item {
        var (left, right) = (0, line.count - 1)
        while right > left {
            if right == left + 1 {
                if isAfter(left, right) { line.swapAt(left, right) }
                break
            }
            line.swapAt((left + right) / 2, left + 1)
            if isAfter(left + 1, right) { line.swapAt(left + 1, right) }
            if isAfter(left, right) { line.swapAt(left, right) }
            if isAfter(left + 1, left) { line.swapAt(left + 1, left) }
            var (i, j) = (left + 1, right)
            while true {
                repeat { i += 1 } while isAfter(left, i)
                repeat { j -= 1 } while isAfter(j, left)
                if j < i { break }
                line.swapAt(i, j)
            }
            line.swapAt(left, j)
            if j <= position { left = i }
            if j >= position { right = j - 1 }
        }
        return line[position]
    }
}
