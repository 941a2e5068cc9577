// GraphReading: the recorded graph behind a tensor as a diagram.
import Plotting
import Runtime
import Tensors

/// Reads the graph that autograd recorded for a tensor.
struct GraphReading {
    /// Names of tensors, by their identity.
    private let names: [ObjectIdentifier: String]
    /// Whether leaves stand behind the nodes that collect their gradients, as `torchviz` draws them.
    private let showsCollectors: Bool

    /// More boxes than this are not drawn; nobody could read them.
    private static let mostNodes = 400

    /// Prepares to read. `parameters` names tensors: a dict, or pairs as `named_parameters()` gives them; without it the names are those of
    /// the session's variables and modules.
    init(parameters: Value, showsCollectors: Bool) throws {
        self.showsCollectors = showsCollectors
        names = try parameters.isNone ? GraphReading.sessionNames() : GraphReading.names(parameters)
    }

    private static func names(_ parameters: Value) throws -> [ObjectIdentifier: String] {
        var names: [ObjectIdentifier: String] = [:]
        let pairs = try parameters.as(DictObject.self) == nil ? parameters : parameters.callMethod("items")
        for pair in try pairs.elements() {
            let parts = try pair.elements()
            guard parts.count == 2, let tensor = parts[1].as(TensorObject.self) else {
                throw Raised.typeError("names come as a dict, or as pairs of a name and a tensor")
            }
            names[ObjectIdentifier(tensor.tensor)] = try parts[0].str()
        }
        return names
    }

    /// The names that the session's variables give to tensors, and its modules to their parameters.
    private static func sessionNames() -> [ObjectIdentifier: String] {
        var names: [ObjectIdentifier: String] = [:]
        let session = Interpreter.current!
        for name in session.globalNames where !name.hasPrefix("_") {
            guard let value = session.global(name) else { continue }
            if let tensor = value.as(TensorObject.self) {
                names[ObjectIdentifier(tensor.tensor)] = names[ObjectIdentifier(tensor.tensor)] ?? name
            } else if case .object(let object) = value, !(object is ModuleObject), let method = try? value.attributeIfPresent("named_parameters"),
                let pairs = try? method.call(), let own = try? GraphReading.names(pairs) {
                names.merge(own.mapValues { name + "." + $0 }) { known, _ in known }
            }
        }
        return names
    }

    /// The graph that ends in some tensors. Boxes come in the order in which a walk from the results finds them.
    func diagram(of results: [Tensor]) -> Diagram {
        var nodes: [Diagram.Node] = []
        var edges: [Diagram.Edge] = []
        var places: [ObjectIdentifier: Int] = [:]
        var waiting: [(node: Node, to: Int)] = []
        for result in results {
            nodes.append(Diagram.Node(words(for: result, unnamed: "result"), role: .result))
            if let node = result.node { waiting.append((node, nodes.count - 1)) }
        }
        var start = 0
        while start < waiting.count {
            let (node, target) = waiting[start]
            start += 1
            if let known = places[ObjectIdentifier(node)] {
                edges.append(Diagram.Edge(from: known, to: target))
                continue
            }
            guard nodes.count < GraphReading.mostNodes else { continue }
            let leaf = (node as? AccumulateGrad)?.variable
            if let leaf, !showsCollectors {
                nodes.append(Diagram.Node(words(for: leaf, unnamed: "tensor"), role: .input))
            } else {
                let name = node.name.split(separator: ":").last.map(String.init) ?? node.name
                nodes.append(Diagram.Node([showsCollectors ? name : GraphReading.short(name)], role: .step))
            }
            let place = nodes.count - 1
            places[ObjectIdentifier(node)] = place
            edges.append(Diagram.Edge(from: place, to: target))
            if let leaf, showsCollectors {
                nodes.append(Diagram.Node(words(for: leaf, unnamed: ""), role: .input))
                edges.append(Diagram.Edge(from: nodes.count - 1, to: place))
            }
            for edge in node.edges { if let edge { waiting.append((edge.node, place)) } }
        }
        let title = results.compactMap { names[ObjectIdentifier($0)] }.joined(separator: ", ")
        return Diagram(title: title.isEmpty ? "Computation graph" : "Computation graph of \(title)", nodes: nodes, edges: edges)
    }

    /// A tensor's name and sizes.
    private func words(for tensor: Tensor, unnamed: String) -> [String] {
        let name = names[ObjectIdentifier(tensor)] ?? unnamed
        let sizes = tensor.shape.count == 1 ? "(\(tensor.shape[0]),)" : "(" + tensor.shape.map(String.init).joined(separator: ", ") + ")"
        return [name, tensor.shape.isEmpty ? "()" : sizes].filter { !$0.isEmpty }
    }

    /// `MulBackward0` → `Mul`
    private static func short(_ name: String) -> String {
        guard let end = name.firstRange(of: "Backward") else { return name }
        return String(name[..<end.lowerBound])
    }
}
