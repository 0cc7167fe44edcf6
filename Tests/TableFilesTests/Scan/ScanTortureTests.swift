import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// A text that is hard to cut into parts.
struct HardText: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  static let all = [
    HardText("doubled quotes", "a,b\n\"x\"\"y\",1\n\"\"\"\",2\n\"\"\"\"\"\",3\n\"\",4\n"),
    HardText("line ends in quotes", "a,b\n\"1\r\n2\r3\n\n4\",x\n\"\r\",\"\n\"\n\"\r\n\",z\n"),
    HardText("CRLF", "a,b\r\n1,x\r\n2,\"y\"\r\n\r\n3,\"z\r\n\"\r\n"),
    HardText("CR", "a,b\r1,x\r2,\"y\"\r\r3,z\r"),
    HardText("mixed line ends", "a,b\r\n1,x\n2,y\r3,z\n\r4,w\r\n\n\r5,v"),
    HardText(
      "quotes inside fields", "a,b\n5\" pipe,1\nx\"y\"z,2\n6\"\"7,3\n=\"007\",4\n\"ok\",5\n"),
    HardText("blanks behind quotes", "a,b\n\"x\"  ,1\n\"y\"\t,2\n\"z\", \n"),
    HardText("text behind a quote", "a,b\n\"x\",1\n\"y\"z,2\n\"w\",3\n"),
    HardText("unclosed quote", "a,b\n\"x\",1\n\"y,2\nz,3\n"),
    HardText("unclosed quote at the end", "a,b\nx,1\ny,\""),
    HardText("NUL", "a,b\n\u{0},1\nx\u{0}y,2\n"),
    HardText("header only", "a,b\n"), HardText("header without line end", "a,b"),
    HardText("no final line end", "a,b\n1,2\n3,4"), HardText("empty", ""),
    HardText("only blank lines", "\n\r\n\r"), HardText("one column", "a\n1\n\n3\r\n\r\n5"),
    HardText("no header", "1,2\n3,4\n5,6\n"), HardText("no header, blank first", "\n\n1\n2\n"),
    HardText("separator line", "sep=;\r\na;b\r\n1;2\r\n"),
    HardText("short rows", "a,b,c\n1\n1,2\n1,2,3\n\n,\n"),
    HardText("long rows", "a,b\n1,2,\n3,4,\"\",\n5,6\n"),
    HardText("too long a row", "a,b\n1,2\n3,4,5\n6,7\n"),
    HardText("byte order mark", [0xEF, 0xBB, 0xBF] + Array("å,b\nä,1\n".utf8)),
    HardText("invalid UTF-8", Array("å,ä\nö,1\nx,".utf8) + [0xC3] + Array("\né,2\n".utf8)),
    HardText("cut-off letter", Array("å,ä\nö,1\nx,".utf8) + [0xC3]),
    HardText("Windows-1252", [0x61, 0x2C, 0x62, 0x0A, 0xE5, 0x2C, 0x80, 0x0A, 0x93, 0x2C, 0x94]),
    HardText("a hole in Windows-1252", [0x61, 0x2C, 0x62, 0x0A, 0xE5, 0x2C, 0x81, 0x0A]),
    HardText("wide letters", "a,b\n😀,1\n€uro,2\n…,3\n\u{2028},4\n"),
    HardText("UTF-16, low first", wide("a;b\r\nå😀;1,5\r\n\"x\ny\";2\r\n", highFirst: false)),
    HardText("UTF-16, high first", wide("a;b\r\nå😀;1,5\r\n\"x\ny\";2\r\n", highFirst: true)),
    HardText("half a UTF-16 unit", wide("a;b\nx;1\n", highFirst: false) + [0x41]),
    HardText("half a pair", wide("a;b\nx;1\n", highFirst: false) + [0x3D, 0xD8]),
  ]

  private static func wide(_ text: String, highFirst: Bool) -> [UInt8] {
    "\u{FEFF}\(text)".utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return highFirst ? [high, low] : [low, high]
    }
  }
}

@Suite struct ScanTortureTests {
  @Test(arguments: HardText.all)
  func equalsTheReader(_ text: HardText) throws {
    let folder = try Folder()
    let path = try folder.write(text.bytes)
    let expected = try ScanComparison.reference(path)
    for size in [1, 2, 3, 7, 64] {
      for threads in [1, 2, 5] {
        let found = try ScanComparison.scan(path, partSize: size, threads: threads)
        #expect(found == expected, "parts of \(size), \(threads) threads")
      }
    }
  }

  /// The border of two parts, and of two blocks of 64 bytes, falls on every byte of the text.
  @Test(arguments: HardText.all.filter { $0.bytes.count > 8 && $0.bytes[0] < 0x80 })
  func equalsTheReaderAtEveryOffset(_ text: HardText) throws {
    let folder = try Folder()
    for shift in stride(from: 0, to: 70, by: 3) {
      let filler = Array((String(repeating: "f", count: shift) + "\n").utf8)
      let path = try folder.write(Array("a,b\n".utf8) + filler + text.bytes)
      let expected = try ScanComparison.reference(path)
      let found = try ScanComparison.scan(path, partSize: 67, threads: 2)
      #expect(found == expected, "shifted by \(shift)")
    }
  }

  @Test func longFields() throws {
    let folder = try Folder()
    let long = String(repeating: "x\"\"\n,", count: 30_000)
    let path = try folder.write(Array("a,b\n1,\"\(long)\"\n2,\"\(long)\"\n3,z\n".utf8))
    let expected = try ScanComparison.reference(path)
    for size in [16_384, 1 << 20] {
      #expect(try ScanComparison.scan(path, partSize: size, threads: 2) == expected)
    }
  }

  @Test func manyColumns() throws {
    let folder = try Folder()
    let names = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    let values = (0..<20_000).map { "\($0 % 7)" }.joined(separator: ",")
    let path = try folder.write(Array("\(names)\n\(values)\n1,2\n\(values)\n".utf8))
    let source = try FileSource.open(path)
    #expect(source.schema.fields.count == 20_000)
    let chunks = try ScanComparison.chunks(of: source, columns: [0, 19_999, 5])
    let rows = chunks.flatMap { chunk in
      (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
    }
    let row: [Cell] = [.integer(0), .integer(19_999 % 7), .integer(5)]
    #expect(rows == [row, [.integer(1), .null, .null], row])
  }

  @Test func onlyTheColumnsAskedFor() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,b,c\n1,x,2.5\n2,y,3.5\n".utf8))
    let source = try FileSource.open(path)
    let none = try ScanComparison.chunks(of: source, columns: [])
    #expect(none.map(\.rowCount) == [2])
    let two = try ScanComparison.chunks(of: source, columns: [2, 0])
    #expect(two[0].columns.map { $0[1] } == [.real(3.5), .integer(2)])
  }

  @Test func warningsAreCollected() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,a,\n1,2,3\n1\n\"\n\u{0}\",2\n1,2,3,,\n".utf8))
    let source = try FileSource.open(path)
    _ = try ScanComparison.chunks(of: source, columns: [0])
    _ = try ScanComparison.chunks(of: source, columns: [1])
    let expected = try CSVReader.read(file: path).diagnostics
    let found = FileSource.problems(of: source)
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
  }
}
