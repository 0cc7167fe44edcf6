import Tables
import Testing

@testable import Query

@Suite struct ComparisonTests {
  static let cells: [String: Cell] = [
    "one": .integer(1),
    "flag": .boolean(true),
    "day": .date(CalendarDate(daysSince1970: 19_723)),  // 2024-01-01
    "moment": .timestamp(Timestamp(secondsSince1970: 19_723 * 86_400 + 30_600)),  // 08:30:00
    "midnight": .timestamp(Timestamp(secondsSince1970: 19_723 * 86_400)),
    // Two neighbours that one Double stands for.
    "big": .integer(9_007_199_254_740_993), "bigger": .integer(9_007_199_254_740_994),
    "real": .real(9_007_199_254_740_992), "most": .integer(.max), "least": .integer(.min),
  ]

  @Test(
    "what is true",
    arguments: [
      "one = 1", "one < 1.5", "1.5 > one", "one <= 1", "one >= 1", "-1 < one", "1 <> 2",
      "big <> real", "big > real", "real < big", "big < bigger", "big <> bigger", "big <= bigger",
      "most < 1e19", "least > -1e19", "most < 9223372036854775808", "least = -9223372036854775808",
      "least < -0.5", "-0.5 < one", "-one > -1.5", "0.0 = -0.0",
      "'a' < 'b'", "'Z' < 'a'", "'z' < 'å'", "'' < 'a'", "'a' = 'a'",
      // Composed and decomposed: equal, so neither comes first.
      "'\u{E5}' = 'a\u{30A}'", "NOT '\u{E5}' < 'a\u{30A}'", "'\u{E5}' <= 'a\u{30A}'",
      "'a\u{30A}' <= '\u{E5}'",
      "FALSE < TRUE", "flag = TRUE", "NOT TRUE < flag",
      "day = '2024-01-01'", "'2023-12-31' < day", "day IN ('2024-01-01')",
      "moment = '2024-01-01 08:30'", "moment = '2024-01-01T08:30:00'", "'2024-01-01' < moment",
      "moment < '2024-01-02'", "moment > '2024-01-01 08:29:59'", "day < moment",
      "midnight = day", "day = midnight", "midnight = '2024-01-01'",
    ])
  func holds(text: String) throws {
    #expect(try value(text, Self.cells) == .boolean(true))
  }

  @Test(
    "kinds that do not compare",
    arguments: [
      ("one = 'a'", "cannot compare a number with a text"),
      ("'a' <> one", "cannot compare a text with a number"),
      ("one < TRUE", "cannot compare a number with true/false"),
      ("flag >= 'ja'", "cannot compare true/false with a text"),
      ("day = 5", "cannot compare a date with a number"),
      ("day = 'igår'", "cannot compare a date with a text"),
      ("day < '2024-02-30'", "cannot compare a date with a text"),
      ("moment = '2024-01-01 25:00'", "cannot compare a timestamp with a text"),
      ("moment = '2024-01-01 08'", "cannot compare a timestamp with a text"),
      ("moment = '2024-01-01 08:xx'", "cannot compare a timestamp with a text"),
      ("moment > 1", "cannot compare a number with a timestamp"),
      ("one IN (2, 'a')", "cannot compare a number with a text"),
    ])
  func mismatches(text: String, message: String) {
    #expect(refusal { () throws(QueryError) in try value(text, Self.cells) } == message)
  }
}
