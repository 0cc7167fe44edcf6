package import Diagnostics
internal import Query
package import Tables

/// What to make series of.
package struct SeriesRequest: Sendable {
  /// The column of times.
  package var time: String
  /// The column of values; `nil` to count rows.
  package var value: String?
  /// The column whose values are series of their own.
  package var part: String?
  /// The column of sizes, for shares and rates.
  package var size: String?
  /// How the times are told.
  package var times: TimeRequest
  /// How several rows of a period become one figure.
  package var figure: PeriodFigure
  /// Words that stand for a missing value, beside the usual ones.
  package var missing: [String]

  /// A request. The mean of a period's rows is the usual figure; their sum where it is divided by
  /// the sum of their sizes, and their number where there is no value.
  package init(
    time: String, value: String? = nil, part: String? = nil, size: String? = nil,
    times: TimeRequest = TimeRequest(), figure: PeriodFigure? = nil, missing: [String] = []
  ) {
    self.time = time
    self.value = value
    self.part = part
    self.size = size
    self.times = times
    self.missing = missing
    self.figure = figure ?? (value == nil ? .count : size == nil ? .mean : .sum)
  }
}

extension SeriesRequest {
  /// Whether a period without rows counts 0: nothing happened.
  package var fillsGaps: Bool { (figure == .count || figure == .sum) && size == nil }
}

/// The series of a table, with what was left out of them.
package struct SeriesReading: Sendable {
  /// The series, sorted by the name of their part.
  package let series: [Series]
  /// The rows that are in no series, and why.
  package let leftOut: [LeftOut]
  /// The column of times.
  package let time: TimeColumn
  /// The column of values, where there is one.
  package let value: NumberColumn?
  /// What was asked for.
  package let request: SeriesRequest
}

extension SeriesReading {
  /// Gathers the rows of a table.
  ///
  /// A period without rows is a gap, but in a series of counts or sums of days, weeks, months,
  /// quarters or years it is 0: nothing happened. Such zeros stand only between the first and the
  /// last period of the whole table. Rows without a size, and periods whose sizes add up to 0, are
  /// left out.
  ///
  /// - Throws: A diagnostic `column`, `column-type`, `period`, or `series` when there is nothing to
  ///   read.
  package init(_ request: SeriesRequest, of whole: Table) throws(Diagnostic) {
    let headers = whole.headerRows
    let table = whole.leavingOut(headers)
    let missing = MissingWords(adding: request.missing)
    let time = try TimeColumn(request.time, of: table, request.times, missing: missing)
    let value = try Self.numbers(request.value, of: table, missing)
    let size = try Self.numbers(request.size, of: table, missing)
    let part: CategoryColumn?
    if let name = request.part {
      part = try CategoryColumn(name, of: table, without: missing.wasAdded)
    } else {
      part = nil
    }
    var tally = LeftOutTally()
    for row in 0..<table.rowCount {
      let reason = time.gap(row) ?? part?.gap(row) ?? value?.gap(row) ?? size?.gap(row)
      if let reason { tally.add(reason, row: row) }
    }

    // Without a column of values each row is 1, and without one of parts all are the same part.
    let ones = Vector([Int?](repeating: 1, count: table.rowCount))
    let gathered = try Self.periods(
      request.figure, table,
      of: [
        ("part", part.map { Vector($0.codes) } ?? ones), ("place", Vector(time.indices)),
        ("value", value.map { Vector($0.values) } ?? ones),
        ("size", size.map { Vector($0.values) } ?? ones),
      ])
    var withoutSize = 0
    let indices = gathered.values.flatMap(\.keys)
    guard let first = indices.min(), let last = indices.max() else {
      throw Diagnostic(
        .error, "series", at: table.wholeLocation, "no row has both a time and a value",
        because: table.rowCount == 1 ? "1 row was read" : "\(table.rowCount) rows were read",
        fixes: ["name other columns"])
    }
    let fillsGaps = request.fillsGaps && time.length != nil && last - first < Self.longestFilled
    self.request = request
    var series: [Series] = []
    for code in gathered.keys.sorted() {
      var periods = gathered[code] ?? [:]
      if fillsGaps {
        for index in first...last where periods[index] == nil { periods[index] = .empty }
      }
      let (points, count) = Self.points(of: periods, time, haveSizes: size != nil)
      withoutSize += count
      if !points.isEmpty {
        series.append(
          Series(part: part.map { $0.labels[code] }, points: points, length: time.length))
      }
    }
    leftOut =
      LeftOut.headers(headers, of: whole) + tally.rows(line: table.line(ofRow:))
      + (withoutSize > 0
        ? [LeftOut(reason: .noSize(column: request.size ?? ""), count: withoutSize, line: nil)]
        : [])
    self.series = series
    self.time = time
    self.value = value
  }

  /// The points of a series in order, and how many rows have a size of 0 and no point.
  private static func points(
    of periods: [Int: Period], _ time: TimeColumn, haveSizes: Bool
  ) -> (points: [SeriesPoint], withoutSize: Int) {
    var points: [SeriesPoint] = []
    var withoutSize = 0
    for (index, period) in periods.sorted(by: { $0.key < $1.key }) {
      let whole = haveSizes ? period.size : 1
      guard whole > 0 else {
        withoutSize += period.count
        continue
      }
      points.append(
        SeriesPoint(
          index: index, label: time.label(of: index), value: period.figure / whole,
          events: period.figure, size: haveSizes ? whole : nil))
    }
    return (points, withoutSize)
  }

  /// What the rows that lack nothing come to, by part and place in time.
  private static func periods(
    _ figure: PeriodFigure, _ table: Table, of columns: [(name: String, column: Vector)]
  ) throws(Diagnostic) -> [Int: [Int: Period]] {
    let plan = Aggregation(
      keys: ["part", "place"], [.count(), figure.ofValues, .sum("size")],
      where: .areKnown(columns.map(\.name)))
    var periods: [Int: [Int: Period]] = [:]
    for group in try table.aggregates(plan, of: columns) {
      guard let part = Int(group.keys[0]), let place = Int(group.keys[1]) else { continue }
      periods[part, default: [:]][place] = Period(group.results)
    }
    return periods
  }

  /// One wrong century in a column of days must not make millions of zeros.
  private static let longestFilled = 10_000

  private static func numbers(
    _ name: String?, of table: Table, _ missing: MissingWords
  ) throws(Diagnostic) -> NumberColumn? {
    guard let name else { return nil }
    return try NumberColumn(name, of: table, missing: missing)
  }
}

/// The rows of one period.
private struct Period {
  let count: Int
  let figure: Double
  let size: Double

  /// A period in which nothing happened.
  static let empty = Period(count: 0, figure: 0, size: 0)

  init(count: Int, figure: Double, size: Double) {
    (self.count, self.figure, self.size) = (count, figure, size)
  }

  /// The count of the rows, their figure and the sum of their sizes.
  init?(_ results: [Cell]) {
    guard let count = Int(results[0]), let figure = Double(results[1]),
      let size = Double(results[2])
    else { return nil }
    self.init(count: count, figure: figure, size: size)
  }
}

extension PeriodFigure {
  /// The figure of a period's values.
  fileprivate var ofValues: Aggregation.Figure {
    switch self {
    case .count: .count()
    case .sum: .sum("value")
    case .mean: .mean("value")
    case .median: .median("value")
    }
  }
}
