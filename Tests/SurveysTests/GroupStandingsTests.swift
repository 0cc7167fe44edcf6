import Labels
import Surveys
import Testing

/// Groups beside each other, and groups weighted by their size.
@Suite struct GroupStandingsTests {
  private static func tally(_ positive: Int, of answered: Int, invited: Int? = nil) -> AnswerTally {
    AnswerTally(
      counts: [
        AnswerCount(
          option: AnswerOption(id: "ja", label: Label("ja", "yes"), isPositive: true),
          count: positive),
        AnswerCount(
          option: AnswerOption(id: "nej", label: Label("nej", "no")), count: answered - positive),
      ], notReturned: (invited ?? answered) - answered)
  }

  private static func row(_ key: String, _ tally: AnswerTally) -> QuestionRow {
    QuestionRow(key: key, label: Label(same: key), tally: tally)
  }

  @Test("groups of few are not compared") func few() throws {
    let groups = try #require(
      GroupStandings([
        ("a", Self.tally(30, of: 40)), ("b", Self.tally(4, of: 4)), ("c", Self.tally(10, of: 40)),
      ]))
    #expect(groups.standings.map(\.key) == ["a", "c"])
    #expect(groups.mean == 0.5)
    #expect(
      GroupStandings([("a", Self.tally(30, of: 40)), ("b", Self.tally(4, of: 4))]) == nil)
  }

  @Test("the tests of all questions are adjusted together") func adjusted() throws {
    let one = try #require(
      GroupStandings([("a", Self.tally(16, of: 20)), ("b", Self.tally(8, of: 20))]))
    let p = one.standings.map(\.adjustedPValue)
    // Both groups are tested against each other: the same p value twice, so Holm doubles it.
    #expect(p[0] == p[1])
    let together = [one, one].adjustedTogether
    #expect(abs(together[0].standings[0].adjustedPValue - 2 * p[0]) < 1e-12)
    // Fisher's exact test, which is no bolder, has p = 0.022 of these: chance leaves one order.
    #expect(one.standings.map(\.ranks) == [1...1, 2...2])
  }

  /// 10 invited of whom 5 answer yes, and 30 of whom 5 answer no: 1/2 unweighted and 10/40 weighted. Weights 2
  /// and 6: n_eff = 40² / (5 · 4 + 5 · 36) = 8, and 10/8 is the design effect.
  @Test("weights by hand") func weights() throws {
    let weighted = try #require(
      WeightedShare([
        Self.row("a", Self.tally(5, of: 5, invited: 10)),
        Self.row("b", Self.tally(0, of: 5, invited: 30)),
        Self.row("c", Self.tally(0, of: 0, invited: 7)),
      ]))
    #expect(weighted.unweighted.share == 0.5)
    #expect(weighted.unweighted.answered == 10)
    #expect(abs(weighted.share - 0.25) < 1e-12)
    #expect(abs(weighted.effectiveAnswers - 8) < 1e-12)
    #expect(abs(weighted.designEffect - 1.25) < 1e-12)
    #expect(weighted.missing == ["c"])
  }

  @Test("equal response rates leave the share as it is") func equalRates() throws {
    let weighted = try #require(
      WeightedShare([
        Self.row("a", Self.tally(3, of: 5, invited: 10)),
        Self.row("b", Self.tally(2, of: 10, invited: 20)),
      ]))
    #expect(abs(weighted.share - weighted.unweighted.share) < 1e-12)
    #expect(abs(weighted.designEffect - 1) < 1e-12)
    #expect(WeightedShare([Self.row("a", Self.tally(0, of: 0, invited: 3))]) == nil)
  }
}
