import Statistics
import Testing

@Suite("Change between two waves")
struct WaveChangeTests {
  /// Student's sleep data, as R 4.2.2 computes them; the second drug as the later wave.
  @Test func sameRespondents() throws {
    let change = try WaveChange.ofSameRespondents(
      earlier: ValueSamples.sleepOne, later: ValueSamples.sleepTwo)
    #expect(ValueSamples.agree(change.change.value, 1.58))
    #expect(ValueSamples.agree(change.change.interval.lower, 0.700114236723018))
    #expect(ValueSamples.agree(change.change.interval.upper, 2.459885763276982))
    #expect(ValueSamples.agree(change.meanTest.pValue, 0.00283289019738427))
    #expect(change.meanTest.method.words == "paired t test")
    // Nine differ, all upwards: 2 of 512 ways.
    #expect(change.rankTest.statistic == 45 && change.rankTest.pValue == 2 / 512.0)
    #expect(change.rankTest.cautions == [.equalPairsLeftOut(1)])
    let directions = try #require(change.directions)
    #expect((directions.rose, directions.fell, directions.unchanged) == (9, 0, 1))
    #expect(change.evidence == .rose)
  }

  @Test func differentRespondents() throws {
    let change = try WaveChange.ofDifferentRespondents(
      earlier: ValueSamples.manual, later: ValueSamples.automatic)
    #expect(ValueSamples.agree(change.change.interval.lower, -11.28019435504016))
    #expect(ValueSamples.agree(change.meanTest.pValue, 0.00137363833307103))
    #expect(change.rankTest.statistic == 42 && change.rankTest.isExact)
    #expect(change.directions == nil && change.evidence == .fell)
    let sleep = try WaveChange.ofDifferentRespondents(
      earlier: ValueSamples.sleepOne, later: ValueSamples.sleepTwo)
    #expect(ValueSamples.agree(sleep.meanTest.pValue, 0.0793941401873582))
    #expect(sleep.evidence == .notShown)
  }

  @Test("the evidence follows the interval and the p value of the mean")
  func evidence() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let one = ValueSamples.scattered(12, seed: seed, levels: 7)
      let two = ValueSamples.scattered(12, seed: seed + 100, levels: 9)
      for level in [0.5, 0.8, 0.95] {
        for change in [
          try WaveChange.ofSameRespondents(earlier: one, later: two, confidence: level),
          try WaveChange.ofDifferentRespondents(earlier: one, later: two, confidence: level),
        ] {
          #expect((change.meanTest.pValue < 1 - level) == (change.evidence != .notShown))
          #expect(change.evidence != .rose || change.change.value > 0)
          #expect(change.evidence != .fell || change.change.value < 0)
        }
      }
    }
  }

  @Test(
    "an end at 0 shows nothing",
    arguments: [
      (0, 2, .notShown), (-2, 0, .notShown), (1e-300, 2, .rose), (-2, -1e-300, .fell),
      (-1, 1, .notShown), (0, 0, .notShown),
    ] as [(Double, Double, ChangeEvidence)])
  func edges(_ lower: Double, _ upper: Double, _ evidence: ChangeEvidence) throws {
    let interval = try Interval(lower: lower, upper: upper, confidence: 0.95)
    #expect(ChangeEvidence(interval) == evidence)
  }

  @Test("turning time round turns the evidence round")
  func reversed() throws {
    let (one, two) = (ValueSamples.sleepOne, ValueSamples.sleepTwo)
    let back = try WaveChange.ofSameRespondents(earlier: two, later: one)
    #expect(back.evidence == .fell)
    #expect(back.directions?.fell == 9 && back.directions?.rose == 0)
    #expect(ValueSamples.agree(back.change.value, -1.58))
  }
}
