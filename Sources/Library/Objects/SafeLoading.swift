// Defines SafeLoading: which classes torch.load restores while it reads weights only, and how it refuses the others.
import Runtime

/// The classes a program trusts, and the words for those it does not.
enum SafeLoading {
    /// Dotted names given to `torch.serialization.add_safe_globals`.
    nonisolated(unsafe) static var allowed: Set<String> = []

    /// The dotted name of a class.
    static func name(of value: Value) throws -> String {
        guard let cls = value.as(Class.self) else { throw Raised.typeError("Expected a class, got \(value.type.name)") }
        return "\(cls.module).\(cls.qualifiedName)"
    }

    /// PyTorch's error for a class that is not trusted.
    static func refusal(of name: String) throws -> Raised {
        let cls = try Interpreter.current.importModule("pickle").attribute("UnpicklingError")
        guard let error = cls.as(Class.self) else { return .runtimeError(text(name)) }
        return Raised(error, text(name))
    }

    private static func text(_ name: String) -> String {
        "Weights only load failed. This file can still be loaded, to do so you have two options, \u{1b}[1mdo those steps only if you trust the "
            + "source of the checkpoint\u{1b}[0m. \n\t(1) In PyTorch 2.6, we changed the default value of the `weights_only` argument in "
            + "`torch.load` from `False` to `True`. Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can "
            + "result in arbitrary code execution. Do it only if you got the file from a trusted source.\n\t(2) Alternatively, to load with "
            + "`weights_only=True` please check the recommended steps in the following error message.\n\tWeightsUnpickler error: Unsupported "
            + "global: GLOBAL \(name) was not an allowed global by default. Please use `torch.serialization.add_safe_globals([\(name)])` or the "
            + "`torch.serialization.safe_globals([\(name)])` context manager to allowlist this global if you trust this class/function.\n\nCheck "
            + "the documentation of torch.load to learn more about types accepted by default with weights_only "
            + "https://pytorch.org/docs/stable/generated/torch.load.html."
    }
}
