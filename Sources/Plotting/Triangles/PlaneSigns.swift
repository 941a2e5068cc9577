// Defines PlaneSigns: on which side of a line, and of a circle, a point lies — exactly.

/// Points of a plane, and on which side of a line or a circle they lie. Floating-point arithmetic answers where its error cannot turn the sign,
/// exact arithmetic elsewhere: a net of triangles stays a net only if all answers fit together. (Points on a grid of whole numbers would need no
/// expansions, but close points beside a far one would fall together.)
struct PlaneSigns {
    /// The points, scaled by a power of two to magnitudes of at most 1: circles stay circles, and no digit is lost.
    let spots: [Point]

    /// Points of finite coordinates.
    init(_ points: [Point]) {
        let most = points.reduce(0) { max($0, abs($1.x), abs($1.y)) }
        guard most > 0 else {
            spots = points
            return
        }
        let exponent = Int(most.exponent) + 1
        // Products of four coordinates have to be multiples of the least floating-point number, hence nothing finer than 2^-260.
        func scaled(_ number: Double) -> Double {
            Double(sign: .plus, exponent: -260, significand: Double(sign: .plus, exponent: 260 - exponent, significand: number).rounded())
        }
        spots = points.map { Point(scaled($0.x), scaled($0.y)) }
    }

    /// 1 where three points run counter-clockwise, -1 where they run clockwise, 0 on a line.
    func turn(_ a: Int, _ b: Int, _ c: Int) -> Int {
        let (p, q, r) = (spots[a], spots[b], spots[c])
        let (left, right) = ((p.x - r.x) * (q.y - r.y), (p.y - r.y) * (q.x - r.x))
        let difference = left - right
        guard abs(difference) <= PlaneSigns.lineError * (abs(left) + abs(right)) else { return difference > 0 ? 1 : -1 }
        let (u, v) = (ExactStep(p, r), ExactStep(q, r))
        return u.cross(v).sign
    }

    /// 1 where a point lies inside the circle through three that run counter-clockwise, -1 outside, 0 on it.
    func circle(_ a: Int, _ b: Int, _ c: Int, holds point: Int) -> Int {
        let spot = spots[point]
        let steps = (spots[a] - spot, spots[b] - spot, spots[c] - spot)
        var (sum, size) = (0.0, 0.0)
        for (p, q, r) in [steps, (steps.1, steps.2, steps.0), (steps.2, steps.0, steps.1)] {
            let square = p.x * p.x + p.y * p.y
            sum += square * (q.x * r.y - q.y * r.x)
            size += square * (abs(q.x * r.y) + abs(q.y * r.x))
        }
        guard abs(sum) <= PlaneSigns.circleError * size else { return sum > 0 ? 1 : -1 }
        let (p, q, r) = (ExactStep(spots[a], spot), ExactStep(spots[b], spot), ExactStep(spots[c], spot))
        return (p.square * q.cross(r) + q.square * r.cross(p) + r.square * p.cross(q)).sign
    }

    /// What rounding may add up to, as a share of the sums of magnitudes: Shewchuk's bounds are 3 and 10 halves of the last digit and little more.
    private static let lineError = 4 * Double.ulpOfOne / 2
    private static let circleError = 16 * Double.ulpOfOne / 2
}

/// The exact step from one point to another.
private struct ExactStep {
    let x: Expansion
    let y: Expansion

    init(_ end: Point, _ start: Point) {
        x = .difference(end.x, start.x)
        y = .difference(end.y, start.y)
    }

    var square: Expansion { x * x + y * y }

    func cross(_ other: ExactStep) -> Expansion { x * other.y - y * other.x }
}
