internal import Labels

/// What differs between a report as it was approved and as it is now: facts by the names of their cells,
/// so that neither the order of rows nor the wording of labels matters.
struct ApprovalComparison {
  /// A cell, a row or a table that is not what it was.
  struct Change: Hashable {
    /// Where it stands, by names: table, row, column.
    var place: [String]
    /// The same in words.
    var table: Label
    var row: Label?
    var column: Label?
    /// What was approved, and what is there now.
    var before: Label
    var now: Label
    /// Where the workspace states it.
    var files: [String]
  }

  /// What differs, in the order of the report as it is now, and then what is gone.
  let changes: [Change]

  init(approved: ApprovedReport, now: ApprovedReport) {
    let (before, after) = (Self.tables(approved), Self.tables(now))
    let known = Dictionary(before.map { ($0.name, $0.table) }, uniquingKeysWith: { a, _ in a })
    let present = Set(after.map(\.name))
    var visible: [Change] = []
    var hidden: [Change] = []
    for (name, label, table) in after {
      guard let old = known[name] else {
        visible.append(Self.whole(table, name, label, Words.absent, Words.added))
        continue
      }
      let found = Self.changes(from: old, to: table, name, label)
      if table.audience == "data_files" { hidden += found } else { visible += found }
    }
    for (name, label, table) in before where !present.contains(name) {
      visible.append(Self.whole(table, name, label, Words.there, Words.gone))
    }
    // A file repeats what readers see: only what they do not see is told of it.
    let told = Set(visible.compactMap { $0.place.count > 1 ? $0.place[1] : nil })
    changes = visible + hidden.filter { $0.place.count < 2 || !told.contains($0.place[1]) }
  }

  /// Things with their names; of several with one name each has a number too.
  private static func named<Thing>(
    _ things: [Thing], by name: (Thing) -> String
  ) -> [(String, Thing)] {
    var counts: [String: Int] = [:]
    return things.map { thing in
      let name = name(thing)
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return (count == 1 ? name : "\(name)#\(count)", thing)
    }
  }

  private typealias NamedTable = (name: String, label: Label, table: ApprovedTable)

  private static func tables(_ report: ApprovedReport) -> [NamedTable] {
    zip(named(report.tables, by: \.id), report.names).map { table, label in
      (name: table.0, label: label, table: table.1)
    }
  }

  private static func rows(_ table: ApprovedTable) -> [(String, ApprovedRow)] {
    let hasKeys = table.columns.contains { $0.dimension != nil }
    return named(table.rows) { row in
      // A row that no column names is known by what stands first in it.
      hasKeys ? row.key : row.cells.lazy.compactMap { $0?.name }.first ?? row.key
    }
  }

  private static func whole(
    _ table: ApprovedTable, _ name: String, _ label: Label, _ before: Label, _ now: Label
  ) -> Change {
    Change(
      place: [name], table: label, before: before, now: now,
      files: table.rows.flatMap(\.files))
  }

  private static func changes(
    from old: ApprovedTable, to new: ApprovedTable, _ name: String, _ label: Label
  ) -> [Change] {
    let (before, after) = (rows(old), rows(new))
    let known = Dictionary(before, uniquingKeysWith: { a, _ in a })
    let present = Set(after.map(\.0))
    var changes: [Change] = []
    for (key, row) in after {
      guard let earlier = known[key] else {
        changes.append(
          Change(
            place: [name, key], table: label, row: new.label(of: row),
            before: Words.absent, now: Words.added, files: row.files))
        continue
      }
      changes += Self.changes(from: (old, earlier), to: (new, row), [name, key], label)
    }
    for (key, row) in before where !present.contains(key) {
      changes.append(
        Change(
          place: [name, key], table: label, row: old.label(of: row),
          before: Words.there, now: Words.gone, files: row.files))
    }
    return changes
  }

  private typealias Place = (table: ApprovedTable, row: ApprovedRow)

  private static func changes(
    from old: Place, to new: Place, _ place: [String], _ label: Label
  ) -> [Change] {
    func cells(_ place: Place) -> [(name: String, column: ApprovedColumn, cell: ApprovedCell?)] {
      named(Array(zip(place.table.columns, place.row.cells))) { $0.0.id }
        .map { (name: $0, column: $1.0, cell: $1.1) }
    }
    let (before, after) = (cells(old), cells(new))
    let known = Dictionary(before.map { ($0.name, $0.cell) }, uniquingKeysWith: { a, _ in a })
    let present = Set(after.map(\.name))
    let gone = before.filter { !present.contains($0.name) }
      .map { (name: $0.name, column: $0.column, before: $0.cell, now: ApprovedCell?.none) }
    let pairs =
      after.map { entry in
        (
          name: entry.name, column: entry.column, before: known[entry.name] ?? nil,
          now: entry.cell
        )
      } + gone
    let changed = pairs.filter { pair in
      pair.column.dimension == nil
        && ApprovedCell.differ(pair.before, pair.now, as: pair.column.shows)
    }
    // What readers see goes before what files have of the same row.
    let seen = changed.filter { $0.column.shows != nil }
    return (seen.isEmpty ? changed : seen).map { pair in
      let (before, now) = ApprovedCell.shown(
        pair.before, pair.now, as: pair.column.shows)
      return Change(
        place: place + [pair.name], table: label,
        row: new.table.label(of: new.row), column: pair.column.header.label, before: before,
        now: now, files: new.row.files + old.row.files)
    }
  }

  /// What stands in the place of a value.
  enum Words {
    static let absent = Label("fanns inte", "was not there")
    static let added = Label("tillkommit", "added")
    static let there = Label("fanns", "was there")
    static let gone = Label("borttaget", "gone")
    static let nothing = Label(same: "–")
    static let wasWithheld = Label("undanhölls", "was withheld")
    static let wasShown = Label("visades", "was shown")
    static let isWithheld = Label("undanhålls nu", "withheld now")
  }
}

extension ApprovedRow {
  var files: [String] { (locations ?? []).map(\.file) }
}

extension ApprovedTable {
  /// What readers call a row: its members, or what stands first in it.
  fileprivate func label(of row: ApprovedRow) -> Label {
    let members = zip(columns, row.cells).compactMap { column, cell -> Label? in
      column.dimension == nil || column.shows == nil ? nil : cell?.label
    }
    let labels =
      members.isEmpty
      ? zip(columns, row.cells).lazy.compactMap { column, cell in
        column.shows == nil ? nil : cell?.label
      }.prefix(1).map(\.self) : members
    return Label(
      labels.map(\.swedish).joined(separator: ", "), labels.map(\.english).joined(separator: ", "))
  }
}
