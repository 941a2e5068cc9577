// Defines torch.return_types: the named tuples that operations with several results give.
import Runtime
import Tensors

/// A kind of named tuple under `torch.return_types`.
struct ReturnType {
    /// `max`, `linalg_eigh`
    let name: String
    /// The names of the parts.
    let fields: [String]

    /// All kinds.
    static let all: [ReturnType] = [
        ReturnType("max", "values", "indices"), ReturnType("min", "values", "indices"), ReturnType("sort", "values", "indices"),
        ReturnType("topk", "values", "indices"), ReturnType("median", "values", "indices"), ReturnType("nanmedian", "values", "indices"),
        ReturnType("mode", "values", "indices"), ReturnType("kthvalue", "values", "indices"), ReturnType("cummax", "values", "indices"),
        ReturnType("cummin", "values", "indices"), ReturnType("aminmax", "min", "max"), ReturnType("slogdet", "sign", "logabsdet"),
        ReturnType("qr", "Q", "R"), ReturnType("svd", "U", "S", "V"), ReturnType("histogram", "hist", "bin_edges"),
        ReturnType("frexp", "mantissa", "exponent"),
    ] + linalg

    private static let linalg: [ReturnType] = [
        ReturnType("linalg_slogdet", "sign", "logabsdet"), ReturnType("linalg_eigh", "eigenvalues", "eigenvectors"),
        ReturnType("linalg_qr", "Q", "R"), ReturnType("linalg_svd", "U", "S", "Vh"),
        ReturnType("linalg_lstsq", "solution", "residuals", "rank", "singular_values"), ReturnType("linalg_cholesky_ex", "L", "info"),
        ReturnType("linalg_inv_ex", "inverse", "info"), ReturnType("linalg_lu", "P", "L", "U"),
        ReturnType("linalg_lu_factor", "LU", "pivots"), ReturnType("linalg_solve_ex", "result", "info"),
        ReturnType("triangular_solve", "solution", "cloned_coefficient"),
    ]

    private init(_ name: String, _ fields: String...) {
        self.name = name
        self.fields = fields
    }

    private static let classes: [String: Class] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.makeClass()) })

    /// The class of a kind; one of the table's names.
    static func cls(_ name: String) -> Class { classes[name] ?? .tuple }

    private func makeClass() -> Class {
        let fields = fields
        let name = name
        return Class(native: name, base: .tuple, module: "torch.return_types", overriding: [.repr], rows: {
            let text = def("__repr__(self)", "The parts with their names.") { (parts: [Value]) in
                let lines = try zip(fields, parts).map { "\($0)=\(try $1.repr())" }
                return "torch.return_types.\(name)(\n\(lines.joined(separator: ",\n")))"
            }
            return [text] + fields.indices.map { index in
                property(fields[index], "Part \(index) of the result.") { (parts: [Value]) in
                    index < parts.count ? parts[index] : .none
                }
            }
        }, constructor: { cls, arguments in
            .object(TupleObject(try arguments.count > 0 ? arguments[0].elements() : [], type: cls))
        })
    }
}

/// Several tensors under the names of a return type.
struct NamedTensors: IntoValue {
    let name: String
    let parts: [Value]

    init(_ name: String, _ tensors: Tensor...) {
        self.name = name
        parts = tensors.map { $0.intoValue() }
    }

    init(_ name: String, _ pair: (values: Tensor, indices: Tensor)) {
        self.init(name, pair.values, pair.indices)
    }

    func intoValue() -> Value { .object(TupleObject(parts, type: ReturnType.cls(name))) }
}
