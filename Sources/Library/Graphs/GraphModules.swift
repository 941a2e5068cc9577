// GraphModules: drawings of computation graphs — `show_graph` of the module `litgrad`, and `torchviz.make_dot`.
import Plotting
import Runtime
import Tensors

/// The modules that draw computation graphs. The drawing is our own: it needs no other program.
enum GraphModules {
    static let modules: ModuleRegistry = [
        "litgrad": {
            Module("litgrad", doc: "What notebooks have here beyond Python's own libraries.", rows: [
                def("show_graph(result, names=None)", "Draws the operations that autograd recorded on the way to a tensor.",
                    example: "import torch\nfrom litgrad import show_graph\nx = torch.ones(2, requires_grad=True)\nshow_graph((x * 2).sum())") {
                    (result: Value, names: Value) in
                    let tensors = try GraphModules.tensors(result)
                    return Value.object(DiagramObject(try GraphReading(parameters: names, showsCollectors: false).diagram(of: tensors)))
                },
            ])
        },
        "torchviz": {
            Module("torchviz", doc: "Drawings of computation graphs.", rows: [
                def("make_dot(var, params=None, show_attrs=False, show_saved=False, max_attr_chars=50)",
                    "Draws the operations that autograd recorded on the way to a tensor.",
                    example: "import torch\nfrom torchviz import make_dot\nx = torch.ones(2, requires_grad=True)\nmake_dot((x * 2).sum(), params={'x': x})") {
                    (result: Value, names: Value, _: Value, _: Value, _: Value) in
                    let tensors = try GraphModules.tensors(result)
                    return Value.object(DiagramObject(try GraphReading(parameters: names, showsCollectors: true).diagram(of: tensors)))
                },
            ])
        },
    ]

    /// One tensor, or a tuple or list of them.
    private static func tensors(_ value: Value) throws -> [Tensor] {
        let values = value.as(TensorObject.self) == nil ? value.sequenceElements ?? [value] : [value]
        return try values.map { value in
            guard let tensor = value.as(TensorObject.self) else { throw Raised.typeError("expected a tensor, got \(value.type.name)") }
            return tensor.tensor
        }
    }
}

/// A drawn graph as programs hold it: the value of a cell shows it.
final class DiagramObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Digraph"
    private static let cls = Class(native: "Digraph", module: "graphviz.graphs", extensible: true, rows: {
        [
            property("source", "The graph in the language of Graphviz.") { (x: DiagramObject) in x.source },
            def("render(self, *args, **kwargs)", "Accepted: the page shows the graph; no file is written.") { (_: Value, _: [Value], _: DictObject) in },
            def("view(self, *args, **kwargs)", "Shows the graph.") { (x: DiagramObject, _: [Value], _: DictObject) in
                Interpreter.current.display(x.picture)
            },
            def("attr(self, *args, **kwargs)", "Accepted: graphs keep one look.") { (_: Value, _: [Value], _: DictObject) in },
        ]
    })

    private let diagram: Diagram

    init(_ diagram: Diagram) {
        self.diagram = diagram
        super.init(type: Self.cls)
    }

    /// The graph as an output, with its arrows as data.
    private var picture: Display {
        let diagram = diagram
        let table = diagram.table
        return .svg(title: diagram.title, draw: { diagram.svg(prefix: $0) }, table: [DisplayTable(name: table.name, columns: table.columns, rows: table.rows)])
    }

    override func display() throws -> Display? { picture }

    private var source: String {
        func quoted(_ lines: [String]) -> String { "\"" + lines.joined(separator: "\\n").replacing("\"", with: "\\\"") + "\"" }
        let boxes = diagram.nodes.enumerated().map { "\t\($0) [label=\(quoted($1.lines))]\n" }
        let arrows = diagram.edges.map { "\t\($0.from) -> \($0.to)\n" }
        return "digraph {\n" + boxes.joined() + arrows.joined() + "}\n"
    }
}
