import Labels
import Testing

@testable import Reports

@Suite struct NumberStyleTests {
  @Test(
    "rounds half away from zero and groups digits",
    arguments: [
      (0.0, 0, "0", "0"), (57576, 0, "57\u{A0}576", "57,576"), (-601, 0, "−601", "−601"),
      (1_234_567.891, 2, "1\u{A0}234\u{A0}567,89", "1,234,567.89"), (0.5, 0, "1", "1"),
      (-0.5, 0, "−1", "−1"), (0.145, 2, "0,15", "0.15"), (2.675, 2, "2,68", "2.68"),
      (-0.004, 2, "0,00", "0.00"), (999.95, 1, "1\u{A0}000,0", "1,000.0"),
      (0.05, 1, "0,1", "0.1"), (12, 2, "12,00", "12.00"),
    ])
  func text(value: Double, decimals: Int, swedish: String, english: String) {
    #expect(NumberStyle(.swedish).text(value, decimals: decimals) == swedish)
    #expect(NumberStyle(.english).text(value, decimals: decimals) == english)
  }

  @Test(
    "drops needless decimals",
    arguments: [(19.5, "19,5"), (20, "20"), (10.70, "10,7"), (0.3333, "0,33"), (4.8, "4,8")])
  func upTo(value: Double, expected: String) {
    #expect(NumberStyle(.swedish).text(value, upTo: 2) == expected)
  }

  @Test("signs", arguments: [(4563, "+4\u{A0}563"), (-70, "−70"), (0, "±0"), (0.4, "±0")])
  func signed(value: Double, expected: String) {
    #expect(NumberStyle(.swedish).signed(value, decimals: 0) == expected)
  }

  @Test("a probability is never rounded to certainty")
  func probability() {
    let words = GoalWords()
    let style = NumberStyle(.swedish)
    #expect(words.probabilityText(0.99999, style) == "> 0,99")
    #expect(words.probabilityText(0.00001, style) == "< 0,01")
    #expect(words.probabilityText(1, style) == "1,00")
    #expect(words.probabilityText(0.7210273861, style) == "0,72")
  }
}
