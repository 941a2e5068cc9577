// Defines NormalBlocks: uniforms turned into normals in blocks of sixteen, many blocks at a time.

/// The Box-Muller transform in float32, in loops that become vector code.
struct NormalBlocks {
    /// Mean of the numbers made.
    let mean: Float
    /// Their standard deviation.
    let deviation: Float

    /// 2π rounded to the nearest float32; Swift's `Float.pi` is rounded towards zero.
    private static let fullTurn = Float(2 * Double.pi)

    /// Blocks whose radii and angles are held at once.
    private static let tile = 32

    /// Replaces `count` blocks of 16 uniforms in [0, 1): in each the first eight give radii, the others angles.
    func transform(_ blocks: UnsafeMutablePointer<Float>, _ count: Int) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 16 * Self.tile) { scratch in
            let radii = scratch.baseAddress!
            let angles = radii + 8 * Self.tile
            var first = 0
            while first < count {
                let n = min(Self.tile, count - first)
                transform(blocks + 16 * first, n, radii, angles)
                first += n
            }
        }
    }

    private func transform(
        _ d: UnsafeMutablePointer<Float>, _ count: Int, _ radii: UnsafeMutablePointer<Float>, _ angles: UnsafeMutablePointer<Float>
    ) {
        for block in 0..<count {
            for j in 0..<8 {
                radii[8 * block + j] = 1 - d[16 * block + j]
                angles[8 * block + j] = d[16 * block + 8 + j] * Self.fullTurn
            }
        }
        for i in 0..<8 * count { radii[i] = (-2 * Float.log(radii[i])).squareRoot() }
        for block in 0..<count {
            for j in 0..<8 {
                let (radius, angle) = (radii[8 * block + j], angles[8 * block + j])
                d[16 * block + j] = mean.addingProduct(radius * Float.cos(angle), deviation)
                d[16 * block + 8 + j] = mean.addingProduct(radius * Float.sin(angle), deviation)
            }
        }
    }
}
