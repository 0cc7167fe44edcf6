import Disclosure
import Labels
import Surveys
import Testing

@testable import Reports
@testable import Workspace

/// What a survey's tables withhold cannot be computed from what they show.
@Suite struct SurveyDisclosureTests {
  /// Every count of answers that a page shows, by table, question and part.
  private static func rows(_ blocks: [Block]) -> [(table: ReportTable, row: Int)] {
    blocks.flatMap { block -> [(ReportTable, Int)] in
      guard case .table(let table) = block, table.columns.contains(where: { $0.member != nil })
      else { return [] }
      return table.rows.indices.map { (table, $0) }
    }
  }

  @Test(
    "no figure about answers rests on fewer than five", arguments: 1...60 as ClosedRange<UInt64>)
  func few(seed: UInt64) throws {
    let survey = SurveyFixture.published(try SurveyFixture.random(seed: seed), minimum: 5)
    for (table, row) in Self.rows(SurveySection.blocks(of: [survey], year: 2023)) {
      guard let place = table.column("answered"),
        case .count(let answered)? = table.rows[row].cells[place].fact?.value
      else { continue }
      for column in table.columns.indices
      where table.columns[column].member != nil
        || ["interval", "bounds"].contains(table.columns[column].id)
      {
        let fact = table.rows[row].cells[column].fact
        let isShown = fact.map { !$0.isWithheld && ($0.interval != nil || $0.value != .interval) }
        if answered > 0, answered < 5 {
          #expect(isShown != true, "\(table.id) \(table.key(of: row)): \(answered) answered")
        }
      }
    }
  }

  @Test(
    "of the groups of a question never one alone is withheld beside its total",
    arguments: 1...60 as ClosedRange<UInt64>)
  func single(seed: UInt64) throws {
    let survey = SurveyFixture.published(try SurveyFixture.random(seed: seed), minimum: 5)
    let scale = survey.cube.definition.scale
    for wave in survey.cube.definition.waves {
      for question in try survey.cube.result(wave: wave.id).questions {
        // Where all said the same, what a group said follows from the total, which is told.
        if question.tally.counts.contains(where: { $0.count == 0 }) { continue }
        for answer in scale.answers {
          func isWithheld(_ part: SurveyPart) -> Bool {
            survey.disclosure.reason(
              wave: wave.id, question: question.question.id, part: part, answer: answer.id) != nil
          }
          let hidden = question.byGroup.count { isWithheld(.group($0.key)) }
          #expect(hidden != 1 || isWithheld(.all), "\(wave.id) \(question.question.id)")
        }
      }
    }
  }

  @Test("the page says how many figures it withholds, and why; the data file too")
  func told() throws {
    let workspace = Datasets.workspace
    let unit = try #require(workspace.unit("narvardskontoret"))
    let document = try #require(
      UnitReport.document(workspace, unit: unit, year: 2023, findings: []))
    let table = try #require(document.tables.first { $0.id == "survey-groups" })
    #expect(table.notes.last?.label.swedish.hasPrefix("·· visas inte: färre än 5 svar (") == true)
    let lines = CSVRenderer(language: .swedish).render(table).split(separator: "\n")
    #expect(lines[0].contains(",withheld,example,"))
    #expect(lines.dropFirst().contains { $0.contains(",few,true,") })
  }

  @Test("how many asked and answered is shown, whatever they answered") func counts() throws {
    let survey = SurveyFixture.published(try SurveyFixture.random(seed: 3), minimum: 5)
    for (table, row) in Self.rows(SurveySection.blocks(of: [survey], year: 2023)) {
      for id in ["base", "answered"] {
        guard let place = table.column(id) else { continue }
        #expect(table.rows[row].cells[place].fact?.isWithheld == false)
      }
    }
  }

  /// 250 municipalities of one to eight, five answers: more than can be decided about one by one.
  @Test(
    "a breakdown of hundreds of small parts is withheld whole, at once", .timeLimit(.minutes(1)))
  func manyParts() throws {
    let cube = try SurveyFixture.brokenDown(parts: 250)
    let survey = SurveyFixture.published(cube, minimum: 5)
    let question = try #require(cube.result(wave: "w1").questions.first)
    for row in try #require(question.breakdowns.first).rows {
      for answer in cube.definition.scale.answers {
        let reason = survey.disclosure.reason(
          wave: "w1", question: question.question.id, part: .value(row.key, column: "part"),
          answer: answer.id)
        #expect(reason == ((1..<5).contains(row.base.answered) ? .few : .complementary))
      }
    }
    // The total is not touched by it.
    for answer in cube.definition.scale.answers {
      #expect(
        survey.disclosure.reason(
          wave: "w1", question: question.question.id, part: .all, answer: answer.id) == nil)
    }
  }
}
