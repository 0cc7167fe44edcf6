import Diagnostics
import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

extension HardText: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
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

  /// A border of two parts falls on every byte behind the first record: parts of every size.
  @Test(arguments: HardText.all)
  func everyBorder(_ text: HardText) throws {
    let folder = try Folder()
    let path = try folder.write(text.bytes)
    let expected = try ScanComparison.reference(path)
    for size in 1...text.bytes.count + 8 {
      let found = try ScanComparison.scan(path, partSize: size, threads: 1 + size % 2)
      #expect(found == expected, "parts of \(size)")
    }
  }

  /// The same beside the simplest state machine, which knows texts only.
  @Test(arguments: HardText.all)
  func everyBorderAsTexts(_ text: HardText) throws {
    let folder = try Folder()
    let path = try folder.write(text.bytes)
    let bytes = text.decoded ?? text.bytes
    for delimiter in Array(",;".utf8) {
      let expected = SimpleCSV.read(bytes, delimiter: delimiter)
      let options = CSVOptions.texts(
        delimiter: delimiter, width: expected.width,
        encoding: text.decoded == nil ? .utf8 : nil)
      for size in 1...text.bytes.count + 8 {
        let found = try ScanComparison.scan(path, options, partSize: size, threads: 1 + size % 2)
        #expect(expected.agrees(with: found), "parts of \(size): \(found), not \(expected)")
      }
    }
  }

  /// The border of two blocks of 64 bytes falls on every byte of the text, with one part and with
  /// borders of parts that move against those of the blocks.
  @Test(arguments: HardText.all.filter { $0.bytes.count > 8 && $0.bytes[0] < 0x80 })
  func everyBlock(_ text: HardText) throws {
    let folder = try Folder()
    for shift in 0..<64 {
      let filler = Array((String(repeating: "f", count: shift) + "\n").utf8)
      let path = try folder.write(Array("a,b\n".utf8) + filler + text.bytes)
      let expected = try ScanComparison.reference(path)
      for size in [67, 1 << 20] {
        let found = try ScanComparison.scan(path, partSize: size, threads: 2)
        #expect(found == expected, "shifted by \(shift), parts of \(size)")
      }
    }
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
