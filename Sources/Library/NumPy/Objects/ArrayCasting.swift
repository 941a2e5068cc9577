// Defines ArrayCasting: which conversions numpy's casting rules allow, and the errors for those they refuse.
import Runtime
import Tensors

/// The rules that `casting=` names.
enum ArrayCasting {
    private static let rules = ["no", "equiv", "safe", "same_kind", "unsafe", "same_value"]

    /// The rule a program names.
    /// - Throws: ValueError for other texts.
    static func rule(_ name: String) throws -> String {
        guard rules.contains(name) else {
            let known = rules.map { "'\($0)'" }.joined(separator: ", ")
            throw Raised.valueError("casting must be one of \(known) (got '\(name)')")
        }
        return name
    }

    /// `np.can_cast(source, target, rule)`
    static func allows(_ source: ArrayType, _ target: ArrayType, _ rule: String) -> Bool {
        if rule == "unsafe" || rule == "same_value" || source == target { return true }
        guard rule != "no", rule != "equiv" else { return false }
        switch (source, target) {
        case (_, .object): return true
        case (.number(let from), .number(let to)): return rule == "same_kind" ? sameKind(from, to) : ArrayPromotion.common(from, to) == to
        case (.number, .complex): return true
        case (.number(let from), .text(let width)): return rule == "same_kind" || width >= ArrayType.textWidth(from)
        case (.text(let from), .text(let to)): return rule == "same_kind" || to >= from
        case (.record(let from), .record(let to)):
            return from.fields.count == to.fields.count && zip(from.fields, to.fields).allSatisfy { allows($0.type, $1.type, rule) }
        case (.number, .record), (.text, _), (.complex, _), (.object, _), (.record, _): return false
        }
    }

    private static func sameKind(_ source: DType, _ target: DType) -> Bool {
        if source == target || source == .bool { return true }
        if target == .bool { return false }
        if target.isUnsigned { return source.isUnsigned }
        return !source.isFloatingPoint || target.isFloatingPoint
    }

    /// - Throws: UFuncTypeError where a ufunc's result, or what `part` names, may not be converted.
    static func require(_ source: ArrayType, _ target: ArrayType, _ rule: String, ufunc: String, part what: String = "output") throws {
        guard !allows(source, target, rule) else { return }
        throw Raised(
            error, "Cannot cast ufunc '\(ufunc)' \(what) from dtype('\(source.quotedName)') to dtype('\(target.quotedName)') with casting rule '\(rule)'")
    }

    /// - Throws: TypeError where the elements of an array may not be converted.
    static func require(_ source: ArrayType, _ target: ArrayType, _ rule: String) throws {
        guard !allows(source, target, rule) else { return }
        throw Raised.typeError(
            "Cannot cast array data from dtype('\(source.quotedName)') to dtype('\(target.quotedName)') according to the rule '\(rule)'")
    }

    /// `numpy._core._exceptions._UFuncOutputCastingError`, which shows as UFuncTypeError.
    static let error = Class(native: "UFuncTypeError", base: .exception("TypeError"), module: "numpy._core._exceptions")
}
