// Defines the rows that set up the session: printing, threads, defaults, determinism, compilation.
import Runtime
import Tensors

extension TorchRows {
    /// What notebooks asked for and then ask about; neither changes a number.
    nonisolated(unsafe) private static var isDeterministic = false
    nonisolated(unsafe) private static var matmulPrecision = "highest"

    static var settings: [Row] {
        [
            def("set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)", "Sets how tensors are printed.",
                example: "torch.set_printoptions(precision=4)") {
                (precision: Int?, threshold: Double?, edgeItems: Int?, lineWidth: Int?, profile: String?, scientific: Bool?) in
                var options = Engine.current.tensorPrintOptions
                if let profile, let known = TensorPrintOptions.Profile(rawValue: profile) { options.apply(known) }
                if let precision { options.precision = Swift.min(Swift.max(0, precision), 32) }
                if let threshold { options.threshold = threshold < 1e18 ? Int(Swift.max(0, threshold)) : Int.max }
                if let edgeItems { options.edgeItems = Swift.max(0, edgeItems) }
                if let lineWidth { options.lineWidth = Swift.max(1, lineWidth) }
                options.scientific = scientific
                Engine.current.tensorPrintOptions = options
            },
            def("get_num_threads()", "The number of threads that compute.", example: "torch.get_num_threads() > 0") { Engine.current.threads },
            def("set_num_threads(n)", "Sets the number of threads that compute; results do not depend on it.", example: "torch.set_num_threads(2)") {
                (n: Int) in
                guard n > 0 else { throw Raised.runtimeError("set_num_threads expects a positive integer") }
                Engine.current.threads = Swift.min(n, 64)
            },
            def("get_num_interop_threads()", "The number of operations that run at once: one.", example: "torch.get_num_interop_threads()") { 1 },
            def("set_num_interop_threads(n)", "Accepted; operations run one after the other.", example: "torch.set_num_interop_threads(1)") { (_: Int) in },
            def("use_deterministic_algorithms(mode, *, warn_only=False)", "Remembered: all algorithms here are deterministic.",
                example: "torch.use_deterministic_algorithms(True)") { (mode: Bool, _: Bool) in isDeterministic = mode },
            def("are_deterministic_algorithms_enabled()", "What was asked for; results repeat exactly in any case.",
                example: "torch.are_deterministic_algorithms_enabled()") { isDeterministic },
            def("set_float32_matmul_precision(precision)", "Remembered: products are always computed in full precision.",
                example: "torch.set_float32_matmul_precision('high')") { (precision: String) in matmulPrecision = precision },
            def("get_float32_matmul_precision()", "The precision that was asked for.", example: "torch.get_float32_matmul_precision()") { matmulPrecision },
            def("set_flush_denormal(mode)", "Accepted; tiny numbers are kept.", example: "torch.set_flush_denormal(False)") { (_: Bool) in false },
            def("set_default_device(device)", "Sets where new tensors live.", example: "torch.set_default_device('cpu')") {
                (device: Device?) in Engine.current.defaultDevice = try (device ?? .cpu).computer()
            },
            def("get_default_device()", "Where new tensors live.", example: "torch.get_default_device()") {
                Engine.current.defaultDevice.map { Device(kind: Engine.current.hasCuda ? "cuda" : "opencl", index: $0.index) } ?? .cpu
            },
            def("compile(model=None, **options)", "The function or module itself: every program here is compiled already.", example: "torch.compile(torch.exp)(torch.zeros(1))") {
                (model: Value, _: Value) -> Value in
                // Without a function it is used as `@torch.compile(mode=...)` and must answer a decorator.
                model.isNone ? .object(NativeFunction([def("compile(model)", "The function itself.") { (model: Value) in model }])) : model
            },
            def("typename(obj)", "The name of the type of obj.", example: "torch.typename(torch.ones(1))") { (x: Value) -> String in
                if let tensor = Tensor.from(x) { return "torch.\(tensor.dtype.scalarName)Tensor" }
                if let cls = x.as(Class.self), cls.module != "builtins" { return "\(cls.module).\(cls.name)" }
                return x.type.module == "builtins" ? x.type.name : "\(x.type.module).\(x.type.name)"
            },
            def("_assert(condition, message)", "Raises AssertionError where condition is false.", example: "torch._assert(True, 'no')") {
                (condition: Bool, message: String) in
                if !condition { throw Raised.assertionError(message) }
            },
        ]
    }
}
