// Tolerance: how far a fresh number may be from its record.
import Glibc

/// How far fresh numbers may be from recorded ones.
public struct Tolerance: Sendable, Equatable {
    /// Of numbers computed in float32.
    static let usual = 1e-4
    /// Of numbers that depend on a training.
    static let trained = 1e-3

    /// Relative to the fresh number.
    public var relative: Double
    /// Absolute; nil: a millionth of the largest number of the same output, so that leftovers near zero count as zero.
    public var absolute: Double?

    /// Makes a tolerance.
    public init(relative: Double = 1e-4, absolute: Double? = nil) {
        self.relative = relative
        self.absolute = absolute
    }

    /// The difference of two numbers as a part of what is allowed: up to 1 counts as the same. `largest` is the largest number
    /// around them. Where the value behind the fresh number is known, the record may be a rounding of it: half a unit of the last
    /// printed place. Otherwise both may have been rounded: a whole unit. Numbers printed without places have none.
    func ratio(recorded: NumberText.Number, fresh: NumberText.Number, largest: Double, rounded: RoundedNumbers = RoundedNumbers()) -> Double {
        let exact = fresh.decimals >= 1 ? rounded.value(of: fresh, near: recorded.value) : nil
        let (old, new) = (recorded.value, exact ?? fresh.value)
        if old == new || old.isNaN && new.isNaN { return 0 }
        guard old.isFinite, new.isFinite, !(recorded.isInteger && fresh.isInteger) else { return .infinity }
        let decimals = max(recorded.decimals, fresh.decimals)
        let unit = decimals >= 1 ? pow(10, -Double(decimals)) * (1 + 1e-9) : 0
        let place = exact == nil ? unit : unit / 2
        let allowed = place + allowance(near: new, largest: largest)
        return allowed > 0 ? abs(old - new) / allowed : .infinity
    }

    /// How far a record may be from a fresh value, however it was printed. `largest` is the largest number around it.
    func allowance(near fresh: Double, largest: Double) -> Double { max(absolute ?? 1e-6 * largest, relative * abs(fresh)) }
}
