import Diagnostics
import TableFiles
import Tables
import Testing

@Suite("Reading")
struct ReadingTests {
  @Test("A table of every type")
  func everyType() {
    let file = read(
      """
      id,namn,betyg,andel,klar,dag,tid
      1,Anna,4.5,58 %,true,2023-06-22,2023-06-22T08:30
      2,"Bo, Eva",3,100%,FALSE,22 juni 2023,2023-06-22 08:30:15
      3,,,,,,
      """)
    #expect(file.diagnostics.isEmpty)
    #expect(
      file.table.schema.fields == [
        Field("id", .integer), Field("namn", .text), Field("betyg", .real),
        Field("andel", .integer, isPercent: true), Field("klar", .boolean), Field("dag", .date),
        Field("tid", .timestamp),
      ])
    #expect(
      file.table.cells == [
        [1, "Anna", 4.5, 58, true, day(2023, 6, 22), moment(2023, 6, 22, 8, 30)],
        [2, "Bo, Eva", 3.0, 100, false, day(2023, 6, 22), moment(2023, 6, 22, 8, 30, 15)],
        [3, .null, .null, .null, .null, .null, .null],
      ])
    #expect(file.dialect == .standard)
  }

  @Test("A Swedish Excel file")
  func excelSwedish() {
    let file = read(
      "\u{FEFF}ort;invånare;andel\r\nBorås;1\u{A0}234\u{202F}567;5,5\r\nMark;35 000;12\r\n")
    #expect(file.diagnostics.isEmpty)
    #expect(file.dialect == .excelSwedish)
    #expect(file.table.cells == [["Borås", 1_234_567, 5.5], ["Mark", 35_000, 12.0]])
  }

  @Test("Rows know their line, also below quoted line breaks, blank lines and mixed line ends")
  func lines() {
    let file = read("a,b\n1,\"x\ny\r\nz\rw\"\r2,x\r\n\n\n3,x\n")
    #expect(file.table.rows.map(\.line) == [2, 6, 9])
    #expect(file.table.rows[1].location.description == "t.csv:6")
    let without = read("a,b\n1,2\n", CSVOptions(recordsLines: false))
    #expect(without.table.rows.map(\.line) == [nil])
  }

  @Test(
    "The table is called as its file",
    arguments: [
      ("t.csv", "t"), ("a/b/svar-2024-01.csv", "svar-2024-01"), ("svar", "svar"),
      ("a.b/svar", "svar"), (".csv", ".csv"), ("a/svar.utf8.csv", "svar.utf8"),
    ])
  func tableName(path: String, name: String) {
    let file = CSVReader.read(bytes: Array("a\n1\n".utf8), named: path)
    #expect(file.table.name == name)
    #expect(file.table.file == path)
    let options = CSVOptions(tableName: "svar")
    #expect(CSVReader.read(bytes: [], named: path, options: options).table.name == "svar")
  }

  @Test("Chunks hold at most their capacity and share one pool of texts")
  func chunks() throws {
    let count = Chunk.capacity + 7
    var text = "n,ord\n"
    for i in 0..<count { text += "\(i),ord \(i % 3)\n" }
    let table = read(text).table
    #expect(table.chunks.map(\.rowCount) == [Chunk.capacity, 7])
    #expect(table.chunks[1].columns[0][6] == .integer(Int64(count - 1)))
    for chunk in table.chunks {
      guard case .text(_, let pool) = chunk.columns[1].storage else {
        Issue.record("not a text column")
        return
      }
      #expect((0..<UInt32(pool.count)).map(pool.string) == ["ord 0", "ord 1", "ord 2"])
    }
  }

  @Test("Texts that Unicode calls equal are two by their bytes and one as a text column is read")
  func canonicalEquivalence() throws {
    let table = read("ord,n\nBor\u{E5}s,1\nBora\u{30A}s,2\nx,3\n").table
    guard case .text(let codes, let pool) = table.chunks[0].columns[0].storage else {
      Issue.record("not a text column")
      return
    }
    #expect(codes == [0, 1, 2])
    #expect(pool.count == 3)
    let column = try #require(TextColumn("ord", of: table))
    #expect((0..<3).map { column.code($0) } == [0, 0, 1])
    #expect(column.values.count == 2)
  }
}
