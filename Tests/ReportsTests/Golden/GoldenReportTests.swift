import Foundation
import Labels
import Testing
import Workspace

@testable import Reports

/// The reports under `reports/` are what the engine renders from `datasets/`.
@Suite struct GoldenReportTests {
  @Test(
    "reports are fresh; run 'make reports' to renew them",
    arguments: [
      ("reports", Language.swedish, [2012, 2016, 2023, 2025]), ("reports/en", .english, [2023]),
    ])
  func fresh(folder: String, language: Language, years: [Int]) throws {
    let patterns = HyphenPatterns.of(language)
    #expect(patterns != nil, "reports are recorded with hyphenation; run scripts/setup --reports")
    for year in years {
      let files = try ReportSet(Datasets.workspace, year: year).files([
        TextRenderer(language: language), CSVRenderer(language: language),
        HTMLRenderer(language: language), MarkdownRenderer(language: language),
      ])
      for file in files {
        let url = Datasets.root.appendingPathComponent("\(folder)/\(file.path)")
        let recorded = try? String(contentsOf: url, encoding: .utf8)
        let isFresh = recorded == file.text
        #expect(isFresh, "\(folder)/\(file.path) is stale")
      }
      let recorded = try #require(
        FileManager.default.subpaths(
          atPath: Datasets.root.appendingPathComponent("\(folder)/\(year)").path))
      let stale = Set(recorded.filter { $0.contains(".") }.map { "\(year)/\($0)" })
        .subtracting(files.map(\.path))
      #expect(stale.isEmpty, "no longer rendered: \(stale.sorted())")
    }
  }

  @Test("what README.md shows of the director's page is cut from it") func excerpt() throws {
    let readme = try String(
      contentsOf: Datasets.root.appendingPathComponent("README.md"), encoding: .utf8)
    let page = TextRenderer(language: .swedish).render(
      DirectorReport.document(Datasets.workspace, year: 2023)
    ).split(separator: "\n").map(String.init)
    let excerpt = try #require(
      readme.split(separator: "```").first { $0.hasPrefix("\n" + page[0] + "\n") })
    var place = 0
    for line in excerpt.split(separator: "\n").map(String.init) where line != "…" {
      guard let found = page[place...].firstIndex(of: line) else {
        Issue.record("README.md shows what the page has not: \(line)")
        continue
      }
      place = found + 1
    }
  }
}
