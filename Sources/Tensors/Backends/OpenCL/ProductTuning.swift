// Defines ProductTile and ProductTuning: the size of the tiles in which a device multiplies matrices, found by measuring.
import Glibc

/// The part of a product that one work-item computes.
struct ProductTile: Equatable {
    let rows: Int
    let columns: Int

    /// The tile, or a smaller one for a product that has no room for it.
    func fitting(_ size: ProductSize) -> ProductTile {
        ProductTile(rows: size.rows >= rows ? rows : 1, columns: size.columns >= columns ? columns : 8)
    }
}

/// The sizes of a product of stacks of matrices.
struct ProductSize {
    let rows: Int
    let columns: Int
    let length: Int
    let stack: Int

    /// Multiplications.
    var work: Int { rows * columns * length * stack }
}

/// Which tile is the fastest on a device: measured once for each lane on the first large product, then kept on disk. The order in which
/// sums are taken does not depend on it, nor do results.
struct ProductTuning {
    private var known: [DType.Lane: ProductTile] = [:]

    /// Products of at least so many multiplications are worth measuring.
    private static let threshold = 1 << 24

    /// Tiles to choose from; the first is taken until one was measured.
    private static func candidates(_ device: DeviceDescription, _ lane: DType.Lane) -> [ProductTile] {
        if device.isProcessor { return [(4, 16), (6, 16), (8, 8), (2, 32)].map { ProductTile(rows: $0.0, columns: $0.1) } }
        let itemSize = lane == .float ? 4 : 8
        // Two stripes of a group's tile lie in shared memory.
        let fitting = [4, 8, 2].filter { 2 * 16 * (16 * $0 + 1) * itemSize <= device.localMemory }
        return fitting.map { ProductTile(rows: $0, columns: $0) }
    }

    /// The tile for a product, which `run` computes.
    mutating func tile(
        for size: ProductSize, _ lane: DType.Lane, on device: ComputeDevice, _ run: (ProductTile) throws -> Void
    ) throws -> ProductTile {
        if let tile = known[lane] { return tile }
        let candidates = ProductTuning.candidates(device.description, lane)
        if size.work < ProductTuning.threshold { return candidates[0] }
        let title = "tile of products, \(lane.deviceType)"
        if let kept = device.programs.store.read(title), kept.count == 2 {
            let tile = ProductTile(rows: Int(kept[0]), columns: Int(kept[1]))
            if candidates.contains(tile) {
                known[lane] = tile
                return tile
            }
        }
        let times = try candidates.map { try ProductTuning.time(device, $0, run) }
        let best = zip(times, candidates).min { $0.0 < $1.0 }?.1 ?? candidates[0]
        known[lane] = best
        device.programs.store.write([UInt8(best.rows), UInt8(best.columns)], for: title)
        return best
    }

    /// Nanoseconds of the faster of two runs after a first one that compiles.
    private static func time(_ device: ComputeDevice, _ tile: ProductTile, _ run: (ProductTile) throws -> Void) throws -> Int {
        try run(tile)
        try device.finish()
        var best = Int.max
        for _ in 0..<2 {
            let start = now
            try run(tile)
            try device.finish()
            best = min(best, now - start)
        }
        return best
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
