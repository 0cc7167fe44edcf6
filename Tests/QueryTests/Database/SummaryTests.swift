import Query
import Tables
import Testing

/// SUMMARIZE against figures counted by hand.
@Suite struct SummaryTests {
  @Test func everyFigure() throws {
    let table = DatabaseTests.table(
      "t",
      [
        ("n", .integer, [.integer(1), .integer(2), .integer(2), .integer(5), .null]),
        ("r", .real, [.real(0.5), .real(1.5), .real(2.5), .real(3.5), .real(4.5)]),
        ("s", .text, [.text("b"), .text("a"), .null, .null, .text("b")]),
        ("d", .date, [.null, .null, .null, .null, .date(CalendarDate(daysSince1970: 1))]),
        ("b", .boolean, [.boolean(true), .null, .boolean(false), .null, .null]),
      ])
    let rows = try Database(tables: [table]).query("SUMMARIZE t").rows
    func figures(_ row: Int) -> [Cell] { rows[row].columns.indices.map { rows[row][$0] } }
    #expect(rows.count == 5)
    #expect(
      figures(0) == [
        .text("n"), .text("integer"), .integer(5), .integer(1), .integer(3), .text("1"),
        .text("5"), .real(2.5), .real((9.0 / 3).squareRoot()), .real(1.75), .real(2), .real(2.75),
      ])
    #expect(
      figures(1) == [
        .text("r"), .text("real"), .integer(5), .integer(0), .integer(5), .text("0.5"),
        .text("4.5"), .real(2.5), .real(2.5.squareRoot()), .real(1.5), .real(2.5), .real(3.5),
      ])
    #expect(
      figures(2).prefix(7) == [
        .text("s"), .text("text"), .integer(5), .integer(2), .integer(2), .text("a"), .text("b"),
      ])
    #expect(
      figures(3).prefix(7) == [
        .text("d"), .text("date"), .integer(5), .integer(4), .integer(1), .text("1970-01-02"),
        .text("1970-01-02"),
      ])
    #expect(
      figures(4).prefix(5) == [.text("b"), .text("boolean"), .integer(5), .integer(3), .integer(2)])
    for row in 2...4 { #expect(figures(row).suffix(5).allSatisfy { $0 == .null }) }
  }
}
