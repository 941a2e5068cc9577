// Defines where a row of torch appears besides `torch.NAME`, and the twins derived from it.
import Runtime
import Tensors

extension Surface {
    /// A Tensor method only, no function of `torch`.
    static let methodOnly = Surface("methodOnly")
    /// Also a method with `_` behind its name that writes the result into the tensor.
    static let inPlace = Surface("inPlace")
    /// Also a function of `torch.nn.functional`.
    static let functional = Surface("functional")
    /// Also a function of `torch.special`.
    static let special = Surface("special")
}

/// The rows of torch, by topic. One row is a function of `torch`, a Tensor method, an in-place method and a function of
/// `torch.nn.functional`, as its surfaces say; there is never a second body.
enum TorchRows {
    /// Every topic, in the order of the reference.
    static let topics: [(title: String, rows: @Sendable () -> [Row])] = [
        ("Creation", { creation + creationLike + sequences }),
        ("Arithmetic", { arithmetic + arithmeticAliases + accumulations }),
        ("Elementwise functions", { exponentials + trigonometry + rounding + bitwise + special }),
        ("Activations", { activations }),
        ("Comparison", { comparison + predicates }),
        ("Reductions", { sums + extremes + statistics + cumulative }),
        ("Shape", { views + rearrangements + repetitions }),
        ("Joining and splitting", { joining + splitting }),
        ("Indexing", { gathering + scattering + rarerScattering + masks }),
        ("Sorting", { sorting + searching }),
        ("Products", { products + productsAndSums }),
        ("Linear algebra", { matrices + triangles }),
        ("Random numbers", { random + randomState + randomFills }),
        ("Types", { conversions + types }),
        ("Tensors", { inspection + storage + copies + realAnswers + rarerMethods }),
        ("Autograd", { gradientMethods + gradModes }),
        ("Settings", { settings + wishes + serialization + autocast }),
        ("Optimiser kernels", { optimizerKernels }),
        ("Recurrent layers", { recurrent }),
    ]

    /// All rows.
    static var all: [Row] { topics.flatMap { Autocast.applied($0.rows()) } }

    /// The functions of `torch`, topic by topic: the topics' own with the in-place forms of those with one operand, then some of
    /// `torch.nn.functional`.
    static var functionParts: [@Sendable () -> [Row]] {
        topics.map { _, rows in
            { @Sendable in functions(in: Autocast.applied(rows())).map { $0.speaking(.torch) } }
        } + [{ @Sendable in FunctionalRows.all.filter { alsoInTorch.contains($0.name.text) }.map { $0.speaking(.torch) } }]
    }

    private static func functions(in rows: [Row]) -> [Row] {
        let own = rows.filter { !$0.surfaces.contains(.methodOnly) }
        let inPlace = own.filter { $0.surfaces.contains(.inPlace) && !$0.mentions("other") && !$0.mentions("dim") }
        return own + inPlace.map(inPlaceTwin)
    }

    /// Functions of `torch.nn.functional` that `torch` has with the same parameters.
    private static let alsoInTorch: Set<String> = [
        "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "max_pool1d", "max_pool2d", "max_pool3d",
        "avg_pool1d", "adaptive_avg_pool1d", "adaptive_max_pool1d", "pixel_shuffle", "pixel_unshuffle", "channel_shuffle", "bilinear",
        "layer_norm", "group_norm", "rms_norm", "cosine_similarity", "pairwise_distance", "pdist", "alpha_dropout", "rrelu",
        "native_channel_shuffle",
    ]

    /// The methods of `torch.Tensor`, in-place twins included.
    static var methods: [Row] {
        var methods: [Row] = []
        for row in all {
            if row.surfaces.contains(.method) || row.surfaces.contains(.methodOnly) { methods.append(row) }
            if row.surfaces.contains(.inPlace) { methods.append(inPlaceTwin(row)) }
        }
        return methods
    }

    /// The rows that are also functions of `torch.nn.functional`.
    static var functional: [Row] { all.filter { $0.surfaces.contains(.functional) } }

    /// `exp_` from `exp`: the result is written into the receiver, by the engine's rules for in-place changes.
    static func inPlaceTwin(_ row: Row) -> Row {
        row.derived(row.name.text + "_", doc: "In place: " + row.doc) { arguments, body in
            guard let target = Tensor.from(arguments[0]) else { return try body(arguments[0]) }
            let others = arguments.dropFirst().compactMap { Tensor.from($0) }
            try target.inPlace(with: others) { current in
                guard let result = Tensor.from(try body(current.intoValue())) else { return current }
                return result
            }
            return arguments[0]
        }
    }
}

extension Row {
    /// Whether the header holds a text.
    fileprivate func mentions(_ word: String) -> Bool { header.utf8.contains(word.utf8) }
}
