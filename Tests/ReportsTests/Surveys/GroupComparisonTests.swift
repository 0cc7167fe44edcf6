import Labels
import Surveys
import TableFixtures
import Testing

@testable import Reports
@testable import Workspace

/// What a page says of recipient groups in two waves, and what it does not.
@Suite struct GroupComparisonTests {
  /// Persons of four groups, two of them small, who answer two questions in two waves. Each wave has
  /// persons of its own.
  private struct People {
    var answers: [(wave: String, person: String, group: String, says: [String])] = []

    init(seed: UInt64) {
      var random = SeededGenerator(state: seed)
      for wave in ["w0", "w1"] {
        for (group, sizes) in [("a", 6...14), ("b", 6...14), ("c", 1...4), ("d", 1...4)] {
          let share = [0.1, 0.5, 0.95][Int.random(in: 0..<3, using: &random)]
          for number in 0..<Int.random(in: sizes, using: &random) {
            let says = (0..<2).map { _ in
              Double.random(in: 0..<1, using: &random) < share ? "ja" : "nej"
            }
            answers.append((wave, "\(wave)-\(group)\(number)", group, says))
          }
        }
      }
    }

    /// The same, with the answers of the small groups dealt out anew among them.
    func shuffled(seed: UInt64) -> People {
      var random = SeededGenerator(state: seed)
      var copy = self
      for wave in ["w0", "w1"] {
        let places = answers.indices.filter {
          answers[$0].wave == wave && ["c", "d"].contains(answers[$0].group)
        }
        for question in 0..<2 {
          let dealt = places.map { answers[$0].says[question] }.shuffled(using: &random)
          for (place, says) in zip(places, dealt) { copy.answers[place].says[question] = says }
        }
      }
      return copy
    }

    func survey() throws -> PublishedSurvey {
      let cube = try SurveyFixture.cube(
        SurveyFixture.definition(questions: 2, groups: ["a", "b", "c", "d"]),
        invitations: answers.map { [$0.wave, $0.person, $0.group, "complete", "false"] },
        answers: answers.flatMap { row in
          row.says.enumerated().map { [row.wave, row.person, "q\($0)", $1] }
        })
      return SurveyFixture.published(cube, minimum: 5)
    }
  }

  private static func page(_ survey: PublishedSurvey) -> ReportDocument {
    ReportDocument(
      id: "survey", title: Label(same: "Enkät"),
      blocks: SurveySection.blocks(of: [survey], year: 2023))
  }

  /// Everything that is written of a page: its text and its data files.
  private static func written(_ page: ReportDocument) -> [String] {
    [TextRenderer(language: .english).render(page)]
      + page.dataTables.map { CSVRenderer(language: .english).render($0) }
  }

  /// What is shown of a survey: its counts, where they are not withheld.
  private static func shown(_ survey: PublishedSurvey) throws -> [AnswerCell: Int?] {
    var cells: [AnswerCell: Int?] = [:]
    for wave in survey.cube.definition.waves {
      for question in try survey.cube.result(wave: wave.id).questions {
        let parts =
          [(SurveyPart.all, question.tally)] + question.byGroup.map { (.group($0.key), $0.tally) }
        for (part, tally) in parts {
          for answer in survey.cube.definition.scale.answers {
            let cell = AnswerCell(
              wave: wave.id, question: question.question.id, part: part, answer: answer.id)
            cells[cell] =
              .some(survey.disclosure.reasons[cell] == nil ? tally.count(of: answer.id) : nil)
          }
        }
      }
    }
    return cells
  }

