// Defines Ziggurat: the tables of 256 strips from which numpy's default_rng draws normal and exponential numbers.
import Glibc

/// Strips of equal area under a falling density (Marsaglia and Tsang 2000).
struct Ziggurat: Sendable {
    /// A random integer below this bound lies inside the strip for sure.
    let bounds: [UInt64]
    /// Width of a strip for one unit of the random integer.
    let widths: [Double]
    /// Density at the edge of a strip.
    let heights: [Double]
    /// Where the tail starts.
    let tail: Double

    /// Edge and strip area are the method's constants; `scale` is the range of the random integers. The density of the strip
    /// `roundedUp` lies so near the middle of two numbers that numpy's table has the upper one.
    private init(
        tail: Double, area: Double, scale: Double, roundedUp: Int? = nil, density: (Double) -> Double, inverse: (Double) -> Double
    ) {
        self.tail = tail
        var bounds = [UInt64](repeating: 0, count: 256)
        var widths = [Double](repeating: 0, count: 256)
        var heights = [Double](repeating: 0, count: 256)
        widths[255] = tail / scale
        heights[255] = density(tail)
        bounds[0] = UInt64(tail * density(tail) / area * scale)
        widths[0] = area / density(tail) / scale
        heights[0] = 1
        var edge = tail
        for i in stride(from: 254, through: 1, by: -1) {
            let x = inverse(area / edge + heights[i + 1])
            bounds[i + 1] = UInt64(x / edge * scale)
            widths[i] = x / scale
            heights[i] = i == roundedUp ? density(x).nextUp : density(x)
            edge = x
        }
        self.bounds = bounds
        self.widths = widths
        self.heights = heights
    }

    /// Tables of the standard normal density's right half.
    static let normal = Ziggurat(
        tail: 3.6541528853610088, area: 0.004928673233974652, scale: 0x1p52, roundedUp: 38,
        density: { exp(-0.5 * $0 * $0) }, inverse: { (-2 * log($0)).squareRoot() })

    /// The same for random integers of 23 bits, from which float32 numbers are made.
    static let shortNormal = Ziggurat(
        tail: 3.6541528853610088, area: 0.004928673233974652, scale: 0x1p23,
        density: { exp(-0.5 * $0 * $0) }, inverse: { (-2 * log($0)).squareRoot() })

    /// The tables of the exponential density, whose last digits show more than doubles keep on the way from strip to strip.
    private init(exponentialScale scale: Double) {
        let edge = DoubledNumber(7.69711747013105, -3.6248703662396074e-16)
        let area = (edge + DoubledNumber(1)) * (-edge).exponential
        tail = edge.high
        var bounds = [UInt64](repeating: 0, count: 256)
        var widths = [Double](repeating: 0, count: 256)
        var heights = [Double](repeating: 1, count: 256)
        var (x, height) = (edge, (-edge).exponential)
        bounds[0] = UInt64((x * height / area).high * scale)
        widths[0] = (area / height).high / scale
        widths[255] = x.high / scale
        heights[255] = height.high
        for i in stride(from: 254, through: 1, by: -1) {
            let next = -(area / x + height).logarithm
            bounds[i + 1] = UInt64((next / x).high * scale)
            (x, height) = (next, (-next).exponential)
            widths[i] = x.high / scale
            heights[i] = height.high
        }
        self.bounds = bounds
        self.widths = widths
        self.heights = heights
    }

    /// Tables of the standard exponential density.
    static let exponential = Ziggurat(exponentialScale: 0x1p53)

    /// The same for random integers of 23 bits.
    static let shortExponential = Ziggurat(exponentialScale: 0x1p23)
}
