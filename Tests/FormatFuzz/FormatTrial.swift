import Diagnostics
import Foundation
import TableFiles
import TableFixtures
import Tables
import ZipFixtures

/// One changed file; the same for the same seed.
struct FormatTrial {
  struct Original {
    var ending: String
    var bytes: [UInt8]
    /// The parts of a workbook.
    var parts: [(name: String, bytes: [UInt8])]
  }

  enum Verdict {
    case read
    case refused
    case wrong(String)
  }

  let ending: String
  private(set) var bytes: [UInt8]

  /// A table of the originals takes a few kilobytes.
  private static let memoryLimit = 64 << 20
  private static let longest = 10.0

  static var files: String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(folder)/TableFilesTests/Files"
  }

  static func originals(in folder: String, only: String? = nil) throws -> [Original] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      guard let dot = name.lastIndex(of: "."), TableFile.endings.contains(String(name[dot...]))
      else { return nil }
      let ending = String(name[name.index(after: dot)...])
      if let only, ending != only { return nil }
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let archive = ZipReader(bytes)
      return Original(
        ending: ending, bytes: bytes,
        parts: archive?.paths.map { ($0, archive?.files[$0] ?? []) } ?? [])
    }
  }

  init(seed: Int, of originals: [Original]) {
    var random = SeededGenerator(state: UInt64(truncatingIfNeeded: seed))
    let original = originals[Int.random(in: 0..<originals.count, using: &random)]
    ending = original.ending
    bytes = original.bytes
    let times = Int.random(in: 1...2, using: &random)
    // A change within a packed part would rarely be unpacked at all.
    if original.parts.isEmpty || Int.random(in: 0..<10, using: &random) == 0 {
      for _ in 0..<times { Self.change(&bytes, &random) }
    } else {
      var parts = original.parts
      for _ in 0..<times {
        let part = Int.random(in: 0..<parts.count, using: &random)
        Self.change(&parts[part].bytes, &random)
      }
      bytes = ZipWriter.archive(parts)
    }
  }

  /// What readers look at, and what they should not stumble over.
  private static let words = [
    "<c r=\"XFD1048576\"><v>1</v></c>", "<c t=\"s\"><v>99999999999999999999</v></c>",
    "<row r=\"0\">",
    "<row r=\"-1\"/>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#xD800;", "]]>",
    "<v>1e400</v>",
    "<v>-0</v>", " number-rows-repeated=\"99999999999\"", " number-columns-repeated=\"16384\"",
    "t=\"d\"",
    "t=\"inlineStr\"", "s=\"4000000000\"", "<mergeCell ref=\"A1:XFD1048576\"/>", "_xFFFF_", "../",
    "\u{0}",
    "<a><a><a><a>", "\"", "\\u", "\\ud800", "[[[[[[", "{\"\":{", ",", "1e999", "-", "\u{FFFD}",
    "9223372036854775808",
  ]

  private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return bytes = [UInt8.random(in: 0...255, using: &random)] }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 4:
      let other = Int.random(in: 0..<bytes.count, using: &random)
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: other)
    case 5:
      bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: place)
    default:
      // Numbers of binary formats: none, all, or one more.
      let value = [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
      for index in place..<min(bytes.count, place + 4) { bytes[index] = UInt8(value) }
    }
  }

  /// Reads the file, which is at a path.
  func verdict(in path: String) -> Verdict {
    let start = Date.now
    let verdict: Verdict
    do throws(Diagnostic) {
      let reading = try reader.read(file: path, named: "t.\(ending)", options: TableOptions())
      verdict = Self.check(reading)
    } catch {
      verdict = Self.fault(error).map { .wrong($0) } ?? .refused
    }
    let time = Date.now.timeIntervalSince(start)
    return time > Self.longest ? .wrong("\(time) seconds") : verdict
  }

  private var reader: any TableReader {
    switch ending {
    case "ods": ODSReader(memoryLimit: Self.memoryLimit)
    case "sav", "zsav", "dta": StatisticalReader(memoryLimit: Self.memoryLimit)
    case "json", "ndjson": JSONReader(memoryLimit: Self.memoryLimit)
    default: XLSXReader(memoryLimit: Self.memoryLimit)
    }
  }

  private static func check(_ reading: TableReading) -> Verdict {
    let table = reading.table
    if Set(table.schema.names).count != table.schema.names.count {
      return .wrong("names stand twice")
    }
    if reading.columns.count != table.schema.names.count {
      return .wrong("columns are not described")
    }
    // Every value is there to be read.
    for row in table.rows.prefix(200) {
      for name in table.schema.names { _ = row[name].written }
      if (row.line ?? 0) < 1 { return .wrong("a row has no line") }
    }
    return reading.diagnostics.lazy.compactMap(fault).first.map { .wrong($0) } ?? .read
  }

  /// What is wrong with a problem: it is one sentence, in both languages.
  private static func fault(_ problem: Diagnostic) -> String? {
    if problem.message.isEmpty || problem.message.contains("\n") {
      return "no sentence: \(problem)"
    }
    if problem.swedish == nil, !problem.code.hasPrefix("csv-") {
      return "not in Swedish: \(problem)"
    }
    return nil
  }
}
