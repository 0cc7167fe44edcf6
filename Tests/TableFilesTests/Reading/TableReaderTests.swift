import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// A text whose fields are found 64 bytes at a time, in parts, gives the table and the messages of the
/// text that is mended byte by byte.
@Suite("Reading whole files")
struct TableReaderTests {
  static let wellFormed = [
    "a,b\n1,x\n2,y\n", "a,b\r\n1,x\r\n2,y", "a;b\n1,5;å\n2,5;\"ö;ä\"\n",
    "dag,tid\n2023-01-02,2023-01-02 10:00\n2023-01-03,2023-01-03 11:30\n",
    "id,svar\np1,ja\np2,\np3,vet ej\n", "procent\n12 %\n13 %\n",
    // Short rows, blank lines, line ends in values, a row that is empty where there is no column.
    "a,b\n1\n2,y\n", "a,b\n1,x\n\n2,y\n\n", "a,b\n1,\"x\ny\"\n2,z\n",
    "a,b\r\n\r\n1,\"x\r\ny\"\r2,z",
    "a,b\n1,x,\n2,y\n", "a,b\n\"1\"\t \n2,y,\"\" \n", "a\n\n1\n\n",
    // Nothing but names, no names, names that are none, titles.
    "a,b\n", "1,x\n2,y\n3,z\n", "a,a\n1,2\n", "a,\n1,2\n", "Uttag 2024\n\na;b\n1;2\n3;4\n4;5\n",
    // A value that keeps a column text, and NUL characters here and there.
    "a\n" + (1...100).map { "\($0)\n" }.joined() + "vet ej\n", "a\0,b\n1,\0\n2,\"\0\0\"\n\03,\n",
    // Letters of several bytes across parts, and longer than what is looked through for the end of one.
    "a,b\n1,Åäö – \u{1F600}\n2,ÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅÅ\n",
    "a,b\n1,x\n2,\(String(repeating: "å", count: 5000))\n",
  ]
  static let faulty = [
    "a,b\n1,\"x\n", "a,b\n1,\"x\" y\n2,z\n", "\"a,b\n1,2\n", "a,b\n1,2,3\n4,5\n", "", "\n",
    "a,b\n1,\"x\" \"y\" \n\"2,\"\"z\"\"\n3,4\n",
  ]

  static func whole(
    _ text: String, _ options: CSVOptions = CSVOptions(), partSize: Int
  ) throws -> CSVFile {
    var sourceOptions = FileSourceOptions(csv: options)
    sourceOptions.partSize = partSize
    return try CompleteReading(options: sourceOptions).read(
      ByteStore(Array(text.utf8), named: "t.csv"))
  }

