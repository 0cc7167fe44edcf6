internal import Indicators
internal import Labels
internal import Reports
internal import Workspace

/// Which goals of a year a reader wants to see.
struct GoalChoice: Hashable, Sendable {
  var year: Int
  /// The unit; `nil` for all.
  var unit: String?
  /// The verdict; `nil` for all.
  var verdict: Verdict?

  /// A choice that an address makes; what is unknown is left out.
  init(year: Int, _ fields: FormFields, in state: SiteState) {
    self.year = year
    unit = fields["unit"].flatMap { id in state.workspace.unit(id)?.id }
    verdict = fields["verdict"].flatMap(Verdict.init(rawValue:))
  }

  /// Whether all goals are shown.
  var isEverything: Bool { unit == nil && verdict == nil }

  /// Its address.
  var address: String {
    let fields = [
      unit.map { "unit=" + FormFields.encoded($0) }, verdict.map { "verdict=" + $0.rawValue },
    ].compactMap(\.self)
    return Address.year(year) + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  /// The page of a year, cut down to the goals that are chosen: their tables, and nothing that counts all.
  func document(of state: SiteState) -> ReportDocument {
    let page = state.director(year)
    if isEverything { return page }
    var document = page
    document.firstPage = 0
    document.blocks = []
    var count = 0
    for unit in state.workspace.units where self.unit == nil || self.unit == unit.id {
      guard var table = page.tables.first(where: { $0.id == "goals-\(unit.id)" }) else { continue }
      if let verdict { table = table.keeping(verdict) }
      guard !table.rows.isEmpty else { continue }
      count += table.rows.count
      document.blocks += [.heading(level: 1, unit.label), .table(table)]
    }
    let found = Fact(.count(count))
    document.blocks.insert(
      .paragraph(
        count == 1
          ? Sentence("\(found) mål av det valda slaget.", "\(found) goal of the chosen kind.")
          : Sentence("\(found) mål av det valda slaget.", "\(found) goals of the chosen kind.")),
      at: 0)
    return document
  }

  /// What its form shows.
  func values(_ state: SiteState, _ language: Language) -> [String: Any] {
    [
      "years": state.years.reversed().map { ["text": String($0), "isChosen": $0 == year] },
      "units": state.workspace.units.map {
        ["id": $0.id, "text": $0.label[language], "isChosen": $0.id == unit]
      },
      "verdicts": Verdict.allCases.filter { $0 != .notJudged }.map {
        ["id": $0.rawValue, "text": $0.label[language], "isChosen": $0 == verdict]
      },
    ]
  }
}

extension ReportTable {
  /// The goals of one verdict, and what is remarked of them.
  fileprivate func keeping(_ verdict: Verdict) -> ReportTable {
    guard let column = column("verdict_label") else { return self }
    var table = self
    let kept = rows.indices.filter { row in
      guard case .member(let members) = rows[row].cells[column] else { return false }
      return members.first?.id == verdict.rawValue
    }
    table.rows = kept.map { rows[$0] }
    let keys = Set(kept.map(key(of:)))
    table.notes = notes.filter { note in
      switch note.anchor {
      case .table, .column: true
      case .row(let key), .cell(let key, _): keys.contains(key)
      }
    }
    return table
  }
}
