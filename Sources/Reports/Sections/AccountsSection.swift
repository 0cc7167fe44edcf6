internal import Diagnostics
internal import Indicators
internal import Labels
internal import Tables
internal import Workspace

/// The accounts of a year: statements and notes as the document prints them, each beside the year before,
/// and whether their sums agree.
struct AccountsSection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let table: UnitTable
  let definition: TableDefinition
  let layout: StatementLayout
  let year: Int

  /// The sections of all accounts of a unit.
  static func blocks(_ workspace: LoadedWorkspace, unit: UnitContents, year: Int) -> [Block] {
    unit.accounts.flatMap { table -> [Block] in
      guard let definition = table.definition, let layout = definition.statements else { return [] }
      return AccountsSection(
        workspace: workspace, unit: unit, table: table, definition: definition, layout: layout,
        year: year
      ).blocks
    }
  }

  /// The accounts; nothing where the table has no rows for the year.
  private var blocks: [Block] {
    let items = AccountItem.read(table.table, layout, years: [year, year - 1])
    guard items.contains(where: { $0.amounts[year] != nil }) else { return [] }
    let checks = checks
    let (notes, statements) = (
      items.filter { $0.statement == layout.notes }, items.filter { $0.statement != layout.notes }
    )
    var blocks: [Block] = [
      .heading(
        level: 1,
        Label("\(definition.title.swedish) \(year)", "\(definition.title.english) \(year)"))
    ]
    blocks += definition.provenance?.notes ?? []
    let list = checkList(checks)
    if !checks.isEmpty { blocks.append(.paragraph(AccountChecks(list).sentence)) }
    for statement in statements.map(\.statement).unique {
      let label = workspace.codes.label(statement, column: layout.statements)
      blocks.append(
        .table(shown(statements.filter { $0.statement == statement }, statement, label, checks)))
    }
    if let code = layout.notes, !notes.isEmpty {
      blocks.append(.heading(level: 2, workspace.codes.label(code, column: layout.statements)))
      for number in notes.map(\.note).unique {
        let own = notes.filter { $0.note == number }
        blocks.append(
          .table(shown(own, "\(code)-\(number ?? "")", title(ofNote: number, statements), checks)))
      }
    }
    blocks.append(.table(data(items)))
    if !checks.isEmpty { blocks.append(.table(list)) }
    return blocks.marked(asExample: definition.provenance?.isExample == true)
  }

  private var stem: String { String(table.table.name.split(separator: "/").last ?? "accounts") }

  /// `Not 1: verksamhetens intäkter`, as the item that refers to it is called.
  private func title(ofNote number: String?, _ statements: [AccountItem]) -> Label {
    let number = number ?? "–"
    let item = statements.first { $0.note == number }?.label
    return Label(
      ["Not \(number)", item?.swedish].compactMap(\.self).joined(separator: ": "),
      ["Note \(number)", item?.english].compactMap(\.self).joined(separator: ": "))
  }

  // MARK: Tables

  /// The years as columns, the newest first; the unit stands above the figures.
  private func amounts(_ id: [String]) -> [ReportColumn] {
    let unit = definition.measurementUnit.map { name in
      workspace.measurementUnits[name]?.label ?? Label(same: name)
    }
    return zip(id, [year, year - 1]).map { id, year in
      let name = String(year)
      let header = Label(
        [name, unit?.swedish].compactMap(\.self).joined(separator: ", "),
        [name, unit?.english].compactMap(\.self).joined(separator: ", "))
      return ReportColumn(id, header).of(.year, Member(name, Label(same: name)))
    }
  }

  private func cells(_ item: AccountItem) -> [ReportCell] {
    [year, year - 1].map { .number(item.amounts[$0], decimals: 0) }
  }

  /// A statement or a note for readers.
  private func shown(
    _ items: [AccountItem], _ id: String, _ title: Label, _ checks: [ConsistencyResult]
  ) -> ReportTable {
    let dimension = Dimension(layout.rows)
    let isNote = items.first?.statement == layout.notes
    var table = ReportTable(
      id: "\(stem)-\(id)", title: title,
      columns: [.dimension(dimension, Label("Post", "Item"))]
        + (isNote ? [] : [ReportColumn("note", Label("Not", "Note"))])
        + amounts(["value", "previous_value"]),
      rows: items.map { item in
        ReportRow(
          [.member(item.id, item.label)] + (isNote ? [] : [.code(item.note)]) + cells(item),
          documents: item.documents, locations: item.locations,
          totalOf: item.isTotal ? dimension : nil, depth: item.depth)
      }, context: .about(unit, in: year))
    table.audience = .readers
    table.notes = checks.filter { !$0.isEqual }.compactMap { check in
      let rows = items.filter { !Set($0.documents).isDisjoint(with: check.sources) }
      guard !rows.isEmpty else { return nil }
      let sums = rows.filter(\.isTotal)
      let row = rows.count == 1 ? rows.first : sums.count == 1 ? sums.first : nil
      return Footnote(AccountChecks.differs(check), on: row.map { .row($0.id) } ?? .table)
    }
    return table
  }

  /// All statements and notes as one data file.
  private func data(_ items: [AccountItem]) -> ReportTable {
    var table = ReportTable(
      id: stem, title: definition.title,
      columns: [
        .dimension(Dimension(layout.statements), Label("Räkning", "Statement")),
        ReportColumn(
          "note", Label("Not", "Note"), shows: .value, exports: [.init("note")], dimension: "note"),
        .dimension(Dimension(layout.rows), Label("Post", "Item")),
        ReportColumn("part_of", Label("Del av", "Part of")),
        ReportColumn("is_total", Label("Summa", "Total")),
      ] + amounts(["value", "previous_value"]),
      rows: items.map { item in
        ReportRow(
          [
            .member(
              item.statement, workspace.codes.label(item.statement, column: layout.statements)),
            .code(item.note), .member(item.id, item.label), .code(item.partOf),
            .flag(item.isTotal),
          ] + cells(item), documents: item.documents, locations: item.locations)
      }, context: .about(unit, in: year))
    table.audience = .dataFiles
    return table
  }

  // MARK: Checks

  /// What the workspace's rules find in the table, of the years that are shown.
  private var checks: [ConsistencyResult] {
    workspace.consistency(of: unit).filter {
      $0.table == table.table.name && ($0.year == year || $0.year == year - 1)
    }
  }

  private func checkList(_ checks: [ConsistencyResult]) -> ReportTable {
    var table = ReportTable(
      id: "\(stem)-checks", title: Label("Avstämningar", "Reconciliations"),
      columns: [
        ReportColumn(
          "check", Label("Avstämning", "Reconciliation"), shows: .label,
          exports: [.init("label", .label), .init("check", .id)], dimension: "check"),
        ReportColumn("stated", Label("Angivet", "Stated")),
        ReportColumn("computed", Label("Uträknat", "Computed")),
        ReportColumn("difference", Label("Skillnad", "Difference")),
        ReportColumn("agrees", Label("Stämmer", "Agrees")),
        ReportColumn("known", Label("Känd som", "Known as")),
      ],
      rows: checks.map { check in
        ReportRow(
          [
            .member(check.id, check.label), .number(check.stated, decimals: 0),
            .number(check.computed, decimals: 0), .number(check.difference, decimals: 0),
            .flag(check.isEqual),
            .code(check.known.isEmpty || check.isEqual ? nil : check.known.joined(separator: ", ")),
          ], documents: check.sources, locations: [check.location])
      }, context: .about(unit, in: year))
    table.audience = .dataFiles
    return table
  }
}
