// Defines einsum: sums of products written as an equation of subscripts.

/// The parsed equation: labels of each operand and of the result. Letters are their code; positions of `...` are numbers from 1000.
struct EinsumEquation {
    private(set) var inputs: [[Int]] = []
    private(set) var output: [Int] = []
    /// The size of each label.
    private(set) var sizes: [Int: Int] = [:]
    private var ellipsisRank = 0

    init(_ text: String, _ operands: [Tensor]) throws {
        let plain = text.filter { $0 != " " }
        let (left, right) = EinsumEquation.sides(plain)
        let terms = left.split(separator: ",", omittingEmptySubsequences: false)
        guard terms.count == operands.count else {
            throw TensorError.runtime("einsum(): " + (terms.count > operands.count
                ? "fewer operands were provided than specified in the equation" : "more operands were provided than specified in the equation"))
        }
        for (index, (term, operand)) in zip(terms, operands).enumerated() { try addInput(String(term), operand, index) }
        alignEllipses()
        for (index, operand) in operands.enumerated() { try addSizes(operand, index) }
        try setOutput(right)
    }

    private static func sides(_ text: String) -> (String, String?) {
        let characters = Array(text)
        for i in characters.indices.dropLast() where characters[i] == "-" && characters[i + 1] == ">" {
            return (String(characters[..<i]), String(characters[(i + 2)...]))
        }
        return (text, nil)
    }

