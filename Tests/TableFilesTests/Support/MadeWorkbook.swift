import Foundation
import ZipFixtures

/// Makes workbooks whose parts no program would write.
enum MadeWorkbook {
  typealias File = (name: String, bytes: [UInt8])

  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A workbook with one sheet of this markup.
  static func bytes(sheet: [UInt8]) -> [UInt8] { zip(files(sheet: sheet)) }

  static func files(sheet: [UInt8], target: String = "worksheets/sheet1.xml") -> [File] {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ type: String, _ target: String) -> [UInt8] {
      Array(
        "<Relationships><Relationship Id=\"r1\" Type=\"\(kind)/\(type)\" Target=\"\(target)\"/></Relationships>"
          .utf8)
    }
    return [
      ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
      (
        "xl/workbook.xml",
        Array("<workbook><sheets><sheet name=\"Blad1\" id=\"r1\"/></sheets></workbook>".utf8)
      ),
      ("xl/_rels/workbook.xml.rels", relation("worksheet", target)),
      ("xl/worksheets/sheet1.xml", sheet),
    ]
  }

  static func zip(_ files: [File]) -> [UInt8] { ZipWriter.archive(files) }
}
