import TableFiles
import Tables
import Testing

@Suite("Writing")
struct WriterTests {
  static func table(_ columns: [(Field, [Cell])]) -> Table {
    let built = columns.map { field, cells in
      var builder = ColumnBuilder(field.type)
      for cell in cells { builder.append(cell) }
      return builder.column
    }
    return Table(name: "t", schema: Schema(columns.map(\.0)), columns: built)
  }

  static let everyType = table([
    (Field("id", .integer), [1, -2]), (Field("namn", .text), ["Bo \"Ek\"", .null]),
    (Field("tal", .real), [1.5, 1e21]), (Field("andel", .integer, isPercent: true), [58, .null]),
    (Field("klar", .boolean), [true, false]), (Field("dag", .date), [day(2023, 6, 22), .null]),
    (Field("tid", .timestamp), [moment(2023, 6, 22, 8, 30), .null]),
    (Field("not", .text), ["", "a;b"]),
  ])

  @Test("The standard dialect")
  func standard() {
    #expect(
      CSVWriter.write(Self.everyType) == #"""
        id,namn,tal,andel,klar,dag,tid,not
        1,"Bo ""Ek""",1.5,58%,true,2023-06-22,2023-06-22T08:30:00,""
        -2,,1e+21,,false,,,"a;b"

        """#)
  }

  @Test("The dialect of a Swedish Excel")
  func excelSwedish() {
    let text = CSVWriter.write(Self.everyType, dialect: .excelSwedish)
    let lines = [
      "\u{FEFF}id;namn;tal;andel;klar;dag;tid;not",
      "1;\"Bo \"\"Ek\"\"\";1,5;58 %;true;2023-06-22;2023-06-22 08:30:00;\"\"",
      "-2;;1e+21;;false;;;\"a;b\"", "",
    ]
    #expect(text == lines.joined(separator: "\r\n"))
    #expect(CSVWriter.bytes(of: Self.everyType, dialect: .excelSwedish) == Array(text.utf8))
  }

  @Test(
    "How a text is written",
    arguments: [
      ("ja", "ja"), ("två ord", "två ord"), ("", "\"\""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""),
      ("a|b", "\"a|b\""), ("a\tb", "\"a\tb\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
      ("a\"b", "\"a\"\"b\""), (" a", "\" a\""), ("a ", "\"a \""), ("\u{FEFF}a", "\"\u{FEFF}a\""),
      ("=1+1", "=1+1"), ("-5", "-5"), ("007", "007"),
    ])
  func text(text: String, written: String) {
    var writer = CSVWriter()
    writer.append(fields: [text, "x"])
    #expect(writer.text == written + ",x\n")
  }

  @Test("Rows of texts and of values")
  func rows() {
    var writer = CSVWriter(dialect: CSVDialect(decimalComma: true, lineEnd: .crlf))
    writer.append(fields: ["a", nil, ""])
    writer.append(cells: [1.5, .real(.infinity), .real(.nan), .null, 3, "x"])
    writer.append(fields: [])
    #expect(writer.text == "a,,\"\"\r\n\"1,5\",,,,3,x\r\n\r\n")
    #expect(writer.bytes == Array(writer.text.utf8))
  }

  @Test("Rows of values for a Swedish Excel, and a minus zero")
  func swedishRows() throws {
    let time = moment(2023, 6, 22, 8, 30)
    var writer = CSVWriter(dialect: .excelSwedish)
    writer.append(cells: [true, false, time, .real(-0.0), -1.5])
    #expect(writer.text == "\u{FEFF}ja;nej;2023-06-22 08:30:00;0,0;-1,5\r\n")
    var plain = CSVWriter()
    plain.append(cells: [true, time, .real(-0.0)])
    #expect(plain.text == "true,2023-06-22T08:30:00,0.0\n")
  }

  @Test("Formulas are guarded on request, numbers are not")
  func formulas() {
    for (text, guarded) in [
      ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-1-A1", "'-1-A1"), ("@x", "'@x"),
      ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("+", "'+"), ("-.5", "'-.5"), ("+1.2.3", "'+1.2.3"),
      ("+1", "+1"), ("-1", "-1"), ("-12.5", "-12.5"), ("-12,5", "\"-12,5\""), ("–1", "–1"),
      ("a=", "a="),
      ("=a,b", "\"'=a,b\""),
    ] {
      var writer = CSVWriter(guardsFormulas: true)
      writer.append(fields: [text])
      #expect(writer.text == guarded + "\n")
    }
    // What a Swedish Excel opens is guarded unless it is said otherwise.
    var swedish = CSVWriter(dialect: .excelSwedish)
    swedish.append(cells: [.text("=A1"), .text("-5"), -5, -1.5])
    #expect(swedish.text == "\u{FEFF}'=A1;-5;-5;-1,5\r\n")
    #expect(!CSVWriter(dialect: .excelSwedish, guardsFormulas: false).guardsFormulas)
    #expect(!CSVWriter().guardsFormulas)
    let table = Self.table([(Field("a", .text), ["=1", "x"]), (Field("b", .integer), [-1, 2])])
    #expect(CSVWriter.write(table, guardsFormulas: true) == "a,b\n'=1,-1\nx,2\n")
  }

  @Test("Characters that Windows-1252 lacks")
  func windows1252() {
    var writer = CSVWriter(dialect: CSVDialect(encoding: .windows1252))
    writer.append(fields: ["å€ł\u{81}"])
    #expect(writer.bytes == [0xE5, 0x80, 0x3F, 0x3F, 0x0A])
  }

  @Test("Texts that look like values are marked, only where the column would change")
  func marks() {
    let table = Self.table([
      (Field("a", .text), ["1", "2"]), (Field("b", .text), ["1", "ja"]),
      (Field("c", .text), ["007", "1"]),
      (Field("d", .text), ["NA", .null]), (Field("e", .text), ["NA", "ja"]),
      (Field("f", .text), ["=\"x\"", "ja"]),
    ])
    #expect(
      CSVWriter.write(table) == #"""
        a,b,c,d,e,f
        "=""1""",1,007,"=""NA""",NA,"=""=""""x"""""""
        "=""2""",ja,1,,ja,ja

        """#)
  }

  @Test("A table without columns, and one without rows")
  func empty() {
    #expect(CSVWriter.write(Table(name: "t", schema: Schema([]), columns: [])) == "")
    let header = Table(
      name: "t", schema: Schema([Field("a", .text), Field("b", .real)]), chunks: [])
    #expect(CSVWriter.write(header) == "a,b\n")
    #expect(CSVWriter.write(header, dialect: CSVDialect(hasHeader: false)) == "")
  }
}
