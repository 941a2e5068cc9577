// MarkdownNode: a node of cmark's tree, with Swift's types.
import Ccmark_gfm

/// A node of cmark's tree. It lives as long as the tree it was taken from.
struct MarkdownNode {
    private let node: OpaquePointer

    /// Wraps cmark's pointer.
    init(_ node: OpaquePointer) { self.node = node }

    /// cmark's name of the node's type, such as `block_quote`. Types of extensions have no constants, only names.
    var kind: String {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"  // cmark has no name for these two.
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        default: cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
        }
    }

    /// The nodes directly inside this one.
    var children: [MarkdownNode] {
        var all: [MarkdownNode] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            all.append(MarkdownNode(child))
            next = cmark_node_next(child)
        }
        return all
    }

    /// The text of a leaf.
    var literal: String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
    /// The line of its first character, from 1.
    var line: Int { Int(cmark_node_get_start_line(node)) }
    /// The column of its first character, from 1.
    var column: Int { Int(cmark_node_get_start_column(node)) }
    /// 1 to 6.
    var headingLevel: Int { Int(cmark_node_get_heading_level(node)) }
    /// The words after the opening of a fence.
    var fenceInfo: String { cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "" }

    /// Whether a code block stands in a fence and not merely indented.
    var isFenced: Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return cmark_node_get_fenced(node, &length, &offset, &character) != 0
    }

    var destination: String { cmark_node_get_url(node).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(node).map { String(cString: $0) } ?? "" }

    /// The first number of an ordered list; nil for bullets.
    var listStart: Int? { cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil }
    var listIsTight: Bool { cmark_node_get_list_tight(node) != 0 }
    /// Whether a task list's item is ticked; nil for other items.
    var ticked: Bool? { kind == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil }

    /// The alignment of each column of a table.
    var columnAlignments: [Table.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map { column in
            switch letters[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }
}
