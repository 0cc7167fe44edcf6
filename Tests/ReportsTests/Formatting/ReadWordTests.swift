import Indicators
import Labels
import Testing
import Workspace

@testable import Reports

/// The document's own word and the word that this project read are never mistaken for each other.
@Suite struct ReadWordTests {
  @Test(
    "the column of the document's word",
    arguments: [
      ("mc-2023-hemsida", "ej uppnått", "not achieved"),  // 004:2350
      ("narvard-2023-konferens", "(uppnått)", "(achieved)"),  // all who answered, 004:2570
      ("mc-2023-facklig-traff", "(genomfört)", "(carried out)"),  // held on 7 November, 004:2354
      ("navet-2012-geometri-elever", "genomfört (uppnått)", "carried out (achieved)"),  // 000:621
      ("dso-2023-mal-granska", "≠ uppnått", "≠ achieved"),  // 004:2113 against 77 of 79
      ("navet-2012-forum", "–", "–"),  // seven listed, no word, 000:638
    ])
  func stated(id: String, swedish: String, english: String) throws {
    let goal = try #require(Datasets.workspace.goals.first { $0.id == id })
    let section = GoalSection(
      workspace: Datasets.workspace, assessments: [Datasets.workspace.assessor.assess(goal)])
    let table = section.table(id: "t", title: Label(same: "t"))
    let column = try #require(table.columns.firstIndex { $0.id == "stated" })
    let value = table.rows[0].cells[column]
    #expect(value.shown(.swedish) == swedish)
    #expect(value.shown(.english) == english)
    let hasBrackets = swedish.contains("(")
    #expect(table.notes.contains { $0.label.swedish.contains("inom parentes") } == hasBrackets)
  }
}
