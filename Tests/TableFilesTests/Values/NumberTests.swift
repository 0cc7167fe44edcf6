import TableFiles
import TableFixtures
import Tables
import Testing

@Suite("Numbers")
struct NumberTests {
  /// What stands in a semicolon file, and what it is; text stands for "no number".
  static let cases: [(written: String, value: Cell)] = [
    ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("\u{2212}7", -7), ("-0", 0),
    (" 7 ", 7), ("\u{A0}7\u{202F}", 7), ("\t7", 7),
    ("1 234", 1234), ("1\u{A0}234\u{A0}567", 1_234_567), ("12\u{202F}345", 12_345),
    ("123\u{2009}456", 123_456), ("-1 234", -1234), ("\u{2212}1\u{A0}234,5", -1234.5),
    ("1 234 567,5", 1_234_567.5), ("999999999999999999", 999_999_999_999_999_999),
    ("-999999999999999999", -999_999_999_999_999_999),
    ("1,5", 1.5), ("0,5", 0.5), (",5", 0.5), ("-,5", -0.5), ("1,0", 1.0), ("1e3", 1000.0),
    ("1E-3", 0.001), ("1,5e+2", 150.0), ("0,1", 0.1), ("0,30000000000000004", 0.30000000000000004),
    ("5e-324", .real(.leastNonzeroMagnitude)), ("1,7976931348623157e308", 1.7976931348623157e308),
    ("123456789012345678901,5", 123456789012345678901.5),
    // The halfway case of D. Hough: one digit far out decides the rounding.
    ("9007199254740993,0", 9007199254740992.0),
    ("9007199254740993,00000000000000000001", 9007199254740994.0),
    ("007", "007"), ("00", "00"), ("01,5", "01,5"), ("-01", "-01"), ("070 123", "070 123"),
    ("1234567890123456789", 1234567890123456789), ("9234567890123456789", "9234567890123456789"),
    ("+46701234567", "+46701234567"),
    ("1e999", "1e999"), ("5,", "5,"), (",", ","), ("+", "+"), ("--5", "--5"), ("1e", "1e"),
    ("1 2345", "1 2345"), ("12 34", "12 34"), ("1  234", "1  234"), ("1234 567", "1234 567"),
    ("1,5,5", "1,5,5"), ("1.5", "1.5"), ("1.234,5", 1234.5), ("1.234.567,5", 1_234_567.5),
    ("1.234", 1234), ("1'100,5", 1100.5),
    ("0x10", "0x10"),
    ("inf", "inf"), ("5 kr", 5), ("5 kr/st", "5 kr/st"), ("1 234,50 kr", 1234.5), ("-0,0", 0.0),
    ("½", "½"), ("٥", "٥"), ("%", "%"), ("5 %%", "5 %%"),
    ("5‰", "5‰"), ("1_000", "1_000"), ("50430-1", "50430-1"), ("19900101-1234", "19900101-1234"),
  ]

  @Test("What is a number, in a file with decimal comma", arguments: cases.indices)
  func number(_ index: Int) {
    let (written, value) = Self.cases[index]
    let file = read("a;b\n\"\(written)\";x\n", CSVOptions(decimalComma: true))
    #expect(file.table.column("a") == [value], "\(written.debugDescription)")
  }

  @Test(
    "Percent signs",
    arguments: [
      ("58%", 58), ("58 %", 58), ("58\u{A0}%", 58), ("-5\u{202F}%", -5), ("58,5 %", 58.5),
      ("1 234 %", 1234), ("58% ", 58),
    ] as [(String, Cell)])
  func percent(written: String, value: Cell) {
    let table = read("a;b\n\(written);x\n").table
    #expect(table.column("a") == [value])
    #expect(table.schema.fields[0].isPercent)
    #expect(!table.schema.fields[1].isPercent)
  }

  @Test("Percent signs in some cells only make text")
  func somePercent() {
    let table = read("a;b\n58 %;x\n0,58;y\n").table
    #expect(table.schema.fields[0] == Field("a", .text))
  }

  @Test("Random doubles are read exactly, as the library reads them", arguments: 0..<20)
  func exactDoubles(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    var written: [String] = []
    for _ in 0..<500 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { written.append(value.description) }
      let digits = Int.random(in: 1...25, using: &generator)
      var text = ""
      for i in 0..<digits {
        text += String(Int.random(in: (i == 0 ? 1 : 0)...9, using: &generator))
        if i == digits / 2 { text += i == digits - 1 ? ".5" : "." }
      }
      if text.hasSuffix(".") { text += "0" }
      written.append(text)
    }
    let table = read("a,b\n" + written.map { $0 + ",x\n" }.joined()).table
    #expect(table.schema.fields[0].type == .real)
    let expected = written.map { text in Double(text).map(Cell.real) ?? .null }
    #expect(table.column("a") == expected)
  }

  @Test("A declared whole number may have leading zeros, 19 digits, or a fraction of zero")
  func declaredIntegers() {
    let options = CSVOptions(types: ["a": .integer])
    let file = read(
      "a;b\n007;x\n9223372036854775807;x\n-9223372036854775808;x\n5,0;x\n1e3;x\n", options)
    #expect(file.table.column("a") == [7, .integer(.max), .integer(.min), 5, 1000])
    #expect(file.diagnostics.isEmpty)
    let large = read("a;b\n9223372036854775808;x\n5,5;x\n", options)
    #expect(large.table.column("a") == [.null, .null])
    #expect(large.codes == ["csv-type", "csv-type"])
  }
}
