import Foundation
import Tables
import Testing

@testable import TableFiles

@Suite struct ScanFuzzTests {
  /// For longer runs: `FUZZ_SEED=1 FUZZ_COUNT=10000 swift test --filter ScanFuzzTests`.
  private static let environment = ProcessInfo.processInfo.environment
  private static let firstSeed = environment["FUZZ_SEED"].flatMap { Int($0) } ?? 0
  private static let count = environment["FUZZ_COUNT"].flatMap { Int($0) } ?? 240

  /// Small files equal the reader of whole files cell by cell, whatever the parts.
  @Test(arguments: 0..<6)
  func equalsTheReader(_ round: Int) throws {
    let folder = try Folder()
    let sizes = [1, 2, 3, 7, 64, 1 << 20]
    for seed in Self.firstSeed..<Self.firstSeed + Self.count where seed % 6 == round {
      var fuzz = FuzzText(seed: UInt64(seed))
      let path = try folder.write(fuzz.text())
      let options = fuzz.options()
      let expected = try ScanComparison.reference(path, options)
      let size = sizes[(seed / 6) % sizes.count]
      let found = try ScanComparison.scan(
        path, options, partSize: size, threads: [1, 2, 5][seed / 36 % 3])
      #expect(found == expected, "seed \(seed), parts of \(size)")
    }
  }

  /// A state machine of a few lines finds the same fields in well-formed texts.
  @Test func equalsTheSimplestStateMachine() throws {
    let folder = try Folder()
    for seed in 0..<60 {
      var fuzz = FuzzText(seed: UInt64(seed))
      var text: [UInt8] = Array("a,b,c\n".utf8)
      var expected: [[String?]] = []
      for _ in 0..<fuzz.number(20) + 1 {
        let row = (0..<3).map { _ in (0..<fuzz.number(4)).map { _ in "x\"\n\r,".randomByte(&fuzz) }
        }
        let fields = row.map { "\"" + $0.joined().replacing("\"", with: "\"\"") + "\"" }
        text += Array((fields.joined(separator: ",") + "\n").utf8)
        expected.append(row.map { $0.joined() })
      }
      let path = try folder.write(text)
      let options = CSVOptions(delimiter: UInt8(ascii: ","), hasHeader: true)
      let found = try ScanComparison.scan(path, options, partSize: 1 + seed % 70, threads: 2)
      let cells = expected.map { $0.map { $0.map { Cell.text($0) } ?? .null } }
      #expect(SimpleCSV.rows(text).dropFirst().map { $0.map(Cell.text) } == cells)
      #expect(
        found == .rows([Field("a", .text), Field("b", .text), Field("c", .text)], cells),
        "seed \(seed)")
    }
  }
}

extension String {
  fileprivate func randomByte(_ fuzz: inout FuzzText) -> String {
    let scalars = Array(unicodeScalars)
    return String(Character(scalars[fuzz.number(scalars.count)]))
  }
}

/// The simplest state machine that reads well-formed CSV.
enum SimpleCSV {
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isInside = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if isInside {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if i < bytes.count, bytes[i] == byte {
          field.append(byte)
          i += 1
        } else {
          isInside = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInside = true
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
    }
    return rows
  }
}
