import Testing

@testable import nyckeltal

/// How far a statement has come.
@Suite struct ProgressBarTests {
  @Test(
    arguments: [
      (0, nil, 80, "Ctrl-C stops"), (7_000_000, nil, 80, "7 MB read   Ctrl-C stops"),
      (
        50_000_000, 100_000_000, 50, "█████████░░░░░░░░░  50 %  of 100 MB   Ctrl-C stops"
      ),
      (2_000_000_000, 1_500_000_000, 12, "100 %"),
    ] as [(Int, Int?, Int, String)]) func bars(
      _ done: Int, _ total: Int?, _ width: Int, _ text: String
    )
  {
    #expect(ProgressBar(done: done, total: total).text(width: width) == text)
  }
}
