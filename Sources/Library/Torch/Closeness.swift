// Defines torch.testing: assert_close, with PyTorch's reports of what differs.
import Runtime
import Tensors

/// The rows of `torch.testing`.
enum TestingRows {
    static var all: [Row] {
        [
            def("assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True, check_dtype=True, "
                + "check_layout=True, check_stride=False, msg=None)", "Raises AssertionError where two values are not close.",
                example: "torch.testing.assert_close(torch.ones(2), torch.ones(2))") {
                (actual: Value, expected: Value, _: Bool, rtol: Double?, atol: Double?, equalNan: Bool, _: Bool, checksType: Bool, _: Bool, _: Bool, message: String?) in
                do {
                    try Closeness(rtol: rtol, atol: atol, equalNan: equalNan, checksType: checksType).check(actual, expected, path: "")
                } catch let raised as Raised where message != nil && raised.exception.isA(.exception("AssertionError")) {
                    throw Raised.assertionError(message ?? "")
                }
            },
        ]
    }
}

/// A comparison of values within tolerances.
private struct Closeness {
    let rtol: Double?
    let atol: Double?
    let equalNan: Bool
    let checksType: Bool

    /// Compares numbers, tensors, and sequences and dicts of them.
    func check(_ actual: Value, _ expected: Value, path: String) throws {
        if let first = try NestedSequence.elements(of: actual), let second = try NestedSequence.elements(of: expected) {
            return try check(first, second, path: path)
        }
        if let first = actual.sequenceElements, let second = expected.sequenceElements {
            guard first.count == second.count else {
                throw failure("The length of the sequences mismatch: \(first.count) != \(second.count)", path)
            }
            for (index, pair) in zip(first, second).enumerated() { try check(pair.0, pair.1, path: path + "[\(index)]") }
            return
        }
        if let first = actual.as(DictObject.self), let second = expected.as(DictObject.self) {
            var position = 0
            while let (key, value) = first.table.next(&position) {
                guard let other = try second.table.value(key) else { throw failure("The keys of the mappings do not match", path) }
                try check(value, other, path: path + "[\(try key.repr())]")
            }
            return
        }
        guard let first = try Number.from(actual), let second = try Number.from(expected) else {
            throw Raised.typeError("No comparison pair was able to handle inputs of type \(actual.type.classText) and \(expected.type.classText).")
        }
        try check(first, second, dtype: .float64, path: path)
    }

    private func tolerances(_ a: DType, _ b: DType) -> (rtol: Double, atol: Double) {
        func usual(_ dtype: DType) -> (Double, Double) {
            switch dtype {
            case .float32: (1.3e-6, 1e-5)
            case .float64: (1e-7, 1e-7)
            case .float16: (1e-3, 1e-5)
            case .bfloat16: (1.6e-2, 1e-5)
            case .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: (0, 0)
            }
        }
        let (first, second) = (usual(a), usual(b))
        return (rtol ?? max(first.0, second.0), atol ?? max(first.1, second.1))
    }

    private func check(_ actual: Number, _ expected: Number, dtype: DType, path: String) throws {
        let isWhole = actual.category < .floating && expected.category < .floating
        let limits = isWhole ? (rtol: rtol ?? 0, atol: atol ?? 0) : tolerances(dtype, dtype)
        let difference = abs(actual.double - expected.double)
        let isEqual = actual.double == expected.double || (equalNan && actual.double.isNaN && expected.double.isNaN)
        if isEqual || difference <= limits.atol + limits.rtol * abs(expected.double) { return }
        throw failure("""
            Scalars are not \(limits == (0, 0) ? "equal" : "close")!

            Expected \(text(expected)) but got \(text(actual)).
            Absolute difference: \(text(isWhole ? .int(Int(difference)) : .float(difference)))\(allowed(limits.atol, limits))
            Relative difference: \(text(.float(difference / abs(expected.double))))\(allowed(limits.rtol, limits))
            """, path)
    }

    private func check(_ actual: Tensor, _ expected: Tensor, path: String) throws {
        guard actual.shape == expected.shape else {
            throw failure("The values for attribute 'shape' do not match: torch.Size(\(actual.shape)) != torch.Size(\(expected.shape)).", path)
        }
        guard actual.dtype == expected.dtype || !checksType else {
            throw failure("The values for attribute 'dtype' do not match: torch.\(actual.dtype.name) != torch.\(expected.dtype.name).", path)
        }
        if actual.rank == 0 { return try check(actual.item(), expected.item(), dtype: actual.dtype, path: path) }
        let limits = tolerances(actual.dtype, expected.dtype)
        let a = try actual.detach().elements(Double.self), b = try expected.detach().elements(Double.self)
        let bad = a.indices.filter { index in
            let (x, y) = (a[index], b[index])
            return !(x == y || (equalNan && x.isNaN && y.isNaN) || abs(x - y) <= limits.atol + limits.rtol * abs(y))
        }
        if bad.isEmpty { return }
        let isWhole = !actual.dtype.isFloatingPoint
        let absolute = bad.map { abs(a[$0] - b[$0]) }, relative = bad.map { abs(a[$0] - b[$0]) / abs(b[$0]) }
        let (worst, steepest) = (place(of: absolute), place(of: relative))
        let single = actual.dtype == .float64 ? relative[steepest] : Double(Float(relative[steepest]))
        throw failure("""
            Tensor-likes are not \(limits == (0, 0) ? "equal" : "close")!

            Mismatched elements: \(bad.count) / \(a.count) (\(DecimalText.fixed(100 * Double(bad.count) / Double(a.count), places: 1))%)
            Greatest absolute difference: \(text(isWhole ? .int(Int(absolute[worst])) : .float(absolute[worst]))) at index \(index(bad[worst], actual.shape))\(allowed(limits.atol, limits))
            Greatest relative difference: \(text(.float(single))) at index \(index(bad[steepest], actual.shape))\(allowed(limits.rtol, limits))
            """, path)
    }

    /// Where the largest number is; nan counts as largest.
    private func place(of numbers: [Double]) -> Int {
        var best = 0
        for index in numbers.indices where numbers[index] > numbers[best] || (numbers[index].isNaN && !numbers[best].isNaN) { best = index }
        return best
    }

    /// A position in row-major order as a Python tuple.
    private func index(_ position: Int, _ shape: Dims) -> String {
        var rest = position
        var parts: [String] = []
        for size in shape.reversed() {
            parts.append(String(rest % max(size, 1)))
            rest /= max(size, 1)
        }
        return parts.count == 1 ? "(\(parts[0]),)" : "(\(parts.reversed().joined(separator: ", ")))"
    }

    private func allowed(_ limit: Double, _ limits: (rtol: Double, atol: Double)) -> String {
        limits == (0, 0) ? "" : " (up to \(limit == 0 ? "0" : text(.float(limit))) allowed)"
    }

    private func text(_ number: Number) -> String { (try? number.intoValue().repr()) ?? "" }

    private func failure(_ message: String, _ path: String) -> Raised {
        .assertionError(path.isEmpty ? message : message + "\n\nThe failure occurred for item \(path)")
    }
}
