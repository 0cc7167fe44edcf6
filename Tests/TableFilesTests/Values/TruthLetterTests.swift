import TableFiles
import Tables
import Testing

/// `t` and `f` as PostgreSQL's COPY writes truth values: only where both stand in a column, or beside words.
@Suite("Letters as truth values")
struct TruthLetterTests {
  @Test(arguments: [
    (["t", "f", "t"], ColumnType.boolean), (["t", "t"], .text), (["f", "f"], .text),
    (["t", "true"], .boolean), (["t", "f", "x"], .text), (["f", "m"], .text),
    (["T", "F"], .text), (["t", "", "f"], .boolean),
  ])
  func type(values: [String], type: ColumnType) {
    let file = read("id,a\n" + values.enumerated().map { "\($0),\($1)\n" }.joined())
    #expect(file.table.schema.fields.map(\.type) == [.integer, type])
    if type == .boolean {
      let cells = values.map { $0.isEmpty ? Cell.null : .boolean($0.hasPrefix("t")) }
      #expect(file.table.column("a") == cells)
    }
  }

  @Test("A column called t or f has a name")
  func named() {
    let file = read("t,f\nx,1\ny,2\n")
    #expect(file.table.schema.names == ["t", "f"])
  }
}

@Suite("Long whole numbers")
struct LongIntegerTests {
  @Test(arguments: [
    ("1234567890123456789", ColumnType.integer), ("9223372036854775807", .integer),
    ("-9223372036854775808", .integer), ("9223372036854775808", .text),
    ("12345678901234567890", .text), ("0123456789012345678", .text),
  ])
  func type(written: String, type: ColumnType) {
    let file = read("id,n\na,\(written)\nb,\n")
    #expect(file.table.schema.fields[1].type == type)
    #expect(file.table.column("n").first?.written == written)
  }
}
