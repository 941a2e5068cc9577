// Targets: assignment to names, attributes, items and tuples of these.
import Syntax

extension CodeBuilder {
    /// Assigns an operand's value to a target.
    func assign(_ target: Expression, from source: Int) throws(SyntaxError) {
        let mark = nextRegister
        switch target.kind {
        case .name(let name):
            span = target.span
            store(name, from: source)
        case .attribute(let base, let name):
            let object = try operand(base)
            span = target.span
            emit(.storeAttribute, object, source, site(name))
        case .subscript(let base, let index):
            let object = try operand(base)
            let key = try operand(index)
            span = target.span
            emit(.storeItem, object, key, source)
        case .tuple(let elements), .list(let elements): try unpack(elements, from: source, target.span)
        case .starred: throw SyntaxError("starred assignment target must be in a list or tuple", at: target.span)
        default: throw SyntaxError("cannot assign to expression", at: target.span)
        }
        release(to: mark)
    }

    private func unpack(_ elements: [Expression], from source: Int, _ span: Span) throws(SyntaxError) {
        self.span = span
        let first = allocate(max(1, elements.count))
        let stars = elements.indices.filter { if case .starred = elements[$0].kind { true } else { false } }
        if stars.count > 1 { throw SyntaxError("multiple starred expressions in assignment", at: span) }
        if let star = stars.first {
            guard star < 256 else { throw SyntaxError("too many expressions in star-unpacking assignment", at: span) }
            emit(.unpackStar, first, source, elements.count, x: star)
        } else {
            emit(.unpack, first, source, elements.count)
        }
        for (index, element) in elements.enumerated() {
            if case .starred(let inner) = element.kind {
                try assign(inner, from: first + index)
            } else {
                try assign(element, from: first + index)
            }
        }
        // The elements now belong to their targets alone.
        for index in elements.indices { emit(.clear, first + index) }
    }
}
