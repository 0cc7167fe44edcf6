import Diagnostics
import Query
import Tables
import Testing

@testable import nyckeltal

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

  @Test func noWorkspace() {
    #expect {
      _ = try WorkspaceFolder.find(named: "/no/such")
    } throws: { error in
      (error as? Diagnostic)?.formatted() == """
        /no/such: error[no-workspace]: the folder is not a workspace
          it holds no nyckeltal.yaml
          fix: name another folder with --workspace
          fix: leave --workspace out to query files
        """
    }
  }
}
