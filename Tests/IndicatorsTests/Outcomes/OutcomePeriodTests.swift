import Tables
import Testing

@testable import Indicators

@Suite struct OutcomePeriodTests {
  @Test(
    "the last day of a period as data writes it",
    arguments: [
      ("2012", "2012-12-31"), ("2016-12", "2016-12-31"), ("2024-02", "2024-02-29"),
      ("2017-02-28", "2017-02-28"), ("2012-01-01/2012-06-30", "2012-06-30"),
      ("2020/2023", "2023-12-31"), ("2020-04/2025", "2025-12-31"), ("2023-host", "2023-12-31"),
      ("2023-var", "2023-06-30"), ("2023-13", "2023-12-31"), ("okänd", "2023-12-31"),
      ("", "2023-12-31"),
    ])
  func lastDay(period: String, day: String) {
    #expect(IndicatorFixture.outcome(period: period).lastDay.description == day)
  }
}
