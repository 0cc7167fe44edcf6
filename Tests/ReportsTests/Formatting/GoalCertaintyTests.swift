import Labels
import Statistics
import Testing

@testable import Reports

/// Words of certainty and the figures beside them.
@Suite("Certainty in words") struct GoalCertaintyTests {
  @Test(
    "words change at 10, 50 and 90 per cent",
    arguments: [
      (0, GoalCertainty.unlikely), (0.0999, .unlikely), (0.1, .doubtful), (0.4999, .doubtful),
      (0.5, .possible), (0.8999, .possible), (0.9, .likely), (1, .likely),
    ])
  func words(probability: Double, word: GoalCertainty) {
    #expect(GoalCertainty(probability: probability, point: nil) == word)
    #expect(GoalCertainty(probability: probability, point: .needs(1)) == word)
    #expect(GoalCertainty(probability: probability, point: .reached) == .certain)
    #expect(GoalCertainty(probability: probability, point: .outOfReach) == .excluded)
  }

  @Test(
    "a figure stands on the side of a border that its word does",
    arguments: [
      (0.8996, "0,8996"), (0.897, "0,897"), (0.9, "0,90"), (0.9004, "0,9004"), (0.894, "0,89"),
      (0.4999, "0,4999"), (0.5, "0,50"), (0.0999, "0,0999"), (0.1, "0,10"), (0.72, "0,72"),
      (0.9999, "> 0,99"),
    ])
  func borders(probability: Double, text: String) {
    let shown = FactWords(.swedish).text(GoalCertainty.fact(probability))
    #expect(shown.replacing("\u{A0}", with: " ") == text)
  }

  @Test("figures read back give the same word") func property() throws {
    for step in 0...10_000 {
      let probability = Double(step) / 10_000
      let shown = FactWords(.english).text(GoalCertainty.fact(probability))
      guard let read = Double(shown) else { continue }
      #expect(
        GoalCertainty(probability: read, point: nil)
          == GoalCertainty(probability: probability, point: nil), "\(probability): \(shown)")
    }
  }
}
