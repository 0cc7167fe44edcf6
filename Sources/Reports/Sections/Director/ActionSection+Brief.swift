internal import Labels
internal import Workspace

extension ActionSection {
  /// The rows as the first page shows them: what is short of the target beside the outcome, and who does
  /// what and why in one cell. What is off track says so by standing there; what is only likely to be
  /// missed says how sure that is.
  func brief(_ table: ReportTable) -> ReportTable {
    let columns = [
      ReportColumn(
        "goal", Label("Vad", "What"), shows: .label, exports: [], dimension: .goal),
      ReportColumn("unit", Label("Enhet", "Unit"), shows: .label, exports: [], dimension: .unit),
      ReportColumn("target", Label("Målvärde", "Target"), for: .readers),
      ReportColumn("outcome", Label("Utfall", "Outcome"), for: .readers),
      ReportColumn(
        "follow_up", Label("Ansvarig, orsak, nästa steg", "Owner, cause, next step"),
        for: .readers),
    ]
    func place(_ id: String) -> Int { table.column(id) ?? 0 }
    let (target, outcome, gap) = (place("target"), place("outcome"), place("gap"))
    let (state, owner) = (place("verdict_label"), place("owner"))
    let (cause, next) = (place("cause"), place("next_step"))
    return ReportTable(
      id: table.id, title: table.title, columns: columns,
      rows: table.rows.map { row in
        let cells = row.cells
        return ReportRow(
          [
            cells[0], unit(cells[1]), cells[target],
            Self.reached(cells[outcome], short: cells[gap], state: cells[state]),
            Self.followUp(owner: cells[owner], cause: cells[cause], next: cells[next]),
          ], documents: row.documents, locations: row.locations)
      }, notes: table.notes)
  }

  private func unit(_ cell: ReportCell) -> ReportCell {
    guard case .member(let members) = cell, let id = members.first?.id,
      let unit = workspace.unit(id)
    else { return cell }
    return .member(id, unit.briefLabel)
  }

  private static func reached(
    _ outcome: ReportCell, short gap: ReportCell, state: ReportCell
  ) -> ReportCell {
    var words: Sentence
    switch outcome {
    case .fact(let fact): words = Sentence(fact)
    case .words(let told): words = told
    case .none, .member, .code: words = Sentence(Label("", ""))
    }
    if let missing = gap.fact {
      words = words + Sentence(" (\(missing) fattas)", " (\(missing) short)")
    }
    if case .member(let members) = state, let member = members.first,
      member.id == Self.likelyToMiss
    {
      words = words + Sentence(Label(", \(member.label.swedish)", ", \(member.label.english)"))
    }
    return words.isEmpty ? .none : .words(words)
  }

  private static func followUp(
    owner: ReportCell, cause: ReportCell, next: ReportCell
  ) -> ReportCell {
    let parts: [Sentence] = [
      (Label("Ansvarig: ", "Owner: "), owner), (Label("Orsak: ", "Cause: "), cause),
      (Label("Härnäst: ", "Next: "), next),
    ].compactMap { name, cell in
      guard case .words(let words) = cell else { return nil }
      return Sentence(name) + words + Sentence(Label(same: "."))
    }
    return parts.isEmpty ? .none : .words(.sentences(parts))
  }
}
