// Defines TensorPrintOptions: what torch.set_printoptions sets.

/// How tensors are printed.
public struct TensorPrintOptions: Equatable, Sendable {
    /// Digits after the point.
    public var precision = 4
    /// Number of elements from which on a tensor is summarised (exceeding it).
    public var threshold = 1000
    /// Elements kept at each end of a summarised axis.
    public var edgeItems = 3
    /// Columns a line may fill.
    public var lineWidth = 80
    /// Whether exponents are forced on or off; nil leaves the choice to the numbers.
    public var scientific: Bool?

    /// PyTorch's default options.
    public init() {}

    /// The named profiles of set_printoptions: "default", "short", "full".
    public enum Profile: String, Sendable, CaseIterable {
        case `default`, short, full
    }

    /// Takes over the settings of a profile; the choice of exponents is not among them.
    public mutating func apply(_ profile: Profile) {
        precision = profile == .short ? 2 : 4
        threshold = profile == .full ? Int.max : 1000
        edgeItems = profile == .short ? 2 : 3
        lineWidth = 80
    }
}
