import Foundation
import Indicators
import Labels
import Plans
import TableFiles
import Tables
import Testing
import Workspace

@testable import Reports

/// What stands in the report of a year belongs to it, and is called by its name.
@Suite struct YearTests {
  /// Verdicts of the three goals: 110 of 100 is met, 50 and 40 are not.
  @Test(
    "a list of one verdict counts all goals, then says what is listed",
    arguments: [
      (
        "not_met",
        Label(
          "Här visas de 2 med bedömningen ”ej uppnått”.",
          "Only the 2 with the verdict “not met” are listed.")
      ),
      (
        "met",
        Label(
          "Här visas det enda med bedömningen ”uppnått”.",
          "Only the one with the verdict “met” is listed.")
      ),
      (
        "nearly",
        Label(
          "Inget har bedömningen ”nästan uppnått”.", "None has the verdict “nearly met”.")
      ),
    ])
  func limitedList(verdict: String, sentence: Label) throws {
    let workspace = try DamagedWorkspace.load()
    let all = GoalList.document(workspace, year: 2026, units: ["a"])
    let list = GoalList.document(workspace, year: 2026, units: ["a"], verdict: verdict)
    #expect(list.blocks[0] == all.blocks[0])
    #expect(list.blocks[1].paragraph == sentence)
    #expect(all.blocks.count == list.blocks.count - 1)
  }

  @Test("every finding stands in the report of its year, and in no other") func findings() {
    let workspace = Datasets.workspace
    let findings = workspace.findings()
    for unit in workspace.units {
      var shown: [Label: Set<Int>] = [:]
      for year in unit.years(usual: workspace.year) {
        let blocks = SourceIssuesSection(
          workspace: workspace, unit: unit, year: year, findings: findings
        ).blocks()
        for case .table(let table) in blocks where table.id == "findings" {
          let place = table.columns.firstIndex { $0.id == "message" }
          for row in table.rows {
            if let place, case .words(let message) = row.cells[place] {
              shown[message.label, default: []].insert(year)
            }
          }
        }
      }
      let goalYears = unit.goals.map(\.year)
      for finding in findings where finding.unit == unit.id {
        let years = shown[finding.message] ?? []
        #expect(!years.isEmpty, "\(unit.id): \(finding.message.english)")
        if let year = finding.year {
          let next = goalYears.filter { $0 >= year }.min() ?? goalYears.max() ?? year
          #expect(years.isSubset(of: [year, next]), "\(unit.id): \(finding.message.english)")
        }
      }
    }
  }

  @Test("no code of the workspace stands where a reader looks for its label")
  func codes() throws {
    let file = try CSVReader.read(
      file: "datasets/codes.csv", named: "codes.csv", options: CSVOptions())
    // A code of one column may be the label in another, and a label in small letters a word of a plan.
    let labels = Set(
      file.table.rows.compactMap { $0.text("label_sv") }.flatMap { [$0, $0.lowercased()] })
    let codes = Set(file.table.rows.compactMap { $0.text("code") }).subtracting(labels)
    #expect(codes.contains("boras"))
    let workspace = Datasets.workspace
    for unit in workspace.units {
      for year in unit.years(usual: workspace.year) {
        let document = UnitReport.document(workspace, unit: unit, year: year, findings: [])
        for table in document?.tables ?? [] {
          for (place, column) in table.columns.enumerated() where column.audience != .dataFiles {
            for row in table.rows {
              let shown = row.cells[place].shown(.swedish)
              #expect(!codes.contains(shown), "\(unit.id) \(year) \(table.id): \(shown)")
              #expect(!shown.contains("-host") && !shown.contains("-var"), "\(table.id): \(shown)")
            }
          }
        }
      }
    }
  }

  @Test(
    "periods in words",
    arguments: [
      ("2016-host", Label("hösten 2016", "autumn 2016")),
      ("2016-vår", Label("våren 2016", "spring 2016")),
      ("2016", Label(same: "2016")), ("2016-2018", Label(same: "2016–2018")),
      ("2016-05", Label(same: "2016-05")), ("2016-05-17", Label(same: "2016-05-17")),
    ])
  func periods(text: String, label: Label) throws {
    #expect(try #require(PlanPeriod(text)).label == label)
  }

  @Test("plans and projects show what belongs to the year") func plans() {
    let workspace = Datasets.workspace
    for year in 1998...2026 {
      let document = SectionReports.plans(workspace, units: workspace.units, year: year)
      #expect((document != nil) == [2012, 2016, 2023].contains(year), "\(year)")
    }
  }
}
