import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// Workbooks that somebody made to do harm, or that a transfer broke.
@Suite("Hostile workbooks")
struct HostileWorkbookTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func error(_ bytes: [UInt8], _ name: String = "t.xlsx", memory: Int = 1 << 28) throws
    -> Diagnostic?
  {
    let path = try folder.write(bytes, as: name)
    do throws(Diagnostic) {
      let reading = try XLSXReader(memoryLimit: memory).read(
        file: path, named: name, options: TableOptions())
      return reading.diagnostics.first { $0.severity == .error }
    } catch {
      return error
    }
  }

  @Test("a sheet of zeros is refused long before it is unpacked")
  func bomb() throws {
    let sheet = Array("<worksheet><sheetData>".utf8) + [UInt8](repeating: 0x20, count: 100 << 20)
    let found = try error(MadeWorkbook.bytes(sheet: sheet))
    #expect(found?.code == "file-refused")
    #expect(found?.message == "the file unpacks to far too much and is not read")
    #expect(found?.inSwedish.message == "filen packas upp till orimligt mycket och läses inte")
  }

  @Test("entities are refused, and never expanded")
  func entities() throws {
    let sheet = """
      <!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    #expect(try error(MadeWorkbook.bytes(sheet: Array(sheet.utf8)))?.code == "file-refused")
  }

  @Test("cells far apart do not fill the memory")
  func sparse() throws {
    let rows = (1...40).map { row in
      "<row r=\"\(row)\"><c r=\"\(CellPlace.letters(16_383))\(row)\"><v>1</v></c></row>"
    }.joined()
    let sheet = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
    #expect(try error(MadeWorkbook.bytes(sheet: sheet)) == nil)
    let wide = (0..<2000).map { "<c r=\"\(CellPlace.letters($0))1\"><v>1</v></c>" }.joined()
    let long = (2...5000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
    let both = "<worksheet><sheetData>\(long)<row r=\"5001\">\(wide)</row></sheetData></worksheet>"
      .replacing("1\"><v>", with: "1\"><v>")
    #expect(
      try error(MadeWorkbook.bytes(sheet: Array(both.utf8)), memory: 1 << 20)?.code
        == "file-refused")
  }

  @Test("a long text in every cell of a row is refused before it fills the memory")
  func texts() throws {
    let text = String(repeating: "x", count: 100_000)
    let cells = (0..<16_384).map { _ in "<c t=\"s\"><v>0</v></c>" }.joined()
    let row = "<row><c t=\"str\"><v>a</v></c></row>"
    // In the first rows, which wait for the names, and below them.
    for before in [0, 40] {
      let rows = String(repeating: row, count: before)
      let sheet = "<worksheet><sheetData>\(rows)<row>\(cells)</row>"
      var files = MadeWorkbook.files(sheet: Array("\(sheet)</sheetData></worksheet>".utf8))
      let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      files[2].bytes = Array(
        """
        <Relationships><Relationship Id="r1" Type="\(kind)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="r2" Type="\(kind)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
        """.utf8)
      files.append(("xl/sharedStrings.xml", Array("<sst><si><t>\(text)</t></si></sst>".utf8)))
      #expect(try error(MadeWorkbook.zip(files), memory: 1 << 24)?.code == "file-refused")
    }
  }

  @Test(
    "a message names errors alone",
    arguments: [
      ("#DIV/0!", "#DIV/0!"), ("#NAME?", "#NAME?"), ("Err:502", "Err:502"), ("nej", "#?"),
      ("# mitt svar", "#?"), ("#svar\nsvar", "#?"),
    ])
  func errors(_ name: String, _ shown: String) throws {
    let sheet = """
      <worksheet><sheetData><row><c t="str"><v>a</v></c></row>\
      <row><c t="e"><v>\(name)</v></c></row></sheetData></worksheet>
      """
    let path = try folder.write(MadeWorkbook.bytes(sheet: Array(sheet.utf8)), as: "t.xlsx")
    let reading = try TableFile.read(path, named: "t.xlsx")
    #expect(
      reading.diagnostics.map(\.message) == [
        "the cell holds the error \(shown) and is read as missing"
      ])
  }

  @Test("places that no sheet has", arguments: ["XFE1", "A1048577", "A0", "", "1", "A-1"])
  func places(_ name: String) throws {
    let sheet =
      "<worksheet><sheetData><row><c r=\"\(name)\"><v>1</v></c></row></sheetData></worksheet>"
    #expect(try error(MadeWorkbook.bytes(sheet: Array(sheet.utf8)))?.code == "file-damaged")
  }

  @Test("deep nesting and tags without end")
  func nesting() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try error(MadeWorkbook.bytes(sheet: Array(deep.utf8)))?.code == "file-damaged")
    let long = "<worksheet a=\"" + String(repeating: "x", count: 20 << 20)
    #expect(try error(MadeWorkbook.bytes(sheet: Array(long.utf8))) != nil)
  }

  @Test("names that lead out of a folder are names like others")
  func traversal() throws {
    let sheet = Array(
      "<worksheet><sheetData><row><c t=\"str\"><v>a</v></c></row></sheetData></worksheet>".utf8)
    var files = MadeWorkbook.files(sheet: sheet)
    files.append(("../../../../tmp/evil", Array("x".utf8)))
    files.append(("/etc/passwd", Array("x".utf8)))
    #expect(try error(MadeWorkbook.zip(files)) == nil)
    // A sheet whose part points out of the archive is not there.
    let outside = MadeWorkbook.files(sheet: sheet, target: "../../../../etc/passwd")
    #expect(try error(MadeWorkbook.zip(outside))?.code == "file-damaged")
  }

  @Test("a file cut off anywhere, or of zeros")
  func cut() throws {
    let whole = try MadeWorkbook.bytes(of: DataFile.path("openpyxl.xlsx"))
    for end in stride(from: 0, to: whole.count, by: 97) {
      #expect(try error(Array(whole[..<end]))?.code == "file-damaged", "\(end) bytes")
    }
    #expect(try error([UInt8](repeating: 0, count: 5000))?.code == "file-damaged")
  }

  @Test("an Office document behind a password, and an old workbook")
  func container() throws {
    var ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    ole += [UInt8](repeating: 0, count: 22) + [9, 0] + [UInt8](repeating: 0, count: 480)
    #expect(try error(ole)?.code == "file-kind")
    ole += Array("EncryptedPackage".utf8).flatMap { [$0, 0] }
    #expect(try error(ole)?.code == "file-password")
    #expect(try error(ole)?.inSwedish.message == "filen är skyddad med lösenord och kan inte läsas")
  }
}
