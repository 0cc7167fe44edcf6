import Diagnostics
import Tables
import Testing

@Suite("Rows")
struct RowTests {
  static func table(file: String? = "t.csv", lines: [Int32] = [2, 5]) -> Table {
    let date = CalendarDate(daysSince1970: 19_530)
    let moment = Timestamp(secondsSince1970: 19_530 * 86_400 + 3600)
    let rows: [[Cell]] = [
      [.text("ja"), .integer(7), .real(1.5), .boolean(true), .date(date), .timestamp(moment)],
      [.text(""), .null, .real(4), .boolean(false), .null, .null],
    ]
    let fields = [
      Field("text", .text), Field("integer", .integer), Field("real", .real),
      Field("boolean", .boolean),
      Field("date", .date), Field("timestamp", .timestamp),
    ]
    let chunks = rows.map { row in
      let columns = zip(fields, row).map { field, cell in
        var builder = ColumnBuilder(field.type)
        builder.append(cell)
        return builder.column
      }
      return Chunk(columns: columns, rowCount: 1)
    }
    return Table(
      name: "svar", schema: Schema(fields), chunks: chunks, lines: SourceLines(lines), file: file)
  }

  @Test("Values as text")
  func text() {
    let rows = Self.table().rows
    let names = Self.table().schema.names
    #expect(
      names.map { rows[0].text($0) } == [
        "ja", "7", "1.5", "true", "2023-06-22", "2023-06-22T01:00:00",
      ])
    #expect(names.map { rows[1].text($0) } == [nil, nil, "4.0", "false", nil, nil])
    #expect(rows[0].text("svar") == nil)
    #expect(rows[0]["svar"] == .null)
  }

  @Test("Values as numbers, days and moments")
  func typed() {
    let rows = Self.table().rows
    let names = Self.table().schema.names
    #expect(names.map { rows[0].number($0) } == [nil, 7, 1.5, nil, nil, nil])
    #expect(names.map { rows[0].integer($0) } == [nil, 7, nil, nil, nil, nil])
    #expect(rows[1].integer("real") == 4)
    let day = CalendarDate(daysSince1970: 19_530)
    #expect(names.map { rows[0].date($0) } == [nil, nil, nil, nil, day, day])
    #expect(rows[0].timestamp("date")?.description == "2023-06-22T00:00:00")
    #expect(rows[0].timestamp("timestamp")?.description == "2023-06-22T01:00:00")
    #expect(rows[0].timestamp("text") == nil)
  }

  @Test("Places")
  func places() {
    #expect(Self.table().rows.map(\.location.description) == ["t.csv:2", "t.csv:5"])
    let memory = Self.table(file: nil, lines: [])
    #expect(memory.rows.map(\.line) == [nil, nil])
    #expect(memory.rows[0].location.description == "svar")
  }

  @Test("Tables and schemas")
  func tables() {
    let table = Self.table()
    #expect(table.rowCount == 2)
    #expect(table.schema.position(of: "real") == 2)
    #expect(table.schema.position(of: "Real") == nil)
    let twice = Schema([Field("a", .text), Field("b", .text), Field("a", .real)])
    #expect(twice.position(of: "a") == 0)
  }
}
