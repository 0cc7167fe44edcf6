import Diagnostics
import TableFiles
import TableFixtures
import Tables
import Testing

@Suite("Torture")
struct TortureTests {
  /// Texts and the rows below the header they must give, without a diagnostic.
  static let cases: [(text: String, rows: [[Cell]])] = [
    ("a,b\n1,x", [[1, "x"]]),
    ("a,b\r1,x\r", [[1, "x"]]),
    ("a,b\r\n1,x\r\n2,y\n3,z\r", [[1, "x"], [2, "y"], [3, "z"]]),
    ("\"a\",\"b\"\n\"1\",\"x\"\n", [[1, "x"]]),
    ("\u{FEFF}\"a\",\"b\"\n1,x\n", [[1, "x"]]),
    ("\"a\nb\",c\n1,x\n", [[1, "x"]]),
    ("a,b\n1,\"x\ry\"\n", [[1, "x\ry"]]),
    ("a,b\n1,\"x\r\ny\"\n", [[1, "x\r\ny"]]),
    ("a,b\n1,\"\r\n\"\n", [[1, "\r\n"]]),
    ("a,b\n1,\"x\n\n\ny\"\n", [[1, "x\n\n\ny"]]),
    ("a,b\n1,\"\"\"\"\n", [[1, "\""]]),
    ("a,b\n1,\"\"\"x\"\"\"\n", [[1, "\"x\""]]),
    ("a,b\n1,\"x\"\"\"", [[1, "x\""]]),
    ("a,b\n1,x\"y\"z\n", [[1, "x\"y\"z"]]),
    ("a,b\n1,5\" rör\n", [[1, "5\" rör"]]),
    ("a,b\n1,\"x\"  \n", [[1, "x"]]),
    ("a,b\n1,  x  \n", [[1, "  x  "]]),
    ("a,b\n1,\n", [[1, .null]]),
    ("a,b\n1,\"\"\n2,x\n", [[1, ""], [2, "x"]]),
    ("a,b\n\n\n1,x\n\n2,y\n\n", [[1, "x"], [2, "y"]]),
    ("\n\na,b\n1,x\n", [[1, "x"]]),
    ("a,b\n,\n", [[.null, .null]]),
    ("a\n1\n\n3\n", [[1], [.null], [3]]),
    ("a\n1\n\n", [[1], [.null]]),
    ("a\n\"\"\nx\n", [[""], ["x"]]),
    ("a,b\n", []),
    ("a,b", []),
    ("a\n", []),
    ("sep=;\na;b\n1;x\n", [[1, "x"]]),
    ("sep=|\r\na|b\r\n1|x\r\n", [[1, "x"]]),
  ]

  @Test("Odd but legal files", arguments: cases.indices)
  func legal(_ index: Int) {
    let (text, rows) = Self.cases[index]
    let file = read(text)
    #expect(file.table.cells == rows, "\(text.debugDescription)")
    #expect(file.diagnostics.isEmpty, "\(text.debugDescription) \(file.messages)")
  }

  @Test(
    "Nothing at all, and nothing but line ends",
    arguments: ["", "\u{FEFF}", "\n", "\r\n\r\n", "\r"])
  func empty(text: String) {
    let file = read(text)
    #expect(file.table.schema.fields.isEmpty)
    #expect(file.table.rowCount == 0)
    #expect(file.codes == ["csv-empty"])
  }

  @Test("100 000 columns")
  func manyColumns() {
    let names = (1...100_000).map { "k\($0)" }.joined(separator: ";")
    let values = (1...100_000).map { String($0) }.joined(separator: ";")
    let table = read(names + "\n" + values + "\n").table
    #expect(table.schema.fields.count == 100_000)
    #expect(table.chunks[0].columns[99_999][0] == .integer(100_000))
  }

  @Test("A field of 10 MB, with quotes and line breaks")
  func largeField() {
    let part = "Det var \"bra\", men\nlångt. "
    let content = String(repeating: part, count: 10_000_000 / part.utf8.count)
    let quoted = content.replacing("\"", with: "\"\"")
    let table = read("id,svar\n1,\"\(quoted)\"\n2,ja\n").table
    #expect(table.rowCount == 2)
    #expect(table.rows[0].text("svar") == content)
    #expect(table.rows[1].text("svar") == "ja")
  }

  @Test("Many quotes that never close do not take quadratic time")
  func manyOpenQuotes() {
    let text = "a,b\n" + String(repeating: "1,\"x\n", count: 50_001)
    let file = read(text)
    #expect(file.table.rowCount > 0)
    #expect(file.codes.contains("csv-unclosed-quote"))
  }

  @Test("Any bytes make a table and no trap", arguments: 0..<300)
  func anyBytes(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let alphabet: [UInt8] = Array("\",;\t|\n\r =%+-.0123456789eaTNé–\u{A0}\u{2212}/: ".utf8)
    let count = Int.random(in: 0...200, using: &generator)
    let isWild = seed % 3 == 0
    let bytes = (0..<count).map { _ -> UInt8 in
      isWild
        ? .random(in: 0...255, using: &generator) : alphabet.randomElement(using: &generator) ?? 0
    }
    for types in [[:], ["column_1": ColumnType.integer, "column_2": .date]] {
      let file = CSVReader.read(bytes: bytes, options: CSVOptions(types: types))
      let width = file.table.schema.fields.count
      #expect(file.table.cells.allSatisfy { $0.count == width })
      for diagnostic in file.diagnostics { _ = diagnostic.formatted(showingValue: true) }
    }
  }
}
