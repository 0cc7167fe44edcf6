import Query
import Tables
import Testing
import Workspace

@testable import WorkspaceQuery

/// How the CSV files of a workspace are called.
@Suite struct CatalogueTests {
  static let files = WorkspaceFiles(
    folder: "datasets",
    files: [
      "codes.csv", "kansli/finance.csv", "kansli/targets.csv", "navet/targets.csv",
      "navet/rules.csv", "kansli/rules.csv", "dso/cases/cases.csv", "navet/visits.csv.gz",
    ])

  @Test(arguments: [
    ("codes", "datasets/codes.csv"), ("finance", "datasets/kansli/finance.csv"),
    ("kansli/finance", "datasets/kansli/finance.csv"),
    ("kansli/targets", "datasets/kansli/targets.csv"), ("navet/rules", "datasets/navet/rules.csv"),
    ("dso/cases/cases", "datasets/dso/cases/cases.csv"), ("visits", "datasets/navet/visits.csv.gz"),
    ("nothing", nil),
  ]) func paths(_ name: String, _ path: String?) throws {
    #expect(try Self.files.path(named: name) == path)
  }

  @Test func names() {
    #expect(
      Self.files.names == [
        "codes", "finance", "kansli/targets", "navet/targets", "navet/rules", "kansli/rules",
        "dso/cases/cases", "visits",
      ])
  }

  @Test func ambiguousName() {
    #expect(
      throws: QueryError(
        "the workspace has several files \"rules\"",
        hint: "name one with its folder: \"navet/rules\", \"kansli/rules\"")
    ) { try Self.files.path(named: "rules") }
  }

  static func table(_ columns: [(String, ColumnType, [Cell])]) -> Table {
    let built = columns.map { _, type, cells in
      var builder = ColumnBuilder(type)
      for cell in cells { builder.append(cell) }
      return builder.column
    }
    return Table(
      name: "t", schema: Schema(columns.map { Field($0.0, $0.1) }),
      columns: built)
  }

  /// Columns of one name become one of a type that holds both; others are null elsewhere.
  @Test func uniting() {
    let table = UnitedPart.table(
      of: [
        UnitedPart(
          table: Self.table([
            ("case", .text, [.text("a")]), ("n", .integer, [.integer(1)]),
            ("when", .date, [.date(CalendarDate(daysSince1970: 1))]),
            ("x", .integer, [.integer(3)]),
          ]), ids: [("unit", "u1")], names: ["case": "id"]),
        UnitedPart(
          table: Self.table([
            ("id", .integer, [.integer(7)]), ("n", .real, [.real(0.5)]),
            ("when", .timestamp, [.timestamp(Timestamp(secondsSince1970: 5))]),
            ("unit", .text, [.text("own")]),
          ]), ids: [("unit", "u2")], names: [:]),
      ], named: "all")
    #expect(table.schema.names == ["unit", "id", "n", "when", "x", "unit_in_file"])
    #expect(table.schema.fields.map(\.type) == [.text, .text, .real, .timestamp, .integer, .text])
    let rows = table.rows.map { row in table.schema.names.map { row[$0] } }
    #expect(
      rows == [
        [
          .text("u1"), .text("a"), .real(1), .timestamp(Timestamp(secondsSince1970: 86_400)),
          .integer(3), .null,
        ],
        [
          .text("u2"), .text("7"), .real(0.5), .timestamp(Timestamp(secondsSince1970: 5)), .null,
          .text("own"),
        ],
      ])
  }

  /// A column that is empty in one file, or wordy in another, is still one of numbers; ja and nej of
  /// a file are what they are elsewhere.
  @Test func knownTypes() {
    let table = UnitedPart.table(
      of: [
        UnitedPart(
          table: Self.table([
            ("empty", .text, [.null]), ("value", .text, [.text("15 000")]),
            ("substitute", .text, [.text("true")]), ("nothing", .text, [.null]),
          ]), ids: [("unit", "u1")], names: [:]),
        UnitedPart(
          table: Self.table([
            ("empty", .real, [.real(0.5)]), ("value", .text, [.text("flera")]),
            ("substitute", .text, [.null]), ("nothing", .text, [.null]),
          ]), ids: [("unit", "u2")], names: [:]),
      ], named: "all", types: ["value": .real, "substitute": .boolean])
    #expect(table.schema.names == ["unit", "empty", "value", "substitute", "nothing"])
    #expect(table.schema.fields.map(\.type) == [.text, .real, .real, .boolean, .text])
    let rows = table.rows.map { row in table.schema.names.map { row[$0] } }
    #expect(
      rows == [
        [.text("u1"), .null, .real(15_000), .boolean(true), .null],
        [.text("u2"), .real(0.5), .null, .null, .null],
      ])
  }

  /// 77 of 79 audits, counted (004:2107); 14 066 visits against 16 116 (000:619, 670).
  @Test func goals() throws {
    let (workspace, rows) = try WorkspaceLoader.loadWithRows(folder: "datasets")
    let table = UnitedTable.goals.table(of: workspace, rows)
    #expect(table.rowCount == workspace.goals.count)
    let audits = try #require(
      table.rows.first { $0.text("id") == "dso-2023-granskning-verksamheter" })
    #expect(audits["year"] == .integer(2023) && audits["target_value"] == .real(80))
    #expect(audits["outcome"] == .real(77) && audits["of_total"] == .real(79))
    #expect(audits["fulfilment"] == .real(77.0 / 79))
    #expect(audits.text("verdict") == "nearly" && audits.text("reason") == "part_of_whole")
    // Stated in the document; the rows of the audits are an example.
    #expect(audits["computed"] == .boolean(false) && audits["doubted"] == .boolean(false))
    let visits = try #require(table.rows.first { $0.text("id") == "navet-2012-helg-lov-besok" })
    #expect(visits["doubted"] == .boolean(true) && visits.text("certainty") == "stated")
    #expect(UnitedTable.targets.table(of: workspace, rows).type(of: "target_value") == .real)
    #expect(UnitedTable.outcomes.table(of: workspace, rows).type(of: "of_total") == .real)
    #expect(UnitedTable.invitations.table(of: workspace, rows).type(of: "substitute") == .boolean)
  }

  /// Midsummer's eve, a Friday, is off in Sweden: 20 working days from 2 to 30 June 2026 against 21
  /// from Monday to Friday.
  @Test("working days outside a workspace are those of Sweden") func workingDays() throws {
    let first = try #require(CalendarDate(iso: "2026-06-01"))
    let last = try #require(CalendarDate(iso: "2026-06-30"))
    let catalogue = WorkspaceCatalogue(
      folder: nil, readsStandardInput: false, today: last)
    #expect(catalogue.workingDays(after: first, through: last) == 20)
    #expect(catalogue.workingDays(after: last, through: first) == -20)
  }
}

extension Table {
  fileprivate func type(of column: String) -> ColumnType? {
    schema.position(of: column).map { schema.fields[$0].type }
  }
}
