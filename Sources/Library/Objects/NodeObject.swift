// Defines NodeObject: a recorded operation as a value (`y.grad_fn`), and HookHandle, by which a hook is removed.
import Runtime
import Tensors

/// A node of the backward graph.
final class NodeObject: Object, @unchecked Sendable {
    /// The node.
    let node: Node

    private init(_ node: Node) {
        self.node = node
        super.init(type: Self.cls(of: node.name))
        node.wrapper = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        if node.wrapper == Unmanaged.passUnretained(self).toOpaque() { node.wrapper = nil }
    }

    /// The object that stands for a node, made where there is none.
    static func of(_ node: Node) -> NodeObject {
        if let wrapper = node.wrapper { return Unmanaged<NodeObject>.fromOpaque(wrapper).takeUnretainedValue() }
        return NodeObject(node)
    }

    nonisolated(unsafe) private static var classes: [String: Class] = [:]

    /// Each kind of node is a class of its own, so that `type(y.grad_fn).__name__` names it.
    private static func cls(of name: String) -> Class {
        let short = name.hasPrefix("torch::autograd::") ? String(name.dropFirst("torch::autograd::".count)) : name
        if let known = classes[short] { return known }
        // The nodes of custom functions are named without a number.
        let made = Class(native: short, base: base, module: short.hasSuffix("Backward") ? "torch.autograd.function" : "")
        classes[short] = made
        return made
    }

    static let base = Class(native: "Node", module: "torch.autograd.graph", extensible: false, rows: {
        [
            def("name(self)", "The name of the operation.", example: "torch.ones(1, requires_grad=True).exp().grad_fn.name()") { (x: NodeObject) in
                x.node.name
            },
            property("next_functions", "The operations whose results this one took, with the number of the result.",
                     example: "torch.ones(1, requires_grad=True).exp().grad_fn.next_functions") { (x: NodeObject) in
                Value.tuple(x.node.edges.map { edge in
                    guard let edge else { return .tuple([.none, .int(0)]) }
                    return .tuple([.object(NodeObject.of(edge.node)), .int(edge.output)])
                })
            },
            def("register_hook(self, hook)", "Calls hook with the gradients of the inputs and of the outputs when backward comes by; a result replaces the former.",
                example: "torch.ones(1, requires_grad=True).exp().grad_fn.register_hook(print)") { (x: NodeObject, hook: Value) in
                x.hooked { hooks in
                    hooks.add { results, grads in try NodeObject.gradients(hook.call([NodeObject.tuple(results), NodeObject.tuple(grads)])) }
                }
            },
            def("register_prehook(self, hook)", "Calls hook with the gradients of the outputs before backward comes by; a result replaces them.",
                example: "torch.ones(1, requires_grad=True).exp().grad_fn.register_prehook(print)") { (x: NodeObject, hook: Value) in
                x.hooked { hooks in hooks.add { grads in try NodeObject.gradients(hook.call([NodeObject.tuple(grads)])) } }
            },
            property("variable", "The leaf whose gradient an AccumulateGrad node adds to.") { (x: NodeObject) -> Value in
                guard let leaf = x.node as? AccumulateGrad else { throw Raised.noAttribute("variable", of: .object(x)) }
                return leaf.variable.intoValue()
            },
            property("_is_reached", "Whether the pass of backward that is on comes by.") { (x: NodeObject) in Autograd.reaches(x.node) },
            property("metadata", "A dictionary for notes.", example: "torch.ones(1, requires_grad=True).exp().grad_fn.metadata") { (x: NodeObject) -> Value in
                if let known = x.ownAttribute("_metadata") { return known }
                let made = Value.object(DictObject())
                x.setOwnAttribute("_metadata", made)
                return made
            },
        ]
    })

    private func hooked(_ add: (NodeHooks) -> Int) -> HookHandle {
        let hooks = node.hooks ?? NodeHooks()
        node.hooks = hooks
        let id = add(hooks)
        return HookHandle { hooks.remove(id) }
    }

    private static func tuple(_ grads: [Tensor?]) -> Value { .tuple(grads.map { $0?.intoValue() ?? .none }) }

    /// The gradients a hook answers; nil where it answers None.
    private static func gradients(_ answer: Value) throws -> [Tensor?]? {
        if answer.isNone { return nil }
        return (answer.sequenceElements ?? [answer]).map { Tensor.from($0) }
    }

    override func attribute(_ name: Name) throws -> Value? {
        if let custom = node as? CustomNode { return try custom.context.attributeIfPresent(name) }
        guard name.text.hasPrefix("_saved_"), let kept = try node.kept(name.text) else { return nil }
        switch kept {
        case .tensor(let tensor): return tensor.intoValue()
        case .number(let number): return number.intoValue()
        }
    }

    override func repr() -> String { "<\(type.module.isEmpty ? "" : type.module + ".")\(type.name) object at \(address)>" }
}

extension NodeObject: FromValue { static var expectedType: String { "Node" } }

/// What `register_hook` returns: removes the hook, also as a context manager.
final class HookHandle: Object, @unchecked Sendable {
    private let action: () -> Void

    /// - Parameter action: removes the hook.
    init(_ action: @escaping () -> Void) {
        self.action = action
        super.init(type: Self.handleClass)
    }

    private static let handleClass = Class(native: "RemovableHandle", module: "torch.utils.hooks", hooks: [.enter, .exit], extensible: false, rows: {
        [
            def("remove(self)", "Removes the hook.", example: "torch.ones(1, requires_grad=True).register_hook(print).remove()") { (x: HookHandle) in x.action() },
            def("__enter__(self)", "The handle itself.") { (x: HookHandle) in x },
            def("__exit__(self, *error)", "Removes the hook.") { (x: HookHandle, _: Value) in x.action() },
        ]
    })
}

extension HookHandle: FromValue { static var expectedType: String { "RemovableHandle" } }
