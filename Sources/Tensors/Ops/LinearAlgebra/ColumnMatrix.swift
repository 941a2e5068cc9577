// Defines ColumnMatrix: a matrix laid out as LAPACK wants it.

/// A matrix whose columns follow each other in memory, as LAPACK wants it.
struct ColumnMatrix {
    let rows: Int
    let columns: Int
    var values: [Double]
    /// Computed with in float32: the results of float32 tensors then have its rounding, as PyTorch's have.
    let isSingle: Bool

    /// All zero.
    init(_ rows: Int, _ columns: Int, single: Bool) {
        self.rows = rows
        self.columns = columns
        isSingle = single
        values = [Double](repeating: 0, count: rows * columns)
    }

    /// From elements in row-major order.
    init(_ rows: Int, _ columns: Int, rowMajor: ArraySlice<Double>, single: Bool) {
        self.init(rows, columns, single: single)
        let start = rowMajor.startIndex
        for i in 0..<rows {
            for j in 0..<columns { values[j * rows + i] = rowMajor[start + i * columns + j] }
        }
    }

    /// Ones on the diagonal.
    static func identity(_ size: Int, single: Bool) -> ColumnMatrix {
        var result = ColumnMatrix(size, size, single: single)
        for i in 0..<size { result[i, i] = 1 }
        return result
    }

    subscript(_ row: Int, _ column: Int) -> Double {
        get { values[column * rows + row] }
        set { values[column * rows + row] = newValue }
    }

    /// Rows and columns exchanged.
    var transposed: ColumnMatrix {
        var result = ColumnMatrix(columns, rows, single: isSingle)
        for i in 0..<rows {
            for j in 0..<columns { result[j, i] = self[i, j] }
        }
        return result
    }

    /// The elements in row-major order.
    var rowMajor: [Double] {
        var result: [Double] = []
        result.reserveCapacity(values.count)
        for i in 0..<rows {
            for j in 0..<columns { result.append(self[i, j]) }
        }
        return result
    }

    /// The first rows and columns.
    func part(_ rows: Int, _ columns: Int) -> ColumnMatrix {
        var result = ColumnMatrix(rows, columns, single: isSingle)
        for j in 0..<columns {
            for i in 0..<rows { result[i, j] = self[i, j] }
        }
        return result
    }
}
