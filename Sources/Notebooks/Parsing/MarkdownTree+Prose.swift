internal import CMarkGFM

/// A paragraph of a Markdown text without its markup.
struct ProseLine {
  enum Kind {
    case heading(level: Int)
    case paragraph
    case quote
    case item
  }

  var kind: Kind
  var text: String

  var isTitle: Bool { if case .heading(level: 1) = kind { true } else { false } }
}

extension MarkdownTree {
  /// The headings and paragraphs at any depth, in order.
  var prose: [ProseLine] {
    guard let root, let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var lines: [ProseLine] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_HEADING {
        lines.append(
          ProseLine(kind: .heading(level: Int(cmark_node_get_heading_level(node))), text: ""))
      } else if type == CMARK_NODE_PARAGRAPH {
        lines.append(ProseLine(kind: Self.kind(of: node), text: ""))
      } else if type == CMARK_NODE_CODE_BLOCK {
        lines.append(
          ProseLine(kind: .paragraph, text: String(cString: cmark_node_get_literal(node))))
      } else if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE, !lines.isEmpty {
        lines[lines.count - 1].text += String(cString: cmark_node_get_literal(node))
      } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK, !lines.isEmpty {
        lines[lines.count - 1].text += " "
      }
    }
    return lines.filter { !$0.text.isEmpty }
  }

  private static func kind(of paragraph: OpaquePointer) -> ProseLine.Kind {
    var parent = cmark_node_parent(paragraph)
    while let node = parent {
      if cmark_node_get_type(node) == CMARK_NODE_ITEM { return .item }
      if cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE { return .quote }
      parent = cmark_node_parent(node)
    }
    return .paragraph
  }
}
