import TableFixtures
import Tables
import Testing

@testable import Indicators

@Suite("The newest day of a log") struct CaseDayTests {
  static let log = CaseFixture.log(
    """
    1,2026-11-20,2026-11-24,,,,
    2,2026-11-26,,2026-11-27,,,
    3,2026-11-26,2026-12-01,,2026-12-24,,
    4,2025-03-03,2025-03-04,,,2025-03-05,
    """)

  @Test(
    "of all columns, and not after a day",
    arguments: [
      ("2026-11-30", "2026-11-27"), ("2026-11-27", "2026-11-27"), ("2026-11-25", "2026-11-24"),
      ("2026-12-01", "2026-12-01"), ("2027-01-01", "2026-12-24"), ("2025-12-31", "2025-03-05"),
      ("2025-01-01", nil),
    ])
  func newest(last: String, day: String?) {
    #expect(Self.log.newestDay(notAfter: caseDay(last)) == day.map(caseDay))
  }

  @Test("years in which cases were received") func years() {
    #expect(Self.log.years == [2025, 2026])
  }

  /// What is told as of a day is what a log that ends on the day tells.
  @Test("what happens later changes nothing", arguments: 1...30)
  func later(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let cases = CaseLogRandomTests.cases(&random)
    let asOf = caseDay("2023-10-01").adding(days: .random(in: -60...150, using: &random))
    func log(_ isCut: Bool) -> CaseLog {
      let rows = cases.enumerated().filter { !isCut || $1.received <= asOf }.map { index, one in
        // An end of a pause that has not come is no end; an end before its start stays wrong.
        let days = [one.received, one.answered, one.pausedFrom, one.pausedTo].map { day in
          day.flatMap { isCut && $0 > asOf ? nil : $0 }
        }
        return "\(index)," + days.map { $0?.description ?? "" }.joined(separator: ",") + ",,"
      }
      return CaseFixture.log(rows.joined(separator: "\n"))
    }
    let (whole, cut) = (log(false), log(true))
    for limit in [CaseFixture.fiveDays, CaseFixture.seventyTwoHours] {
      let a = whole.outcomes(limit: limit, asOf: asOf, calendar: .sverige)
        .filter { $0.state != .notYetReceived }
      let b = cut.outcomes(limit: limit, asOf: asOf, calendar: .sverige)
      #expect(a.map(\.state) == b.map(\.state))
      #expect(a.map(\.elapsed) == b.map(\.elapsed))
    }
  }
}
