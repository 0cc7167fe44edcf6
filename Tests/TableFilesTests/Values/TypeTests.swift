import TableFiles
import Tables
import Testing

@Suite("Types of columns")
struct TypeTests {
  @Test(
    "The narrowest type that all values fit",
    arguments: [
      (["1", "2"], .integer), (["1", "2.5"], .real), (["1", "1e3"], .real),
      (["1.0", "2.0"], .real),
      (["true", "FALSE"], .boolean), (["true", "1"], .text), (["1", "2023-06-22"], .text),
      (["2023-06-22", "2023-06-22 08:30"], .timestamp), (["ja", "nej"], .text),
      (["1", "007"], .text), (["1", "12345678901234567890"], .text), (["1.5", "007"], .text),
      (["1", "NA", ""], .integer), (["", "NA"], .text), (["5%", "6.5%"], .real),
      (["1 234", "5"], .integer), (["=\"1\"", "=\"2\""], .text),
    ] as [([String], ColumnType)])
  func narrowest(values: [String], type: ColumnType) {
    let file = read("a|b\n" + values.map { "\($0)|x\n" }.joined())
    #expect(file.table.schema.fields[0].type == type)
    #expect(file.diagnostics.isEmpty)
  }

  @Test("The last row counts as much as the first")
  func wholeFile() {
    let rows = (1...70_000).map { "\($0),x\n" }.joined()
    #expect(read("a,b\n" + rows + "A7,x\n").table.schema.fields[0].type == .text)
    #expect(read("a,b\n" + rows + "0.5,x\n").table.column("a").last == 0.5)
    #expect(read("a,b\n" + rows + "070001,x\n").table.rows[0].text("a") == "1")
  }

  @Test("Quotes do not make a number a text")
  func quotedNumbers() {
    let file = read("\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n")
    #expect(file.table.column("a") == [1, 2])
  }

  @Test("A value kept as text by Excel's mark")
  func kept() {
    let file = read("a;b\n=\"007\";x\n\"=\"\"8\"\"\";y\n=\"a\"\"b\";z\n=\"a\"b\";z\n")
    #expect(file.table.column("a") == ["007", "8", "a\"b", "=\"a\"b\""])
    let declared = read("a;b\n=\"007\";x\n", CSVOptions(types: ["a": .integer]))
    #expect(declared.table.column("a") == [7])
  }

  @Test("Declared types rule")
  func declared() {
    let options = CSVOptions(types: [
      "a": .text, "b": .real, "c": .timestamp, "d": .real, "e": .boolean,
    ])
    let file = read("a,b,c,d,e\n1,2,2023-06-22,5 %,\n-,NA,,6%,\n", options)
    #expect(file.diagnostics.isEmpty)
    #expect(file.table.schema.fields.map(\.type) == [.text, .real, .timestamp, .real, .boolean])
    #expect(file.table.schema.fields.map(\.isPercent) == [false, false, false, true, false])
    #expect(
      file.table.cells == [
        ["1", 2.0, moment(2023, 6, 22, 0, 0), 5.0, .null], ["-", .null, .null, 6.0, .null],
      ])
  }
}
