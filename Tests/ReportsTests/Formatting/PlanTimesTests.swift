import Labels
import Plans
import Testing

@testable import Reports

/// When and how often, as a list of a plan says it.
@Suite struct PlanTimesTests {
  @Test(
    "a period by its ends",
    arguments: [
      ("2023-01-01", "2023-12-31", Label(same: "2023")),
      ("2022-01-01", "2024-12-31", Label(same: "2022–2024")),
      ("2020", "2023", Label(same: "2020–2023")), ("2023", "2023", Label(same: "2023")),
      ("2022-09-01", "2023-09-01", Label(same: "2022-09-01–2023-09-01")),
      ("2022-var", "2023-var", Label("våren 2022–våren 2023", "spring 2022–spring 2023")),
      ("2023-09-01", nil, Label("från 2023-09-01", "from 2023-09-01")),
      (nil, "2023-12-31", Label("till 2023-12-31", "until 2023-12-31")), (nil, nil, nil),
    ] as [(String?, String?, Label?)])
  func period(start: String?, end: String?, words: Label?) {
    let ends = (start.flatMap { PlanPeriod($0) }, end.flatMap { PlanPeriod($0) })
    #expect(PlanTimes.period(from: ends.0, to: ends.1) == words)
  }

  @Test(
    "how often",
    arguments: [
      (1, false, Label("1 per år", "1 a year")), (12, false, Label("12 per år", "12 a year")),
      (0.5, false, Label("0,5 per år", "0.5 a year")),
      (1, true, Label("1 per år, löpande", "1 a year, continuous")),
      (nil, true, Label("löpande", "continuous")), (nil, false, nil),
    ] as [(Double?, Bool, Label?)])
  func frequency(perYear: Double?, isContinuous: Bool, words: Label?) {
    #expect(PlanTimes.frequency(perYear, isContinuous: isContinuous)?.label == words)
  }
}
