// Defines the modules of torch that are native: torch, torch.linalg, torch.autograd, torch.cuda, torch.backends, ….
import Runtime
import Tensors

/// The native modules of torch by their dotted names; those in the tensor language are in Prelude.
let torchModules: ModuleRegistry = ([
    "torch": { @Sendable in torchModule },
    "torch.nn.functional": {
        preludeFallback(Module("torch.nn.functional", doc: "Neural network functions.", laterRows: FunctionalRows.functionParts))
    },
    "torch.linalg": {
        preludeFallback(Module(
            "torch.linalg", doc: "Linear algebra.", rows: LinalgRows.all.map { $0.speaking(.torch) },
            constants: [("LinAlgError", .object(Class.linalgError))]))
    },
    "torch.special": {
        let rows = TorchRows.all.filter { $0.surfaces.contains(.special) } + TorchRows.alsoInSpecial
        return preludeFallback(Module("torch.special", doc: "Special functions.", rows: rows.map { $0.speaking(.torch) }))
    },
    "torch.testing": { Module("torch.testing", doc: "Comparisons for tests.", rows: TestingRows.all) },
    "torch.return_types": {
        Module("torch.return_types", doc: "Named tuples of results.", constants: ReturnType.all.map { ($0.name, .object(ReturnType.cls($0.name))) })
    },
    "torch.autograd": { autogradModule },
    "torch.autograd.grad_mode": { Module("torch.autograd.grad_mode", doc: "Grad modes.", constants: gradModeClasses) },
    "torch.autograd.graph": {
        preludeFallback(Module(
            "torch.autograd.graph", doc: "The recorded graph.",
            constants: [("Node", .object(NodeObject.base)), ("saved_tensors_hooks", .object(SavedTensorsHooks.cls))]))
    },
    "torch.random": {
        Module("torch.random", doc: "Random numbers.", rows: TorchRows.randomState.map { $0.speaking(.torch) }, constants: [("fork_rng", .object(ForkedRandom.forkClass))])
    },
    "torch.utils": { preludeFallback(Module("torch.utils", doc: "Helpers.", submodules: Prelude.submodules(of: "torch.utils"))) },
] as ModuleRegistry).merging(deviceModules) { first, _ in first }

/// The module as given, asking the prelude for what it lacks.
private func preludeFallback(_ module: Module) -> Module {
    let name = module.name
    return Module(
        name, doc: module.doc, rows: module.firstRows, laterRows: module.laterRows, constants: module.constants, submodules: module.submodules,
        fallback: { try Prelude.value(of: $0, in: name) }, fallbackNames: { Prelude.names(in: name) })
}

private let gradModeClasses: [(name: String, value: Value)] = [
    ("no_grad", .object(GradModes.noGrad)), ("enable_grad", .object(GradModes.enableGrad)),
    ("set_grad_enabled", .object(GradModes.setGradEnabled)), ("inference_mode", .object(GradModes.inferenceMode)),
]

private var autogradModule: Module {
    preludeFallback(Module(
        "torch.autograd", doc: "Differentiation.", rows: TorchRows.autogradModule.map { $0.speaking(.functional) },
        constants: gradModeClasses + [("set_detect_anomaly", .object(DetectAnomaly.switchClass)), ("detect_anomaly", .object(DetectAnomaly.blockClass))],
        submodules: ["grad_mode", "graph"] + Prelude.submodules(of: "torch.autograd")))
}

private var torchModule: Module {
    let submodules = [
        "nn", "linalg", "special", "autograd", "random", "return_types", "cuda", "backends", "mps", "accelerator", "cpu", "amp", "jit", "version",
        "serialization", "utils", "optim", "testing", "xpu", "_C",
    ]
    return preludeFallback(Module(
        "torch", doc: "Tensors, gradients, neural networks.", laterRows: TorchRows.functionParts, constants: torchConstants,
        submodules: Array(Set(submodules + Prelude.submodules(of: "torch")))))
}

private var torchConstants: [(name: String, value: Value)] {
    var constants: [(name: String, value: Value)] = [
        ("__version__", .string(TorchVersion.text)), ("pi", .float(.pi)), ("e", .float(2.718281828459045)), ("inf", .float(.infinity)), ("nan", .float(.nan)),
        ("newaxis", .none), ("Tensor", .object(Class.tensor)), ("Size", .object(Class.size)), ("dtype", .object(Class.dtype)),
        ("device", .object(Class.device)), ("Generator", .object(Class.generatorClass)), ("default_generator", .object(GeneratorObject.defaultGenerator)),
        ("finfo", .object(NumberInfo.finfo)), ("iinfo", .object(NumberInfo.iinfo)), ("OutOfMemoryError", .object(Class.outOfMemoryError)),
    ]
    constants += DType.names.map { ($0.name, $0.dtype.intoValue()) }
    constants += LegacyTensorClass.classes.map { ($0.name, .object($0.cls)) }
    constants += ConstantObject.all
    constants += gradModeClasses
    return constants
}

/// The version of PyTorch whose behaviour this is.
enum TorchVersion {
    static let text = "2.15.0+cpu"
}
