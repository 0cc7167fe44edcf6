import Tables
import Testing

@testable import CSVFuzz
@testable import TableFiles

/// Fields larger than parts, and more columns than anybody has.
@Suite struct ScanSizeTests {
  /// A field of 10 MB, and how it stands in the file.
  struct LargeField: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let content: String
    let written: String

    init(_ name: String, repeating piece: String, isQuoted: Bool = true) {
      testDescription = name
      content = String(repeating: piece, count: 10_000_000 / piece.utf8.count)
      let doubled = piece.replacing("\"", with: "\"\"")
      let written = String(repeating: doubled, count: 10_000_000 / piece.utf8.count)
      self.written = isQuoted ? "\"\(written)\"" : written
    }

    static let quoted = LargeField("quoted", repeating: "Det var \"bra\", men\r\nlångt. ")
    static let bare = LargeField("bare", repeating: "Det var bra men långt. ", isQuoted: false)

    /// The field in a file, and what the file holds.
    var bytes: [UInt8] { Array("id,svar\n1,\(written)\n2,ja\n".utf8) }
    var rows: Outcome {
      .rows(
        [Field("id", .integer), Field("svar", .text)],
        [[.integer(1), .text(content)], [.integer(2), .text("ja")]])
    }
  }

  /// A hundred parts start and end in the field. ``TortureTests`` has a table made of the quoted
  /// one.
  @Test(arguments: [LargeField.quoted, .bare])
  func largeField(_ field: LargeField) throws {
    let folder = try Folder()
    let found = try ScanComparison.scan(folder.write(field.bytes), partSize: 99_991, threads: 2)
    #expect(Self.isSame(found, field.rows))
  }

  @Test(arguments: ["gz", "zst"])
  func largePackedField(_ ending: String) throws {
    let folder = try Folder()
    let field = LargeField.quoted
    let path = try folder.write(Packed.pack(field.bytes, ending), as: "t.csv.\(ending)")
    #expect(try Self.isSame(ScanComparison.scan(path, threads: 2), field.rows))
  }

  /// A difference of two such texts is no help in a message.
  private static func isSame(_ found: Outcome, _ expected: Outcome) -> Bool { found == expected }

  @Test(arguments: [",", "\",\""])
  func manyColumns(_ joint: String) throws {
    let count = 100_000
    let folder = try Folder()
    let quote = joint == "," ? "" : "\""
    func line(_ fields: [String]) -> String {
      quote + fields.joined(separator: joint) + quote + "\n"
    }
    let names = line((0..<count).map { "c\($0)" })
    let values = line((0..<count).map { "\($0 % 7)" })
    let bytes = Array((names + values + line(["1", "2"]) + values).utf8)
    let path = try folder.write(bytes)
    // The second size cuts rows into several parts.
    for size in [1 << 20, 50_000] {
      var options = FileSourceOptions()
      options.partSize = size
      let source = try FileSource.open(path, options: options)
      #expect(source.schema.fields.count == count)
      let chunks = try ScanComparison.chunks(of: source, columns: [0, count - 1, 5], threads: 2)
      let rows = chunks.flatMap { chunk in
        (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
      }
      let row: [Cell] = [.integer(0), .integer(Int64(count - 1) % 7), .integer(5)]
      #expect(rows == [row, [.integer(1), .null, .null], row])
    }
  }

  /// Room for the values of all columns is small where there are many.
  @Test func allOfManyColumns() throws {
    let count = 5_000
    let folder = try Folder()
    let lines = (0..<600).map { row in
      (0..<count).map { ["\(row)", "t\(row % 3)", ""][$0 % 3] }.joined(separator: ",") + "\n"
    }
    let names = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let path = try folder.write(Array((names + "\n" + lines.joined()).utf8))
    var options = FileSourceOptions()
    options.partSize = 4 << 20
    let source = try FileSource.open(path, options: options)
    var reader = try source.open(columns: Array(0..<count)).reader()
    var row = 0
    while let (_, chunks) = try reader.next() {
      for chunk in chunks {
        #expect(chunk.rowCount <= ColumnCapacity(columns: count).rows)
        for offset in 0..<chunk.rowCount {
          let cells = [0, 1, 2, count - 2, count - 1].map { chunk.columns[$0][offset] }
          let (number, text) = (Cell.integer(Int64(row)), Cell.text("t\(row % 3)"))
          #expect(cells == [number, text, .null, number, text])
          row += 1
        }
      }
    }
    #expect(row == 600)
  }

  /// Names that stand often are told apart in the time that it takes to read them.
  @Test(arguments: [("a", "a", "a_2", "a_50000"), ("", "column_1", "column_2", "column_50000")])
  func manyEqualNames(
    _ name: String, _ first: String, _ second: String, _ last: String
  ) throws {
    let folder = try Folder()
    let header = Array(repeating: name, count: 50_000).joined(separator: ",")
    let row = Array(repeating: "1", count: 50_000).joined(separator: ",")
    let path = try folder.write(Array("\(header)\n\(row)\n".utf8))
    let options = CSVOptions(hasHeader: true)
    var sourceOptions = FileSourceOptions(csv: options)
    sourceOptions.partSize = 1000
    let names = try FileSource.open(path, options: sourceOptions).schema.names
    #expect([names[0], names[1], names[49_999]] == [first, second, last])
    #expect(Set(names).count == 50_000)
    #expect(try CSVReader.read(file: path, options: options).table.schema.names == names)
  }
}
