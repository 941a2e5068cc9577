// Defines KeysCubic: Keys' cubic convolution, the weights of the four neighbours of a point between pixels.

/// A curve of two polynomials that falls from 1 at a neighbour to 0 at a distance of two.
struct KeysCubic: Sendable {
    /// Coefficients by falling powers of the distance: up to a distance of one, and from one to two.
    private let near: [Double]
    private let far: [Double]

    /// The curve with slope `a` at a distance of one.
    init(_ a: Double) {
        near = [a + 2, -(a + 3), 0, 1]
        far = [a, -5 * a, 8 * a, -4 * a]
    }

    /// For values between pixels.
    static let reading = KeysCubic(-0.75)
    /// For averages over what a smaller image leaves out.
    static let smoothing = KeysCubic(-0.5)

    /// The weight of a neighbour at a distance.
    func height(_ distance: Double) -> Double {
        if distance >= 2 { return 0 }
        let curve = distance < 1 ? near : far
        return curve.dropFirst().reduce(curve[0]) { $0 * distance + $1 }
    }

    /// The weights of four neighbours of a point, which lies t behind the second of them.
    func weights(_ t: Double) -> [Double] { [t + 1, t, 1 - t, 2 - t].map(height) }

    /// The same for the points of a tensor.
    func weights(_ t: Tensor) throws -> [Tensor] {
        let back = try Op.sub(1.0, .tensor(t))
        return try [(far, t + 1), (near, t), (near, back), (far, back + 1)].map { curve, distance in
            try curve.dropFirst(2).reduce(distance * curve[0] + curve[1]) { try $0 * distance + $1 }
        }
    }
}
