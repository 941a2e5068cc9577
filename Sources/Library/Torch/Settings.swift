// Defines the rows that set up the session: printing, threads, defaults, determinism, compilation.
import Runtime
import Tensors

extension TorchRows {
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

    /// What notebooks ask for and then ask about; none of it changes a number.
    static var wishes: [Row] {
        [
            def("use_deterministic_algorithms(mode, *, warn_only=False)", "Remembered: all algorithms here are deterministic.",
                example: "torch.use_deterministic_algorithms(True)") { (mode: Value, warns: Bool) in
                guard case .bool(let isAsked) = mode else {
                    throw Raised.typeError("_set_deterministic_algorithms(): argument 'mode' (position 1) must be bool, not \(mode.type.name)")
                }
                Engine.current.determinism = !isAsked ? .unasked : warns ? .warning : .error
            },
            def("are_deterministic_algorithms_enabled()", "What was asked for; results repeat exactly in any case.",
                example: "torch.are_deterministic_algorithms_enabled()") { Engine.current.determinism != .unasked },
            def("is_deterministic_algorithms_warn_only_enabled()", "Whether a warning was asked for where results do not repeat.",
                example: "torch.is_deterministic_algorithms_warn_only_enabled()") { Engine.current.determinism == .warning },
            def("set_deterministic_debug_mode(debug_mode)", "Remembered: 0 or 'default', 1 or 'warn', 2 or 'error'.",
                example: "torch.set_deterministic_debug_mode('warn')") { (mode: Value) in
                let names = ["default", "warn", "error"]
                if let name = mode.text {
                    guard let place = names.firstIndex(of: name) else {
                        throw Raised.runtimeError("invalid value of debug_mode, expected one of `default`, `warn`, `error`, but got \(name)")
                    }
                    Engine.current.determinism = Determinism.allCases[place]
                    return
                }
                guard case .int(let number) = mode, let known = Determinism(rawValue: number) else {
                    throw Raised.runtimeError("invalid value of debug_mode, expected 0, 1, or 2, but got \(try mode.str())")
                }
                Engine.current.determinism = known
            },
            def("get_deterministic_debug_mode()", "0, 1 for a warning or 2 for an error where results do not repeat.",
                example: "torch.get_deterministic_debug_mode()") { Engine.current.determinism.rawValue },
            def("set_float32_matmul_precision(precision)", "Remembered: products are always computed in full precision.",
                example: "torch.set_float32_matmul_precision('high')") { (precision: Value) in
                guard let name = precision.text else {
                    throw Raised.runtimeError("set_float32_matmul_precision expects a str, but got \(precision.type.name)")
                }
                // PyTorch warns of a name it does not know and keeps what was.
                if let known = MatmulPrecision(rawValue: name) { Engine.current.matmulPrecision = known }
            },
            def("get_float32_matmul_precision()", "The precision that was asked for.", example: "torch.get_float32_matmul_precision()") {
                Engine.current.matmulPrecision.rawValue
            },
            def("set_anomaly_enabled(mode, check_nan=True)", "Whether gradients that are nan become errors.", example: "torch.set_anomaly_enabled(False)") {
                (mode: Bool, checksForNaN: Bool) in
                Engine.current.detectsAnomalies = mode
                Engine.current.checksForNaN = checksForNaN
            },
            def("is_anomaly_enabled()", "Whether gradients that are nan become errors.", example: "torch.is_anomaly_enabled()") {
                Engine.current.detectsAnomalies
            },
            def("is_anomaly_check_nan_enabled()", "Whether anomalies are gradients that are nan.", example: "torch.is_anomaly_check_nan_enabled()") {
                Engine.current.checksForNaN
            },
        ]
    }
}
