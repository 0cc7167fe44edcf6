import Labels
import Testing

@testable import Reports
@testable import Workspace

/// What is said of the withheld counts of the shipped workspace.
@Suite struct DisclosureReportTests {
  @Test("counts that follow anyhow are not said to be safe") func follows() throws {
    let workspace = Datasets.workspace
    let review = DisclosureReview(workspace, units: workspace.units, year: 2023)
    let document = DisclosureReport.document(review, workspace, seconds: 0)
    // What the local care office published gives away what groups of few answered.
    let known = review.entries.count { $0.protection == .follows }
    #expect(review.isSafe && known > 0)
    let sentences = document.blocks.compactMap { block -> Label? in
      if case .paragraph(let sentence) = block { sentence.label } else { nil }
    }
    let text = try #require(sentences.first)
    #expect(
      text.english.contains(
        "Follow from what was published before, or from a total that is shown: \(known). "
          + "Nothing else can be worked out more closely than the rules allow."))
    #expect(text.swedish.hasSuffix("Inget annat kan räknas ut närmare än reglerna tillåter."))
    let table = try #require(document.tables.first)
    let column = try #require(table.columns.firstIndex { $0.id == "protection" })
    let follows = table.rows.count {
      $0.cells[column] == .member("follows", Label("följer", "follows"))
    }
    #expect(follows == known)
  }
}
