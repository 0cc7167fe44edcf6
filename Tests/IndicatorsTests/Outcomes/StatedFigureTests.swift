import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

@Suite struct StatedFigureTests {
  @Test(
    "a computed figure beside the stated one",
    arguments: [
      // Rounded to what is printed, half away from zero.
      (58, 58.4, [], false), (58, 58.5, [], true), (59, 58.5, [], false), (-59, -58.5, [], false),
      (4.8, 4.84, [], false), (4.8, 4.85, [], true), (4.8, 4.75, [], false),
      // 4.35 × 100 is 434.99999999999994, 0.07 × 100 is 7.000000000000001: two decimals each.
      (4.35, 4.3512, [], false), (0.07, 0.0712, [], false), (0.07, 0.0756, [], true),
      (0.29, 0.2949, [], false), (0, 0.4, [], false), (0, 0.6, [], true),
      // 11 700 in the text, 11 770 in the table (000:540, 000:654).
      (11_700, 11_770, [], true), (11_700, 11_770, [.circa], false),
      // Approximate: five per cent, the limit included.
      (100, 105, [.about], false), (100, 95, [.slightlyMore], false), (100, 105.1, [.almost], true),
      (100, 94.9, [.plusMinus], true), (-100, -105, [.decade], false), (100, 104, [.atLeast], true),
    ] as [(Double, Double, [Qualifier], Bool)])
  func differs(stated: Double, computed: Double, qualifiers: [Qualifier], differs: Bool) {
    let outcome = Fixture.outcome(
      stated, words: qualifiers, computed: Fixture.computed(computed, .fullCount))
    #expect(outcome.differsFromStated == differs)
  }

  @Test("one figure alone differs from nothing")
  func alone() {
    #expect(!Fixture.outcome(5).differsFromStated)
    #expect(!Fixture.outcome(computed: Fixture.computed(5, .fullCount)).differsFromStated)
  }

  @Test("the computed figure goes first, with its own total")
  func value() {
    let outcome = Fixture.outcome(77, of: 79, computed: Fixture.computed(76, .fullCount))
    #expect(outcome.value == 76)
    #expect(outcome.total == nil)
    #expect(Fixture.outcome(77, of: 79).total == 79)
  }
}
