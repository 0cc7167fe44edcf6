import CZlib
import Foundation

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

  /// A zip archive of deflated files.
  static func zip(_ files: [File]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let packed = deflated(bytes)
      let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
      var common = little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4)
      common += little(Int(sum), 4) + little(packed.count, 4) + little(bytes.count, 4)
      common += little(name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory +=
        little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(archive.count, 4)
      directory += Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + packed
    }
    let start = archive.count
    archive += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
    archive += little(files.count, 2) + little(files.count, 2)
    return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The bytes packed, without zlib's header and sum.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, bytes, UInt(bytes.count), 9)
    return Array(packed[2..<Int(size) - 4])
  }
}
