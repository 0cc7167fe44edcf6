import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// The workbook of openpyxl as LibreOffice saves it in its own format.
@Suite("OpenDocument sheets")
struct ODSTests {
  @Test("every kind of value")
  func values() throws {
    let reading = try DataFile.read("libreoffice.ods")
    // LibreOffice writes what openpyxl wrote as true as the number that TRUE() gives.
    var expected = XLSXTests.answers
    for (row, value) in ([1, 0, 1, .null] as [Cell]).enumerated() { expected[row][3] = value }
    #expect(reading.table.cells == expected)
    #expect(reading.table.rows.map(\.line) == [4, 5, 6, 7])
    #expect(
      reading.marks == [
        "libreoffice.ods#Svar sheet-others", "libreoffice.ods#Svar sheet-title",
        "libreoffice.ods#Svar:B7 column-mixed",
      ])
    let path = DataFile.path("libreoffice.ods")
    #expect(try TableFile.sheets(in: path, named: path) == ["Dold", "Svar", "Fel"])
  }

  @Test("results of formulas, and errors")
  func faults() throws {
    let reading = try DataFile.read("libreoffice.ods#Fel")
    #expect(reading.table.column("a") == [1, 2, 3])
    #expect(reading.table.column("b") == [2, 3, .null])
  }

  private static func document(_ body: String) -> [UInt8] {
    let content =
      "<d xmlns:o=\"o\"><body><spreadsheet><table name=\"A\">\(body)</table></spreadsheet></body></d>"
    return MadeWorkbook.zip([("content.xml", Array(content.utf8))])
  }

  @Test("rows and cells that are repeated")
  func repeated() throws {
    let folder = try Folder()
    func read(_ body: String, memory: Int = 1 << 28) throws -> TableReading {
      let path = try folder.write(Self.document(body), as: "t.ods")
      return try ODSReader(memoryLimit: memory).read(
        file: path, named: "t.ods", options: TableOptions())
    }
    let head = "<table-row><table-cell value-type=\"string\"><p>a</p></table-cell></table-row>"
    let cell = "<table-cell value-type=\"float\" value=\"1.5\"/>"
    let reading = try read(
      head + "<table-row number-rows-repeated=\"3\">\(cell)</table-row>"
        + "<table-row number-rows-repeated=\"1048000\"><table-cell number-columns-repeated=\"16384\"/></table-row>"
    )
    #expect(reading.table.column("a") == [1.5, 1.5, 1.5])
    #expect(reading.table.rows.map(\.line) == [2, 3, 4])
    let kinds = try read(
      "<table-row><table-cell value-type=\"string\"><p>a <s c=\"2\"/>b</p><p>c</p></table-cell></table-row>"
        + "<table-row><table-cell value-type=\"boolean\" boolean-value=\"true\"/></table-row>")
    #expect(kinds.table.schema.fields == [Field("a b c", .boolean)])
    #expect(kinds.table.cells == [[true]])
    let wide = "<table-cell number-columns-repeated=\"16384\" value-type=\"float\" value=\"1\"/>"
    let error = #expect(throws: Diagnostic.self) {
      try read("<table-row number-rows-repeated=\"1048576\">\(wide)</table-row>")
    }
    #expect(error?.code == "file-refused")
    let beyond = #expect(throws: Diagnostic.self) {
      try read("<table-row number-rows-repeated=\"1048576\">\(cell)</table-row>" + head)
    }
    #expect(beyond?.code == "file-damaged")
  }

  @Test("what no value can be read from is told, and what is drawn on a cell is none")
  func unreadable() throws {
    let folder = try Folder()
    func read(_ cells: String) throws -> TableReading {
      let head = "<table-row><table-cell value-type=\"string\"><p>a</p></table-cell></table-row>"
      let path = try folder.write(
        Self.document(head + "<table-row>\(cells)</table-row>"), as: "t.ods")
      return try ODSReader(memoryLimit: 1 << 28).read(
        file: path, named: "t.ods", options: TableOptions())
    }
    let number = "</table-row><table-row><table-cell value-type=\"float\" value=\"2\"/>"
    // The hours of the last add up to more than 64 bits hold.
    let hours = "PT" + String(repeating: "9999999999H", count: 750_000)
    for time in ["-PT01H00M00S", "P1D", hours] {
      let reading = try read(
        "<table-cell value-type=\"time\" time-value=\"\(time)\"/>"
          + "<table-cell value-type=\"float\" value=\"1\"/>" + number)
      #expect(reading.table.column("a") == [.null, 2])
      #expect(reading.marks.contains("t.ods#A:A2 cell-day"))
    }
    let day = try read("<table-cell value-type=\"date\" date-value=\"x\"/>" + number)
    #expect(day.table.column("a") == [2])
    #expect(day.marks == ["t.ods#A:A2 cell-day"])
    let drawn = try read(
      "<table-cell value-type=\"string\"><rect><p>aside</p></rect><p>ja</p></table-cell>")
    #expect(drawn.table.column("a") == ["ja"])
    let broken = #expect(throws: Diagnostic.self) {
      try read("<table-cell value-type=\"float\" value=\"x\"/>")
    }
    #expect(broken?.code == "file-damaged")
  }

  @Test("a document behind a password")
  func locked() throws {
    let folder = try Folder()
    let path = try folder.write(
      MadeWorkbook.zip([
        (
          "META-INF/manifest.xml",
          Array("<manifest><file-entry><encryption-data/></file-entry></manifest>".utf8)
        ),
        ("content.xml", [1, 2, 3]),
      ]), as: "t.ods")
    let error = #expect(throws: Diagnostic.self) { try TableFile.read(path, named: "t.ods") }
    #expect(error?.code == "file-password")
  }
}
