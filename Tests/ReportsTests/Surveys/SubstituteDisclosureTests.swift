import Labels
import Surveys
import Testing

@testable import Reports
@testable import Workspace

/// What substitutes answered is the difference of everyone's answers and those without substitutes.
@Suite struct SubstituteDisclosureTests {
  /// Nine who were asked themselves, eight of whom say yes, and substitutes who all say no.
  private static func survey(substitutes: Int, isSensitive: Bool) throws -> PublishedSurvey {
    var definition = SurveyFixture.definition(questions: 1)
    definition.questions[0].isSensitive = isSensitive
    var (invitations, answers): ([[String]], [[String]]) = ([], [])
    for person in 0..<9 + substitutes {
      let respondent = "r\(person)"
      let isSubstitute = person >= 9
      invitations.append(["w1", respondent, "alla", "complete", isSubstitute ? "true" : "false"])
      answers.append(["w1", respondent, "q0", isSubstitute || person == 8 ? "nej" : "ja"])
    }
    let cube = try SurveyFixture.cube(definition, invitations: invitations, answers: answers)
    return SurveyFixture.published(cube, minimum: 5)
  }

  @Test(
    "of few substitutes no answer follows from the rows with and without them",
    arguments: [
      (0, false, false), (1, false, true), (4, false, true), (5, false, false), (5, true, true),
    ])
  func difference(substitutes: Int, isSensitive: Bool, isHidden: Bool) throws {
    let survey = try Self.survey(substitutes: substitutes, isSensitive: isSensitive)
    let withheld = ["ja", "nej"].map { answer in
      [SurveyPart.all, .withoutSubstitutes].contains { part in
        survey.disclosure.reason(wave: "w1", question: "q0", part: part, answer: answer) != nil
      }
    }
    // Either answer of one row is the rest of the other.
    #expect(withheld == [isHidden, isHidden])
  }
}
