// Defines ArrayRepresentation: the text of arrays, by the rules in Tensors/Printing.
import Runtime
import Tensors

/// How one text of an array is made: the options and the program's own functions for elements.
struct ArrayPrintForm {
    var options = ArrayPrintOptions()
    /// Kind of element ("float_kind", "int", …) to function.
    var formatters: [String: Value] = [:]
    /// The release whose texts are asked for ("1.25"); nil for the present ones.
    var legacy: String?

    /// Whether scalars show their numbers alone, as they did before numpy 2.
    var hidesScalarTypes: Bool { legacy.map { $0.hasPrefix("1.") } ?? false }

    /// What `np.set_printoptions` set.
    nonisolated(unsafe) static var current = ArrayPrintForm()
}

/// How arrays print.
enum ArrayRepresentation {
    /// `repr(array)`
    static func repr(_ array: ArrayObject, _ form: ArrayPrintForm = .current) throws -> String {
        let window = window(of: array, form)
        let shown = try elements(of: array, window, form)
        let type = array.arrayType
        var dtype: String? = quoted(type)
        if case .number(let number) = type, [.int64, .float64, .bool].contains(number) { dtype = nil }
        if type == .complex { dtype = nil }
        return ArrayText.repr(
            shown, window: window, options: form.options, dtype: dtype, dtypeWhenEmpty: quoted(type),
            name: array is MappedArray ? "memmap" : "array")
    }

    /// `str(array)`
    static func str(_ array: ArrayObject, _ form: ArrayPrintForm = .current) throws -> String {
        if array.tensor.rank == 0 { return try array.scalarOrSelf().str() }
        return try text(array, separator: " ", prefix: "", form)
    }

    /// `np.array2string(array, …)`
    static func text(_ array: ArrayObject, separator: String, prefix: String, _ form: ArrayPrintForm) throws -> String {
        let window = window(of: array, form)
        return try ArrayText.str(elements(of: array, window, form), window: window, options: form.options, separator: separator, prefix: prefix)
    }

    private static func window(of array: ArrayObject, _ form: ArrayPrintForm) -> SummaryWindow {
        let options = form.options
        return SummaryWindow(shape: array.tensor.shape.array, threshold: options.threshold, edgeItems: options.edgeItems)
    }

    /// `float32`, `'<U5'`, `object`: texts keep their quotes in a repr.
    private static func quoted(_ type: ArrayType) -> String {
        if case .text = type { "'\(type.name)'" } else { type.name }
    }

    /// The elements that the window shows.
    private static func elements(of array: ArrayObject, _ window: SummaryWindow, _ form: ArrayPrintForm) throws -> ArrayElements {
        var part = array.tensor
        for axis in 0..<part.rank where window.isCut(axis: axis) {
            let indices = window.indices(axis: axis)
            let pieces = try indices.map { try part.narrow(axis, $0, 1) }
            part = try Tensor.cat(pieces, dim: axis)
        }
        return try elements(of: ArrayObject(part, table: array.table), form)
    }

    /// All elements of an array.
    private static func elements(of array: ArrayObject, _ form: ArrayPrintForm) throws -> ArrayElements {
        let part = array.tensor
        if let records = array.table as? RecordTable {
            let columns = try records.parts(of: array).map { ArrayText.column(try elements(of: $0, form), isScalar: false, options: form.options) }
            return .texts((0..<part.count).map { row in
                "(" + columns.map { $0[row] }.joined(separator: ", ") + (columns.count == 1 ? ",)" : ")")
            })
        }
        if let table = array.table, table.type == .complex {
            let numbers = try part.elements(Int.self).compactMap { table[$0].as(ComplexObject.self) }
            return .complexes(numbers.map(\.re), numbers.map(\.im))
        }
        if let table = array.table {
            return .texts(try part.elements(Int.self).map { position in
                // numpy marks lists, which would look like a further dimension.
                let value = table[position]
                return try value.as(ListObject.self) == nil ? value.repr() : "list(\(value.repr()))"
            })
        }
        if let texts = try formatted(part, form) { return .texts(texts) }
        switch part.dtype {
        case .bool: return .booleans(try part.elements(Bool.self))
        case .float64, .float32, .float16, .bfloat16: return .floats(try part.elements(Double.self), part.dtype.floatWidth)
        case .uint64:
            // Half of them do not fit the column of signed integers.
            let texts = try part.elements(UInt64.self).map { String($0) }
            let width = texts.map(\.utf8.count).max() ?? 0
            return .texts(texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 })
        case .int64, .int32, .int16, .int8, .uint8, .uint16, .uint32: return .integers(try part.elements(Int.self).map(Int64.init))
        }
    }

    /// The work of a user's formatter; nil where there is none for the type.
    private static func formatted(_ part: Tensor, _ form: ArrayPrintForm) throws -> [String]? {
        let kinds = part.dtype == .bool ? ["bool"] : part.dtype.isFloatingPoint ? ["float", "float_kind"] : ["int", "int_kind"]
        guard let formatter = (kinds + ["all"]).compactMap({ form.formatters[$0] }).first else { return nil }
        return try part.reshape([part.count]).unbind(dim: 0).map { try formatter.call([$0.scalarOrArray()]).str() }
    }
}
