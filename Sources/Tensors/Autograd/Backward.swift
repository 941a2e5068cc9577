// Defines backward and grad: the pass over recorded nodes, later operations first.

extension Tensor {
    /// Differentiates this tensor and adds to the `grad` of the leaves it was computed from (or only of `inputs`).
    public func backward(
        gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false, inputs: [Tensor]? = nil
    ) throws {
        try Autograd.backward([self], [gradient], retainGraph: retainGraph, createGraph: createGraph, inputs: inputs)
    }
}

extension Autograd {
    /// Differentiates several tensors at once; as `Tensor.backward`.
    public static func backward(
        _ outputs: [Tensor], _ gradients: [Tensor?], retainGraph: Bool? = nil, createGraph: Bool = false, inputs: [Tensor]? = nil
    ) throws {
        if let inputs {
            if inputs.isEmpty { throw TensorError.runtime("`inputs` argument to `backward()` cannot be empty.") }
            let grads = try grad(
                outputs, inputs, gradients, retainGraph: retainGraph, createGraph: createGraph,
                allowUnused: true)
            for (input, grad) in zip(inputs, grads) {
                if let grad { try AccumulateGrad(input).add(grad, createGraph: createGraph) }
            }
            return
        }
        let roots = try rootGradients(outputs, gradients, createGraph)
        let pass = BackwardPass(retainGraph: retainGraph ?? createGraph, createGraph: createGraph)
        _ = try pass.run(roots, captures: [])
    }

    /// Whether the pass of backward that is on comes by a node; false where none is on.
    public static func reaches(_ node: Node) -> Bool { BackwardPass.reaches(node) }

    /// The gradients of `outputs` with respect to `inputs`; `grad` fields stay as they are.
    public static func grad(
        _ outputs: [Tensor], _ inputs: [Tensor], _ gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil, createGraph: Bool = false,
        allowUnused: Bool = false
    ) throws -> [Tensor?] {
        let roots = try rootGradients(outputs, gradOutputs ?? outputs.map { _ in nil }, createGraph)
        var captures: [Edge] = []
        for input in inputs {
            guard let edge = input.edge else { throw TensorError.runtime("One of the differentiated Tensors does not require grad") }
            captures.append(edge)
        }
        let pass = BackwardPass(retainGraph: retainGraph ?? createGraph, createGraph: createGraph)
        let grads = try pass.run(roots, captures: captures)
        if !allowUnused, let index = grads.firstIndex(where: { $0 == nil }) {
            throw TensorError.runtime("The differentiated Tensor at index \(index) appears to not have been used in the graph. Set "
                + "allow_unused=True if this is the desired behavior.")
        }
        return grads
    }

    private static func rootGradients(_ outputs: [Tensor], _ gradients: [Tensor?], _ createGraph: Bool) throws -> [(Edge, Tensor)] {
        var roots: [(Edge, Tensor)] = []
        for (index, output) in outputs.enumerated() {
            let given = index < gradients.count ? gradients[index] : nil
            if let given {
                guard given.shape == output.shape else {
                    throw TensorError.runtime("Mismatch in shape: grad_output[\(index)] has a shape of torch.Size(\(given.shape)) and "
                        + "output[\(index)] has a shape of torch.Size(\(output.shape)).")
                }
            }
            guard let edge = output.edge else {
                throw TensorError.runtime("element \(index) of tensors does not require grad and does not have a grad_fn")
            }
            if given == nil && output.count != 1 {
                throw TensorError.runtime("grad can be implicitly created only for scalar outputs")
            }
            roots.append((edge, try given ?? Engine.current.on(output.device) { try Tensor.ones(output.shape, output.dtype) }))
        }
        return roots
    }
}

/// One pass: counts how many gradients each node waits for, then runs the nodes that are ready, the youngest first.
final class BackwardPass {
    /// What the pass knows of a node.
    private struct Task {
        let node: Node
        /// Gradients still to come.
        var waiting = 0
        /// Whether a captured input lies behind it.
        var isNeeded = true
        /// The gradients that arrived, one for each output.
        var first: Tensor?
        var rest: [Tensor?] = []
        /// The node's scratch of an enclosing pass.
        let enclosing: (pass: Int, slot: Int)
    }

    private let retainGraph: Bool
    private let createGraph: Bool
    private var tasks: [Task] = []
    /// Slots of nodes that are ready: a heap, largest sequence number on top.
    private var ready: [Int] = []
    private let id: Int

