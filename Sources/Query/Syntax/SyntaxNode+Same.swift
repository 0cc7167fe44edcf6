extension SyntaxNode {
  /// Whether both say the same, wherever they stand. `isSame` decides for pairs of numbers, which
  /// the parser does not always hand over.
  func says(
    _ other: SyntaxNode, numbers isSame: (SyntaxNode, SyntaxNode) -> Bool
  ) -> Bool {
    var open: [(SyntaxValue, SyntaxValue)] = [(.node(self), .node(other))]
    while let (a, b) = open.popLast() {
      switch (a, b) {
      case (.text(let a), .text(let b)): if a != b { return false }
      case (.number(let a), .number(let b)): if a != b { return false }
      case (.truth(let a), .truth(let b)): if a != b { return false }
      case (.list(let a), .list(let b)):
        guard a.count == b.count else { return false }
        open += zip(a, b)
      case (.node(let a), .node(let b)):
        let (left, right) = (a.saying, b.saying)
        guard a.kind == b.kind, left.map(\.name) == right.map(\.name) else { return false }
        if a.kind == "A_Const", !isSame(a, b) { return false }
        open += zip(left.map(\.value), right.map(\.value))
      default: return false
      }
    }
    return true
  }

  /// The same number for nodes that say the same; it looks at the first nodes only, so that deep
  /// queries cost no more than flat ones.
  var shape: Int {
    var hasher = Hasher()
    var open: [SyntaxValue] = [.node(self)]
    var left = 2_000
    while left > 0, let next = open.popLast() {
      left -= 1
      switch next {
      case .text(let text): hasher.combine(text)
      case .number(let number): hasher.combine(number)
      case .truth(let truth): hasher.combine(truth)
      case .list(let values): open += values.prefix(left).reversed()
      case .node(let node):
        hasher.combine(node.kind)
        open += node.saying.map(\.value).reversed()
      }
    }
    return hasher.finalize()
  }

  /// The fields but for places in the text.
  private var saying: [(name: String, value: SyntaxValue)] {
    fields.filter { !$0.name.hasSuffix("location") && !$0.name.hasPrefix("list_") }
  }
}
