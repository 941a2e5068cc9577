// Defines PoolGeometry: the windows of a pooling along each spatial dimension.

/// The windows of one dimension.
struct PoolAxis: Sendable {
    /// First element of each window, inside the input.
    var starts: [Int] = []
    /// One past the last element, inside the input.
    var ends: [Int] = []
    /// Elements of each window with those in the padding.
    var extents: [Int] = []
    /// Distance of neighbouring elements of a window.
    var step = 1

    var count: Int { starts.count }

    /// A single window of one element.
    static let single = PoolAxis(starts: [0], ends: [1], extents: [1])

    /// `count` windows that cover the whole dimension evenly.
    static func adaptive(_ size: Int, _ count: Int) -> PoolAxis {
        var axis = PoolAxis()
        for i in 0..<count {
            axis.starts.append(i * size / count)
            axis.ends.append(((i + 1) * size + count - 1) / count)
            axis.extents.append(axis.ends[i] - axis.starts[i])
        }
        return axis
    }

    /// Windows of `kernel` elements, `stride` apart, over a dimension padded on both sides.
    static func sliding(_ size: Int, kernel: Int, stride: Int, padding: Int, dilation: Int, ceil: Bool) -> PoolAxis {
        var axis = PoolAxis()
        axis.step = dilation
        let count = outputSize(size, kernel, stride, padding, dilation, ceil)
        for i in 0..<max(count, 0) {
            let first = i * stride - padding
            let last = first + (kernel - 1) * dilation + 1
            axis.extents.append(min(last, size + padding) - first)
            let skipped = first < 0 ? (-first + dilation - 1) / dilation * dilation : 0
            axis.starts.append(first + skipped)
            axis.ends.append(min(last, size))
        }
        return axis
    }

    /// Number of windows. Rounding up never starts a window beyond the input and its left padding.
    static func outputSize(_ size: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ ceil: Bool) -> Int {
        let room = size + 2 * padding - dilation * (kernel - 1) - 1 + (ceil ? stride - 1 : 0)
        var count = room >= 0 ? room / stride + 1 : -((-room + stride - 1) / stride) + 1
        if ceil, (count - 1) * stride >= size + padding { count -= 1 }
        return count
    }
}

/// The windows of all three spatial dimensions over a stack of planes.
struct PoolGeometry: Sendable {
    let input: Triple
    let depth: PoolAxis
    let height: PoolAxis
    let width: PoolAxis

    /// Refuses outputs that would not fit into memory before their windows are listed.
    static func checkOutput(_ counts: [Int]) throws {
        _ = try Tensor(empty: Dims(counts), .float64)
    }

    var outputArea: Int { depth.count * height.count * width.count }
    var output: [Int] { [depth.count, height.count, width.count] }

    init(_ input: [Int], _ axes: [PoolAxis]) {
        self.input = Triple(input, missing: 1)
        let full = [PoolAxis](repeating: .single, count: 3 - axes.count) + axes
        (depth, height, width) = (full[0], full[1], full[2])
    }

    /// Calls `body` with each window: its place in the output and its indices in the three dimensions.
    @inline(__always)
    func forEachWindow(_ body: (_ place: Int, _ d: Int, _ h: Int, _ w: Int) -> Void) {
        var place = 0
        for d in 0..<depth.count {
            for h in 0..<height.count {
                for w in 0..<width.count {
                    body(place, d, h, w)
                    place += 1
                }
            }
        }
    }

    /// Calls `body` with the position in the plane of each element of a window.
    @inline(__always)
    func forEachElement(_ d: Int, _ h: Int, _ w: Int, _ body: (Int) -> Void) {
        var z = depth.starts[d]
        while z < depth.ends[d] {
            var y = height.starts[h]
            while y < height.ends[h] {
                let line = (z * input.h + y) * input.w
                var x = width.starts[w]
                while x < width.ends[w] {
                    body(line + x)
                    x += width.step
                }
                y += height.step
            }
            z += depth.step
        }
    }
}
