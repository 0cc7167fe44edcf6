internal import CMarkGFM

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A block of a Markdown text, as cmark-gfm sees it.
struct MarkdownBlock {
  /// What it is.
  enum Kind {
    /// Code between fences.
    case code(info: String, text: String, fence: Fence)
    /// HTML as it stands.
    case html(String)
    case heading(level: Int)
    case other
  }

  /// The signs around a block of code.
  struct Fence {
    var sign: UInt8
    var length: Int
  }

  /// A paragraph or heading, at any depth, that holds spans of code or comments.
  struct Line {
    var lines: Range<Int>
    var codeSpans: [String] = []
    var comments: [String] = []
  }

  var kind: Kind
  /// The first line, from 0.
  var start: Int
  /// The line behind the last; of HTML, which the parser does not tell, behind that of its literal.
  var end: Int
  var texts: [Line] = []
}

/// A parsed Markdown text.
final class MarkdownTree {
  let root: OpaquePointer?

  /// Parses a text; `extended` with GitHub's tables, strikethrough and bare links.
  init(_ bytes: some Collection<UInt8>, extended: Bool = false) {
    let bytes = Array(bytes)
    root = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        cmarkgfm_parse(chars.baseAddress ?? Self.empty, chars.count, extended ? 1 : 0)
      }
    }
  }

  // The parser wants a place even for no bytes.
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let place = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    place.initialize(to: 0)
    return UnsafePointer(place)
  }()

  deinit { if let root { cmark_node_free(root) } }

  /// Its HTML. HTML of the text's own is left out, and so are addresses that run scripts.
  var html: String {
    guard let root, let text = cmarkgfm_html(root) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }

  /// The blocks right below the document, in order.
  var blocks: [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var node = root.flatMap { cmark_node_first_child($0) }
    while let block = node {
      blocks.append(Self.block(block))
      node = cmark_node_next(block)
    }
    return blocks
  }

  private static func block(_ node: OpaquePointer) -> MarkdownBlock {
    let start = max(0, Int(cmark_node_get_start_line(node)) - 1)
    let end = max(start + 1, Int(cmark_node_get_end_line(node)))
    var block = MarkdownBlock(kind: .other, start: start, end: end)
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_CODE_BLOCK {
      var (length, sign) = (Int32(0), CChar(0))
      guard cmarkgfm_fence(node, &length, &sign) != 0 else { return block }
      block.kind = .code(
        info: text(cmark_node_get_fence_info(node)), text: text(cmark_node_get_literal(node)),
        fence: MarkdownBlock.Fence(sign: UInt8(bitPattern: sign), length: Int(length)))
    } else if type == CMARK_NODE_HTML_BLOCK {
      let literal = text(cmark_node_get_literal(node))
      block.kind = .html(literal)
      let lineEnds = literal.utf8.count { $0 == 10 }
      block.end = start + max(1, lineEnds + (literal.utf8.last == 10 ? 0 : 1))
    } else {
      if type == CMARK_NODE_HEADING {
        block.kind = .heading(level: Int(cmark_node_get_heading_level(node)))
      }
      block.texts = texts(below: node)
    }
    return block
  }

  /// The paragraphs and headings with spans of code or comments.
  private static func texts(below node: OpaquePointer) -> [MarkdownBlock.Line] {
    guard let iterator = cmark_iter_new(node) else { return [] }
    defer { cmark_iter_free(iterator) }
    var texts: [MarkdownBlock.Line] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING {
        let start = max(0, Int(cmark_node_get_start_line(node)) - 1)
        let end = max(start + 1, Int(cmark_node_get_end_line(node)))
        texts.append(MarkdownBlock.Line(lines: start..<end))
      } else if type == CMARK_NODE_CODE, !texts.isEmpty {
        texts[texts.count - 1].codeSpans.append(text(cmark_node_get_literal(node)))
      } else if type == CMARK_NODE_HTML_INLINE, !texts.isEmpty {
        texts[texts.count - 1].comments.append(text(cmark_node_get_literal(node)))
      }
    }
    return texts.filter { !$0.codeSpans.isEmpty || !$0.comments.isEmpty }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
