internal import Labels

extension DefinitionNode {
  /// What something was called before: a text, `{sv: …, en: …}`, or a list of these.
  func formerNames(_ key: String = "renamed_from") -> [Label] {
    guard let value = self[key] else { return [] }
    guard value.node.sequence != nil else { return [label(key)].compactMap(\.self) }
    return value.elements.compactMap { name in
      if let text = name.text { return Label(same: text) }
      name.allow(["sv", "en"])
      let (swedish, english) = (name.text("sv"), name.text("en"))
      return (swedish ?? english).map { Label(swedish ?? $0, english ?? $0) }
    }
  }
}
