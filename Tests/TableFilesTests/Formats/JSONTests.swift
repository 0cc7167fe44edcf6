import Diagnostics
import Tables
import Testing

@testable import TableFiles

/// JSON as pandas writes it, and what RFC 8259 allows and forbids.
@Suite("JSON")
struct JSONTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  private func read(_ text: String, memory: Int = 1 << 28) throws -> TableReading {
    let path = try folder.write(Array(text.utf8), as: "t.json")
    return try JSONReader(memoryLimit: memory).read(
      file: path, named: "t.json", options: TableOptions())
  }

  @Test("a list and lines", arguments: ["pandas.json", "pandas.ndjson"])
  func pandas(_ name: String) throws {
    let reading = try DataFile.read(name)
    #expect(reading.table.schema.names == ["id", "andel", "nöjd", "text", "dag"])
    #expect(
      reading.table.cells == [
        [1, 0.5, true, "å \"x\"\n", day(2024, 1, 15)], [2, .null, false, "😀", .null],
        [3, 1e-7, .null, .null, day(2024, 2, 29)],
      ])
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.table.rows.map(\.line) == (name == "pandas.json" ? [2, 9, 16] : [1, 2, 3]))
  }

  @Test("columns in the order of their names, wherever these first stand")
  func order() throws {
    let reading = try read("[{\"b\":1},{\"a\":\"x\",\"b\":2.5},{}]")
    #expect(reading.table.schema.names == ["b", "a"])
    #expect(reading.table.cells == [[1.0, .null], [2.5, "x"], [.null, .null]])
  }

  @Test("a value of another type is told with its line")
  func mixed() throws {
    let reading = try read("{\"a\":1}\n{\"a\":2}\n{\"a\":\"x\"}")
    #expect(reading.marks == ["t.json:3 column-mixed"])
  }

  @Test("a name is the same however its letters are written")
  func letters() throws {
    let reading = try read("{\"\u{E5}\":1,\"b\":2}\n{\"a\u{30A}\":3}")
    #expect(reading.table.schema.names == ["å", "b"])
    #expect(reading.table.cells == [[1, 2], [3, .null]])
  }

  @Test("moments keep what is smaller than a second, as queries write them; a zone stays text")
  func moments() throws {
    let reading = try read(
      "{\"t\":\"2026-03-02T08:30:00\"}\n{\"t\":\"2026-03-02T08:30:00.75\"}\n"
        + "{\"t\":\"2026-03-02T08:30:00.000001\"}")
    #expect(
      reading.table.cells == [
        [moment(2026, 3, 2, 8, 30)], [moment(2026, 3, 2, 8, 30, 0, 750_000)],
        [moment(2026, 3, 2, 8, 30, 0, 1)],
      ])
    #expect(reading.diagnostics.isEmpty)
    let text = "2026-03-02T08:30:00.750Z"
    #expect(try read("{\"t\":\"\(text)\"}").table.cells == [[.text(text)]])
  }

  @Test("whole numbers beyond a double, escapes, objects in values")
  func values() throws {
    let reading = try read(
      "{\"id\":9007199254740993,\"t\":\"\\ud83d\\ude00\\ud83d\\/\\u0000\",\"o\":{ \"a\": [1, \"]\"] }}"
    )
    #expect(reading.table.cells == [["9007199254740993", "😀\u{FFFD}/\0", "{\"a\":[1,\"]\"]}"]])
    #expect(reading.diagnostics.map(\.code) == ["json-nested"])
    // 2^63 - 1, -2^63 - 1, and more digits than 64 bits hold.
    for number in ["9223372036854775807", "-9223372036854775809", "12345678901234567891"] {
      #expect(try read("{\"id\":\(number)}").table.cells == [[.text(number)]])
    }
    #expect(try read("{\"id\":-9007199254740992}").table.cells == [[-9_007_199_254_740_992]])
    #expect(try read("{\"x\":0.12345678901234568}").table.cells == [[0.123_456_789_012_345_68]])
  }

  @Test(
    "what is no JSON is told with its place",
    arguments: [
      ("[{\"a\":1}", "1:9"), ("[{\"a\":1},]", "1:10"), ("[{\"a\":01}]", "1:9"),
      ("[{\"å\":01}]", "1:9"),
      ("[{\"a\" 1}]", "1:7"),
      ("[{a:1}]", "1:3"), ("[{\"a\":1}] x", "1:11"), ("[1]", "1:2"), ("7", "1:1"),
      ("[{\"a\":tru}]", "1:11"),
      ("{\"a\":\"\n\"}", "1:8"), ("{\"a\":1.}", "1:8"), ("{\"a\":-}", "1:7"),
      ("{\"a\":\"\\x\"}", "1:9"),
      ("{\"a\":1}\n{\"a\":}", "2:6"), ("{\"a\":\(String(repeating: "[", count: 100))", "1:70"),
    ])
  func faults(_ text: String, _ place: String) throws {
    let error = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(error?.code == "json", "\(text)")
    #expect(error?.location.description == "t.json:\(place)", "\(text)")
    #expect(error?.inSwedish.message != error?.message)
  }

  @Test("nothing, and too much")
  func limits() throws {
    #expect(try read("").diagnostics.map(\.code) == ["file-empty"])
    #expect(try read("[]").diagnostics.map(\.code) == ["file-empty"])
    let names = (0...CellPlace.mostColumns).map { "\"c\($0)\":1" }.joined(separator: ",")
    let error = #expect(throws: Diagnostic.self) { try read("{\(names)}") }
    #expect(error?.code == "file-refused")
  }
}
