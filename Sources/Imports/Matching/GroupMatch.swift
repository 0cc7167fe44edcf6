internal import Diagnostics
internal import Labels

extension ImportPlanner {
  /// The id of each row's group, by the folded text of its cell.
  struct MatchedGroups {
    var ids: [String: String]
    /// The group of everybody, where the file has none.
    var everybody: String?

    /// The group of a row; `nil` where its cell is empty or unknown.
    func id(_ column: ExportColumn?, _ row: Int) -> String? {
      everybody ?? column.flatMap { ids[$0.texts[row].foldedForMatching] }
    }
  }

  /// Matches the groups of the file; what is unmatched becomes new, or a problem.
  mutating func matchGroups() -> MatchedGroups {
    // A list of persons says who is of which group, whatever the file says.
    guard let column = plan.export.column(.group), folder.invitations == nil else {
      return everybody()
    }
    SurveyMapping.add(
      SurveyMapping.Entry(text: column.name, id: Self.groupMeaning), to: &mapping.columns)
    var ids: [String: String] = [:]
    for text in QuestionGuess.firsts(of: column.texts.filter { !$0.isEmpty }) {
      let folded = text.foldedForMatching
      if let meaning = meaning(of: text) {
        SurveyMapping.add(SurveyMapping.Entry(text: text, id: meaning), to: &mapping.groups)
      }
      let mapped = SurveyMapping.id(of: text, in: mapping.groups)
      let known = outline.groups.first { group in
        group.id == mapped
          || mapped == nil
            && [group.id, group.label.swedish, group.label.english].map(\.foldedForMatching)
              .contains(folded)
      }
      if let known {
        ids[folded] = known.id
        plan.groups.append(ImportPlan.PlannedGroup(text: text, id: known.id, isNew: false))
      } else if plan.isNewSurvey || request.addsNew {
        let id = newGroup(text)
        ids[folded] = id
        plan.groups.append(ImportPlan.PlannedGroup(text: text, id: id, isNew: true))
      } else {
        plan.problems.append(unmatchedGroup(text))
        tellUnknown(group: text)
      }
    }
    return MatchedGroups(ids: ids, everybody: nil)
  }

  private mutating func everybody() -> MatchedGroups {
    if outline.groups.isEmpty {
      outline.groups = [SurveyOutline.Named(id: "alla", label: Label("Alla", "Everybody"))]
    } else if outline.groups.count > 1, folder.invitations == nil {
      plan.problems.append(
        problem(
          "import-group",
          Label(
            "filen säger inte vilken grupp var och en hör till",
            "the file does not say which group anybody belongs to"),
          fixes: [Label("--group-column 'KOLUMN'", "--group-column 'COLUMN'")]))
    }
    return MatchedGroups(ids: [:], everybody: outline.groups[0].id)
  }

  /// Adds a group to the survey, with an id that no other has.
  mutating func newGroup(_ text: String) -> String {
    let base = text.asIdentifier ?? "grupp"
    var (id, number) = (base, 2)
    while outline.groups.contains(where: { $0.id == id }) || id == "all" {
      id = "\(base)-\(number)"
      number += 1
    }
    outline.groups.append(SurveyOutline.Named(id: id, label: Label(same: text)))
    newGroups.append(outline.groups[outline.groups.count - 1])
    return id
  }

  private func unmatchedGroup(_ text: String) -> ImportProblem {
    let names = outline.groups.flatMap { [$0.label.swedish, $0.label.english, $0.id] }
    let close =
      closestName(to: text, in: names).flatMap { name in
        outline.groups.first { [$0.label.swedish, $0.label.english, $0.id].contains(name) }
      } ?? outline.groups.first
    // What a cell holds may be what somebody wrote.
    return problem(
      "import-group",
      Label(
        "filen har en grupp som inte finns i enkäten", "the file has a group that the survey lacks"),
      fixes: [
        close.map { Label("--map 'GRUPP=\($0.id)'", "--map 'GROUP=\($0.id)'") },
        Label("--add   lägg till nya grupper", "--add   add new groups"),
      ].compactMap(\.self), found: [text])
  }
}
