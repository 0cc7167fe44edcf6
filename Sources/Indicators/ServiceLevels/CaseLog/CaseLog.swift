public import Diagnostics
internal import Labels
import Query
import TableFiles
public import Tables

/// A log of cases, ready to be held against its limits.
///
/// No row is dropped silently. A row that a limit cannot judge is counted as `unusable` in the
/// result and has a diagnostic with its line. Of rows with the same id the first is counted; each of
/// the others has a diagnostic, a warning if it says the same and an error if it does not.
public struct CaseLog: Sendable {
  /// What the log is made of.
  public let definition: CaseLogDefinition
  /// What is wrong with the columns and rows, in the order of the file.
  public let diagnostics: [Diagnostic]
  /// The cases that are counted. Columns of days hold days, or moments where one of them has a time
  /// of day, and null for what cannot be read.
  package let table: Table
  private let columns: [String: MomentColumn]

  /// Reads and checks the rows of a table.
  ///
  /// Problems are in ``diagnostics``. A column that is not there is an error, and the log then
  /// behaves as if the column were empty.
  public init(definition: CaseLogDefinition, table: Table) {
    self.definition = definition
    let repeated = definition.columns.id.map { table.repeatedRows(of: $0) } ?? []
    let counted = table.leavingOut(Set(repeated.map(\.row)))
    columns = MomentColumn.columns(definition.dateColumns, of: counted)
    self.table = Self.typed(counted, columns)
    diagnostics =
      CaseLogCheck(
        definition: definition, file: table, table: counted, repeated: repeated, columns: columns
      ).diagnostics
  }

  /// The cases with their days as they were read, for those who ask with SQL.
  private static func typed(_ table: Table, _ columns: [String: MomentColumn]) -> Table {
    var fields = table.schema.fields
    let read = fields.indices.filter { position in
      columns[fields[position].name].map { !$0.isTyped && $0.type != nil } ?? false
    }
    guard !read.isEmpty else { return table }
    var first = 0
    for position in read {
      fields[position].type = columns[fields[position].name]?.type ?? fields[position].type
    }
    let chunks = table.chunks.map { chunk in
      defer { first += chunk.rowCount }
      var chunk = chunk
      for position in read {
        guard let column = columns[fields[position].name] else { continue }
        var builder = ColumnBuilder(fields[position].type)
        for row in first..<first + chunk.rowCount {
          builder.append(column[row].cell(fields[position].type))
        }
        chunk.columns[position] = builder.column
      }
      return chunk
    }
    return Table(
      name: table.name, schema: Schema(fields), chunks: chunks, lines: table.lines,
      file: table.file)
  }

  /// The number of cases, usable or not.
  public var rowCount: Int { table.rowCount }

  /// The readings of a column by case; limits may name columns that the definition does not.
  func readings(of column: String) -> MomentColumn {
    columns[column] ?? MomentColumn(column, of: table, CellReading())
  }

  /// The newest day in the log that does not come after a day: of receipts, answers, pauses, closings
  /// and the columns of limits. `nil` when there is none.
  public func newestDay(notAfter last: CalendarDate) -> CalendarDate? {
    let newest =
      columns.values.map { column in
        var newest = MomentColumn.noDay
        for day in column.days where day <= last.daysSince1970 { newest = max(newest, day) }
        return newest
      }.max() ?? MomentColumn.noDay
    return newest == MomentColumn.noDay ? nil : CalendarDate(daysSince1970: newest)
  }

  /// The log without the cases that came in after a day. Those whose day of receipt cannot be read stay:
  /// they are told of as unusable.
  package func received(by day: CalendarDate) -> CaseLog {
    let days = readings(of: definition.columns.received).days
    let later = days.indices.filter {
      days[$0] != MomentColumn.noDay && days[$0] > day.daysSince1970
    }
    return later.isEmpty
      ? self : CaseLog(definition: definition, table: table.leavingOut(Set(later)))
  }

  /// The years in which cases were received, in order.
  public var years: [Int] {
    let column = readings(of: definition.columns.received)
    let years = DayValues(column.span) { $0.year }
    var (found, last) = (Set<Int>(), MomentColumn.noDay)
    for day in column.days where day != last && day != MomentColumn.noDay {
      found.insert(years[CalendarDate(daysSince1970: day)])
      last = day
    }
    return found.sorted()
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
    let received = readings(of: definition.columns.received)
    let isCounted = DayValues(received.span) { $0 <= asOf && (year == nil || $0.year == year) }
    let isReceived = received.days.map { day in
      day != MomentColumn.noDay && isCounted[CalendarDate(daysSince1970: day)]
    }
    func counts(of kinds: [(name: String, column: Vector)]) -> [Int] {
      let plan = Aggregation(
        [.count()] + kinds.map { .count(where: .isTrue($0.name)) }, where: .isTrue("is_received"))
      let cases = Table(
        name: "cases", columns: [("is_received", Vector(.boolean(isReceived)))] + kinds)
      return plan.counted(in: TableSource(cases))[0].results.map { Int($0) ?? 0 }
    }
    let kinds = conditions.enumerated().map { position, condition in
      (
        name: "kind_\(position)",
        column: Vector(.boolean(condition.holds(in: table)))
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
