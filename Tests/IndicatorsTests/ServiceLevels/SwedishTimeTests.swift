import Foundation
import Tables
import Testing

@testable import Indicators

@Suite("The Swedish clock") struct SwedishTimeTests {
  /// Start, end, hours.
  static let spans: [(String, String, Double)] = [
    ("2024-03-31 01:59", "2024-03-31 03:00", 1.0 / 60),
    ("2024-03-31 00:00", "2024-04-01 00:00", 23.0),
    ("2024-10-27 00:00", "2024-10-28 00:00", 25.0), ("2024-10-26 00:00", "2024-10-27 00:00", 24.0),
    // The hour that comes twice is the first of the two.
    ("2024-10-27 01:30", "2024-10-27 02:30", 1.0), ("2024-10-27 02:30", "2024-10-27 03:00", 1.5),
    // The hour that does not come: 02:30 is 03:30.
    ("2024-03-31 02:30", "2024-03-31 03:30", 0.0), ("2024-03-31 01:30", "2024-03-31 02:30", 1.0),
    ("2024-01-01 00:00", "2025-01-01 00:00", 366.0 * 24),
    // Until 1995 summer time ended in September, and in 1980 it began on 6 April.
    ("1995-09-24 00:00", "1995-09-25 00:00", 25.0), ("1995-10-29 00:00", "1995-10-30 00:00", 24.0),
    ("1996-10-27 00:00", "1996-10-28 00:00", 25.0), ("1980-04-06 00:00", "1980-04-07 00:00", 23.0),
    ("1979-07-01 00:00", "1980-07-01 00:00", 366.0 * 24 - 1),
    ("2024-03-31 03:00", "2024-03-31 01:59", -1.0 / 60),
  ]

  private func moment(_ text: String) throws -> Timestamp {
    try #require(CaseFixture.log("1,\(text),,,,,").readings(of: "inkom")[0].timestamp)
  }

  /// The changes are those of the tz database for Europe/Stockholm; 2024 as published in directive
  /// 2000/84/EC: 31 March and 27 October.
  @Test(
    "hours that pass",
    arguments: spans)
  func hours(start: String, end: String, hours: Double) throws {
    let passed = SwedishTime.hours(from: try moment(start), to: try moment(end))
    #expect(abs(passed - hours) < 1e-9)
  }

  /// Against the tz database as Foundation reads it, at every hour of three days around each change.
  @Test("agree with the tz database", arguments: 1980...2037)
  func zone(year: Int) throws {
    let stockholm = try #require(TimeZone(identifier: "Europe/Stockholm"))
    for month in [3, 4, 9, 10] {
      let first = try #require(CalendarDate(year: year, month: month, day: 1))
      for hour in 0..<31 * 24 {
        let seconds = Int64(first.daysSince1970) * 86_400 + Int64(hour) * 3600
        let offset = stockholm.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let wall = Timestamp(secondsSince1970: seconds + Int64(offset))
        let read = SwedishTime.universalSeconds(wall)
        // The second of the two hours in autumn is read as the first.
        #expect(read == seconds || (read == seconds - 3600 && offset == 3600), "\(wall)")
      }
    }
  }
}
