import Statistics
import Testing

/// Means of a group of which not everybody answered.
@Suite("Location: the mean of a finite group")
struct NearCensusMeanTests {
  private static func survey(
    _ scores: [(Double, Int)], of invited: Int, scale: ClosedRange<Double>? = 1...5
  ) throws -> NearCensusMean {
    try NearCensusMean(
      CountedValues(scores.map(\.0), counts: scores.map(\.1)), invited: invited, scale: scale)
  }

  /// 3, 4, 4, 4, 5, 5, 5, 2 of ten: mean 4, variance 8 / 7, error √(8 / 7 / 8 · (1 - 8 / 10)) = 0.16903085.
  /// R 4.2.2: `4 + c(-1, 1) * qt(0.975, 7) * 0.16903085` and `pt((3.9 - 4) / 0.16903085, 7, lower = FALSE)`.
  @Test("interval and probability are Student's, with the correction for finite groups")
  func student() throws {
    let survey = try Self.survey([(2, 1), (3, 1), (4, 3), (5, 3)], of: 10)
    #expect(survey.mean == 4)
    let interval = try survey.interval()
    #expect(agrees(interval.lower, 3.6003056, decimals: 6))
    #expect(agrees(interval.upper, 4.2, decimals: 9), "cut at what is possible")
    #expect(survey.bounds == 3.4...4.2)
    #expect(agrees(try survey.goalProbability(atLeast: 3.9), 0.7136, decimals: 4))
  }

  @Test("at least and at most are one, and half of it lies at the mean") func sides() throws {
    let survey = try Self.survey([(1, 2), (3, 4), (4, 3)], of: 14)
    for figure in stride(from: survey.mean - 0.7, through: survey.mean + 0.7, by: 0.1) {
      let (above, below) = try (
        survey.goalProbability(atLeast: figure), survey.goalProbability(atMost: figure)
      )
      #expect(abs(above + below - 1) < 1e-12)
    }
    #expect(abs(try survey.goalProbability(atLeast: survey.mean) - 0.5) < 1e-12)
  }

  @Test("the interval lies above a figure exactly where the probability is 0.975")
  func pivot() throws {
    let survey = try Self.survey([(1, 3), (2, 2), (3, 4), (5, 6)], of: 40, scale: nil)
    let lower = try survey.interval().lower
    #expect(abs(try survey.goalProbability(atLeast: lower) - 0.975) < 1e-9)
  }

  /// Of four who all said 5 and one who is silent the mean is (20 + 1) / 5 = 4.2 or more.
  @Test("what those who did not answer cannot change is sure") func bounds() throws {
    let alike = try Self.survey([(5, 4)], of: 5)
    #expect(alike.bounds == 4.2...5)
    #expect(try alike.goalProbability(atLeast: 4.2) == 1)
    #expect(throws: StatisticsError.self) {
      try alike.goalProbability(atLeast: 4.5)
    }
    let low = try Self.survey([(1, 4), (2, 1)], of: 6)
    #expect(try low.goalProbability(atLeast: 4) == 0)
    #expect(try low.goalProbability(atMost: 4) == 1)
    let all = try Self.survey([(1, 1), (2, 1), (4, 1)], of: 3, scale: nil)
    #expect(try all.goalProbability(atLeast: 7.0 / 3) == 1)
    #expect(try all.goalProbability(atLeast: 2.4) == 0)
  }

  @Test("more who answered than were asked are refused") func refusal() throws {
    #expect(
      throws: StatisticsError.partExceedsWhole(part: .answered, 4, whole: .invited, 3)
    ) { try Self.survey([(1, 4)], of: 3) }
  }
}
