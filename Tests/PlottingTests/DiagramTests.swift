// DiagramTests: boxes of a diagram do not overlap, arrows run down, and no graph is too odd.
import Foundation
import Plotting
import Testing

@Suite struct DiagramTests {
    /// A graph of some boxes; each comes from the two before it and from one far above.
    private func ladder(_ count: Int) -> Diagram {
        let nodes = (0..<count).map { Diagram.Node(["box \($0)", "(\($0), 3)"], role: $0 < 2 ? .input : $0 == count - 1 ? .result : .step) }
        let edges = (2..<max(count, 2)).flatMap { index in
            [Diagram.Edge(from: index - 1, to: index), Diagram.Edge(from: index - 2, to: index), Diagram.Edge(from: index / 3, to: index)]
        }
        return Diagram(title: "Ladder", nodes: nodes, edges: edges)
    }

    /// The boxes of a drawing: left, top, width, height.
    private func boxes(_ svg: String) -> [[Double]] {
        svg.matches(of: /<rect x="([-.0-9]+)" y="([-.0-9]+)" width="([.0-9]+)" height="([.0-9]+)"/).map { match in
            [match.output.1, match.output.2, match.output.3, match.output.4].compactMap { Double($0) }
        }
    }

    @Test(arguments: [1, 2, 5, 30]) func boxesDoNotOverlap(count: Int) {
        let all = boxes(ladder(count).svg())
        #expect(all.count == count)
        for (index, a) in all.enumerated() {
            for b in all[(index + 1)...] {
                let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1]
                #expect(apart)
            }
        }
    }

    @Test func everyBoxStandsBelowWhereItComesFrom() {
        let diagram = ladder(20)
        let all = boxes(diagram.svg())
        for edge in diagram.edges where edge.from != edge.to { #expect(all[edge.from][1] < all[edge.to][1]) }
    }

    @Test func equalDiagramsGiveEqualBytes() { #expect(ladder(12).svg(prefix: "a") == ladder(12).svg(prefix: "a")) }

    @Test func oddGraphsAreDrawn() {
        let node = Diagram.Node(["a < b & \"c\"", ""], role: .step)
        let circle = [Diagram.Edge(from: 0, to: 1), Diagram.Edge(from: 1, to: 0), Diagram.Edge(from: 1, to: 1), Diagram.Edge(from: 0, to: 9)]
        for diagram in [Diagram(title: "", nodes: [], edges: []), Diagram(title: "<x>", nodes: [node, node], edges: circle), ladder(400)] {
            let svg = diagram.svg()
            #expect(!svg.contains("nan") && svg.hasSuffix("</svg>") && !svg.contains("a < b"))
        }
    }

    @Test func theWordsSayWhatIsMadeOfWhat() {
        let diagram = Diagram(
            title: "t", nodes: [.init(["w", "(3,)"], role: .input), .init(["Mul"], role: .step), .init(["y"], role: .result)],
            edges: [.init(from: 0, to: 1), .init(from: 1, to: 2)])
        #expect(diagram.description == "1 input, 1 operation. Mul from w (3,); y from Mul.")
        #expect(diagram.table.rows == [[1, 2], [2, 3]])
    }
}
