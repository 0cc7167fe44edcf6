public import Diagnostics
internal import Labels
import Query
public import Tables

/// A log of cases, ready to be held against its limits.
///
/// No row is dropped silently. A row that a limit cannot judge is counted as `unusable` in the
/// result and has a diagnostic with its line. Of rows with the same id the first is counted; each of
/// the others has a diagnostic, a warning if it says the same and an error if it does not.
public struct CaseLog: Sendable {
  /// What the log is made of.
  public private(set) var definition: CaseLogDefinition
  /// What is wrong with the columns and rows, in the order of the file.
  public let diagnostics: [Diagnostic]
  /// The cases that are counted. Columns of days hold days, or moments where one of them has a time
  /// of day, and null for what cannot be read.
  package let table: Table
  let rows: [Row]
  private let readings: [String: [CaseReading]]

  /// Reads and checks the rows of a table.
  ///
  /// Problems are in ``diagnostics``. A column that is not there is an error, and the log then
  /// behaves as if the column were empty.
  public init(definition: CaseLogDefinition, table: Table) {
    self.definition = definition
    let (kept, repeated) = Self.parted(table.rows, by: definition.columns.id)
    rows = kept
    let readings = CaseReading.columns(definition.dateColumns, of: kept)
    self.readings = readings
    self.table = Self.table(table, kept, isWhole: repeated.isEmpty, readings)
    diagnostics =
      CaseLogCheck(
        definition: definition, table: table, rows: kept, repeated: repeated, readings: readings
      ).diagnostics
  }

  /// The rows of each id that come first, and those that repeat one. Rows without an id are cases of
  /// their own.
  private static func parted(
    _ rows: [Row], by column: String?
  ) -> (kept: [Row], repeated: [(row: Row, first: Row)]) {
    guard let column else { return (rows, []) }
    var first: [String: Row] = [:]
    var (kept, repeated): ([Row], [(row: Row, first: Row)]) = ([], [])
    for row in rows {
      guard let id = row.text(column) else {
        kept.append(row)
        continue
      }
      if let earlier = first[id] {
        repeated.append((row, earlier))
      } else {
        first[id] = row
        kept.append(row)
      }
    }
    return (kept, repeated)
  }

  /// The rows that are counted with their days as they were read, for those who ask with SQL.
  private static func table(
    _ table: Table, _ rows: [Row], isWhole: Bool, _ readings: [String: [CaseReading]]
  ) -> Table {
    let isTyped = table.schema.fields.allSatisfy { field in
      field.type == .date || field.type == .timestamp
        || readings[field.name]?.contains { $0.date != nil } != true
    }
    if isWhole, isTyped { return table }
    var fields = table.schema.fields
    let columns = fields.indices.map { position -> Vector in
      let name = fields[position].name
      let read = readings[name].flatMap { $0.contains { $0.date != nil } ? $0 : nil }
      if let read { fields[position].type = read.contains(where: \.hasTime) ? .timestamp : .date }
      let type = fields[position].type
      var builder = ColumnBuilder(type)
      for (index, row) in rows.enumerated() {
        builder.append(read.map { $0[index].cell(type) } ?? row[name])
      }
      return builder.column
    }
    let lines = rows.compactMap { $0.line.map(Int32.init) }
    return Table(
      name: table.name, schema: Schema(fields), columns: columns,
      lines: lines.count == rows.count ? lines : [], file: table.file)
  }

  /// The number of cases, usable or not.
  public var rowCount: Int { rows.count }

  /// The readings of a column by row; limits may name columns that the definition does not.
  func readings(of column: String) -> [CaseReading] {
    readings[column] ?? CaseReading.columns([column], of: rows)[column] ?? []
  }

  /// The newest day in the log that does not come after a day: of receipts, answers, pauses, closings
  /// and the columns of limits. `nil` when there is none.
  public func newestDay(notAfter last: CalendarDate) -> CalendarDate? {
    readings.values.lazy.joined().compactMap(\.date).filter { $0 <= last }.max()
  }

  /// The years in which cases were received, in order.
  public var years: [Int] {
    Set(readings(of: definition.columns.received).compactMap(\.date?.year)).sorted()
  }

  /// The number of cases of each kind, received by a day and, if given, in a year.
  ///
  /// Rows without a readable day of receipt are not counted; they have diagnostics.
  public func subsetCounts(asOf: CalendarDate, year: Int? = nil) -> [CaseSubsetCount] {
    let counts = counts(of: definition.subsets.map(\.condition), asOf: asOf, year: year)
    return zip(definition.subsets, counts.dropFirst()).map { subset, count in
      CaseSubsetCount(subset: subset, count: count, total: counts[0])
    }
  }

  /// The number of cases received by a day and, if given, in a year. Rows without a readable day of
  /// receipt are not counted; they have diagnostics.
  public func caseCount(asOf: CalendarDate, year: Int? = nil) -> Int {
    counts(of: [], asOf: asOf, year: year)[0]
  }

  /// The number of cases received in time, then of those that meet each condition.
  private func counts(
    of conditions: [CaseCondition], asOf: CalendarDate, year: Int?
  ) -> [Int] {
    let isReceived = readings(of: definition.columns.received).map { reading in
      reading.date.map { $0 <= asOf && (year == nil || $0.year == year) } ?? false
    }
    func counts(of kinds: [(name: String, column: Vector)]) -> [Int] {
      let plan = Aggregation(
        [.count()] + kinds.map { .count(where: .isTrue($0.name)) }, where: .isTrue("is_received"))
      let cases = Table(name: "cases", columns: [("is_received", Vector(isReceived))] + kinds)
      return plan.counted(in: cases)[0].results.map { Int($0) ?? 0 }
    }
    let kinds = conditions.enumerated().map { position, condition in
      (
        name: "kind_\(position)",
        column: Vector(rows.map { condition.holds($0[condition.column]) })
      )
    }
    // A statement has an end: a definition with very many subsets takes several.
    var all = counts(of: Array(kinds.prefix(Self.kindsPerQuery)))
    for start in stride(from: Self.kindsPerQuery, to: kinds.count, by: Self.kindsPerQuery) {
      all += counts(of: Array(kinds[start...].prefix(Self.kindsPerQuery))).dropFirst()
    }
    return all
  }

  private static let kindsPerQuery = 500
}

extension CaseLogDefinition {
  /// The columns that hold days, each once.
  var dateColumns: [String] {
    let own = [
      columns.received, columns.answered, columns.pausedFrom, columns.pausedTo, columns.closed,
    ]
    var seen: Set<String> = []
    return (own.compactMap { $0 } + limits.flatMap { [$0.from, $0.to] })
      .filter { seen.insert($0).inserted }
  }
}

extension CaseLog {
  /// The log without its examples: `nil` when all cases are made up, otherwise without the limits whose
  /// times are invented.
  package var withoutExamples: CaseLog? {
    if definition.provenance?.isReconstructed == true { return nil }
    var rest = self
    rest.definition.limits.removeAll(where: \.isInvented)
    return rest
  }
}
