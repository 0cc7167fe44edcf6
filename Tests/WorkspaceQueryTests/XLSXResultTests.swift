import Diagnostics
import Query
import Tables
import Testing
import ZipFixtures

@testable import WorkspaceQuery

/// Results of queries as workbooks.
@Suite struct XLSXResultTests {
  private final class Bytes: ByteSink {
    var bytes: [UInt8] = []
    func append(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
  }

  private static func written(_ sql: String) throws -> ZipReader {
    let sink = Bytes()
    let catalogue = WorkspaceCatalogue(
      folder: nil, readsStandardInput: false, today: CalendarDate(daysSince1970: 20_000))
    try ScriptRun(SQLScript(sql), in: catalogue).run(to: ResultDocument(.xlsx, to: sink))
    return try #require(ZipReader(sink.bytes))
  }

  @Test("values keep their types, NULL is an empty cell") func types() throws {
    let archive = try Self.written(
      """
      SELECT 6 * 7 AS i, 0.25 AS r, true AS b, '=1+1' AS t, date '2023-08-31' AS d,
        timestamp '2023-08-31 12:00:00' AS m, NULL::int AS n, 9007199254740993 AS big
      """)
    let sheet = try #require(SheetReader(archive, sheet: 1))
    let formats = SheetReader.formats(archive)
    let cells = ["A", "B", "C", "D", "E", "F", "G", "H"].map { sheet.cells[$0 + "2"] }
    #expect(cells.map { $0?.type } == ["n", "n", "b", "s", "n", "n", nil, "s"])
    #expect(
      cells.map { $0?.value }
        == ["42", "0.25", "1", "=1+1", "45169", "45169.5", nil, "9007199254740993"])
    #expect(cells[4].map { formats[$0.style] } == "yyyy-mm-dd")
    #expect(cells[5].map { formats[$0.style] } == "yyyy-mm-dd hh:mm:ss")
    #expect(sheet.cells["A1"]?.value == "i" && sheet.markup.contains("ySplit=\"1\""))
    #expect(SheetReader.names(archive) == ["Result", "Remarks"])
    let remarks = try #require(SheetReader(archive, sheet: 2))
    #expect(
      remarks.cells["A1"]?.value
        == "One number has more digits than the 15 that Excel keeps, and stands as text.")
  }

  @Test("each statement has its sheet") func several() throws {
    let archive = try Self.written("SELECT 1 AS a; SELECT 2 AS b WHERE false")
    #expect(SheetReader.names(archive) == ["Result 1", "Result 2"])
    #expect(SheetReader(archive, sheet: 2)?.cells.keys.sorted() == ["A1"])
  }

  @Test("rows that a sheet cannot hold stand on the next one") func manyRows() throws {
    let archive = try Self.written("SELECT i FROM generate_series(1, 1048577) AS s(i)")
    #expect(SheetReader.names(archive) == ["Result", "Result (2)", "Remarks"])
    let second = try #require(SheetReader(archive, sheet: 2))
    // The first sheet holds the heading and 1 048 575 rows.
    #expect(second.cells["A2"]?.value == "1048576" && second.cells["A3"]?.value == "1048577")
    #expect(
      archive.text("xl/worksheets/sheet1.xml")?.contains("<c r=\"A1048576\"><v>1048575</v>") == true
    )
  }

  @Test("more columns than a sheet has are refused") func manyColumns() {
    let sink = Bytes()
    let columns = (0...16_384).map { QueryColumn("c\($0)", .integer) }
    #expect {
      try XLSXResultWriter(sink, isOnly: true).begin(columns)
    } throws: { error in
      (error as? Diagnostic)?.formatted() == """
        result: error[xlsx]: the table has 16385 columns, and a sheet of Excel at most 16384
          fix: choose fewer columns, or write CSV
        """
    }
  }
}
