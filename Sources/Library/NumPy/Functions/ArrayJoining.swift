// Defines numpy's rows that join and split arrays.
import Runtime
import Tensors

extension NumPyRows {
    static var joining: [Row] {
        [
            def("concatenate(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", "Arrays one after the other along an axis.", example: "np.concatenate([[1, 2], [3]])") {
                (arrays: Value, axis: Int?, _: Value, type: ArrayType?, casting: String) in
                var parts = try [ArrayObject].parts(of: arrays)
                if axis == nil { parts = try parts.map { try $0.reshaped([$0.tensor.count]) } }
                let joined = try concatenated(parts, axis ?? 0)
                return try given(joined, type, casting)
            },
            def("stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", "Arrays of one shape along a new axis.", example: "np.stack([[1, 2], [3, 4]])") {
                (arrays: Value, axis: Int, _: Value, type: ArrayType?, casting: String) in
                let parts = try stacked(arrays)
                guard let first = parts.first else { throw Raised.valueError("need at least one array to stack") }
                guard parts.allSatisfy({ $0.tensor.shape == first.tensor.shape }) else { throw Raised.valueError("all input arrays must have the same shape") }
                let dim = try ArrayShapes.wrap(axis, rank: first.tensor.rank + 1)
                return try given(concatenated(parts.map { $0.view(try $0.tensor.unsqueeze(dim)) }, dim), type, casting)
            },
            def("vstack(tup, *, dtype=None, casting='same_kind')", "Arrays below each other.", example: "np.vstack([[1, 2], [3, 4]])") {
                (arrays: Value, type: ArrayType?, casting: String) in
                let parts = try stacked(arrays).map { $0.tensor.rank >= 2 ? $0 : try $0.reshaped([1, $0.tensor.count]) }
                return try given(concatenated(parts, 0), type, casting)
            },
            def("hstack(tup, *, dtype=None, casting='same_kind')", "Arrays beside each other.", example: "np.hstack([[1, 2], [3]])") {
                (arrays: Value, type: ArrayType?, casting: String) in
                let parts = try stacked(arrays).map { $0.tensor.rank >= 1 ? $0 : try $0.reshaped([1]) }
                return try given(concatenated(parts, parts.first?.tensor.rank == 1 ? 0 : 1), type, casting)
            },
            def("dstack(tup)", "Arrays along the third axis.", example: "np.dstack([[1, 2], [3, 4]]).shape") { (arrays: Value) in
                try concatenated([ArrayObject].parts(of: arrays).map { part in
                    switch part.tensor.rank {
                    case 0, 1: try part.reshaped([1, part.tensor.count, 1])
                    case 2: part.view(try part.tensor.unsqueeze(2))
                    default: part
                    }
                }, 2)
            },
            def("column_stack(tup)", "Vectors as the columns of a matrix.", example: "np.column_stack([[1, 2], [3, 4]])") { (arrays: Value) in
                try concatenated([ArrayObject].parts(of: arrays).map { $0.tensor.rank >= 2 ? $0 : try $0.reshaped([$0.tensor.count, 1]) }, 1)
            },
            def("array_split(ary, indices_or_sections, axis=0)", "Parts of nearly equal size.", example: "np.array_split([1, 2, 3], 2)") {
                (a: ArrayArgument, sections: Value, axis: Int) in try parts(a.array, sections, axis, equal: false)
            },
            def("split(ary, indices_or_sections, axis=0)", "Parts of equal size, or cut at indices.", example: "np.split([1, 2, 3, 4], 2)") {
                (a: ArrayArgument, sections: Value, axis: Int) in try parts(a.array, sections, axis, equal: true)
            },
            def("vsplit(ary, indices_or_sections)", "Parts below each other.", example: "np.vsplit(np.eye(2), 2)") { (a: ArrayArgument, sections: Value) in
                guard a.tensor.rank >= 2 else { throw Raised.valueError("vsplit only works on arrays of 2 or more dimensions") }
                return try parts(a.array, sections, 0, equal: true)
            },
            def("hsplit(ary, indices_or_sections)", "Parts beside each other.", example: "np.hsplit(np.eye(2), 2)") { (a: ArrayArgument, sections: Value) in
                try parts(a.array, sections, a.tensor.rank > 1 ? 1 : 0, equal: true)
            },
        ]
    }

    /// The joined array in the type asked for.
    private static func given(_ joined: ArrayObject, _ type: ArrayType?, _ casting: String) throws -> ArrayObject {
        guard let type else { return joined }
        try ArrayCasting.require(joined.arrayType, type, ArrayCasting.rule(casting))
        return try joined.converted(to: type)
    }

