import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// The scan gives the table of the reader of whole files, or leaves the file to it.
@Suite("Reading at two speeds")
struct TableReaderTests {
  static let clean = [
    "a,b\n1,x\n2,y\n", "a,b\r\n1,x\r\n2,y", "a;b\n1,5;å\n2,5;\"ö;ä\"\n",
    "dag,tid\n2023-01-02,2023-01-02 10:00\n2023-01-03,2023-01-03 11:30\n",
    "id,svar\np1,ja\np2,\np3,vet ej\n", "procent\n12 %\n13 %\n",
  ]
  static let told = [
    // A short row, a blank line, a line end in a value, a value that does not fit, a lone quote.
    "a,b\n1\n2,y\n", "a,b\n1,x\n\n2,y\n", "a,b\n1,\"x\ny\"\n2,z\n", "a,b\n1,\"x\n",
    "1,x\n2,y\n3,z\n", "a,a\n1,2\n",
    "a\n" + (1...100).map { "\($0)\n" }.joined() + "vet ej\n", "",
  ]

  @Test("nothing to tell: the scan's table is the reader's", arguments: clean)
  func scanned(_ text: String) throws {
    let folder = try Folder()
    let path = try folder.write(Array(text.utf8))
    let table = try #require(TableReader.scanned(path, "t.csv", CSVOptions(), from: 0))
    let file = try CSVReader.read(file: path, named: "t.csv")
    #expect(file.diagnostics == [])
    #expect(table.schema == file.table.schema)
    #expect(table.cells == file.table.cells)
    #expect(table.lines == file.table.lines)
    #expect(table.name == file.table.name)
  }

  @Test("something to tell: the reader of whole files tells it", arguments: told)
  func left(_ text: String) throws {
    let folder = try Folder()
    let path = try folder.write(Array(text.utf8))
    #expect(TableReader.scanned(path, "t.csv", CSVOptions(), from: 0) == nil)
    let reading = try TableReader.read(file: path, named: "t.csv")
    let file = try CSVReader.read(file: path, named: "t.csv")
    #expect(reading.diagnostics == file.diagnostics)
    #expect(reading.table.cells == file.table.cells)
  }

  @Test("a declared type that a value does not fit is told with its line")
  func declared() throws {
    let folder = try Folder()
    let path = try folder.write(Array("a,b\n1,x\nnej,y\n".utf8))
    let options = CSVOptions(types: ["a": .integer])
    #expect(TableReader.scanned(path, "t.csv", options, from: 0) == nil)
    #expect(
      try TableReader.read(file: path, named: "t.csv", options: options).diagnostics.map(\.code)
        == ["csv-type"])
  }

  @Test("many parts, read by several workers, stay in order")
  func large() throws {
    let folder = try Folder()
    let rows = 120_000
    var text = "n,id,svar\n"
    for row in 0..<rows { text += "\(row),person-\(row),\(row % 3 == 0 ? "ja" : "nej")\n" }
    let path = try folder.write(Array(text.utf8))
    let table = try #require(TableReader.scanned(path, "t.csv", CSVOptions(), from: 1 << 20))
    #expect(table.lines == .consecutive(from: 2))
    #expect(table.cells == (try CSVReader.read(file: path, named: "t.csv")).table.cells)
  }
}
