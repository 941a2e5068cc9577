// BoundsObject: a place on a figure as programs hold it.
import Runtime

/// A place on the figure as programs hold it: left, bottom, width, height.
final class BoundsObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Bbox"
    private static let cls = Class(native: "Bbox", module: "matplotlib.transforms", extensible: false, rows: {
        [
            property("bounds", "Left, bottom, width, height.") { (box: Value) in ArrayMaking.tuple(try BoundsObject.of(box).numbers) },
            property("x0", "The left edge.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[0]) },
            property("y0", "The lower edge.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[1]) },
            property("x1", "The right edge.") { (box: Value) in Value.float(try BoundsObject.of(box).right) },
            property("y1", "The upper edge.") { (box: Value) in Value.float(try BoundsObject.of(box).top) },
            property("width", "The width.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[2]) },
            property("height", "The height.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[3]) },
        ]
    })
    private let numbers: [Double]
    /// The left and the lower edge, the width and the height.
    var x0: Double { numbers[0] }
    var y0: Double { numbers[1] }
    var width: Double { numbers[2] }
    var height: Double { numbers[3] }
    private var right: Double { numbers[0] + numbers[2] }
    private var top: Double { numbers[1] + numbers[3] }

    init(_ left: Double, _ bottom: Double, _ width: Double, _ height: Double) {
        numbers = [left, bottom, width, height]
        super.init(type: Self.cls)
    }

    private static func of(_ value: Value) throws -> BoundsObject {
        guard let box = value.object as? BoundsObject else { throw Raised.typeError("not a place") }
        return box
    }

    override func repr() throws -> String {
        "Bbox(x0=\(FloatText.repr(numbers[0])), y0=\(FloatText.repr(numbers[1])), x1=\(FloatText.repr(right)), y1=\(FloatText.repr(top)))"
    }
}
