// Defines OutputRule: how numpy's functions write their results into the array given as `out`.
import Runtime
import Tensors

/// What a function asks of the array given as `out`, and how it refuses others. Every function with a parameter `out` goes through here.
struct OutputRule: Sendable {
    /// Which conversions from the result's type to the array's are allowed.
    private enum Conversion: Sendable {
        /// All: the function works in the type of the array.
        case any
        /// Those of `casting`, refused in the name of a ufunc.
        case ufunc(String)
        /// Those of `casting`.
        case array
        /// Those that could be taken back: the function works on a copy of `out` in its own type.
        case reverse
        /// Those for which the function has no error.
        case unless(@Sendable (_ result: ArrayType, _ target: ArrayType) -> Raised?)
    }

    /// Which sizes the array may have.
    private enum Fit: Sendable {
        /// Those the result stretches to.
        case stretched
        /// Those of a reduction by the ufunc.
        case reduced(String)
        /// The result's; else the words.
        case same(String)
    }

    private let conversion: Conversion
    private let fit: Fit
    /// The words for an `out` that is no array.
    private let refusal: String

    private init(_ conversion: Conversion, _ fit: Fit, _ refusal: String = "return arrays must be of ArrayType") {
        self.conversion = conversion
        self.fit = fit
        self.refusal = refusal
    }

    /// Results of a ufunc.
    static func elementwise(_ ufunc: String) -> OutputRule { OutputRule(.ufunc(ufunc), .stretched) }

    /// Results of a reduction by a ufunc, whose type another one may have the last word about.
    static func reduction(_ ufunc: String, finally last: String? = nil) -> OutputRule {
        OutputRule(last.map { .ufunc($0) } ?? .any, .reduced(ufunc))
    }

    private static func selection(_ mismatch: String) -> OutputRule { OutputRule(.reverse, .same(mismatch), "output must be an array") }
    private static func joined(_ mismatch: String) -> OutputRule { OutputRule(.array, .same(mismatch), "'out' must be an array") }
    /// Running results.
    static let accumulation = OutputRule(.any, .same("provided out is the wrong size for the accumulation."), "output must be an array")
    private static func transform(_ ufunc: String) -> OutputRule { OutputRule(.ufunc(ufunc), .same("output array has wrong shape.")) }

    /// The rules by the name of the function.
    private static let named: [String: OutputRule] = [
        "sum": .reduction("add"), "nansum": .reduction("add"), "mean": .reduction("add"), "trace": .reduction("add"), "var": .reduction("add"),
        "std": .reduction("add", finally: "sqrt"), "median": .reduction("add"), "nanmedian": .reduction("add"), "nanmean": inexact,
        "nanvar": inexact, "nanstd": inexact, "prod": .reduction("multiply"), "nanprod": .reduction("multiply"),
        "max": .reduction("maximum"), "amax": .reduction("maximum"), "nanmax": .reduction("maximum"), "min": .reduction("minimum"),
        "amin": .reduction("minimum"), "nanmin": .reduction("minimum"), "all": .reduction("logical_and"), "any": .reduction("logical_or"),
        "ptp": .reduction("maximum", finally: "subtract"),
    ].merging(others) { first, _ in first }

    private static let others: [String: OutputRule] = [
        "cumsum": accumulation, "cumprod": accumulation, "clip": .elementwise("clip"), "fix": .elementwise("trunc"), "outer": .elementwise("multiply"),
        "isposinf": .elementwise("logical_and"), "isneginf": .elementwise("logical_and"), "quantile": .elementwise("add"),
        "percentile": .elementwise("add"), "nanquantile": .elementwise("add"), "nanpercentile": .elementwise("add"),
        "round": OutputRule(.ufunc("rint"), .same("invalid output shape"), "'out' must be an array"),
        "around": OutputRule(.ufunc("rint"), .same("invalid output shape"), "'out' must be an array"),
        "argmax": selection("output array does not match result of np.argmax."), "argmin": selection("output array does not match result of np.argmin."),
        "take": selection("output array does not match result of ndarray.take"), "compress": selection("output array does not match result of ndarray.take"),
        "choose": selection("choose: invalid shape for output array."),
        "concatenate": joined("Output array is the wrong shape"), "stack": joined("Output array is the wrong shape"),
        "dot": OutputRule(.unless { $0 == $1 ? nil : .valueError(unacceptable) }, .same(unacceptable), "'out' must be an array"), "matmul": .elementwise("matmul"),
        "random": OutputRule(.unless { $0 == $1 ? nil : .typeError("Supplied output array has the wrong type. Expected \($0.name), got \($1.name)") },
                             .same("size must match out.shape when used together"), "Argument 'out' has incorrect type"),
        "einsum": OutputRule(.array, .stretched, "keyword parameter out must be an array for einsum"),
    ]

    private static let inexact = OutputRule(
        .unless { $1.kind == "f" || $1.kind == "c" ? nil : .typeError("If a is inexact, then out must be inexact") }, .reduced("add"))

    private static let unacceptable = "output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)"

