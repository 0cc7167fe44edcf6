import Diagnostics
import TableFiles
import Tables
import Testing

/// Numbers as people write them, in columns that decide how they are read. Every case is read as a
/// table, byte by byte and by the scan.
@Suite("Columns of written numbers")
struct WrittenNumberTests {
  /// The delimiter, the values of a column, and what they are; `nil` if the column stays text and a
  /// warning says so.
  static let cases: [(delimiter: String, values: [String], read: [Cell]?)] = [
    // Points part thousands: beside decimals, in several groups, or by what the column shows.
    (";", ["1.100,50", "1.300,50"], [1100.5, 1300.5]),
    (";", ["1.234.567", "12"], [1_234_567, 12]), (",", ["1.234.567", "1.234"], [1_234_567, 1234]),
    (";", ["1.299", "12.500", "350"], [1299, 12_500, 350]),
    (";", ["-1.299", "\u{2212}12.500", "350"], [-1299, -12_500, 350]),
    (";", ["1.299", "12,5"], [1299.0, 12.5]),
    // Nobody can tell.
    (";", ["1.299", "2.345"], nil), (";", ["1.299", "2.345", "350"], nil),
    (";", ["1.290", "2345"], nil), (";", ["1.290", "2345", "350"], nil),
    // A point is decimal where it must be, and in files without semicolons.
    (";", ["1.299", "12.5"], [1.299, 12.5]), (";", ["0.299", "1.299"], [0.299, 1.299]),
    (",", ["1.299", "2.345"], [1.299, 2.345]), ("\t", ["1.299", "2"], [1.299, 2.0]),
    // Commas likewise.
    (",", ["\"1,100.50\"", "7"], [1100.5, 7.0]), (",", ["\"1,234,567\"", "7"], [1_234_567, 7]),
    (",", ["\"1,290\"", "7"], [1290, 7]), (",", ["\"1,299\"", "7"], nil),
    ("\t", ["1,299", "2,345"], nil), ("\t", ["1,299", "1,5"], [1.299, 1.5]),
    (";", ["1,299", "2,345"], [1.299, 2.345]),
    // Apostrophes and blanks.
    (",", ["1'100", "7"], [1100, 7]), (",", ["1’100.5", "7"], [1100.5, 7.0]),
    (",", ["1\u{2007}100", "1\u{3000}200", "1\u{2002}300"], [1100, 1200, 1300]),
    (",", ["–5", "\u{2010}6", "\u{2011}7"], [-5, -6, -7]),
    // Units.
    (";", ["1 234,50 kr", "12 kr"], [1234.5, 12.0]), (",", ["1100 kr", "1300"], [1100, 1300]),
    (",", ["SEK 5", "kr 6", "7:-", "8 kr."], [5, 6, 7, 8]),
    (",", ["€5", "€ 6", "7 €"], [5, 6, 7]),
    (",", ["5 tkr", "6 tkr"], [5, 6]), (",", ["5 tkr", "6000"], nil), (",", ["5 kr", "6 €"], nil),
    (",", ["5 kr", "6 tkr"], nil), (",", ["12 %", "12"], nil),
    (",", ["12 %", "13 procent"], [12, 13]),
    (";", ["1.100,50 kr", "2.200 kr"], [1100.5, 2200.0]),
    // No numbers, and told.
    (",", ["<5", "7", "8"], nil), (",", ["≥ 100", "7"], nil), (",", ["123*", "7"], nil),
    (",", ["123 1)", "7"], nil), (",", ["(12)", "7"], nil), (",", ["12 st", "7"], nil),
    (";", ["1,5", "1.5", "2,5"], nil),
    // Signs of statistical offices.
    (
      ",", ["100", "..", "...", "-", "–", ":", "—", "#SAKNAS!"],
      [100, .null, .null, .null, .null, .null, .null, .null]
    ),
  ]

  @Test("What the column decides, and what stays text", arguments: cases.indices)
  func column(_ index: Int) throws {
    let (delimiter, values, expected) = Self.cases[index]
    let text = "a\(delimiter)b\n" + values.map { "\($0)\(delimiter)x\n" }.joined()
    let file = read(text)
    let found = file.table.column("a")
    if let expected {
      #expect(found == expected, "\(text)")
      #expect(file.diagnostics.isEmpty, "\(file.messages)")
    } else {
      #expect(file.table.schema.fields[0].type == .text, "\(text) \(found)")
      #expect(Set(file.codes) == ["csv-type-mixed"], "\(text)")
      #expect(file.diagnostics.allSatisfy { $0.location.line != nil && !$0.fixes.isEmpty })
    }
    try expectSameScan(text)
  }

  @Test("A column of one unit keeps a percent sign in mind, and no other")
  func units() {
    let table = read("a,b,c\n5 %,5 kr,5\n").table
    #expect(table.schema.fields.map(\.isPercent) == [true, false, false])
  }

  @Test(
    "Texts that hold digits are texts, without a word",
    arguments: [
      ["12 A", "7 B"], ["Storgatan 5", "Lillgatan 7"], ["192.168.1.1", "10.0.0.1"],
      ["50430-1", "19900101-1234"], ["1-2", "3-4"], ["ISO 9001", "ISO 27001"],
    ])
  func words(values: [String]) throws {
    let text = "a,b\n" + values.map { "\($0),x\n" }.joined()
    let file = read(text)
    #expect(file.table.schema.fields[0].type == .text)
    #expect(file.diagnostics.isEmpty, "\(file.messages)")
    try expectSameScan(text)
  }

  @Test("What is said names column, first line, count, reason and a way out, but no value")
  func message() {
    let file = read("a;b\n7;x\n1.299;y\n<5;z\n2.345;å\n")
    #expect(
      file.messages == [
        """
        t.csv:3:1: warning[csv-type-mixed]: column 'a' stays text: 2 values are written like 1.299
          The point may part thousands or decimals: 1299, or one and a bit.
          fix: write thousands without a mark
          fix: in a query, for thousands   replace("a", '.', '')::bigint
          fix: in a query, for decimals   "a"::double precision
          value: '1.299'
        """,
        """
        t.csv:4:1: warning[csv-type-mixed]: column 'a' stays text: 1 value is a bound such as <5
          A bound is no number, and nobody knows which one it stands for.
          fix: write the number that is meant, or leave the field empty
          value: '<5'
        """,
      ])
  }

  @Test("A declared column of numbers reads them too, and one bad cell spoils only itself")
  func declared() throws {
    let text = "a;b\n1.100,50 kr;x\n<5;y\n1 200;z\n"
    let options = CSVOptions(types: ["a": .real])
    let file = read(text, options)
    #expect(file.table.column("a") == [1100.5, .null, 1200.0])
    #expect(file.codes == ["csv-type"])
    #expect(file.diagnostics.map(\.location.line) == [3])
  }
}
