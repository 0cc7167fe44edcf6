import Diagnostics
import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

/// Types that a sample gets wrong are found in the end.
@Suite struct ScanTypeTests {
  private static let small = FileSourceOptions.Sample(
    wholeLimit: 100, firstStretch: 200, stretch: 32, stretches: 2, head: 1000)

  /// Values that stand alone in the middle of a column of others.
  @Test(
    arguments: [
      ("1", "x"), ("1", "2.5"), ("1", "2,5"), ("1", "007"), ("1", "5 %"), ("1", "\"a\"\"b\""),
      ("1.5", "true"), ("2023-06-22", "2023-06-22T08:30"), ("2023-06-22", "1"),
      ("true", "ja"), ("", "5"), ("NA", "x"), ("", "\"\""), ("x", "1"), ("5 %", "5"),
      ("1", "999999999999999999999"),
    ], [1, 2])
  func contradictions(_ values: (usual: String, odd: String), _ threads: Int) throws {
    let folder = try Folder()
    var lines = (0..<200).map { "\($0),\(values.usual),text" }
    lines[133] = "133,\(values.odd.contains(",") ? "\"\(values.odd)\"" : values.odd),text"
    let path = try folder.write(Array(("id,value,note\n" + lines.joined(separator: "\n")).utf8))
    let expected = try ScanComparison.reference(path)
    let found = try ScanComparison.scan(
      path, partSize: 256, threads: threads, sample: Self.small)
    #expect(found == expected)
  }

  /// A column that nobody reads is not checked, so that there is no restart.
  @Test func onlyReadColumnsAreChecked() throws {
    let folder = try Folder()
    let lines = (0..<400).map { $0 == 333 ? "x,1" : "1,1" }
    let path = try folder.write(Array(("a,b\n" + lines.joined(separator: "\n")).utf8))
    var options = FileSourceOptions()
    (options.sample, options.partSize) = (Self.small, 256)
    let source = try FileSource.open(path, options: options)
    #expect(source.schema.fields[0].type == .integer)
    #expect(try ScanComparison.chunks(of: source, columns: [1]).map(\.rowCount).reduce(0, +) == 400)
    #expect(throws: TypeContradiction.self) {
      try ScanComparison.chunks(of: source, columns: [0])
    }
  }

  /// Parts that start in long quotes without any quote in them look like rows.
  @Test func samplesInsideQuotes() throws {
    let folder = try Folder()
    let inner = String(repeating: "x,y\n", count: 2000)
    let rows = (0..<5).map { "\($0),\"\(inner)\"\n" }.joined()
    let path = try folder.write(Array(("a,b\n" + rows).utf8))
    let expected = try ScanComparison.reference(path)
    let found = try ScanComparison.scan(path, partSize: 512, sample: Self.small)
    #expect(found == expected)
  }

  /// The encoding shows only behind the sample.
  @Test(arguments: [[0xE5], [0xC3, 0xA5, 0xC3, 0xA4, 0xE5]] as [[UInt8]])
  func lateEncoding(_ letters: [UInt8]) throws {
    let folder = try Folder()
    let row = Array("1,abc\n".utf8)
    var bytes = Array("a,b\n".utf8)
    for _ in 0..<4000 { bytes += row }
    bytes += Array("2,".utf8) + letters + Array("\n".utf8)
    let path = try folder.write(bytes)
    var options = FileSourceOptions()
    options.sample = Self.small
    let source = try FileSource.open(path, options: options)
    var restarted: (any ChunkSource)?
    #expect(throws: TypeContradiction.self) {
      do {
        var reader = try source.open(columns: [0]).reader()
        while try reader.next() != nil {}
      } catch let contradiction as TypeContradiction {
        do {
          restarted = try contradiction.source()
        } catch let error as Diagnostic {
          #expect(error.code == "csv-encoding" && error.location.line == 4002)
        }
        throw contradiction
      }
    }
    if let restarted, let last = try Self.lastChunk(restarted) {
      #expect(last.columns[0][last.rowCount - 1] == .text("å"))
    } else {
      #expect(letters.count > 1)
    }
  }

  private static func lastChunk(_ source: any ChunkSource) throws -> Chunk? {
    var reader = try source.open(columns: [1]).reader()
    var last: Chunk?
    while let (_, chunks) = try reader.next() { last = chunks.last ?? last }
    return last
  }

  @Test func declaredTypes() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,b\n1,x\n2,y\n\"\nz\",w\n".utf8))
    let found = try ScanComparison.scan(path, CSVOptions(types: ["a": .integer]), partSize: 4)
    #expect(found == (try ScanComparison.reference(path, CSVOptions(types: ["a": .integer]))))
    guard case .refused(let error) = found else {
      Issue.record("not refused")
      return
    }
    #expect(error.location.line == 4 && error.code == "csv-type")
    guard
      case .refused(let refusal) = try ScanComparison.scan(
        path, CSVOptions(types: ["a": .interval]))
    else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.message == "column 'a' is declared interval, which no file holds")
  }

  /// The numbers of a declared column tell the decimal mark, whatever else it holds, and whichever
  /// worker looks at which part.
  @Test func declaredColumnsOfTexts() throws {
    let folder = try Folder()
    let text = "a,b\n" + ["x", "y", "z", "1.5", "58.5 %"].map { "\($0),\"2,5\"\n" }.joined()
    let path = try folder.write(Array(text.utf8))
    let csv = CSVOptions(types: ["a": .real])
    let expected = try CSVReader.read(file: path, options: csv).table.schema
    #expect(expected.fields.map(\.type) == [.real, .text])
    for size in 1...text.utf8.count {
      var options = FileSourceOptions(csv: csv)
      options.partSize = size
      #expect(try FileSource.open(path, options: options).schema == expected, "parts of \(size)")
    }
  }

  /// A column of ever new texts gets a pool a part, so that memory stays bounded.
  @Test func diverseTexts() throws {
    let folder = try Folder()
    let lines = (0..<80_000).map { "unique text number \($0)" }
    let path = try folder.write(Array(("a\n" + lines.joined(separator: "\n")).utf8))
    var options = FileSourceOptions()
    options.partSize = 1 << 18
    let source = try FileSource.open(path, options: options)
    var reader = try source.open(columns: [0]).reader()
    var (row, pools) = (0, Set<ObjectIdentifier>())
    while let (_, chunks) = try reader.next() {
      for chunk in chunks {
        guard case .text(let codes, let pool) = chunk.columns[0].storage else { continue }
        pools.insert(ObjectIdentifier(pool))
        #expect(codes.count <= Chunk.capacity)
        let texts = codes.map { pool.string($0) }
        #expect(texts == Array(lines[row..<row + codes.count]))
        row += codes.count
      }
    }
    #expect(row == lines.count)
    #expect(pools.count > 1)
  }
}