    nonisolated(unsafe) private static var passes = 0
    /// The pass that is on: the innermost, where a hook begins another.
    nonisolated(unsafe) private static var current: BackwardPass?

    init(retainGraph: Bool, createGraph: Bool) {
        self.retainGraph = retainGraph
        self.createGraph = createGraph
        BackwardPass.passes += 1
        id = BackwardPass.passes
    }

    /// Runs the pass. With `captures` only their gradients are computed and returned; else leaves accumulate.
    func run(_ roots: [(Edge, Tensor)], captures: [Edge]) throws -> [Tensor?] {
        let enclosing = Self.current
        Self.current = self
        defer {
            leave()
            Self.current = enclosing
        }
        for (edge, _) in roots { discover(edge.node) }
        if !captures.isEmpty { markNeeded(captures) }
        for (edge, grad) in roots {
            let slot = edge.node.slot
            tasks[slot].isNeeded = tasks[slot].isNeeded || captures.isEmpty
            try receive(slot, edge.output, grad)
            if tasks[slot].waiting == 0 && !ready.contains(slot) { push(slot) }
        }
        var captured = [Tensor?](repeating: nil, count: captures.count)
        try Engine.current.withGrad(createGraph) {
            while let slot = pop() { try process(slot, captures, &captured) }
        }
        return captured
    }

    /// Whether the pass that is on comes by a node.
    static func reaches(_ node: Node) -> Bool {
        guard let pass = current, node.pass == pass.id else { return false }
        return pass.tasks[node.slot].isNeeded
    }

    /// Numbers all nodes behind `root` and counts the edges that lead to each.
    private func discover(_ root: Node) {
        if root.pass == id { return }
        enter(root)
        var stack = [root]
        while let node = stack.popLast() {
            for edge in node.edges {
                guard let next = edge?.node else { continue }
                if next.pass != id {
                    enter(next)
                    stack.append(next)
                }
                tasks[next.slot].waiting += 1
            }
        }
    }

    private func enter(_ node: Node) {
        tasks.append(Task(node: node, enclosing: (node.pass, node.slot)))
        node.pass = id
        node.slot = tasks.count - 1
    }

    /// Gives the nodes back their scratch of an enclosing pass (a backward inside a hook or a custom function).
    private func leave() {
        for task in tasks { (task.node.pass, task.node.slot) = task.enclosing }
    }

    /// Only nodes with a captured node behind them have to run.
    private func markNeeded(_ captures: [Edge]) {
        for slot in tasks.indices { tasks[slot].isNeeded = false }
        for edge in captures where edge.node.pass == id { tasks[edge.node.slot].isNeeded = true }
        for slot in tasks.indices.sorted(by: { tasks[$0].node.sequence < tasks[$1].node.sequence }) where !tasks[slot].isNeeded {
            tasks[slot].isNeeded = tasks[slot].node.edges.contains { edge in
                guard let edge else { return false }
                return tasks[edge.node.slot].isNeeded
            }
        }
    }

    private func process(_ slot: Int, _ captures: [Edge], _ captured: inout [Tensor?]) throws {
        guard tasks[slot].isNeeded else { return try pass([], from: tasks[slot].node) }
        let node = tasks[slot].node
        var grads = tasks[slot].rest
        if grads.isEmpty { grads.append(nil) }
        grads[0] = tasks[slot].first
        tasks[slot].first = nil
        tasks[slot].rest = []
        try callHooks(node, &grads)
        for (i, edge) in captures.enumerated() where edge.node === node { captured[i] = grads[edge.output] }
        if let leaf = node as? AccumulateGrad {
            if captures.isEmpty, let grad = grads[0] {
                grads[0] = nil
                try leaf.add(grad, createGraph: createGraph)
                _ = try node.hooks?.callAfter([], [grad], 0)
            }
            return
        }
        if !captures.isEmpty && !node.edges.contains(where: { $0.map { tasks[$0.node.slot].isNeeded } ?? false }) { return }
        let isEmpty = grads.allSatisfy { $0 == nil }
        var results = isEmpty ? [] : try apply(node, grads)
        if let hooks = node.hooks { results = try hooks.callAfter(results, grads, node.edges.count) }
        if Engine.current.detectsAnomalies && Engine.current.checksForNaN { try Self.refuseNaN(results, of: node) }
        if !retainGraph { node.release() }
        try pass(results, from: node)
    }

