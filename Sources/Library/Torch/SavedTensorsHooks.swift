// Defines torch.autograd.graph.saved_tensors_hooks: functions that keep and bring back what backward needs.
import Runtime
import Tensors

/// `with torch.autograd.graph.saved_tensors_hooks(pack, unpack):` what is saved for backward goes through `pack`, and comes back
/// through `unpack` when it is asked for.
final class SavedTensorsHooks: Object, @unchecked Sendable {
    private let pack: Value
    private let unpack: Value

    private init(_ cls: Class, pack: Value, unpack: Value) {
        self.pack = pack
        self.unpack = unpack
        super.init(type: cls)
    }

    /// What brings a tensor back; an error of `pack` appears when it is asked to.
    private func keep(_ tensor: Tensor) -> () throws -> Tensor {
        do {
            let kept = try pack.call([tensor.intoValue()])
            return { [unpack] in
                let back = try unpack.call([kept])
                if let tensor = Tensor.from(back) { return tensor }
                let type = back.type, name = type.module == "builtins" ? type.name : "\(type.module).\(type.name)"
                throw Raised.typeError("Output of saved tensor unpack_hook expected to be a Tensor but got result of type \(name)")
            }
        } catch {
            return { throw error }
        }
    }

    /// `saved_tensors_hooks`
    static let cls = Class(
        native: "saved_tensors_hooks", module: "torch.autograd.graph", doc: "Functions around what is saved for backward.",
        hooks: [.enter, .exit], extensible: false, rows: {
            [
                def("__enter__(self)", "Begins.") { (hooks: SavedTensorsHooks) in Engine.current.savingHooks.append(hooks.keep) },
                def("__exit__(self, *error)", "Ends.") { (_: SavedTensorsHooks, _: Value) in _ = Engine.current.savingHooks.popLast() },
            ]
        }, constructor: { cls, arguments in
            try Arguments.bound(arguments, "saved_tensors_hooks(pack_hook, unpack_hook)") {
                .object(SavedTensorsHooks(cls, pack: $0[0], unpack: $0[1]))
            }
        })
}

extension SavedTensorsHooks: FromValue { static var expectedType: String { "saved_tensors_hooks" } }
