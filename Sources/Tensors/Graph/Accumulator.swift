// Defines Accumulator: how a kernel on a device combines values into one.

/// The type, start and step of a reduction in OpenCL C.
struct Accumulator {
    private let kind: Reduction.Kind
    private let divides: Bool
    private let lane: DType.Lane
    /// Whether whole numbers are combined.
    var isWhole: Bool { lane == .int || lane == .bool }
    /// The type of the total.
    let type: String

    init(_ plan: ReductionPlan, _ lane: DType.Lane, _ hasDouble: Bool) {
        kind = plan.reduction.kind
        divides = plan.reduction.divisor != 1
        self.lane = lane
        type = lane == .int || lane == .bool ? "long" : hasDouble ? "double" : "float"
    }

    /// The value that changes nothing.
    var start: String {
        switch kind {
        case .sum: "0"
        case .product: "1"
        case .maximum: isWhole ? "LONG_MIN" : "-INFINITY"
        case .minimum: isWhole ? "LONG_MAX" : "INFINITY"
        }
    }

    /// The statement that takes in a value of a kernel.
    func add(_ value: String) -> String { "{ const \(type) other = \(value); \(meet("other")) }" }

    /// The statement that takes in another total.
    func meet(_ other: String) -> String {
        switch kind {
        case .sum: "total += \(other);"
        case .product: "total *= \(other);"
        case .maximum: "total = \(other) > total || \(other) != \(other) ? \(other) : total;"
        case .minimum: "total = \(other) < total || \(other) != \(other) ? \(other) : total;"
        }
    }

    /// The total, divided, as a value of the result's lane.
    func result(as dtype: DType) -> String {
        let total = divides && !isWhole ? "(total / divisor)" : "total"
        let from: DType.Lane = isWhole ? .int : type == "double" ? .double : .float
        return dtype.lane.deviceCast(total, from: from)
    }
}
