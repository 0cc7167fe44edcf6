internal import Diagnostics
internal import Labels

extension DefinitionNode {
  /// What of the data of a definition is stated, what is reconstructed to match, and what is invented.
  ///
  /// - Parameter parts: The lists of the definition whose elements can be marked with `invented: true`.
  ///   A mark and what the provenance says must go together.
  /// - Returns: `nil` for data that was collected.
  func provenance(parts: [String] = []) -> Provenance? {
    let provenance = self["provenance"].flatMap(readProvenance)
    let marked = parts.flatMap { list($0) }.compactMap { part in
      part["invented"].flatMap { $0.text == "true" ? (part: part, mark: $0) : nil }
    }
    guard let provenance, provenance.invented != nil else {
      for (part, mark) in marked {
        let name = part.text("id") ?? part.text("column") ?? ""
        problems.add(
          Diagnostic(
            .error, "provenance", at: mark.location,
            "'\(name)' is marked as invented, but the provenance does not say so",
            because: "readers are told in words what no document has",
            fixes: ["provenance: {stated: …, invented: {sv: …, en: …}}"]))
      }
      return provenance
    }
    if !parts.isEmpty, marked.isEmpty, !provenance.isReconstructed {
      problems.add(
        Diagnostic(
          .error, "provenance", at: self["provenance"]?["invented"]?.location ?? location,
          "the provenance names something invented, but nothing is marked",
          because: "the rest counts as collected",
          fixes: [
            "mark the part, one of \(parts.joined(separator: ", ")):   invented: true",
            "say that all is reconstructed:   matched: {sv: …, en: …}",
          ]))
    }
    return provenance
  }

  private func readProvenance(_ node: DefinitionNode) -> Provenance? {
    guard !node.entries.isEmpty else {
      node.wrong("stated, and what is matched or invented, each {sv: …, en: …}")
      return nil
    }
    node.allow(["stated", "matched", "invented"])
    return Provenance(
      stated: node.requiredLabel("stated"), matched: node.label("matched"),
      invented: node.label("invented"))
  }
}