    /// The arrays of a sequence; an iterator is none.
    private static func stacked(_ arrays: Value) throws -> [ArrayObject] {
        guard arrays.sequenceElements != nil || arrays.as(ArrayObject.self) != nil else {
            throw Raised.typeError("arrays to stack must be passed as a \"sequence\" type such as list or tuple.")
        }
        return try [ArrayObject].parts(of: arrays)
    }

    /// Arrays joined along an axis, in their common type.
    static func concatenated(_ parts: [ArrayObject], _ axis: Int) throws -> ArrayObject {
        guard let first = parts.first else { throw Raised.valueError("need at least one array to concatenate") }
        let rank = first.tensor.rank
        guard rank > 0 else { throw Raised.valueError("zero-dimensional arrays cannot be concatenated") }
        for (k, part) in parts.enumerated() where part.tensor.rank != rank {
            throw Raised.valueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has \(rank) dimension(s) and the array at index \(k) "
                + "has \(part.tensor.rank) dimension(s)")
        }
        let dim = try ArrayShapes.wrap(axis, rank: rank)
        for (k, part) in parts.enumerated() {
            for d in 0..<rank where d != dim && part.tensor.shape[d] != first.tensor.shape[d] {
                throw Raised.valueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along dimension \(d), the array at index 0 "
                    + "has size \(first.tensor.shape[d]) and the array at index \(k) has size \(part.tensor.shape[d])")
            }
        }
        if parts.contains(where: { $0.table != nil }) { return try joinedTables(parts, dim) }
        let common = parts.dropFirst().reduce(first.tensor.dtype) { ArrayPromotion.common($0, $1.tensor.dtype) }
        return ArrayObject(try Tensor.cat(parts.map { try $0.tensor.to(common) }, dim: dim))
    }

    /// Arrays of texts or objects: one table of all values, the positions shifted.
    private static func joinedTables(_ parts: [ArrayObject], _ dim: Int) throws -> ArrayObject {
        if let records = parts.first?.table as? RecordTable { return try joinedRecords(parts, records, dim) }
        let kinds = Set(parts.map(\.arrayType.kind))
        let target: ArrayType = kinds.contains("O") ? .object : kinds.contains("U") ? .text(0) : .complex
        let converted = try parts.map { $0.arrayType.kind == target.kind ? $0 : try $0.converted(to: target) }
        var values: [Value] = []
        var positions: [Tensor] = []
        var width = 1
        for part in converted {
            positions.append(try Op.add(.tensor(part.tensor), .number(.int(values.count))))
            values += part.table?.values ?? []
            if case .text(let own) = part.arrayType { width = max(width, own) }
        }
        return ArrayObject(try Tensor.cat(positions, dim: dim), table: ValueTable(values, target == .text(0) ? .text(width) : target))
    }

    /// Structured arrays, joined field by field.
    private static func joinedRecords(_ parts: [ArrayObject], _ records: RecordTable, _ dim: Int) throws -> ArrayObject {
        let tables = try parts.map { try ArrayObject.make(.object($0), type: records.type) }
        let fields = try records.fields.indices.map { k in
            try concatenated(tables.map { part in try (part.table as? RecordTable)?.parts(of: part)[k] ?? part }, dim)
        }
        return try RecordTable.array(records.fields, fields, shape: fields.first?.tensor.shape ?? Dims())
    }

    private static func parts(_ array: ArrayObject, _ sections: Value, _ axis: Int, equal: Bool) throws -> [ArrayObject] {
        let dim = try ArrayShapes.wrap(axis, rank: array.tensor.rank)
        let size = array.tensor.shape[dim]
        var cuts: [Int] = []
        if let count = try sections.wholeNumber() {
            guard count > 0 else { throw Raised.valueError("number sections must be larger than 0.") }
            if equal, size % count != 0 { throw Raised.valueError("array split does not result in an equal division") }
            cuts = (0...count).map { $0 * (size / count) + min($0, size % count) }
        } else {
            let given = try ArrayObject.make(sections).tensor.elements(Int.self)
            cuts = [0] + given.map { min(max($0 < 0 ? $0 + size : $0, 0), size) } + [size]
        }
        return try zip(cuts, cuts.dropFirst()).map { start, end in
            array.view(try array.tensor.narrow(dim, start, max(0, end - start)))
        }
    }
}
