// Defines the modules about devices and builds that courses touch: torch.cuda, torch.backends, torch.mps, torch.jit, ….
import Runtime
import Tensors

/// `torch.cuda` tells of the session's devices; the other modules say that there is none of their kind and accept settings without effect.
let deviceModules: ModuleRegistry = [
    "torch.cuda": {
        Module(
            "torch.cuda", doc: "The devices that the session computes on.", rows: AcceleratorRows.all,
            constants: [("OutOfMemoryError", .object(Class.outOfMemoryError))], submodules: ["amp", "random"])
    },
    "torch.xpu": { Module("torch.xpu", doc: "Intel devices: none.", rows: accelerator) },
    "torch.mps": { Module("torch.mps", doc: "Apple devices: none.", rows: accelerator) },
    "torch.cpu": { Module("torch.cpu", doc: "The processor.", rows: [ignored("synchronize()"), def("is_available()", "Always true.") { true }], submodules: ["amp"]) },
    "torch.accelerator": {
        Module("torch.accelerator", doc: "The device that the session computes on.", rows: AcceleratorRows.all + [
            def("current_accelerator(check_available=False)", "The kind of device that the session computes on, or None.") { (_: Bool) in
                Engine.current.hasCuda ? Device(kind: "cuda", index: nil) : nil
            },
        ])
    },
    "torch.backends": { Module("torch.backends", doc: "Settings of backends.", submodules: ["cuda", "cudnn", "mps", "mkl", "mkldnn", "openmp", "opt_einsum"]) },
    "torch.backends.cudnn": {
        Module("torch.backends.cudnn", doc: "Settings of cuDNN, without effect.", rows: [unavailable("is_available()"), def("version()", "None: not there.") { Value.none }],
               constants: [("deterministic", false), ("benchmark", false), ("enabled", true), ("allow_tf32", true)])
    },
    "torch.backends.cuda": { Module("torch.backends.cuda", doc: "Settings of CUDA, without effect.", rows: [unavailable("is_built()")], submodules: ["matmul"]) },
    "torch.backends.cuda.matmul": { Module("torch.backends.cuda.matmul", doc: "Settings of CUDA products, without effect.", constants: [("allow_tf32", false)]) },
    "torch.backends.mps": { Module("torch.backends.mps", doc: "Apple devices.", rows: [unavailable("is_available()"), unavailable("is_built()")]) },
    "torch.backends.mkl": { Module("torch.backends.mkl", doc: "Intel's library.", rows: [unavailable("is_available()")]) },
    "torch.backends.mkldnn": { Module("torch.backends.mkldnn", doc: "Intel's library.", rows: [unavailable("is_available()")], constants: [("enabled", false)]) },
    "torch.backends.openmp": { Module("torch.backends.openmp", doc: "OpenMP.", rows: [unavailable("is_available()")]) },
    "torch.backends.opt_einsum": { Module("torch.backends.opt_einsum", doc: "Orders of contraction.", rows: [unavailable("is_available()")]) },
    "torch.jit": {
        Module("torch.jit", doc: "Compilation: every program here is compiled already.", rows: [
            def("script(obj, **options)", "The function or module itself.", example: "torch.jit.script(torch.exp)(torch.zeros(1))") { (x: Value, _: Value) in x },
            def("trace(func, example_inputs=None, **options)", "The function or module itself.", example: "torch.jit.trace(torch.exp, torch.zeros(1))(torch.zeros(1))") {
                (x: Value, _: Value, _: Value) in x
            },
            def("ignore(func)", "The function itself.", example: "torch.jit.ignore(torch.exp)(torch.zeros(1))") { (x: Value) in x },
        ])
    },
    "torch.version": {
        Module("torch.version", doc: "The version.", constants: [("__version__", .string(TorchVersion.text)), ("cuda", .none), ("hip", .none)])
    },
]

/// A function that does nothing.
private func ignored(_ header: String) -> Row {
    def(raw: header, "Accepted without effect: there is only the CPU.") { _ in .none }
}

/// A question whose answer is no.
private func unavailable(_ header: String) -> Row {
    def(raw: header, "False: there is only the CPU.") { _ in false }
}

/// What modules of accelerators have in common.
private var accelerator: [Row] {
    [
        unavailable("is_available()"),
        def("device_count()", "The number of devices: 0.") { 0 },
        ignored("synchronize(device=None)"), ignored("manual_seed(seed)"), ignored("manual_seed_all(seed)"), ignored("seed()"), ignored("seed_all()"),
        ignored("empty_cache()"), ignored("set_device(device)"), ignored("reset_peak_memory_stats(device=None)"), ignored("ipc_collect()"),
        def(raw: "memory_allocated(device=None)", "Bytes in use on the device: 0.") { _ in 0 },
        def(raw: "max_memory_allocated(device=None)", "The most bytes in use on the device: 0.") { _ in 0 },
        def(raw: "memory_reserved(device=None)", "Bytes reserved on the device: 0.") { _ in 0 },
        def(raw: "max_memory_reserved(device=None)", "The most bytes reserved on the device: 0.") { _ in 0 },
        absent("current_device()"), absent("get_device_name(device=None)"), absent("get_device_properties(device=None)"),
        absent("get_device_capability(device=None)"),
    ]
}

/// A question only a device could answer.
private func absent(_ header: String) -> Row {
    def(raw: header, "An error: there is no device to tell about.") { _ in
        try Device(kind: "cuda", index: nil).checkAvailable()
        return .none
    }
}
