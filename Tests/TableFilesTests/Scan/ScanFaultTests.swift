import Diagnostics
import Testing

@testable import CSVFuzz
@testable import TableFiles

/// Of several faults the scan reports the one that the reading byte by byte puts first, whether or
/// not it looks at the whole file at once.
@Suite struct ScanFaultTests {
  struct Faulty: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let code: String

    init(_ name: String, _ parts: [String], joinedBy byte: UInt8, _ code: String) {
      testDescription = name
      bytes = Array(parts.map { Array($0.utf8) }.joined(separator: [byte]))
      self.code = code
    }

    init(_ name: String, _ text: String, _ code: String) {
      self.init(name, [text], joinedBy: 0, code)
    }

    static let all = [
      Faulty(
        "a bad byte before text behind a quote, first row", ["\"", "y\"x,2\n1,2\n"],
        joinedBy: 0xE5, "csv-encoding"),
      Faulty(
        "text behind a quote before a bad byte, first row", ["\"y\"x,2", "\n1,2\n"],
        joinedBy: 0xE5, "csv-quote"),
      Faulty(
        "a bad byte as the text behind a quote, first row", ["\"y\"", ",2\n1,2\n"],
        joinedBy: 0xE5, "csv-encoding"),
      Faulty(
        "a bad byte as the text behind a quote", ["a,b\n\"y\"", ",2\n"], joinedBy: 0xE5,
        "csv-encoding"),
      Faulty(
        "a bad byte where a row is too long", ["a,b\n1,2,", "\n"], joinedBy: 0xE5, "csv-encoding"),
      Faulty("an open quote where a row is too long", "a\n1,\"x\n", "csv-unclosed-quote"),
      Faulty(
        "an open quote behind a place where a row is too long", "a\n1,2,\"x\n", "csv-long-row"),
      Faulty("text behind a quote where a row is too long", "a\n1,\"x\"y\n", "csv-long-row"),
    ]
  }

  @Test(arguments: Faulty.all, [0, 1 << 20])
  func firstFault(_ text: Faulty, _ wholeLimit: Int) throws {
    let folder = try Folder()
    let path = try folder.write(text.bytes)
    let sample = FileSourceOptions.Sample(wholeLimit: wholeLimit)
    for hasHeader in [true, false] {
      let options = CSVOptions(
        delimiter: UInt8(ascii: ","), encoding: .utf8, hasHeader: hasHeader)
      let expected = try ScanComparison.reference(path, options)
      for size in [3, 1 << 20] {
        let found = try ScanComparison.scan(path, options, partSize: size, sample: sample)
        #expect(found == expected, "parts of \(size)")
        guard case .refused(let error) = found else {
          Issue.record("not refused")
          continue
        }
        #expect(error.code == text.code)
      }
    }
  }
}
