import Diagnostics
import Query
import Synchronization
import Tables
import Testing

/// The public interface over tables in memory.
@Suite struct DatabaseTests {
  static func table(_ name: String, _ columns: [(String, ColumnType, [Cell])]) -> Table {
    let built = columns.map { _, type, cells in
      var builder = ColumnBuilder(type)
      for cell in cells { builder.append(cell) }
      return builder.column
    }
    return Table(
      name: name, schema: Schema(columns.map { Field($0.0, $0.1) }),
      columns: built)
  }

  static let people = table(
    "people",
    [
      ("name", .text, [.text("Åsa"), .text("Bo"), .null, .text("Di")]),
      ("age", .integer, [.integer(40), .null, .integer(7), .integer(40)]),
      ("height", .real, [.real(1.7), .real(1.8), .real(1.2), .null]),
      ("born", .date, [.null, .date(CalendarDate(daysSince1970: 0)), .null, .null]),
    ])

  let database = Database(tables: [people])

  @Test func rowsAndColumns() throws {
    let result = try database.query("SELECT * FROM people;")
    #expect(
      result.columns == [
        QueryColumn("name", .text), QueryColumn("age", .integer), QueryColumn("height", .real),
        QueryColumn("born", .date),
      ])
    #expect(result.rowCount == 4)
    #expect(result.rows.count == 4)
    #expect(result.rows[0]["name"] == .text("Åsa"))
    #expect(result.rows[1][1] == .null)
    #expect(result.rows[3]["nobody"] == .null)
    #expect(result.rows.map { $0["age"] } == [.integer(40), .null, .integer(7), .integer(40)])
  }

  @Test func typedValues() throws {
    let rows = try database.query("SELECT * FROM people").rows
    #expect(try rows[0]["name", as: String.self] == "Åsa")
    #expect(try rows[0]["age", as: Int.self] == 40)
    #expect(try rows[0]["age", as: Double.self] == 40)
    #expect(try rows[0][2, as: Double.self] == 1.7)
    #expect(try rows[1]["age", as: Int?.self] == nil)
    #expect(try rows[2]["age", as: Int?.self] == 7)
    #expect(try rows[1]["born", as: CalendarDate.self].description == "1970-01-01")
  }

  @Test func typedRefusals() throws {
    let row = try database.query("SELECT * FROM people").rows[1]
    #expect(
      throws: QueryError(
        "column \"age\" is NULL in a row where whole number is asked for",
        hint: "ask for an optional, or write coalesce(…)")
    ) { try row["age", as: Int.self] }
    #expect(
      throws: QueryError(
        "column \"name\" is text with a value that is no whole number")
    ) { try row["name", as: Int.self] }
    #expect(
      throws: QueryError(
        "the result has no column \"nmae\"", hint: "did you mean 'name'?")
    ) { try row["nmae", as: String.self] }
    #expect(throws: QueryError("the result has no column 4", hint: "it has 4, from 0")) {
      try row[4, as: String.self]
    }
  }

  struct Person: Decodable, Equatable {
    var name: String?
    var age: Int16?
    var height: Double?
    var born: String?
  }

  @Test func decoding() throws {
    let people = try database.query("SELECT * FROM people").decoded(as: Person.self)
    #expect(
      people == [
        Person(name: "Åsa", age: 40, height: 1.7),
        Person(name: "Bo", height: 1.8, born: "1970-01-01"),
        Person(age: 7, height: 1.2), Person(name: "Di", age: 40),
      ])
  }

  struct Strict: Decodable { var name: Int }
  struct Missing: Decodable { var shoeSize: Int }

  @Test func decodingRefusals() throws {
    let result = try database.query("SELECT * FROM people")
    #expect {
      try result.decoded(as: Strict.self)
    } throws: { error in
      guard case .typeMismatch(_, let context)? = error as? DecodingError else { return false }
      return context.debugDescription == "column \"name\" holds no Int"
    }
    #expect {
      try result.decoded(as: Missing.self)
    } throws: { error in
      guard case .keyNotFound(_, let context)? = error as? DecodingError else { return false }
      return context.debugDescription == "the result has no column \"shoeSize\""
    }
  }

  @Test func streaming() throws {
    var ages: [Int?] = []
    try database.forEach("SELECT * FROM people") { rows in
      for row in rows { ages.append(try row["age", as: Int?.self]) }
    }
    #expect(ages == [40, nil, 7, 40])
  }

  struct Enough: Error {}

  @Test func streamingStopsWithTheCaller() {
    #expect(throws: Enough.self) {
      try database.forEach("SELECT * FROM people") { _ in throw Enough() }
    }
  }

  @Test func asTable() throws {
    let table = try database.query("SELECT * FROM people").table(named: "copy")
    let again = try Database(tables: [table]).query("SELECT * FROM copy")
    let first = try database.query("SELECT * FROM people")
    #expect(
      again.rows.map { row in (0..<4).map { row[$0] } }
        == first.rows.map { row in (0..<4).map { row[$0] } })
  }

  /// A table of several chunks: rows are found across chunks.
  @Test func manyChunks() throws {
    let parts = (0..<7).map { part in
      Self.table("n", [("n", .integer, (0..<part).map { .integer(Int64(part * 100 + $0)) })])
    }
    let table = Table(name: "n", schema: parts[0].schema, chunks: parts.flatMap(\.chunks))
    let rows = try Database(tables: [table]).query("SELECT * FROM n").rows
    let expected = (0..<7).flatMap { part in (0..<part).map { part * 100 + $0 } }
    #expect(try rows.map { try $0[0, as: Int.self] } == expected)
    #expect(try rows.reversed().map { try $0[0, as: Int.self] } == expected.reversed())
  }

  @Test func otherStatements() throws {
    let described = try database.query("DESCRIBE people")
    #expect(described.rows.map { $0["column"].text } == ["name", "age", "height", "born"])
    #expect(described.rows.map { $0["type"].text } == ["text", "integer", "real", "date"])
    let shown = try database.query("SHOW TABLES")
    #expect(
      shown.rows.map { [$0["table"], $0["rows"], $0["from"]] } == [
        [.text("people"), .integer(4), .text("memory")]
      ])
    let explained = try database.query("EXPLAIN SELECT * FROM people")
    #expect(explained.columns == [QueryColumn("plan", .text)])
    #expect(explained.rowCount > 0)
  }

  @Test func unknownTable() {
    #expect(throws: QueryError.self) { try database.query("SELECT * FROM pepole") }
  }
}

extension Cell {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
