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
    let earlier = totals(ofYear: year - 1)
    let rowCodes = Self.ordered(
      (rows + earlier).compactMap { $0.text(layout.rows) }, layout.rowTotal)
    let columnCodes = Self.ordered(
      rows.compactMap { $0.text(layout.columns) }, layout.columnTotal)
    var cells: [String: [String: Row]] = [:]
    for row in rows {
      guard let rowCode = row.text(layout.rows), let columnCode = row.text(layout.columns) else {
        continue
      }
      cells[rowCode, default: [:]][columnCode] = row
    }
    let before = Dictionary(
      earlier.map { ($0.text(layout.rows), $0) }, uniquingKeysWith: { $1 })
    let slugs = columnCodes.filter { $0 != layout.columnTotal }.map(slug)
    let columns: [ReportColumn] =
      [.dimension(Dimension(layout.rows), Label("", ""))]
      + columnCodes.map { code in
        let label = workspace.codes.label(code, column: layout.columns).capitalised
        var column = ReportColumn(slug(code), label)
          .of(Dimension(layout.columns), Member(code, label))
        if code == layout.columnTotal { column.sumOf = slugs }
        return column
      }
      + (earlier.isEmpty ? [] : [previousYear])
    var table = ReportTable(
      id: String(unitTable.table.name.split(separator: "/").last ?? "table"),
      title: Label("\(definition.title.swedish) \(year)", "\(definition.title.english) \(year)"),
      columns: columns,
      rows: rowCodes.map { code in
        let line = cells[code] ?? [:]
        let previous: [ReportCell] =
          earlier.isEmpty ? [] : [.number(before[code]?.number(layout.value), decimals: 0)]
        let sources = columnCodes.compactMap { line[$0] } + [before[code]].compactMap(\.self)
        return ReportRow(
          [.member(code, workspace.codes.label(code, column: layout.rows))]
            + columnCodes.map { .number(line[$0]?.number(layout.value), decimals: 0) } + previous,
          documents: sources.compactMap(\.documentReference).unique,
          locations: sources.map(\.location),
          totalOf: code == layout.rowTotal ? Dimension(layout.rows) : nil)
      }, context: .about(workspace.unit(ofTable: unitTable.table.name), in: year))
    table.notes = notes(rowCodes, columnCodes, in: table.id)
    return table
  }

  /// Codes in the order of the file, totals last.
  private static func ordered(_ codes: [String], _ total: String?) -> [String] {
    codes.unique.filter { $0 != total }
      + (codes.contains { $0 == total } ? total.map { [$0] } ?? [] : [])
  }

  /// The totals of the year before.
  private var previousYear: ReportColumn {
    let year = String(year - 1)
    let total = layout.columnTotal.map {
      workspace.codes.label($0, column: layout.columns).capitalised
    }
    let header = Label(
      [total?.swedish, year].compactMap(\.self).joined(separator: " "),
      [total?.english, year].compactMap(\.self).joined(separator: " "))
    return ReportColumn("previous_year", header).of(.year, Member(year, Label(same: year)))
  }

  private func notes(_ rows: [String], _ columns: [String], in table: String) -> [Footnote] {
    let checks = workspace.units.filter { unitTable.table.name.hasPrefix("\($0.id)/") }
      .flatMap { workspace.consistency(of: $0) }
      .filter {
        $0.kind == .total && $0.year == year && $0.id.hasPrefix("\(unitTable.table.name) ")
      }
    guard !checks.isEmpty else { return [] }
    // The name of a check ends in its row and column.
    let names = Set(checks.map(\.id))
    let cells = rows.flatMap { row in
      columns.filter { names.contains("\(unitTable.table.name) \(row)/\($0) \(year)") }
        .map { CellReference(table: table, row: row, column: slug($0)) }
    }
    let count = Fact(
      .count(checks.count), cells: cells.count == checks.count && cells.count > 1 ? cells : [])
    return [Footnote(Self.checked(count, differing: Fact(.count(checks.count { !$0.isEqual }))))]
  }

  /// How many stated totals were held against their parts.
  static func checked(_ count: Fact, differing: Fact) -> Sentence {
    let totals = Noun(
      Label(
        "angiven summa är kontrollerad mot sina delar", "stated total is checked against its parts"),
      Label(
        "angivna summor är kontrollerade mot sina delar",
        "stated totals are checked against their parts")
    ).counted(count)
    let wrong: Sentence =
      switch (differing.amount, count.isOne) {
      case (0, true): Sentence("den stämmer", "it agrees")
      case (0, false): Sentence("ingen avviker", "none differs")
      case (1, true): Sentence("den avviker", "it differs")
      case (1, false): Sentence("\(differing) avviker", "\(differing) differs")
      default: Sentence("\(differing) avviker", "\(differing) differ")
      }
    return Sentence(
      "\(totals.swedish); \(wrong.swedish).", "\(totals.english); \(wrong.english).")
  }

  /// The rows that state totals of another year.
  private func totals(ofYear year: Int) -> [Row] {
    guard let total = layout.columnTotal else { return [] }
    return unitTable.table.rows.filter {
      $0.integer("year") == year && $0.text(layout.columns) == total
    }
  }

  private func slug(_ code: String) -> String { code.replacing("-", with: "_") }
}
