internal import Diagnostics
internal import Labels
internal import Surveys

extension SurveyReader {
  /// The groups, each with those that it has come of: a list of `renamed_from`, and the groups of the
  /// definition that are `merged_into` it, which are none themselves any more.
  func groups(_ node: DefinitionNode) -> [RecipientGroup] {
    var groups: [RecipientGroup] = []
    var merged: [(former: FormerGroup, into: DefinitionNode)] = []
    for group in node.list("groups") {
      group.allow(["id", "label", "invented", "renamed_from", "merged_into", "split_from"])
      guard let id = group.required("id") else { continue }
      let label = group.label("label") ?? Label(same: id)
      if let into = group["merged_into"] {
        merged.append((FormerGroup(id: id, label: label, change: .merged), into))
        continue
      }
      let old = group["renamed_from"].map { $0.node.sequence == nil ? [$0] : $0.elements } ?? []
      groups.append(
        RecipientGroup(
          id: id, label: label, isInvented: group.flag("invented"),
          former: old.compactMap(renamed),
          splitFrom: group.text("split_from")))
    }
    for (former, node) in merged {
      guard let index = groups.firstIndex(where: { $0.id == node.text }) else {
        node.problems.add(
          Diagnostic(
            .error, "survey-group", at: node.location,
            "group '\(former.id)' is merged into an unknown group '\(node.text ?? "")'",
            because: "its people are not counted",
            fixes: [suggestion(for: node.text ?? "", among: groups.map(\.id))].compactMap(\.self)))
        continue
      }
      groups[index].former.append(former)
    }
    reportReused(groups, node)
    return groups
  }

  /// An old name: a text, or an id with a label.
  private func renamed(_ node: DefinitionNode) -> FormerGroup? {
    if let id = node.text { return FormerGroup(id: id, label: Label(same: id), change: .renamed) }
    node.allow(["id", "label"])
    return node.required("id").map {
      FormerGroup(id: $0, label: node.label("label") ?? Label(same: $0), change: .renamed)
    }
  }

  /// A name cannot mean two groups.
  private func reportReused(_ groups: [RecipientGroup], _ node: DefinitionNode) {
    var owners = Dictionary(
      groups.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    for group in groups {
      for former in group.former {
        if let owner = owners[former.id] {
          node.problems.add(
            Diagnostic(
              .error, "survey-group", at: node["groups"]?.location ?? node.location,
              "'\(former.id)' is the old name of group '\(group.id)', and a name of group '\(owner)'",
              because: "rows with the name count as of group '\(owner)'",
              fixes: ["remove one of the two", "split_from: \(former.id)   if it is a part of it"]))
        } else {
          owners[former.id] = group.id
        }
      }
      if let whole = group.splitFrom, owners[whole] == nil,
        !groups.contains(where: { $0.former.contains { $0.id == whole } })
      {
        node.problems.add(
          Diagnostic(
            .error, "survey-group", at: node["groups"]?.location ?? node.location,
            "group '\(group.id)' is split from an unknown group '\(whole)'",
            fixes: [suggestion(for: whole, among: groups.map(\.id))].compactMap(\.self)))
      }
    }
  }
}
