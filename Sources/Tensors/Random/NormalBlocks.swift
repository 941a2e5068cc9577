// Defines NormalBlocks: sixteen uniforms turned into sixteen normals, eight lanes at a time.

/// The Box-Muller transform of one block in float32. Logarithm, sine and cosine are the polynomials of Moshier's Cephes
/// library in single precision (within 2 units in the last place on the ranges that occur here).
struct NormalBlocks {
    typealias Lanes = SIMD8<Float>

    /// Mean of the numbers made.
    let mean: Float
    /// Their standard deviation.
    let deviation: Float

    /// Replaces 16 uniforms in [0, 1): the first eight give radii, the others angles.
    func transform(_ block: UnsafeMutablePointer<Float>) {
        let raw = UnsafeMutableRawPointer(block)
        let first = 1 - raw.loadUnaligned(as: Lanes.self)
        let second = raw.loadUnaligned(fromByteOffset: 32, as: Lanes.self)
        let radius = (-2 * Self.log(first)).squareRoot()
        let (sine, cosine) = Self.sineAndCosine(second * (2 * Float.pi))
        let spread = Lanes(repeating: deviation)
        let center = Lanes(repeating: mean)
        raw.storeBytes(of: center.addingProduct(radius * cosine, spread), as: Lanes.self)
        raw.storeBytes(of: center.addingProduct(radius * sine, spread), toByteOffset: 32, as: Lanes.self)
    }

    /// Natural logarithm of numbers in (0, 1].
    @inline(__always)
    static func log(_ x: Lanes) -> Lanes {
        let bits = unsafeBitCast(x, to: SIMD8<UInt32>.self)
        // An integer below 2^23, put into the low bits of the float 2^23, reads as 2^23 plus that integer.
        var exponent = unsafeBitCast((bits &>> 23) | 0x4b00_0000, to: Lanes.self) - (0x1p23 + 126)
        // The fraction, in [0.5, 1); below sqrt(1/2) it is doubled, so that its logarithm stays small.
        let fraction = unsafeBitCast((bits & 0x007f_ffff) | 0x3f00_0000, to: Lanes.self)
        let small = fraction .< 0.707_106_781_186_547_524
        exponent -= Lanes(repeating: 0).replacing(with: 1, where: small)
        let z = fraction - 1 + Lanes(repeating: 0).replacing(with: fraction, where: small)
        let square = z * z
        var y = Lanes(repeating: 7.037_683_629_2e-2)
        y = Lanes(repeating: -1.151_461_031_0e-1).addingProduct(y, z)
        y = Lanes(repeating: 1.167_699_874_0e-1).addingProduct(y, z)
        y = Lanes(repeating: -1.242_014_084_6e-1).addingProduct(y, z)
        y = Lanes(repeating: 1.424_932_278_7e-1).addingProduct(y, z)
        y = Lanes(repeating: -1.666_805_766_5e-1).addingProduct(y, z)
        y = Lanes(repeating: 2.000_071_476_5e-1).addingProduct(y, z)
        y = Lanes(repeating: -2.499_999_399_3e-1).addingProduct(y, z)
        y = Lanes(repeating: 3.333_333_117_4e-1).addingProduct(y, z)
        y = y * z * square
        y = y.addingProduct(exponent, Lanes(repeating: -2.121_944_4e-4))
        y = y - square * 0.5
        return (z + y).addingProduct(exponent, Lanes(repeating: 0.693_359_375))
    }

    /// Sine and cosine of angles in [0, 2π).
    @inline(__always)
    static func sineAndCosine(_ x: Lanes) -> (Lanes, Lanes) {
        // Nearest even octant: 0, 2, 4, 6 or 8; the rest of the angle lies in [-π/4, π/4].
        let turns = 2 * (x * 0.636_619_772_367_58 + 0.5).rounded(.down)
        let octant = unsafeBitCast(turns + 0x1p23, to: SIMD8<UInt32>.self)
        var r = x.addingProduct(turns, Lanes(repeating: -0.785_156_25))
        r = r.addingProduct(turns, Lanes(repeating: -2.418_756_484_985_351_562_5e-4))
        r = r.addingProduct(turns, Lanes(repeating: -3.774_894_977_445_941_08e-8))
        let square = r * r
        var cosine = Lanes(repeating: 2.443_315_711_809_948e-5)
        cosine = Lanes(repeating: -1.388_731_625_493_765e-3).addingProduct(cosine, square)
        cosine = Lanes(repeating: 4.166_664_568_298_827e-2).addingProduct(cosine, square)
        cosine = 1 + (cosine * square * square - square * 0.5)
        var sine = Lanes(repeating: -1.951_529_589_1e-4)
        sine = Lanes(repeating: 8.332_160_873_6e-3).addingProduct(sine, square)
        sine = Lanes(repeating: -1.666_665_461_1e-1).addingProduct(sine, square)
        sine = r.addingProduct(sine * square, r)
        // Octants 2 and 6 swap the two; the upper half turns the sine, the middle two quarters the cosine.
        let swapped = (octant & 2) .!= 0
        let s = sine.replacing(with: cosine, where: swapped)
        let c = cosine.replacing(with: sine, where: swapped)
        let upper = (octant & 4) .!= 0
        let middle = ((octant &+ 2) & 4) .!= 0
        return (s.replacing(with: -s, where: upper), c.replacing(with: -c, where: middle))
    }
}
