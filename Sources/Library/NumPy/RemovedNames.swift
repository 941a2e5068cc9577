// Defines RemovedNames: names numpy once had, and what it tells programs that still use them.
import Runtime

/// The names older notebooks use and numpy 2 has no longer.
enum RemovedNames {
    /// What the release of numpy 2.0 removed, and what to use instead.
    private static let replaced: [String: String] = [
        "float_": "`np.float64`", "complex_": "`np.complex128`", "unicode_": "`np.str_`", "string_": "`np.bytes_`",
        "NaN": "`np.nan`", "Inf": "`np.inf`", "infty": "`np.inf`", "Infinity": "`np.inf`", "PINF": "`np.inf`", "NINF": "`-np.inf`",
        "PZERO": "`0.0`", "NZERO": "`-0.0`", "asfarray": "`np.asarray` with a proper dtype", "sometrue": "`np.any`", "alltrue": "`np.all`",
        "round_": "`np.round`", "mat": "`np.asmatrix`", "cast": "`np.asarray(arr, dtype=dtype)`", "obj2sctype": "`np.dtype(obj).type`",
        "find_common_type": "`numpy.promote_types` or `numpy.result_type`", "issubclass_": "`issubclass` builtin",
    ]

    /// Aliases of builtins, and what the message says besides.
    private static let builtins: [String: String] = [
        "int": "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your "
            + "current use, check the release note link for additional information.",
        "float": "If you specifically wanted the numpy scalar type, use `np.float64` here.",
        "str": "If you specifically wanted the numpy scalar type, use `np.str_` here.",
        "complex": "If you specifically wanted the numpy scalar type, use `np.complex128` here.",
        "object": "",
    ]

    /// The error for a name that was removed; nil for all others.
    static func error(for name: String) -> Raised? {
        if let replacement = replaced[name] {
            return Raised(.exception("AttributeError"), "`np.\(name)` was removed in the NumPy 2.0 release. Use \(replacement) instead.")
        }
        guard let advice = builtins[name] else { return nil }
        return Raised(
            .exception("AttributeError"),
            "module 'numpy' has no attribute '\(name)'.\n`np.\(name)` was a deprecated alias for the builtin `\(name)`. To avoid this error in "
            + "existing code, use `\(name)` by itself. Doing this will not modify any behavior and is safe. \(advice)\n"
            + "The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n"
            + "    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations")
    }
}
