import Labels
import Surveys
import Testing

@testable import Reports
@testable import Workspace

/// Whoever adds up the items of an index and takes its sum away is left with those who answered some of them.
@Suite struct IndexDisclosureTests {
  private static func index(_ survey: PublishedSurvey) throws -> QuestionResult {
    try #require(try survey.cube.result(wave: "w1").questions.first { $0.question.kind == .index })
  }

  /// Those of a part who answered one of the two items, computed from the counts of the test's own people.
  @Test(
    "an index is withheld where few answered it in part",
    arguments: 1...80 as ClosedRange<UInt64>)
  func partial(seed: UInt64) throws {
    let survey = try QuestionTypeDisclosureTests.survey(seed: seed)
    let row = try Self.index(survey)
    let partials = try #require(survey.cube.waves["w1"]?.partials["index"])
    let parts: [SurveyPart] =
      [.all] + row.byGroup.map { .group($0.key) }
      + row.breakdowns.flatMap { breakdown in
        breakdown.rows.map { .value($0.key, column: breakdown.breakdown.column) }
      }
    let result = try survey.cube.result(wave: "w1")
    let (first, rating) = try (
      #require(result.question("first")), #require(result.question("rating"))
    )
    func answered(_ question: QuestionResult, _ part: SurveyPart) -> Int {
      switch part {
      case .group(let group): question.byGroup.first { $0.key == group }?.base.answered ?? 0
      case .value(let value, let column):
        question.breakdowns.first { $0.breakdown.column == column }?.rows
          .first { $0.key == value }?.base.answered ?? 0
      default: question.base.answered
      }
    }
    for part in parts {
      let count = partials.count(part)
      // One item is enough for the index, so that those with it are those with either item.
      let (one, other, either) = (
        answered(first, part), answered(rating, part), answered(row, part)
      )
      #expect(count.items == 2 * either - one - other, "\(part) of seed \(seed)")
      #expect(count.leaves == count.items)
      guard (1..<5).contains(count.items) else { continue }
      let reason = survey.disclosure.reasonForFigures(
        wave: "w1", question: row.question, part: part,
        scale: survey.cube.definition.scale(of: row.question))
      #expect(reason != nil, "\(part) of seed \(seed)")
    }
    #expect(
      partials.count(.all)
        == row.byGroup.map { partials.count(.group($0.key)) }.reduce(PartialAnswers(), +))
  }

  /// Ten answer both statements, one only the first: the sums of the two less twice that of the index would be
  /// what that one said.
  @Test("one who skips an item is not told by the index of the others") func skipped() throws {
    let people = (0..<10).map { ["\($0 % 4 + 1)", "\($0 % 3 + 2)"] } + [["5", ""]]
    func survey(_ people: [[String]]) throws -> PublishedSurvey {
      var definition = SurveyFixture.definition(questions: 2)
      definition.scale = try #require(AnswerScale.builtIn["agree-5"])
      for place in definition.questions.indices { definition.questions[place].kind = .rating }
      var index = Question(id: "index", label: Label(same: "index"), scale: .found("index"))
      index.kind = .index
      index.index = IndexParts(items: ["q0", "q1"])
      definition.questions.append(index)
      let cube = try SurveyFixture.cube(
        definition,
        invitations: people.indices.map { ["w1", "p\($0)", "alla", "complete", "false"] },
        answers: people.enumerated().flatMap { person, answers in
          answers.enumerated().filter { !$0.element.isEmpty }.map {
            ["w1", "p\(person)", "q\($0.offset)", $0.element]
          }
        })
      return SurveyFixture.published(cube, minimum: 5)
    }
    let (uneven, even) = try (survey(people), survey(Array(people.dropLast())))
    for (survey, isTold) in [(uneven, false), (even, true)] {
      let row = try Self.index(survey)
      let reason = survey.disclosure.reasonForFigures(
        wave: "w1", question: row.question, part: .all,
        scale: survey.cube.definition.scale(of: row.question))
      #expect((reason == nil) == isTold)
    }
  }
}
