import TableFiles
import TableFixtures
import Tables
import Testing

@Suite("Round trips")
struct RoundTripTests {
  static let dialects: [CSVDialect] = [
    .standard, .excelSwedish, CSVDialect(delimiter: UInt8(ascii: "\t"), lineEnd: .cr),
    CSVDialect(delimiter: UInt8(ascii: "|"), decimalComma: true),
    CSVDialect(decimalComma: true, lineEnd: .crlf),
    CSVDialect(encoding: .utf16LittleEndian, hasByteOrderMark: true),
    CSVDialect(delimiter: UInt8(ascii: ";"), encoding: .utf16BigEndian, hasByteOrderMark: true),
  ]

  static func expectSame(_ table: Table, _ dialect: CSVDialect) {
    let bytes = CSVWriter.bytes(of: table, dialect: dialect)
    let file = CSVReader.read(bytes: bytes, options: CSVOptions(encoding: nil))
    let text = CSVWriter.write(table, dialect: dialect).debugDescription
    #expect(file.table.schema.fields == table.schema.fields, "\(text)")
    #expect(file.table.cells == table.cells, "\(text)")
    #expect(!file.hasErrors, "\(text) \(file.messages)")
  }

  static let tricky: [[Cell]] = [
    ["1", "2"], ["1.5", "2.5"], ["1,5", "2,5"], ["1,234"], ["5 %", "6%"], ["1 234", "5"],
    ["007", "1"],
    ["2023-06-22"], ["22 juni 2023"], ["2023-06-22 08:30"], ["true", "FALSE"], ["NA"],
    ["-", .null],
    ["NA", ""], ["", .null], ["  ", .null], ["  ", "5"], [" 5 "], ["", "5"], ["=\"5\""],
    ["=\"5\"", "5"],
    ["=\"=\"\"5\"\"\""], ["=", "=\"", "=\"\""], ["\"", "\"\""], ["\n", "\r", "\r\n"],
    [",", ";", "\t", "|"],
    ["a;b", "c;d"], ["sep=;"], ["\u{FEFF}x"], ["x\u{0}y"], [.null, "x"], ["x", .null],
    ["12345678901234567890"],
    ["+46701234567", "1"], ["1e5"], ["\u{2212}5"], ["1\u{A0}234"], ["å", "a\u{30A}"], ["😀"],
    ["vet ej"],
  ]

  @Test("Texts that are hard to keep", arguments: tricky.indices)
  func texts(_ index: Int) {
    for dialect in Self.dialects {
      let cells = Self.tricky[index]
      let column = (Field("a", ColumnType.text), cells)
      Self.expectSame(WriterTests.table([column]), dialect)
      let number = (Field("n", ColumnType.real), cells.map { _ in Cell.real(1.25) })
      Self.expectSame(WriterTests.table([column, number]), dialect)
      Self.expectSame(
        WriterTests.table(
          [number, column, column].enumerated().map { index, part in
            (Field("k\(index)", part.0.type), part.1)
          }), dialect)
    }
  }

  @Test(
    "Names that are hard to keep",
    arguments: [
      "5", "2011", "1.5", "true", "2023-06-22", "NA", "-", "a,b", "a;b", "sep=;", "\u{FEFF}x",
      " a ", "a\nb",
      "say \"x\"", "=\"5\"", "5 %", "\n", "Är det bra, Bo?",
    ])
  func names(name: String) {
    for dialect in Self.dialects {
      for (type, cells) in [
        (ColumnType.integer, [Cell.integer(1), 2]), (.text, ["x", "y"]), (.real, [1.234, 2.5]),
        (.boolean, [true, .null]),
      ] {
        Self.expectSame(WriterTests.table([(Field(name, type), cells)]), dialect)
        let other = Field("7", ColumnType.integer)
        Self.expectSame(WriterTests.table([(other, [5, 6]), (Field(name, type), cells)]), dialect)
      }
    }
  }

  @Test("Random tables come back as they were", arguments: 0..<150)
  func random(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let table = Self.randomTable(&generator)
    for dialect in Self.dialects { Self.expectSame(table, dialect) }
  }

  @Test("Types that a file cannot show come back when they are declared")
  func declared() {
    let table = WriterTests.table([
      (Field("a", .integer), [.integer(.max), .integer(.min)]),
      (Field("b", .real), [.null, .null]),
      (Field("c", .timestamp), [moment(2023, 6, 22, 0, 0), .null]),
    ])
    let types: [String: ColumnType] = ["a": .integer, "b": .real, "c": .timestamp]
    let file = read(CSVWriter.write(table), CSVOptions(types: types))
    #expect(file.table.schema.fields == table.schema.fields)
    #expect(file.table.cells == table.cells)
  }

  // MARK: - Random tables

  static func randomTable(_ generator: inout SeededGenerator) -> Table {
    let rows = Int.random(in: 1...12, using: &generator)
    let columns = (0..<Int.random(in: 1...6, using: &generator)).map { index in
      let type = ColumnType.ofFiles.randomElement(using: &generator) ?? .text
      let isPercent = (type == .integer || type == .real) && Bool.random(using: &generator)
      var cells = (0..<rows).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0 ? .null : cell(type, &generator)
      }
      // A column of nulls has no type in a file.
      if type != .text { cells[rows / 2] = cell(type, &generator) }
      let name = index == 0 ? "k" : text(&generator).filter { $0 != " " } + "\(index)"
      return (Field(name, type, isPercent: isPercent), cells)
    }
    return WriterTests.table(columns)
  }

  private static func cell(_ type: ColumnType, _ generator: inout SeededGenerator) -> Cell {
    let days = Int32.random(in: -100_000...100_000, using: &generator)
    switch type {
    case .text, .numeric, .interval: return .text(text(&generator))
    case .integer:
      let bits = Int.random(in: 1...59, using: &generator)
      return .integer(Int64.random(in: -(1 << bits)...(1 << bits), using: &generator))
    case .real:
      let wild = Double(bitPattern: generator.next())
      let tame = Double(Int.random(in: -99_999...99_999, using: &generator)) / 100
      return .real(Bool.random(using: &generator) && wild.isFinite ? wild : tame)
    case .boolean: return .boolean(Bool.random(using: &generator))
    case .date: return .date(CalendarDate(daysSince1970: days))
    case .timestamp:
      // Whole seconds, and parts of them down to microseconds.
      let unit: Int64 = [1_000_000, 250_000, 1000, 1].randomElement(using: &generator) ?? 1
      let time = Int64.random(in: 0..<86_400_000_000 / unit, using: &generator) * unit
      return .timestamp(Timestamp(microsecondsSince1970: Int64(days) * 86_400_000_000 + time))
    }
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "ja", "å", "5", "1", ".", ",", ";", "\t", "|", "\"", "\n", "\r", "\r\n", " ", "%", "-", "=",
      "=\"",
      "0", "NA", "true", "2023-06-22", "\u{A0}", "'", "😀", "juni", "e",
    ]
    return (0..<Int.random(in: 0...4, using: &generator))
      .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
  }
}
