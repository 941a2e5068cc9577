// NumberGrid: the numbers of a list, tensor or array, with their shape.
import Runtime
import Tensors

/// Numbers with a shape, row by row.
struct NumberGrid {
    var values: [Double]
    var shape: [Int]
    /// Whether all numbers were given as whole ones.
    private(set) var isWhole = false

    /// What pyplot sees in a value: a number, or nested sequences of equal lengths, or anything that can be iterated.
    /// - Throws: ValueError for ragged sequences, TypeError for what holds no numbers.
    init(_ value: Value) throws {
        try self.init(value, depth: 0)
    }

    init(values: [Double], shape: [Int]) {
        self.values = values
        self.shape = shape
    }

    private init(_ value: Value, depth: Int) throws {
        if let tensor = try NestedSequence.elements(of: value) {
            if tensor.requiresGrad {
                throw Raised.runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
            }
            values = try tensor.withElements(Double.self) { Array($0) }
            shape = Array(tensor.shape)
            isWhole = !tensor.dtype.isFloatingPoint && tensor.dtype != .bool
            return
        }
        if value.text != nil { throw Raised.valueError("could not convert string to float: \(try value.repr())") }
        if value.isNone {
            (values, shape) = ([.nan], [])
            return
        }
        guard depth < 8, let iterator = try value.iteratorIfIterable() else {
            guard let number = try value.number() else {
                throw Raised.typeError("float() argument must be a string or a real number, not '\(value.type.name)'")
            }
            (values, shape) = ([number], [])
            if case .int = value { isWhole = true }
            return
        }
        var values: [Double] = []
        var inner: [Int]?
        var isWhole = true
        var count = 0
        while let element = try iterator.advance() {
            count += 1
            if case .float(let number) = element, inner == nil || inner == [] {
                values.append(number)
                inner = []
                isWhole = false
                continue
            }
            let part = try NumberGrid(element, depth: depth + 1)
            if let inner, inner != part.shape {
                throw Raised.valueError(
                    "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(depth + 1) dimensions. "
                        + "The detected shape was (\(count - 1),) + inhomogeneous part.")
            }
            inner = part.shape
            values += part.values
            isWhole = isWhole && part.isWhole
        }
        self.values = values
        self.isWhole = isWhole && count > 0
        shape = [count] + (inner ?? [])
    }

    /// The columns of a grid of two dimensions; of one dimension or a number, the values as a single column.
    var columns: [[Double]] {
        guard shape.count == 2 else { return [values] }
        let (rows, columns) = (shape[0], shape[1])
        return (0..<columns).map { column in (0..<rows).map { values[$0 * columns + column] } }
    }

    /// The shape as Python writes it: "(2, 3)".
    var shapeText: String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }
}

/// Places along an axis: numbers, or names that stand for 0, 1, 2 ….
struct AxisPlaces {
    var values: [Double]
    var names: [String] = []
    /// Whether all places were given as whole numbers.
    var isWhole = false
    /// How messages write the shape.
    var shapeText: String

    /// Reads the places; names already on the axis keep their numbers, new ones follow.
    init(_ value: Value, categories: inout [String]) throws {
        if value.text == nil, let elements = value.sequenceElements, elements.contains(where: { $0.text != nil }) {
            var values: [Double] = []
            for element in elements {
                let name = try element.str()
                names.append(name)
                if !categories.contains(name) { categories.append(name) }
                values.append(Double(categories.firstIndex(of: name) ?? 0))
            }
            self.values = values
            shapeText = "(\(values.count),)"
            return
        }
        let grid = try NumberGrid(value)
        values = grid.values
        isWhole = grid.isWhole
        shapeText = grid.shapeText
    }
}
