import TableFiles
import Tables

/// A column of a log as days or moments. A log may have millions of cases: a column that its file gives
/// as days takes four bytes a case, one of moments eight.
struct MomentColumn: Sendable {
  private enum Values {
    /// Days since 1970.
    case days([Int32])
    /// Seconds since 1970.
    case moments([Int64])
    /// Cells of several kinds, each read by itself.
    case read([CaseReading])
    /// There is no such column.
    case none
  }

  /// Stands for no day in ``days``.
  static let noDay = Int32.min
  private static let noMoment = Int64.min

  private let values: Values
  /// The number of cases.
  let count: Int

  /// Reads a column; `cells` says how texts are read.
  init(_ name: String, of table: Table, _ cells: CellReading) {
    count = table.rowCount
    guard let position = table.schema.position(of: name) else {
      values = .none
      return
    }
    let columns = table.chunks.map { $0.columns[position] }
    switch table.schema.fields[position].type {
    case .date:
      values = .days(
        columns.flatMap { column -> [Int32] in
          guard case .date(let days) = column.storage else { return [] }
          guard let nulls = column.nulls else { return days }
          return days.enumerated().map { nulls[$0] ? Self.noDay : $1 }
        })
    case .timestamp:
      values = .moments(
        columns.flatMap { column -> [Int64] in
          guard case .timestamp(let moments) = column.storage else { return [] }
          guard let nulls = column.nulls else { return moments }
          return moments.enumerated().map { nulls[$0] ? Self.noMoment : $1 }
        })
    default:
      values = .read(
        columns.flatMap { column in
          (0..<column.count).map { CaseReading(column[$0], cells) }
        })
    }
  }

  /// The reading of a case.
  subscript(row: Int) -> CaseReading {
    switch values {
    case .none: .missing
    case .days(let days):
      days[row] == Self.noDay
        ? .missing : CaseReading(CalendarDate(daysSince1970: days[row]))
    case .moments(let moments):
      moments[row] == Self.noMoment
        ? .missing
        : .moment(Timestamp(microsecondsSince1970: moments[row]), hasTime: true)
    case .read(let readings): readings[row]
    }
  }

  /// Whether the file gave days or moments, so that there is nothing in it that cannot be read.
  var isTyped: Bool { if case .read = values { false } else { true } }

  /// The type that all its readings have; `nil` if none is a day or moment.
  var type: ColumnType? {
    switch values {
    case .none: nil
    case .days: .date
    case .moments: .timestamp
    case .read(let readings):
      readings.contains { $0.date != nil }
        ? (readings.contains(where: \.hasTime) ? .timestamp : .date) : nil
    }
  }

  /// The day of each case since 1970; ``noDay`` where there is none.
  var days: [Int32] {
    switch values {
    case .none: Array(repeating: Self.noDay, count: count)
    case .days(let days): days
    case .moments, .read: map { $0.date?.daysSince1970 ?? Self.noDay }
    }
  }

  /// The same where the file gave days without a time, so that they say all of the column.
  var bareDays: [Int32]? { if case .days(let days) = values { days } else { nil } }

  /// From the first day to the last; `nil` if there is none.
  var span: ClosedRange<CalendarDate>? {
    var (first, last) = (Int32.max, Self.noDay)
    for day in days where day != Self.noDay {
      if day < first { first = day }
      if day > last { last = day }
    }
    guard first <= last else { return nil }
    return CalendarDate(daysSince1970: first)...CalendarDate(daysSince1970: last)
  }

  /// The columns of some names. One file is written in one way: a day above 12 in any of its columns
  /// tells which number is the day in all of them.
  static func columns(_ names: [String], of table: Table) -> [String: MomentColumn] {
    var texts: Set<String> = []
    for name in names {
      guard let position = table.schema.position(of: name),
        table.schema.fields[position].type == .text
      else { continue }
      texts.formUnion(TextColumn(name, of: table)?.values ?? [])
    }
    let cells = CellReading(of: texts.sorted())
    return Dictionary(
      names.map { ($0, MomentColumn($0, of: table, cells)) }, uniquingKeysWith: { a, _ in a })
  }
}

extension MomentColumn: Sequence {
  func makeIterator() -> AnyIterator<CaseReading> {
    var row = 0
    return AnyIterator {
      guard row < count else { return nil }
      defer { row += 1 }
      return self[row]
    }
  }
}
