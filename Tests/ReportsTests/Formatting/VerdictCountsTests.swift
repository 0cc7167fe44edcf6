import Diagnostics
import Indicators
import Labels
import Testing

@testable import Reports

/// The sentence that counts verdicts, for none, one and many.
@Suite struct VerdictCountsTests {
  static func assessments(
    _ counts: [(Verdict, Int)], differing: Int = 0, conditions: Int = 0, routines: Int = 0
  ) -> [Assessment] {
    var all = counts.flatMap { verdict, count in
      (0..<count).map { index in
        assessment(verdict, .goal, stated: index < differing ? .achieved : nil)
      }
    }
    all += (0..<conditions).map { _ in assessment(.notJudged, .condition) }
    all += (0..<routines).map { _ in assessment(.notJudged, .routine) }
    return all
  }

  private static func assessment(
    _ verdict: Verdict, _ kind: Goal.Kind, stated: StatedStatus? = nil
  ) -> Assessment {
    var assessment = GoalFixture.assessment(GoalFixture.goal())
    assessment.goal.kind = kind
    assessment.verdict = verdict
    assessment.statedStatus = stated
    return assessment
  }

  @Test(
    "only the verdicts that occur, right for none, one and many",
    arguments: [
      (assessments([]), "Inga mål.", "No goals."),
      (assessments([(.met, 1)]), "1 mål är uppnått.", "1 goal is met."),
      (assessments([(.met, 3)]), "3 mål är uppnådda.", "3 goals are met."),
      (assessments([(.nearly, 1)]), "1 mål är nästan uppnått.", "1 goal is nearly met."),
      (assessments([(.notMet, 2)]), "2 mål är ej uppnådda.", "2 goals are not met."),
      (assessments([(.underWay, 1)]), "1 mål pågår.", "1 goal is under way."),
      (assessments([(.dropped, 2)]), "2 mål utgår.", "2 goals are dropped."),
      (assessments([(.cannotAssess, 1)]), "1 mål kan inte bedömas.", "1 goal cannot be assessed."),
      (
        assessments([(.planned, 72)]), "72 mål är planerade; utfall finns ännu inte.",
        "72 goals are planned; there is no outcome yet."
      ),
      (
        assessments([(.met, 1), (.notMet, 1)]), "2 mål: 1 uppnått och 1 ej uppnått.",
        "2 goals: 1 met and 1 not met."
      ),
      (
        assessments([
          (.met, 35), (.nearly, 3), (.notMet, 10), (.underWay, 1), (.dropped, 2), (.planned, 4),
          (.cannotAssess, 8),
        ]),
        "63 mål: 35 uppnådda, 3 nästan uppnådda, 10 ej uppnådda, 1 som pågår, 2 som utgår, "
          + "4 planerade och 8 som inte kan bedömas.",
        "63 goals: 35 met, 3 nearly met, 10 not met, 1 under way, 2 dropped, 4 planned and 8 that "
          + "cannot be assessed."
      ),
      (
        assessments([(.notMet, 2)], differing: 1),
        "2 mål är ej uppnådda. För 1 ger dokumentet ett annat omdöme än utfallet.",
        "2 goals are not met. For 1 the document gives a verdict other than that of the outcome."
      ),
      (
        assessments([(.met, 1)], conditions: 1),
        "1 mål är uppnått. Därtill 1 villkor, som inte bedöms.",
        "1 goal is met. Besides, 1 condition, which is not judged."
      ),
      (
        assessments([(.met, 1)], conditions: 2, routines: 1),
        "1 mål är uppnått. Därtill 2 villkor och 1 rutin, som inte bedöms.",
        "1 goal is met. Besides, 2 conditions and 1 routine, which are not judged."
      ),
      (
        assessments([], routines: 2), "Inga mål. Därtill 2 rutiner, som inte bedöms.",
        "No goals. Besides, 2 routines, which are not judged."
      ),
    ])
  func sentence(assessments: [Assessment], swedish: String, english: String) {
    #expect(VerdictCounts(assessments).sentence.label == Label(swedish, english))
  }
}
