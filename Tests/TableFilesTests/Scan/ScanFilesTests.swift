import Diagnostics
import Foundation
import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

/// Packed files, pipes and patterns.
@Suite struct ScanFilesTests {
  private static let text = Array(
    ("a,b\n" + (0..<3000).map { "\($0),\"row\n\($0 * 7919 % 1009)\"\n" }.joined()).utf8)

  @Test(arguments: ["gz", "zst"], [1, 2, 5])
  func packed(_ ending: String, _ threads: Int) throws {
    let folder = try Folder()
    let expected = try ScanComparison.reference(folder.write(Self.text))
    let half = Self.text.count / 2
    let parts =
      Packed.pack(Array(Self.text[..<half]), ending)
      + Packed.pack([], ending) + Packed.pack(Array(Self.text[half...]), ending)
    let path = try folder.write(parts, as: "t.csv.\(ending)")
    #expect(try ScanComparison.scan(path, partSize: 1000, threads: threads) == expected)
    let sample = FileSourceOptions.Sample(wholeLimit: 500)
    #expect(
      try ScanComparison.scan(path, partSize: 1000, threads: threads, sample: sample) == expected)
  }

  @Test(arguments: [
    ("gz", "the gzip file ends too early"), ("zst", "the Zstandard file ends too early"),
  ])
  func truncated(_ ending: String, _ message: String) throws {
    let folder = try Folder()
    let packed = Packed.pack(Self.text, ending)
    for count in [0, 1, 5, packed.count / 2, packed.count - 1] {
      let path = try folder.write(Array(packed[..<count]), as: "t.csv.\(ending)")
      let error = #expect(throws: Diagnostic.self) { try FileSource.open(path) }
      #expect(error?.message == message && error?.code == "csv-packed", "\(count) bytes")
    }
    var damaged = packed
    damaged[packed.count / 2] ^= 0xFF
    damaged[0] ^= 0xFF
    let path = try folder.write(damaged, as: "t.csv.\(ending)")
    let error = #expect(throws: Diagnostic.self) { try FileSource.open(path) }
    #expect(error?.message.hasSuffix(", or it is damaged") == true)
  }

  /// Hands out a text byte by byte, as a slow pipe does.
  private struct SlowFeed: ByteFeed {
    var rest: ArraySlice<UInt8>
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      guard let byte = rest.popFirst() else { return 0 }
      buffer[0] = byte
      return 1
    }
  }

  @Test(arguments: HardText.all)
  func bytewise(_ text: HardText) throws {
    let folder = try Folder()
    let expected = try ScanComparison.reference(folder.write(text.bytes))
    func open() throws -> Outcome {
      let store = try ByteStore(SlowFeed(rest: text.bytes[...]), named: "\(folder.path)/table.csv")
      var options = FileSourceOptions()
      options.partSize = 5
      options.sample.wholeLimit = 10
      return try ScanComparison.rows(of: CSVSource([store], options: options), threads: 2)
    }
    do {
      #expect(try open() == expected)
    } catch let error as Diagnostic {
      #expect(.refused(error) == expected)
    }
  }

  @Test func pipe() throws {
    let pipe = Pipe()
    let thread = Thread {
      pipe.fileHandleForWriting.write(Data(Self.text))
      try? pipe.fileHandleForWriting.close()
    }
    thread.start()
    let found = try ScanComparison.scan(
      "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)", partSize: 700, threads: 2)
    let folder = try Folder()
    #expect(found == (try ScanComparison.reference(folder.write(Self.text))))
  }

  @Test func patterns() throws {
    let folder = try Folder()
    _ = try folder.write(Array("a,b\n1,x\n2,y\n".utf8), as: "p-2.csv")
    _ = try folder.write(Array("b;a\nz;2,5\n".utf8), as: "p-10.csv")
    _ = try folder.write(Packed.gzip(Array("a,b\n,NA\n".utf8)), as: "p-3.csv.gz")
    let expected = Outcome.rows(
      [Field("a", .real), Field("b", .text)],
      [
        [.real(2.5), .text("z")], [.real(1), .text("x")], [.real(2), .text("y")],
        [.null, .text("NA")],
      ])
    var reordered = expected
    if case .rows(_, let rows) = expected {
      reordered = .rows([Field("b", .text), Field("a", .real)], rows.map { $0.reversed() })
    }
    for threads in [1, 3] {
      let found = try ScanComparison.scan("\(folder.path)/p-*", partSize: 3, threads: threads)
      #expect(found == reordered)
    }
    let single = try ScanComparison.scan("\(folder.path)/p-2.cs[v]")
    #expect(single == (try ScanComparison.reference("\(folder.path)/p-2.csv")))
  }

  @Test func refusals() throws {
    let folder = try Folder()
    _ = try folder.write(Array("a,b\n1,x\n".utf8), as: "p-1.csv")
    _ = try folder.write(Array("a,c,d\n1,x,2\n".utf8), as: "p-2.csv")
    let cases = [
      (
        "\(folder.path)/p-*.csv", "\(folder.path)/p-2.csv",
        "the file lacks column 'b' and has columns 'c', 'd' besides, compared with "
          + "\(folder.path)/p-1.csv"
      ),
      ("\(folder.path)/q-*", "\(folder.path)/q-*", "no file matches the pattern"),
      ("\(folder.path)/q", "\(folder.path)/q", "there is no such file"),
      (folder.path, folder.path, "this is a folder, not a file"),
      ("\(folder.path)/q.gz", "\(folder.path)/q.gz", "there is no such file"),
    ]
    for (path, file, message) in cases {
      let error = #expect(throws: Diagnostic.self) { try FileSource.open(path) }
      #expect(error?.message == message)
      #expect(error?.location.file == file)
    }
  }
}