  @Test("pages are the same, word for word, where only withheld answers differ")
  func interference() throws {
    var pairs = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let people = People(seed: seed)
      let (survey, other) = (try people.survey(), try people.shuffled(seed: seed + 1000).survey())
      guard survey.cube != other.cube, try Self.shown(survey) == Self.shown(other) else { continue }
      pairs += 1
      #expect(Self.written(Self.page(survey)) == Self.written(Self.page(other)), "seed \(seed)")
    }
    #expect(pairs > 20)
  }

  @Test(
    "a change is shown where both waves are, and withheld with its test where one is not",
    arguments: 1...30 as ClosedRange<UInt64>)
  func withheld(seed: UInt64) throws {
    let survey = try People(seed: seed).survey()
    let page = Self.page(survey)
    for (id, part) in [
      ("enkat-comparison", { (_: [Substring]) in SurveyPart.all }),
      ("enkat-groups-comparison", { SurveyPart.group(String($0[1])) }),
    ] {
      let table = try #require(page.tables.first { $0.id == id })
      for row in table.rows.indices {
        let key = table.key(of: row).split(separator: "/")
        let isHidden = ["w0", "w1"].contains { wave in
          survey.disclosure.reasons[
            AnswerCell(wave: wave, question: String(key[0]), part: part(key), answer: "ja")] != nil
        }
        for id in ["previous_positive_percent", "positive_percent", "positive_change_points"] {
          let column = try #require(table.column(id))
          let fact = try #require(table.rows[row].cells[column].fact)
          #expect(fact.isWithheld == isHidden, "\(table.id) \(key) \(id)")
        }
        for id in ["p_value", "adjusted_p", "evidence", "method", "pairs"] where isHidden {
          #expect(table.rows[row].cells[try #require(table.column(id))] == .none)
        }
      }
    }
  }

  @Test("the figures of a group in two waves are those of its rows, and their differences")
  func figures() throws {
    let survey = try People(seed: 5).survey()
    let page = Self.page(survey)
    let table = try #require(page.tables.first { $0.id == "enkat-groups-rates" })
    #expect(table.rows.count == 8)
    for row in table.rows.indices {
      let key = table.key(of: row).split(separator: "/")
      for (wave, column) in [("w0", "previous_answered"), ("w1", "answered")] {
        let question = try #require(survey.cube.result(wave: wave).question(String(key[0])))
        let group = try #require(question.byGroup.first { $0.key == key[1] })
        let cell = table.rows[row].cells[try #require(table.column(column))]
        #expect(cell.fact?.value == .count(group.base.answered))
      }
    }
    let rates = try #require(page.tables.first { $0.id == "enkat-response-change" })
    #expect(rates.rows.map { $0.totalOf } == [nil, nil, nil, nil, .group])
    // Everyone asked answers.
    let change = try #require(rates.column("rr2_change_points"))
    #expect(rates.rows.allSatisfy { $0.cells[change].fact?.value == .points(0) })
  }

  @Test("a survey of a single group is not broken down by it") func single() throws {
    let cube = try SurveyFixture.cube(
      SurveyFixture.definition(questions: 1),
      invitations: (0..<8).flatMap { number in
        ["w0", "w1"].map { [$0, "r\(number)", "alla", "complete", "false"] }
      },
      answers: (0..<8).flatMap { number in ["w0", "w1"].map { [$0, "r\(number)", "q0", "ja"] } })
    let ids = Self.page(SurveyFixture.published(cube)).tables.map(\.id)
    #expect(ids == ["enkat-response", "enkat-questions", "enkat-comparison"])
  }

  @Test("the positive share stands beside its interval", arguments: [1, 2])
  func positive(answers: Int) throws {
    var definition = SurveyFixture.definition(questions: 1)
    definition.scale = AnswerScale(
      answers: [("nej", false), ("delvis", answers == 2), ("ja", true)].map {
        AnswerOption(id: $0.0, label: Label(same: $0.0), isPositive: $0.1)
      })
    let cube = try SurveyFixture.cube(
      definition, invitations: (0..<8).map { ["w1", "r\($0)", "alla", "complete", "false"] },
      answers: (0..<8).map { ["w1", "r\($0)", "q0", $0 < 5 ? "ja" : "nej"] })
    let table = try #require(
      Self.page(SurveyFixture.published(cube)).tables.first { $0.id == "enkat-questions" })
    let shown = ShownTable(table).columns.map { table.columns[$0].id }
    let place = try #require(shown.firstIndex(of: "interval"))
    #expect(shown[place - 1] == (answers == 1 ? "ja_percent" : "positive_percent"))
    #expect(table.exported("positive_percent").first??.asNumber == 62.5)
    #expect(table.exported("positive_count").first??.asNumber == 5)
  }
}