    /// The error of anomaly detection.
    private static func refuseNaN(_ results: [Tensor?], of node: Node) throws {
        for (index, result) in results.enumerated() {
            guard let result, result.dtype.isFloatingPoint, try Op.isnan(result.detach()).any().item().isTrue else { continue }
            throw TensorError.runtime("Function '\(node.name)' returned nan values in its \(index)th output.")
        }
    }

    /// The gradients a node makes, on the device of those it gets.
    @inline(__always)
    private func apply(_ node: Node, _ grads: [Tensor?]) throws -> [Tensor?] {
        if !Engine.current.usesDevices { return try node.apply(grads) }
        let device = grads.lazy.compactMap { $0 }.first?.device
        return try Engine.current.on(device) { try node.apply(grads) }
    }

    /// Hands the results of a node to the nodes before it.
    private func pass(_ results: [Tensor?], from node: Node) throws {
        if results.count > node.edges.count, results[node.edges.count...].contains(where: { $0 != nil }) {
            throw TensorError.runtime("function \(node.name) returned an incorrect number of gradients (expected "
                + "\(node.edges.count), got \(results.count))")
        }
        for (index, edge) in node.edges.enumerated() {
            guard let edge else { continue }
            let slot = edge.node.slot
            if index < results.count, let grad = results[index] { try receive(slot, edge.output, grad, from: node, index) }
            tasks[slot].waiting -= 1
            if tasks[slot].waiting == 0 { push(slot) }
        }
    }

    /// Adds an arriving gradient to what a node has got, fitted to the sizes and type of the output.
    private func receive(_ slot: Int, _ output: Int, _ grad: Tensor, from: Node? = nil, _ index: Int = 0) throws {
        var grad = grad
        if output < tasks[slot].node.outputs.count {
            let form = tasks[slot].node.outputs[output]
            if grad.shape != form.shape {
                guard Shapes.isExpandable(form.shape, to: grad.shape) else {
                    throw TensorError.runtime("Function \(from?.name ?? "") returned an invalid gradient at index \(index) - got "
                        + "\(grad.shape) but expected shape compatible with \(form.shape)")
                }
                grad = try grad.summed(to: form.shape)
            }
            if grad.dtype != form.dtype { grad = try grad.to(form.dtype) }
        }
        if output == 0 {
            tasks[slot].first = try tasks[slot].first.map { try Op.add($0, grad) } ?? grad
            return
        }
        let outputs = max(tasks[slot].node.outputs.count, output + 1)
        while tasks[slot].rest.count < outputs { tasks[slot].rest.append(nil) }
        tasks[slot].rest[output] = try tasks[slot].rest[output].map { try Op.add($0, grad) } ?? grad
    }

    private func callHooks(_ node: Node, _ grads: inout [Tensor?]) throws {
        if node.outputs.count > grads.count { grads += [Tensor?](repeating: nil, count: node.outputs.count - grads.count) }
        for (output, hook) in node.preHooks {
            guard let grad = grads[output] else { continue }
            if let changed = try hook.body(grad) { grads[output] = changed }
        }
        for (output, weak) in node.retained {
            guard let grad = grads[output], let tensor = weak.tensor else { continue }
            tensor.grad = try tensor.grad.map { try Op.add($0, grad) } ?? grad
        }
        try node.hooks?.callBefore(&grads)
    }

    // MARK: The heap

    /// Leaves come first so that their gradients are stored as soon as they are complete.
    private func rank(_ slot: Int) -> Int {
        let node = tasks[slot].node
        return node.edges.isEmpty && node is AccumulateGrad ? Int.max : node.sequence
    }

    private func push(_ slot: Int) {
        ready.append(slot)
        var child = ready.count - 1
        while child > 0, rank(ready[(child - 1) / 2]) < rank(ready[child]) {
            ready.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private func pop() -> Int? {
        guard let top = ready.first else { return nil }
        let last = ready.removeLast()
        if ready.isEmpty { return top }
        ready[0] = last
        var parent = 0
        while true {
            var largest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < ready.count && rank(ready[child]) > rank(ready[largest]) {
                largest = child
            }
            if largest == parent { return top }
            ready.swapAt(parent, largest)
            parent = largest
        }
    }
}
