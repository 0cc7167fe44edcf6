import TableFixtures
import Tables
import Testing

@testable import Surveys

/// What the cells of a column mean, beside a ``TextColumn`` of the same column, which keeps a code a row.
@Suite("What the texts of a column mean")
struct MeaningColumnTests {
  private static func expectSame(
    _ table: Table, sourceLocation: Testing.SourceLocation = #_sourceLocation
  )
    throws
  {
    let texts = try #require(TextColumn("a", of: table), sourceLocation: sourceLocation)
    let meanings = try #require(
      MeaningColumn("a", of: table, blank: "–") { $0.uppercased() }, sourceLocation: sourceLocation)
    let expected = texts.mapped(texts.values.map { $0.uppercased() }, blank: "–")
    #expect(meanings.rows == expected, sourceLocation: sourceLocation)
    var first = 0
    for (number, chunk) in table.chunks.enumerated() {
      let rows = chunk.rowCount / 3..<chunk.rowCount
      #expect(
        meanings.rows(rows, ofChunk: number)
          == Array(expected[first + rows.lowerBound..<first + rows.upperBound]),
        sourceLocation: sourceLocation)
      first += chunk.rowCount
    }
  }

  @Test("texts with blanks around them, in several spellings, and none")
  func texts() throws {
    let words = ["ja", " ja ", "nej", "", "  ", "a\u{30A}", "å", "\u{A0}nej"]
    try Self.expectSame(
      textTable("t", columns: ["a"], rows: (0..<200).map { [words[$0 * 7 % words.count]] }))
  }

  @Test("numbers, truths and days, with nulls")
  func otherTypes() throws {
    let nulls = Nulls(count: 6) { $0 == 2 }
    for storage in [
      .integer([1, 2, 0, 1, 5, 1]), .real([1, 2.5, 0, 1, 5, 1]),
      .boolean([true, false, false, true, true, false]), .date([0, 1, 0, 19_000, 1, 1]),
    ] as [Vector.Storage] {
      try Self.expectSame(Table(name: "t", columns: [("a", Vector(storage, nulls: nulls))]))
    }
  }

  @Test("a few rows of a column with many other texts")
  func partOfTable() throws {
    let pool = TextPool()
    for number in 0...Chunk.capacity + 10 { pool.append("t\(number)") }
    let codes: [UInt32] = [7, 70_000, 7, UInt32(Chunk.capacity), 0].map { min($0, 65_540) }
    let nulls = Nulls(count: codes.count) { $0 == 4 }
    try Self.expectSame(
      Table(name: "t", columns: [("a", Vector(.text(codes, pool), nulls: nulls))]))
  }

  @Test("no column, no meanings")
  func noColumn() {
    let table = textTable("t", columns: ["a"], rows: [["x"]])
    #expect(MeaningColumn("b", of: table, blank: 0) { $0.count } == nil)
  }
}