  static func mended(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVFile {
    var reading = MendedReading(named: "t.csv", options)
    return try reading.read(Array(text.utf8))
  }

  static func expectSame(_ found: CSVFile, _ expected: CSVFile, _ what: String) {
    #expect(found.table.schema == expected.table.schema, "\(what)")
    #expect(found.table.cells == expected.table.cells, "\(what)")
    #expect(found.table.lines == expected.table.lines, "\(what)")
    #expect(found.table.name == expected.table.name, "\(what)")
    #expect(found.diagnostics == expected.diagnostics, "\(what)")
    #expect(found.dialect == expected.dialect, "\(what)")
  }

  /// The encoding is that of the whole file, of whatever parts it is found out.
  @Test(arguments: [
    "a,b\n1,å\n2,x\n", "a,b\n1,ååå\n2,Åäö\n",
    "a,b\n1,x\n2,\(String(repeating: "å", count: 5000))\n",
  ])
  func encodingOfParts(_ text: String) throws {
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    // One byte that is no UTF-8 among more letters that are.
    let mixed = Array(text.utf8) + Array("3,ååååå".utf8) + [0xE5, 0x0A]
    for bytes in [latin, mixed] {
      var reading = MendedReading(named: "t.csv", CSVOptions())
      let expected = try reading.read(bytes)
      for size in [1, 2, 3, 7, 64, 1 << 20] {
        var options = FileSourceOptions(csv: CSVOptions())
        options.partSize = size
        let found = try CompleteReading(options: options).read(bytes: bytes, named: "t.csv")
        Self.expectSame(found, expected, "parts of \(size)")
      }
    }
  }

  @Test("parts of any size, and mended byte by byte", arguments: wellFormed + faulty)
  func parts(_ text: String) throws {
    let expected = try Self.mended(text)
    for size in [1, 2, 3, 7, 64, 1 << 20] {
      let found = try Self.whole(text, partSize: size)
      Self.expectSame(found, expected, "\(text.debugDescription), parts of \(size)")
    }
  }

  @Test("values that do not fit a declared type: the first of each part, and their number")
  func declared() throws {
    let options = CSVOptions(types: ["a": .integer, "b": .date])
    let rows = (1...60).map { "\($0 % 2 == 0 ? "nej" : "\($0)"),\($0 % 3 == 0 ? "x" : "")\n" }
    let text = "a,b\n" + rows.joined()
    let expected = try Self.mended(text, options)
    // 30 and 20 values; 20 are told with their places.
    #expect(expected.codes.count { $0 == "csv-type" } == 21)
    #expect(
      expected.diagnostics.first?.location == SourceLocation(file: "t.csv", line: 3, column: 1))
    #expect(expected.diagnostics.last?.message == "30 more of this kind are not listed")
    for size in [1, 50, 1 << 20] {
      Self.expectSame(try Self.whole(text, options, partSize: size), expected, "parts of \(size)")
    }
  }

  @Test("shorter and longer rows are counted apart, and their places agree")
  func kinds() throws {
    let rows = (1...70).map { $0 % 3 == 0 ? "\($0),x,\n" : $0 % 3 == 1 ? "\($0)\n" : "\0\($0),y\n" }
    let text = "a,b\n" + rows.joined() + "99,z\n"
    let expected = try Self.mended(text)
    // 24 short rows, 23 with a field too many, 23 NUL characters; 20 of each are told.
    #expect(expected.codes.count { $0 == "csv-short-row" } == 21)
    #expect(expected.codes.count { $0 == "csv-long-row" } == 21)
    #expect(expected.codes.count { $0 == "csv-nul" } == 21)
    for size in [1, 50, 1 << 20] {
      Self.expectSame(try Self.whole(text, partSize: size), expected, "parts of \(size)")
    }
  }

  @Test("a type that no file holds is an error, and the column stays text")
  func interval() throws {
    let file = try Self.whole(
      "a,b\n1,x\n", CSVOptions(types: ["a": .interval]), partSize: 1 << 20)
    #expect(
      file.messages == [
        """
        t.csv: error[csv-type]: column 'a' is declared interval, which no file holds
          fix: declare it as text and cast it in the query
        """
      ])
    #expect(file.table.schema.fields.map(\.type) == [.text, .text])
    #expect(file.table.cells == [["1", "x"]])
  }

  @Test("many parts, read by several workers, stay in order")
  func large() throws {
    let rows = 120_000
    var text = "n,id,svar\n"
    for row in 0..<rows { text += "\(row),person-\(row),\(row % 3 == 0 ? "ja" : "nej")\n" }
    let file = try Self.whole(text, partSize: 1 << 20)
    #expect(file.table.lines == .consecutive(from: 2))
    #expect(file.table.cells == (try Self.mended(text)).table.cells)
  }

  @Test("a file is read by the reader of its format, and a table knows what it was told")
  func seam() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,b\n1,x\n".utf8), as: "t.CSV")
    let reading = try TableFile.read(
      path, named: "t.CSV", options: TableOptions(types: ["b": .text], tableName: "svar"))
    #expect(reading.table.name == "svar")
    #expect(reading.columns == [ColumnDescription(), ColumnDescription(declaredType: .text)])
    #expect(!reading.hasErrors)
    #expect(TableFile.holdsTable("targets.csv") && !TableFile.holdsTable("unit.yaml"))
  }
}
