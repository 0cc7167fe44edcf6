/// A node of the parse tree: what it is, and its fields in the order in which the parser gives them.
final class SyntaxNode {
  /// PostgreSQL's name of the node, such as `SelectStmt`; empty for a part without a name.
  let kind: String
  let fields: [(name: String, value: SyntaxValue)]

  init(kind: String, fields: [(name: String, value: SyntaxValue)]) {
    self.kind = kind
    self.fields = fields
  }

  /// The same fields as a node of another kind.
  init(kind: String, copying other: SyntaxNode) {
    self.kind = kind
    fields = other.fields
  }

  /// A field; zero, false and empty ones are left out by the parser.
  subscript(name: String) -> SyntaxValue? { fields.first { $0.name == name }?.value }

  /// A field that is a node.
  func node(_ name: String) -> SyntaxNode? {
    if case .node(let node)? = self[name] { node } else { nil }
  }

  /// The nodes of a list; empty where there is none.
  func list(_ name: String) -> [SyntaxNode] {
    guard case .list(let values)? = self[name] else { return [] }
    return values.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  func text(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }

  func number(_ name: String) -> Int? {
    if case .number(let number)? = self[name] { number } else { nil }
  }

  func isTrue(_ name: String) -> Bool {
    if case .truth(let truth)? = self[name] { truth } else { false }
  }

  /// The byte of the text where the node stands; `nil` when the parser does not say.
  var byte: Int? { number("location").flatMap { $0 < 0 ? nil : $0 } }

  /// The nodes right below, in order.
  var children: [SyntaxNode] {
    fields.flatMap { field -> [SyntaxNode] in
      switch field.value {
      case .node(let node): [node]
      case .list(let values):
        values.compactMap { if case .node(let node) = $0 { node } else { nil } }
      default: []
      }
    }
  }

  /// The first place that the node or a node below it gives.
  var firstByte: Int? {
    var least = byte
    var waiting = children
    while let node = waiting.popLast() {
      if let byte = node.byte, byte < least ?? .max { least = byte }
      waiting += node.children
    }
    return least
  }
}

/// A field of a node.
enum SyntaxValue {
  case node(SyntaxNode)
  case list([SyntaxValue])
  case text(String)
  case number(Int)
  case truth(Bool)
}
