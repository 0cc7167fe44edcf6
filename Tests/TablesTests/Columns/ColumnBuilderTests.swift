import Tables
import Testing

@Suite("Columns")
struct ColumnBuilderTests {
  static let date = CalendarDate(daysSince1970: 19_530)
  static let moment = Timestamp(secondsSince1970: 1_000_000_000)
  static let cells: [Cell] = [
    .text("ja"), .integer(7), .real(1.5), .boolean(true), .date(date), .timestamp(moment),
    .interval(CalendarInterval(days: 3)),
  ]

  @Test(
    "A column keeps values of its type and turns others into nulls", arguments: ColumnType.allCases)
  func everyType(type: ColumnType) {
    for cell in Self.cells {
      var builder = ColumnBuilder(type)
      let isTaken = builder.append(cell)
      builder.append(.null)
      let column = builder.column
      #expect(column.type == type)
      #expect(column.count == 2)
      #expect(column[1] == .null)
      switch (type, cell) {
      case (.text, .text), (.integer, .integer), (.real, .real), (.boolean, .boolean),
        (.date, .date),
        (.timestamp, .timestamp), (.interval, .interval), (.numeric, .numeric):
        #expect(isTaken)
        #expect(column[0] == cell)
      case (.numeric, .integer):
        #expect(isTaken)
        #expect(column[0] == .numeric(DecimalNumber(7)))
      case (.real, .integer):
        #expect(isTaken)
        #expect(column[0] == .real(7))
      default:
        #expect(!isTaken)
        #expect(column[0] == .null)
      }
    }
  }

  @Test("A number column never holds NaN")
  func notANumber() {
    var builder = ColumnBuilder(.real)
    let areTaken = [Cell.real(.nan), .real(.infinity), .null].map { builder.append($0) }
    #expect(areTaken == [false, true, true])
    #expect(builder.column[0] == .null)
    #expect(builder.column[1] == .real(.infinity))
    #expect(builder.column.nullCount == 2)
  }

  @Test("Texts are numbered in the order they appear")
  func texts() {
    var builder = ColumnBuilder(.text)
    for text in ["nej", "ja", "nej", ""] { builder.append(.text(text)) }
    builder.append(.null)
    guard case .text(let codes, let pool) = builder.column.storage else {
      Issue.record("not a text column")
      return
    }
    #expect(codes == [0, 1, 0, 2, 0])
    #expect((0..<UInt32(pool.count)).map(pool.string) == ["nej", "ja", ""])
    #expect(pool.code(of: "ja") == 1)
    #expect(pool.code(of: "Ja") == nil)
    #expect(builder.column[4] == .null)
  }

  @Test("A column of no rows, and a text column of nulls")
  func nothing() {
    for type in ColumnType.allCases { #expect(ColumnBuilder(type).column.count == 0) }
    var builder = ColumnBuilder(.text)
    builder.append(.null)
    #expect(builder.column[0] == .null)
  }
}
