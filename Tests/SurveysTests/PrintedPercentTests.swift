import Surveys
import Testing

struct PrintedPercentTests {
  static let cases: [(Double, Int)] = [
    (0.145, 15), (0.005, 1), (0.995, 100), (0.285, 29), (0.575, 58), (0.0454545, 5),
    (0.9545454, 95), (0.4888888, 49), (0.5789473, 58), (0, 0), (1, 100), (-0.145, -15),
    (0.1449, 14), (0.14499999, 14), (0.3333333, 33), (0.6666666, 67),
  ]

  @Test(arguments: cases)
  func halvesGoAwayFromZero(share: Double, percent: Int) {
    #expect(printedPercent(share) == percent)
  }

  @Test func everyCountOfEveryGroupRoundsAsWholeNumbersDo() {
    for whole in 1...400 {
      for part in 0...whole {
        // The same in whole numbers: floor of part/whole · 100 + ½.
        let expected = (200 * part + whole) / (2 * whole)
        #expect(printedPercent(Double(part) / Double(whole)) == expected)
      }
    }
  }
}
