public import Diagnostics
internal import Labels
import Query
public import Tables

/// A log of cases, ready to be held against its limits.
///
/// No row is dropped silently. A row that a limit cannot judge is counted as `unusable` in the
/// result and has a diagnostic with its line.
public struct CaseLog: Sendable {
  /// What the log is made of.
  public private(set) var definition: CaseLogDefinition
  /// What is wrong with the columns and rows, in the order of the file.
  public let diagnostics: [Diagnostic]
  /// The cases as their file holds them.
  package let table: Table
  let rows: [Row]
  private let readings: [String: [CaseReading]]

  /// Reads and checks the rows of a table.
  ///
  /// Problems are in ``diagnostics``. A column that is not there is an error, and the log then
  /// behaves as if the column were empty.
  public init(definition: CaseLogDefinition, table: Table) {
    self.definition = definition
    self.table = table
    rows = table.rows
    var readings: [String: [CaseReading]] = [:]
    for column in definition.dateColumns {
      readings[column] = rows.map { CaseReading($0[column]) }
    }
    self.readings = readings
    diagnostics =
      CaseLogCheck(definition: definition, table: table, rows: rows, readings: readings)
      .diagnostics
  }

  /// The number of rows, usable or not.
  public var rowCount: Int { rows.count }

  /// The readings of a column by row; limits may name columns that the definition does not.
  func readings(of column: String) -> [CaseReading] {
    readings[column] ?? rows.map { CaseReading($0[column]) }
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
    func counts(of kinds: [(name: String, column: Column)]) -> [Int] {
      let plan = Aggregation(
        results: ["count(*)"] + kinds.map { "count(*) FILTER (WHERE \($0.name))" },
        filter: "is_received")
      let cases = Table(name: "cases", columns: [("is_received", Column(isReceived))] + kinds)
      return plan.counted(in: cases)[0].results.map { Int($0) ?? 0 }
    }
    let kinds = conditions.enumerated().map { position, condition in
      (
        name: "kind_\(position)",
        column: Column(rows.map { condition.holds($0[condition.column]) })
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
