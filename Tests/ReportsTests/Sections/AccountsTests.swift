import Labels
import TableFiles
import Tables
import Testing
import Workspace

@testable import Reports

/// The accounts of 2012 as the annual report prints them (000:103, 368–510): statements and notes are the
/// rows of `kansli/finance.csv`, read here by the CSV reader alone.
@Suite struct AccountsTests {
  static let document: ReportDocument? = {
    let workspace = Datasets.workspace
    return workspace.unit("kansli").flatMap {
      UnitReport.document(workspace, unit: $0, year: 2012, findings: [])
    }
  }()

  /// The tables that readers see, by the statement or note: `finance-not-8`.
  static func shown() throws -> [ReportTable] {
    try #require(document).tables.filter { $0.id.hasPrefix("finance-") && $0.audience == .readers }
  }

  @Test("each amount of the file stands in one cell, in its year, and nothing else does")
  func amounts() throws {
    let file = try CSVReader.read(
      file: "datasets/kansli/finance.csv", named: "finance.csv", options: CSVOptions())
    var wanted: [String: Double] = [:]
    for row in file.table.rows {
      let statement = try #require(row.text("statement"))
      let note = statement == "not" ? try #require(row.integer("note")).description : nil
      let id = ["finance", statement, note].compactMap(\.self).joined(separator: "-")
      let (item, year) = (try #require(row.text("line_id")), try #require(row.integer("year")))
      wanted["\(id) \(item) \(year)"] = row.number("tkr")
    }
    #expect(wanted.count == 194)  // rows of the transcribed facts
    var found: [String: Double] = [:]
    for table in try Self.shown() {
      for (place, column) in table.columns.enumerated() {
        guard column.member?.dimension == .year, let year = column.member?.member.id else {
          continue
        }
        for row in table.rows.indices {
          guard let amount = table.rows[row].cells[place].fact?.number(.value) else { continue }
          found["\(table.id) \(table.key(of: row)) \(year)"] = amount
        }
      }
    }
    #expect(found == wanted)
  }

  @Test("four statements, then the notes 1 to 15 by the names of the items that refer to them")
  func order() throws {
    let tables = try Self.shown()
    #expect(
      tables.map(\.id) == [
        "finance-resultatrakning", "finance-balansrakning", "finance-upplysning",
        "finance-enhetsresultat",
      ] + (1...15).map { "finance-not-\($0)" })
    #expect(tables[0].title == Label("Resultaträkning", "Income statement"))
    #expect(
      tables[11].title
        == Label("Not 8: maskiner och inventarier", "Note 8: machinery and equipment"))
    #expect(tables[0].columns.last?.header == Label("2011, tkr", "2011, thousand SEK"))
  }

  @Test("parts stand below what they are parts of, and sums are marked")
  func structure() throws {
    let balance = try #require(try Self.shown().first { $0.id == "finance-balansrakning" })
    let parts = balance.rows.indices.filter { balance.rows[$0].depth == 1 }
    #expect(
      parts.map { balance.key(of: $0) } == [
        "inventarier", "vardepapper", "fordringar", "kassa-bank", "darav-resultat",
        "langfristiga-skulder", "kortfristiga-skulder",
      ])
    #expect(balance.rows.count { $0.totalOf != nil } == 5)
    // Fixed assets are 928 + 512 (000:390–392).
    let value = try #require(balance.column("value"))
    let amounts = balance.rows.prefix(3).map { $0.cells[value].fact?.number(.value) }
    #expect(amounts == [1440, 928, 512])
  }

  /// c11 and c12 of the known contradictions: 000:370 and 463, 464.
  @Test("sums are reconciled; the two that differ are told where they stand")
  func checks() throws {
    let list = try #require(Self.document?.tables.first { $0.id == "finance-checks" })
    #expect(list.rows.count == 81)
    let agrees = try #require(list.column("agrees"))
    #expect(list.rows.count { $0.cells[agrees].fact?.value == .flag(false) } == 2)
    let notes = try Self.shown().flatMap { table in
      table.notes.map { "\(table.id): \($0.label.swedish)" }
    }
    #expect(
      notes == [
        "finance-resultatrakning: 2011: avskrivningar: resultaträkningen mot not 8: −109 mot −110, "
          + "avviker (c11).",
        "finance-not-8: 2012: not 8: ingående + investeringar + avskrivningar: 928 mot 927, avviker "
          + "(c12).",
        "finance-not-8: 2011: avskrivningar: resultaträkningen mot not 8: −109 mot −110, avviker "
          + "(c11).",
      ])
  }

  @Test("the accounts of the year before stand alone where nothing older is known")
  func yearBefore() throws {
    let workspace = Datasets.workspace
    let unit = try #require(workspace.unit("kansli"))
    let document = try #require(
      UnitReport.document(workspace, unit: unit, year: 2011, findings: []))
    let table = try #require(document.tables.first { $0.id == "finance-resultatrakning" })
    let previous = try #require(table.column("previous_value"))
    #expect(table.rows.allSatisfy { $0.cells[previous] == .none })
    #expect(UnitReport.document(workspace, unit: unit, year: 2010, findings: []) == nil)
  }
}
