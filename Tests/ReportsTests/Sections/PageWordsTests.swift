import Foundation
import Labels
import Tables
import Testing
import Workspace

@testable import Reports

/// What pages say in sentences and notes is about what stands on them.
@Suite struct PageWordsTests {
  private func text(_ document: ReportDocument) -> String {
    TextRenderer(language: .swedish, showsSources: true).render(document)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("how to read a page names only what stands on it", arguments: [2012, 2016, 2023, 2025])
  func legend(year: Int) throws {
    let workspace = Datasets.workspace
    let document = DirectorReport.document(workspace, year: year)
    let legend = try #require(
      text(document).components(separatedBy: "SÅ LÄSER DU SIDAN").dropFirst().first)
    let used = Set(
      document.tables.filter { $0.id != "summary" }.flatMap { table in
        table.columns.indices.filter {
          ["verdict_label", "certainty_label"].contains(table.columns[$0].id)
        }.flatMap { place in table.rows.map { $0.cells[place].shown(.swedish) } }
      })
    for (explained, word) in [
      ("Uppnått:", "uppnått"), ("Nästan uppnått:", "nästan uppnått"),
      ("Ej uppnått:", "ej uppnått"), ("Pågår:", "pågår"), ("Utgår:", "utgår"),
      ("Planerat:", "planerat"), ("räknat =", "räknat"), ("uppgift =", "uppgift"),
      ("ungefärlig =", "ungefärlig"), ("illkor", "villkor"), ("utiner", "rutin"),
    ] where word != "uppnått" || used.contains(word) {
      #expect(legend.contains(explained) == used.contains(word), "\(year): \(explained)")
    }
    #expect(!legend.contains("svarande/tillfrågade"))
    #expect(legend.contains("000 = Årsredovisning 2012, 001 = Verksamhetsplan 2025"))
  }

  /// 001:195 counts visitors, 004:2681 children, young people and adults; 001:193 against 004:2729.
  @Test("a planned goal that starts from another measure says so, and from which year")
  func baselines() {
    let page = text(DirectorReport.document(Datasets.workspace, year: 2025))
    #expect(page.contains("2023: 60 000 personer"))
    #expect(!page.contains("2023: 60 000 besökare"))
    #expect(!page.contains("77 verksamheter"))
    #expect(page.contains("nämns inom parentes"))
  }

  /// 002:117: 57 per cent in March 2017, for a goal of 2016.
  @Test("an outcome of another year than the goal's says when it was told") func dated() {
    let page = text(DirectorReport.document(Datasets.workspace, year: 2016))
    #expect(page.contains("(2017-03)"))
  }

  @Test(
    "what is said of changes stands only below a table with one", arguments: [2012, 2016, 2023])
  func changes(year: Int) {
    let workspace = Datasets.workspace
    var with = 0
    for unit in workspace.units {
      guard
        let table = UnitReport.document(workspace, unit: unit, year: year, findings: [])?.tables
          .first(where: { $0.id == "trends" }),
        let place = table.columns.firstIndex(where: { $0.id == "change" })
      else { continue }
      let changes = table.rows.map { $0.cells[place].shown(.swedish) }
      let has = changes.contains { $0 != "–" && !$0.isEmpty }
      #expect(table.notes.isEmpty == !has, "\(unit.id)")
      with += has ? 1 : 0
      for note in table.notes {
        #expect(note.label.swedish.contains("pe =") == changes.contains { $0.hasSuffix("pe") })
      }
    }
    #expect(with > 0)
  }

  @Test("figures of contradictions and findings are written as on the rest of the page")
  func numbers() throws {
    let workspace = Datasets.workspace
    let unit = try #require(workspace.unit("navet"))
    let document = try #require(
      UnitReport.document(workspace, unit: unit, year: 2012, findings: workspace.findings()))
    let page = text(document)
    // 000:619 and 000:670; 000:626 and 000:546.
    #expect(page.contains("14 066 mot 16 116") && page.contains("14 066 / 16 116"))
    #expect(page.contains("3 523 mot 1 222"))
    let english = try #require(
      workspace.findings().first {
        $0.code == "rule-broken" && $0.message.english.contains("14,066")
      })
    #expect(english.message.english.hasSuffix("14,066 against 16,116"))
  }

  @Test("a follow-up after the plan's year is not promised") func followUps() throws {
    let workspace = Datasets.workspace
    let unit = try #require(workspace.unit("kansli"))
    let document = try #require(
      UnitReport.document(workspace, unit: unit, year: 2023, findings: []))
    let page = text(document)
    #expect(page.contains("Uppföljningar 2023: 2023-04-30, 2023-08-31, 2023-12-31."))
    #expect(!page.contains("Nästa:"))
  }
}
