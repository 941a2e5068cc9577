// Defines SummaryWindow: which elements of an array are printed when it is too large to print whole.

/// The elements torch and numpy show: all of them, or the first and last few along every long axis.
public struct SummaryWindow: Equatable, Sendable {
    /// Sizes of the array.
    public let shape: [Int]
    /// Elements kept at each end of a summarised axis.
    public let edgeItems: Int
    /// The array has more elements than the threshold.
    public let isSummarised: Bool

    /// Decides by the number of elements; `threshold` is the largest number printed whole.
    public init(shape: [Int], threshold: Int, edgeItems: Int) {
        self.shape = shape
        self.edgeItems = max(0, edgeItems)
        isSummarised = shape.reduce(1, *) > threshold
    }

    /// Whether an axis loses its middle.
    public func isCut(axis: Int) -> Bool { isSummarised && shape[axis] > 2 * edgeItems }

    /// Indices shown along an axis; the cut, if any, comes after the first `edgeItems`.
    public func indices(axis: Int) -> [Int] {
        let size = shape[axis]
        return isCut(axis: axis) ? Array(0..<edgeItems) + Array(size - edgeItems..<size) : Array(0..<size)
    }
}