    /// The labels of a term; the ellipsis as -1.
    private static func labels(_ term: String, _ place: String) throws -> [Int] {
        var result: [Int] = []
        var rest = Array(term.unicodeScalars)[...]
        while let first = rest.first {
            if first == "." {
                guard rest.count >= 3, rest.prefix(3).allSatisfy({ $0 == "." }) else {
                    throw TensorError.runtime("einsum(): found '.' for \(place) that is not part of any ellipsis")
                }
                guard !result.contains(-1) else {
                    throw TensorError.runtime("einsum(): found '.' for \(place) for which an ellipsis was already found")
                }
                result.append(-1)
                rest = rest.dropFirst(3)
            } else {
                guard first.properties.isAlphabetic, first.isASCII else {
                    throw TensorError.runtime("einsum(): invalid subscript given at index \(term.unicodeScalars.count - rest.count) in the "
                        + "equation string, subscripts must be in [a-zA-Z]")
                }
                result.append(Int(first.value))
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private mutating func addInput(_ term: String, _ operand: Tensor, _ index: Int) throws {
        let labels = try EinsumEquation.labels(term, "operand \(index)")
        let named = labels.filter { $0 >= 0 }.count
        let hidden = operand.rank - named
        guard labels.contains(-1) ? hidden >= 0 : hidden == 0 else {
            throw TensorError.runtime("einsum(): the number of subscripts in the equation (\(named)) "
                + (labels.contains(-1) ? "is more than the number of dimensions (\(operand.rank)) for operand \(index)"
                    : "does not match the number of dimensions (\(operand.rank)) for operand \(index) and no ellipsis was given"))
        }
        if labels.contains(-1) { ellipsisRank = max(ellipsisRank, hidden) }
        inputs.append(labels.flatMap { $0 >= 0 ? [$0] : Array(repeating: -1, count: hidden) })
    }

    /// Gives the dimensions behind ellipses labels, counted from the right.
    private mutating func alignEllipses() {
        for i in inputs.indices {
            var next = 1000 + ellipsisRank - inputs[i].filter { $0 == -1 }.count
            for k in inputs[i].indices where inputs[i][k] == -1 {
                inputs[i][k] = next
                next += 1
            }
        }
    }

    private mutating func addSizes(_ operand: Tensor, _ index: Int) throws {
        for (d, label) in inputs[index].enumerated() {
            let size = operand.shape[d]
            let known = sizes[label] ?? 1
            guard known == 1 || size == 1 || known == size else {
                let name = label < 1000 ? String(UnicodeScalar(UInt8(label))) : "..."
                throw TensorError.runtime("einsum(): subscript \(name) has size \(size) for operand \(index) which does not broadcast with "
                    + "previously seen size \(known)")
            }
            sizes[label] = known == 1 ? size : known
        }
    }

    private mutating func setOutput(_ text: String?) throws {
        let ellipsis = Array(1000..<(1000 + ellipsisRank))
        guard let text else {
            let all = inputs.flatMap { $0 }.filter { $0 < 1000 }
            output = ellipsis + Set(all).filter { label in all.filter { $0 == label }.count == 1 }.sorted()
            return
        }
        for label in try EinsumEquation.labels(text, "the output") {
            if label == -1 {
                output += ellipsis
                continue
            }
            let name = String(UnicodeScalar(UInt8(label)))
            guard sizes[label] != nil else {
                throw TensorError.runtime("einsum(): output subscript \(name) does not appear in the equation for any input operand")
            }
            guard !output.contains(label) else {
                throw TensorError.runtime("einsum(): output subscript \(name) appears more than once in the output")
            }
            output.append(label)
        }
    }
}

/// A tensor whose dimensions carry labels.
private struct Labelled {
    var tensor: Tensor
    var labels: [Int]

    /// Labels that appear twice become one: the diagonal.
    mutating func takeDiagonals() throws {
        var i = 0
        while i < labels.count {
            if let j = labels[(i + 1)...].firstIndex(of: labels[i]) {
                tensor = try tensor.diagonal(0, i, j)
                let label = labels[i]
                labels.remove(at: j)
                labels.remove(at: i)
                labels.append(label)
            } else {
                i += 1
            }
        }
    }

    /// Sums over the labels that are not kept.
    mutating func reduce(keeping kept: Set<Int>) throws {
        let dims = labels.indices.filter { !kept.contains(labels[$0]) }
        if dims.isEmpty { return }
        tensor = try tensor.sum(dims: Array(dims))
        labels = labels.filter { kept.contains($0) }
    }

    /// The dimensions in the order of `order`; labels it lacks have size one.
    func arranged(_ order: [Int]) throws -> Tensor {
        let present = order.filter { labels.contains($0) }
        let places = present.compactMap { labels.firstIndex(of: $0) }
        var result = places == Array(0..<labels.count) ? tensor : try tensor.permute(places)
        for (i, label) in order.enumerated() where !labels.contains(label) { result = try result.unsqueeze(i) }
        return result
    }
}

extension Tensor {
    /// Sums of products: `einsum("ij,jk->ik", [a, b])`. Operands are contracted from left to right by matrix products.
    public static func einsum(_ text: String, _ operands: [Tensor]) throws -> Tensor {
        guard !operands.isEmpty else { throw TensorError.runtime("einsum(): must provide at least one operand") }
        let equation = try EinsumEquation(text, operands)
        var waiting = try zip(operands, equation.inputs).map { tensor, labels in
            var item = Labelled(tensor: tensor, labels: labels)
            try item.takeDiagonals()
            return item
        }
        var current = waiting.removeFirst()
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            let kept = Set(equation.output + waiting.flatMap(\.labels))
            current = try contract(current, next, kept)
        }
        try current.reduce(keeping: Set(equation.output))
        return try current.arranged(equation.output)
    }

    /// The product of two labelled tensors, summed over shared labels that nobody needs any more.
    private static func contract(_ a: Labelled, _ b: Labelled, _ kept: Set<Int>) throws -> Labelled {
        var (a, b) = (a, b)
        // A label of size one in one operand only is broadcast: it counts as missing there.
        for label in a.labels where b.labels.contains(label) {
            let (sizeA, sizeB) = (a.size(label), b.size(label))
            if sizeA == 1 && sizeB != 1 { try a.drop(label) }
            if sizeB == 1 && sizeA != 1 { try b.drop(label) }
        }
        try a.reduce(keeping: kept.union(b.labels))
        try b.reduce(keeping: kept.union(a.labels))
        let shared = a.labels.filter { b.labels.contains($0) }
        let batch = shared.filter { kept.contains($0) }
        let summed = shared.filter { !kept.contains($0) }
        let left = a.labels.filter { !shared.contains($0) }
        let right = b.labels.filter { !shared.contains($0) }
        let labels = batch + left + right
        if summed.isEmpty {
            return Labelled(tensor: try a.arranged(labels) * b.arranged(labels), labels: labels)
        }
        let sizes = { (item: Labelled, names: [Int]) in names.map { item.size($0) } }
        let (n, l, s, r) = (sizes(a, batch), sizes(a, left), sizes(a, summed), sizes(b, right))
        let product = { (list: [Int]) in list.reduce(1, *) }
        let x = try a.arranged(batch + left + summed).reshape([product(n), product(l), product(s)])
        let y = try b.arranged(batch + summed + right).reshape([product(n), product(s), product(r)])
        return Labelled(tensor: try x.bmm(y).reshape(n + l + r), labels: labels)
    }
}

extension Labelled {
    fileprivate func size(_ label: Int) -> Int { labels.firstIndex(of: label).map { tensor.shape[$0] } ?? 1 }

    /// Takes out a label of size one.
    fileprivate mutating func drop(_ label: Int) throws {
        guard let place = labels.firstIndex(of: label) else { return }
        tensor = try tensor.squeeze([place])
        labels.remove(at: place)
    }
}
