// Defines the numpy modules.
import Runtime
import Tensors

/// numpy, as a program imports it.
enum NumPy {
    /// The native modules by dotted name; what they lack the prelude defines.
    static let modules: ModuleRegistry = [
        "numpy": { numpy },
        "numpy.random": {
            Module("numpy.random", doc: "Random numbers.", rows: RandomRows.functions, constants: [
                ("RandomState", .object(Class.randomState)), ("Generator", .object(Class.randomGenerator)),
                ("PCG64", .object(Class.pcg64)), ("SeedSequence", .object(Class.seedSequence)),
            ])
        },
        "numpy.linalg": {
            Module("numpy.linalg", doc: "Linear algebra.", rows: LinearAlgebraRows.rows, constants: [("LinAlgError", .object(LinearAlgebraRows.error))],
                   fallback: { try Prelude.value(of: $0, in: "numpy.linalg") }, fallbackNames: { PreludeIndex.names(in: "numpy.linalg") })
        },
        "numpy.exceptions": {
            Module("numpy.exceptions", doc: "Exceptions.", constants: [("AxisError", .object(ArrayShapes.axisError))])
        },
        "numpy.lib": { Module("numpy.lib", doc: "Parts of numpy.", submodules: ["array_utils", "stride_tricks"]) },
        "numpy.lib.stride_tricks": {
            Module("numpy.lib.stride_tricks", doc: "Other views of an array's memory.", rows: [StridedViews.row],
                   fallback: { try Prelude.value(of: $0, in: "numpy.lib.stride_tricks") },
                   fallbackNames: { PreludeIndex.names(in: "numpy.lib.stride_tricks") })
        },
        "numpy.lib.array_utils": {
            Module("numpy.lib.array_utils", doc: "What functions on arrays are made with.", rows: [
                def("normalize_axis_index(axis, ndim, msg_prefix=None)", "The axis counted from the front.",
                    example: "np.lib.array_utils.normalize_axis_index(-1, ndim=3)") { (axis: Int, rank: Int, _: Value) in
                    try ArrayShapes.wrap(axis, rank: rank)
                },
            ])
        },
    ]

    private static var numpy: Module {
        ArrayBridge.make = { .object(ArrayObject($0)) }
        var constants: [(name: String, value: Value)] = [
            ("pi", .float(.pi)), ("e", .float(2.718281828459045)), ("inf", .float(.infinity)), ("nan", .float(.nan)), ("newaxis", .none),
            ("euler_gamma", .float(0.5772156649015329)), ("__version__", "2.4.0"), ("ndarray", .object(Class.ndarray)), ("memmap", .object(Class.memmap)), ("dtype", .object(Class.arrayType)),
            ("ufunc", .object(Class.ufunc)), ("True_", .object(ScalarObject(true, .bool))), ("False_", .object(ScalarObject(false, .bool))),
            ("str_", .object(ScalarClasses.text)), ("void", .object(ScalarClasses.record)), ("object_", .object(ScalarClasses.object)),
            ("complex128", .object(ScalarClasses.complex)), ("cdouble", .object(ScalarClasses.complex)),
        ]
        for ufunc in Ufuncs.all {
            let object = Value.object(UfuncObject(ufunc))
            constants.append((ufunc.name, object))
            for (alias, name) in Ufuncs.aliases where name == ufunc.name { constants.append((alias, object)) }
        }
        for (dtype, cls) in ScalarClasses.numbers where dtype != .bfloat16 { constants.append((dtype.name, .object(cls))) }
        for (alias, dtype) in ScalarClasses.aliases { constants.append((alias, .object(ScalarClasses.numbers[dtype] ?? .float))) }
        for (name, cls) in ScalarClasses.abstract { constants.append((name, .object(cls))) }
        return Module(
            "numpy", doc: "Arrays of numbers.", rows: NumPyRows.functions, constants: constants,
            submodules: ["random", "linalg", "exceptions", "testing", "lib", "fft", "char", "strings", "polynomial"],
            fallback: { name in
                if let value = try Prelude.value(of: name, in: "numpy") { return value }
                if let error = RemovedNames.error(for: name.text) { throw error }
                return nil
            }, fallbackNames: { PreludeIndex.names(in: "numpy") })
    }
}
