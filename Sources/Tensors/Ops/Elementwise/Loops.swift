// Defines Loops: an elementwise formula compiled to loops over tiles, one for each lane it has.

/// Computes `count` values of `out` from tiles of the operands; `out` must not overlap them. Unused operands repeat `a`.
typealias Loop = @Sendable (
    _ out: UnsafeMutableRawPointer, _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ c: UnsafeRawPointer, _ count: Int
) -> Void

/// A formula of one value.
protocol UnaryFormula: SendableMetatype { static func value<S: Real>(_ x: S) -> S }
/// A formula of one value that integers have too.
protocol UnaryWholeFormula: SendableMetatype { static func value<S: Scalar>(_ x: S) -> S }
/// A formula of two floating-point values.
protocol BinaryFormula: SendableMetatype { static func value<S: Real>(_ x: S, _ y: S) -> S }
/// A formula of two values that integers have too.
protocol BinaryWholeFormula: SendableMetatype { static func value<S: Scalar>(_ x: S, _ y: S) -> S }
/// A formula of three floating-point values.
protocol TernaryFormula: SendableMetatype { static func value<S: Real>(_ x: S, _ y: S, _ z: S) -> S }
/// A formula of three values that integers have too.
protocol TernaryWholeFormula: SendableMetatype { static func value<S: Scalar>(_ x: S, _ y: S, _ z: S) -> S }
/// A question about two values.
protocol Predicate: SendableMetatype { static func value<S: Scalar>(_ x: S, _ y: S) -> S.Mask }

/// The loops of one operation, by lane. The factories are always inlined so that each loop is specialised and vectorised.
struct Loops: Sendable {
    var float: Loop?
    var double: Loop?
    var int: Loop?
    var bool: Loop?
    /// Number of operands.
    var arity = 1
    /// The formula as text for devices.
    var form = DeviceForm()

    /// The loop of a lane, nil where the operation does not exist for it.
    @inline(__always)
    subscript(lane: DType.Lane) -> Loop? {
        switch lane {
        case .float: float
        case .double: double
        case .int: int
        case .bool: bool
        }
    }

    /// One loop from a function of one value.
    @inline(__always)
    static func map<A, R>(_ body: @escaping @Sendable (A) -> R) -> Loop {
        { out, a, _, _, count in
            let x = a.assumingMemoryBound(to: A.self)
            let r = out.assumingMemoryBound(to: R.self)
            for i in 0..<count { r[i] = body(x[i]) }
        }
    }

    /// One loop from a function of two values.
    @inline(__always)
    static func zip<A, R>(_ body: @escaping @Sendable (A, A) -> R) -> Loop {
        { out, a, b, _, count in
            let x = a.assumingMemoryBound(to: A.self)
            let y = b.assumingMemoryBound(to: A.self)
            let r = out.assumingMemoryBound(to: R.self)
            for i in 0..<count { r[i] = body(x[i], y[i]) }
        }
    }

    /// One loop from a function of three values.
    @inline(__always)
    static func zip3<A, B, R>(_ body: @escaping @Sendable (A, B, B) -> R) -> Loop {
        { out, a, b, c, count in
            let x = a.assumingMemoryBound(to: A.self)
            let y = b.assumingMemoryBound(to: B.self)
            let z = c.assumingMemoryBound(to: B.self)
            let r = out.assumingMemoryBound(to: R.self)
            for i in 0..<count { r[i] = body(x[i], y[i], z[i]) }
        }
    }

    @inline(__always)
    static func unary<F: UnaryFormula>(_: F.Type) -> Loops {
        Loops(float: map { (x: Float) in F.value(x) }, double: map { (x: Double) in F.value(x) }, form: .unary(F.self))
    }

    @inline(__always)
    static func unaryWhole<F: UnaryWholeFormula>(_: F.Type) -> Loops {
        Loops(float: map { (x: Float) in F.value(x) }, double: map { (x: Double) in F.value(x) }, int: map { (x: Whole) in F.value(x) }, form: .unaryWhole(F.self))
    }

    @inline(__always)
    static func binary<F: BinaryFormula>(_: F.Type) -> Loops {
        Loops(float: zip { (x: Float, y: Float) in F.value(x, y) }, double: zip { (x: Double, y: Double) in F.value(x, y) }, arity: 2, form: .binary(F.self))
    }

    @inline(__always)
    static func binaryWhole<F: BinaryWholeFormula>(_: F.Type) -> Loops {
        Loops(float: zip { (x: Float, y: Float) in F.value(x, y) }, double: zip { (x: Double, y: Double) in F.value(x, y) },
              int: zip { (x: Whole, y: Whole) in F.value(x, y) }, arity: 2, form: .binaryWhole(F.self))
    }

    @inline(__always)
    static func ternary<F: TernaryFormula>(_: F.Type) -> Loops {
        Loops(float: zip3 { (x: Float, y: Float, z: Float) in F.value(x, y, z) },
              double: zip3 { (x: Double, y: Double, z: Double) in F.value(x, y, z) }, arity: 3, form: .ternary(F.self))
    }

    @inline(__always)
    static func ternaryWhole<F: TernaryWholeFormula>(_: F.Type) -> Loops {
        Loops(float: zip3 { (x: Float, y: Float, z: Float) in F.value(x, y, z) },
              double: zip3 { (x: Double, y: Double, z: Double) in F.value(x, y, z) },
              int: zip3 { (x: Whole, y: Whole, z: Whole) in F.value(x, y, z) }, arity: 3, form: .ternaryWhole(F.self))
    }

    @inline(__always)
    static func predicate<F: Predicate>(_: F.Type, bool: @escaping @Sendable (Bool, Bool) -> Bool) -> Loops {
        Loops(float: zip { (x: Float, y: Float) -> Bool in F.value(x, y) }, double: zip { (x: Double, y: Double) -> Bool in F.value(x, y) },
              int: zip { (x: Whole, y: Whole) -> Bool in F.value(x, y) }, bool: zip(bool), arity: 2, form: .predicate(F.self))
    }

    /// The same loops with one more, for bools, and its text in OpenCL C.
    @inline(__always)
    func with(_ text: String, bool body: @escaping @Sendable (Bool, Bool) -> Bool) -> Loops {
        var loops = written(.bool, text)
        loops.bool = Loops.zip(body)
        return loops
    }
}
