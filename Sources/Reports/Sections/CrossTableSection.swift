internal import Labels
internal import Tables
internal import Workspace

/// A table of figures by two codes, with its stated totals.
struct CrossTableSection {
  let workspace: LoadedWorkspace
  let unitTable: UnitTable
  let definition: TableDefinition
  let layout: CrossLayout
  let year: Int

  /// The table of a year; nothing if it has no rows for it.
  func blocks() -> [Block] {
    let rows = unitTable.table.rows.filter { $0.integer("year") == year }
    guard !rows.isEmpty else { return [] }
    let blocks = (definition.provenance?.notes ?? []) + [.table(table(rows))]
    return blocks.marked(asExample: definition.provenance?.isExample == true)
  }

  private func table(_ rows: [Row]) -> ReportTable {
    let rowCodes = rows.compactMap { $0.text(layout.rows) }.unique
    let columnCodes = rows.compactMap { $0.text(layout.columns) }.unique
    var cells: [String: [String: Row]] = [:]
    for row in rows {
      guard let rowCode = row.text(layout.rows), let columnCode = row.text(layout.columns) else {
        continue
      }
      cells[rowCode, default: [:]][columnCode] = row
    }
    let earlier = totals(ofYear: year - 1)
    let columns =
      [
        ReportColumn("\(layout.rows)_label", Label("", "")), .data(layout.rows),
      ]
      + columnCodes.map { code in
        ReportColumn(slug(code), workspace.codes.label(code, column: layout.columns).capitalised)
      }
      + (earlier.isEmpty
        ? [] : [ReportColumn("previous_year", Label("\(year - 1)", "\(year - 1)"))])
    return ReportTable(
      id: String(unitTable.table.name.split(separator: "/").last ?? "table"),
      title: Label("\(definition.title.swedish) \(year)", "\(definition.title.english) \(year)"),
      columns: columns,
      rows: rowCodes.map { code in
        let line = cells[code] ?? [:]
        let previous: [ReportCell] = earlier.isEmpty ? [] : [.number(earlier[code], decimals: 0)]
        return ReportRow(
          [.text(workspace.codes.label(code, column: layout.rows)), .code(code)]
            + columnCodes.map { .number(line[$0]?.number(layout.value), decimals: 0) } + previous,
          documents: columnCodes.compactMap { line[$0]?.documentReference }.unique,
          locations: columnCodes.compactMap { line[$0]?.location })
      }, notes: notes)
  }

  private var notes: [Label] {
    let checks = workspace.units.filter { unitTable.table.name.hasPrefix("\($0.id)/") }
      .flatMap { workspace.consistency(of: $0) }
      .filter {
        $0.kind == .total && $0.year == year && $0.id.hasPrefix("\(unitTable.table.name) ")
      }
    guard !checks.isEmpty else { return [] }
    return [Self.checked(checks.count, differing: checks.count { !$0.isEqual })]
  }

  /// How many stated totals were held against their parts.
  static func checked(_ count: Int, differing: Int) -> Label {
    let totals = Noun(
      Label(
        "angiven summa är kontrollerad mot sina delar", "stated total is checked against its parts"),
      Label(
        "angivna summor är kontrollerade mot sina delar",
        "stated totals are checked against their parts")
    ).counted(count)
    let wrong =
      switch (differing, count) {
      case (0, 1): Label("den stämmer", "it agrees")
      case (0, _): Label("ingen avviker", "none differs")
      case (1, 1): Label("den avviker", "it differs")
      case (1, _): Label("1 avviker", "1 differs")
      default: Label("\(differing) avviker", "\(differing) differ")
      }
    return Label(
      "\(totals.swedish); \(wrong.swedish).", "\(totals.english); \(wrong.english).")
  }

  /// The stated row totals of another year.
  private func totals(ofYear year: Int) -> [String: Double] {
    guard let total = layout.columnTotal else { return [:] }
    var totals: [String: Double] = [:]
    for row in unitTable.table.rows
    where row.integer("year") == year && row.text(layout.columns) == total {
      if let code = row.text(layout.rows) { totals[code] = row.number(layout.value) }
    }
    return totals
  }

  private func slug(_ code: String) -> String { code.replacing("-", with: "_") }
}
