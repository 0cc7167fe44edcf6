import Tables
import Testing

@testable import Notebooks

/// The hash of a result is that of its rows.
@Suite struct ResultHashTests {
  struct Column: Sendable, CustomStringConvertible {
    var description: String
    var values: [Cell]
    var type: ColumnType
  }

  static let columns = [
    Column(description: "integers", values: [.integer(1), .null, .integer(3)], type: .integer),
    Column(description: "reals", values: [.real(0.5), .real(2), .null], type: .real),
    Column(description: "texts", values: [.text("å"), .null, .text("")], type: .text),
    Column(
      description: "truths", values: [.null, .boolean(true), .boolean(false)], type: .boolean),
    Column(
      description: "days",
      values: [
        .date(CalendarDate(daysSince1970: 1)), .null, .date(CalendarDate(daysSince1970: 2)),
      ],
      type: .date),
    Column(
      description: "times",
      values: [.timestamp(Timestamp(secondsSince1970: 1)), .null, .null], type: .timestamp),
    Column(
      description: "spans", values: [.interval(CalendarInterval(months: 1)), .null, .null],
      type: .interval),
    Column(description: "nothing", values: [.null, .null, .null], type: .integer),
    Column(description: "no nulls", values: [1, 2, 3].map(Cell.integer), type: .integer),
  ]

  /// A table whose rows lie in pieces that end at some rows.
  private static func table(_ column: Column, endingAt ends: [Int]) -> Table {
    var start = 0
    let chunks = ends.map { end in
      defer { start = end }
      let parts = column.values[start..<end].map { Vector.constant($0, column.type, count: 1) }
      return Chunk(columns: [Vector.joined(parts, type: column.type)], rowCount: end - start)
    }
    return Table(
      name: "t", schema: Schema([Field("a", column.type)]), chunks: chunks)
  }

  @Test(arguments: columns)
  func `However rows are cut, their hash is the same`(_ column: Column) {
    let whole = ContentHash(of: Self.table(column, endingAt: [3]))
    for ends in [[1, 3], [2, 3], [1, 2, 3], [0, 3]] {
      #expect(ContentHash(of: Self.table(column, endingAt: ends)) == whole)
    }
  }

  @Test func `Other rows have another hash`() {
    let rows: [[Cell]] = [
      [.integer(1), .null, .integer(3)], [.null, .integer(1), .integer(3)],
      [.integer(1), .integer(3), .null], [.integer(1), .integer(0), .integer(3)],
      [.integer(1), .integer(3)], [.null, .null, .null], [.null, .null], [],
    ]
    let hashes = rows.map {
      ContentHash(
        of: Self.table(
          Column(description: "", values: $0, type: .integer), endingAt: [$0.count]))
    }
    #expect(Set(hashes).count == rows.count)
  }
}
