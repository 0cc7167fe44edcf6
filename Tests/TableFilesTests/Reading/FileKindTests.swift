import Diagnostics
import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

@Suite("Files of another kind")
struct FileKindTests {
  /// The first bytes of a file: by the formats' own documents.
  static let cases: [(bytes: [UInt8], message: String)] = [
    (
      zip("[Content_Types].xml", "xl/workbook.xml"),
      "the file is an Excel workbook (.xlsx), not CSV"
    ),
    (
      zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ""),
      "the file is an OpenDocument sheet (.ods), not CSV"
    ),
    (zip("svar.csv", ""), "the file is a zip archive, not CSV"),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600),
      "the file is an old Excel workbook (.xls) or another Office document, not CSV"
    ),
    (Array("%PDF-1.7\n%âãÏÓ\n".utf8), "the file is a PDF document, not CSV"),
    (Array("<!DOCTYPE html>\n<html>".utf8), "the file is a web page (HTML), not CSV"),
    (Array("\u{FEFF}\r\n<HTML><table>".utf8), "the file is a web page (HTML), not CSV"),
    (Array("<?xml version=\"1.0\"?>\n".utf8), "the file is XML, not CSV"),
    (Array("SQLite format 3\0".utf8), "the file is an SQLite database, not CSV"),
    (Array("PAR1\u{15}\u{4}".utf8), "the file is Parquet, not CSV"),
  ]

  private static func zip(_ first: String, _ second: String) -> [UInt8] {
    [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + Array(repeating: 0xFF, count: 22) + Array(first.utf8)
      + Array(repeating: 0xE5, count: 300) + Array(second.utf8)
  }

  @Test(
    "One sentence says what it is and what to do, for a table and for a query",
    arguments: cases.indices)
  func kind(_ index: Int) throws {
    let (bytes, message) = Self.cases[index]
    let folder = try Folder()
    let path = try folder.write(bytes)
    let file = try CSVReader.read(file: path)
    #expect(file.diagnostics.map(\.message) == [message])
    #expect(file.codes == ["csv-kind"] && file.hasErrors && file.table.rowCount == 0)
    #expect(file.diagnostics.allSatisfy { !$0.fixes.isEmpty })
    #expect(
      try ScanComparison.scan(path).description
        == ScanComparison.reference(path).description)
    // Packed as well.
    let packed = try folder.write(Packed.gzip(bytes), as: "packed.csv")
    #expect(try CSVReader.read(file: packed).diagnostics.map(\.message) == [message])
  }

  @Test("What is packed is unpacked, whatever it is called", arguments: ["gz", "zst"])
  func packed(_ ending: String) throws {
    let folder = try Folder()
    let text = Array("a,b\n1,x\n2,y\n".utf8)
    let path = try folder.write(Packed.pack(text, ending), as: "t.csv")
    let expected = try ScanComparison.reference(folder.write(text))
    let table = CSVReader.read(bytes: text).table
    #expect(try CSVReader.read(file: path).table.cells == table.cells)
    #expect(try ScanComparison.scan(path) == expected)
    let damaged = try folder.write(Array(Packed.pack(text, ending).dropLast(3)), as: "d.csv")
    let error = #expect(throws: Diagnostic.self) { try CSVReader.read(file: damaged) }
    #expect(error?.code == "csv-packed")
  }

  @Test(
    "Text that only looks a little like it is text",
    arguments: [
      "PK,b\n1,2\n", "PAR1,b\n1,2\n", "<5,b\n1,2\n", "a;b\n<html>;2\n", "%PDF,b\n1,2\n",
    ])
  func text(text: String) { #expect(!read(text).hasErrors) }
}