    /// The rule of a function; the transforms of `numpy.fft` have one each.
    static func of(_ function: String) -> OutputRule { named[function] ?? transform(function) }

    // MARK: Writing

    /// The array given as `out`; nil where none is.
    /// - Throws: TypeError for what is no array.
    func target(_ out: Value) throws -> ArrayObject? {
        if out.isNone || out.isUnset { return nil }
        guard let array = out.as(ArrayObject.self) else { throw Raised.typeError(refusal) }
        try array.checkOutput()
        return array
    }

    /// Writes a result into an array.
    /// - Parameters:
    ///   - operands: the sizes of what the result was made of, which some messages show.
    ///   - casting: the rule by which elements may be converted.
    ///   - mask: where to write; nil means everywhere.
    func write(_ result: ArrayObject, to target: ArrayObject, operands: [Dims] = [], casting: String = "same_kind", mask: Value? = nil) throws {
        try checkType(result.arrayType, target.arrayType, casting)
        try checkShape(result.tensor.shape, target.tensor.shape, operands)
        guard target.table == nil, result.table == nil else {
            return try target.setItem(mask ?? .ellipsis, mask.map { try result.item($0) } ?? .object(result))
        }
        guard let mask else {
            try target.tensor.copyInPlace(result.tensor)
            return
        }
        let kept = try ArrayObject.make(mask).tensor.to(.bool)
        try target.tensor.copyInPlace(Tensor.where(kept, .tensor(result.tensor.to(target.tensor.dtype)), .tensor(target.tensor)))
    }

    private func checkType(_ result: ArrayType, _ target: ArrayType, _ casting: String) throws {
        switch conversion {
        case .any: break
        case .ufunc(let name): try ArrayCasting.require(result, target, casting, ufunc: name)
        case .array: try ArrayCasting.require(result, target, casting)
        case .reverse: try ArrayCasting.require(target, result, "safe")
        case .unless(let refused): if let error = refused(result, target) { throw error }
        }
    }

    private func checkShape(_ result: Dims, _ target: Dims, _ operands: [Dims]) throws {
        if result == target { return }
        switch fit {
        case .same(let words): throw Raised.valueError(words)
        case .stretched:
            guard Ufunc.fits(result, target) else { throw Ufunc.mismatch((operands.isEmpty ? [result] : operands) + [target]) }
            if try Shapes.broadcast(result, target) == target { return }
            throw Raised.valueError(
                "non-broadcastable output operand with shape \(ArrayShapes.text(target)) doesn't match the broadcast shape \(ArrayShapes.text(result))")
        case .reduced(let ufunc):
            let operand = operands.first ?? result
            if result.count == target.count {
                let plain = "(" + target.map(String.init).joined(separator: ",") + ")"
                throw Raised.valueError(
                    "operands could not be broadcast together with remapped shapes [original->remapped]: \(ArrayShapes.text(target))->\(plain) "
                    + ArrayShapes.text(operand) + " ")
            }
            let keeps = operand.count == result.count && !operand.isEmpty ? " (must match the operand's when keepdims=True)" : ""
            throw Raised.valueError(
                "output parameter for reduction operation \(ufunc) has the wrong number of dimensions: Found \(target.count) but expected \(result.count)"
                + keeps)
        }
    }
}

extension Row {
    /// The function with its parameter `out`, if it has one, taken care of: its body need not look at it.
    func writingOutput() -> Row {
        guard let place = position(of: "out") else { return self }
        let (function, conversion) = (name.text, position(of: "casting"))
        return surrounded { arguments, body in
            if arguments[place].isNone { return try body() }
            let rule = OutputRule.of(function)
            guard let target = try rule.target(arguments[place]) else { return try body() }
            let result = try ArrayObject.make(body())
            let casting = try conversion.flatMap { arguments[$0].text }.map(ArrayCasting.rule) ?? "same_kind"
            let operands = arguments[..<place].compactMap { argument in (try? ArrayOperand.from(argument))?.map(\.shape) }
            try rule.write(result, to: target, operands: operands, casting: casting)
            return .object(target)
        }
    }

    /// The place of a parameter in the header.
    private func position(of parameter: String) -> Int? {
        let parameters = header.utf8.drop { $0 != UInt8(ascii: "(") }.dropFirst().split(separator: UInt8(ascii: ","))
            .map { $0.drop { $0 == UInt8(ascii: " ") } }
            .filter { $0.elementsEqual("*".utf8) == false && $0.elementsEqual("/".utf8) == false }
        return parameters.firstIndex { $0.starts(with: (parameter + "=").utf8) }
    }
}

extension NumPyRows {
    /// What functions written in the language deliver their results with.
    static var output: [Row] {
        [
            def("_written(function, result, out)", "The result; where an array is given as `out`, that array with the result in it.",
                example: "np._written('median', np.float64(2), np.array(0.0))") { (function: String, result: Value, out: Value) in
                let rule = OutputRule.of(function)
                guard let target = try rule.target(out) else { return result }
                try rule.write(ArrayObject.make(result), to: target)
                return out
            },
        ]
    }
}
