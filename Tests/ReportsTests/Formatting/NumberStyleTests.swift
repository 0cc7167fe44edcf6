import Labels
import Statistics
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

  @Test(
    "numbers beyond their last digits are powers of ten, and no digit is made up",
    arguments: [
      (150_000_000_000_000, "150\u{A0}000\u{A0}000\u{A0}000\u{A0}000"), (1.5e20, "1,5·10²⁰"),
      (-1.35e308, "−1,35·10³⁰⁸"), (9.99996e15, "1·10¹⁶"), (1.2345e15, "1,235·10¹⁵"),
    ])
  func large(value: Double, expected: String) {
    #expect(NumberStyle(.swedish).text(value, decimals: 0) == expected)
    let sign = value < 0 ? "" : "+"
    #expect(NumberStyle(.swedish).signed(value, decimals: 0) == sign + expected)
  }

  @Test("a figure that is not 0 does not read as 0 for its size")
  func tiny() throws {
    #expect(StatisticWords.figure(1.5e-12, width: 6e-14, signed: true).english == "+1.5·10⁻¹²")
    #expect(StatisticWords.figure(0, width: 6e-14, signed: true).english == "±0")
    // Beside a wide interval it is next to nothing.
    #expect(StatisticWords.figure(1e-9, width: 0.5, signed: true).english == "±0")
    let interval = try Interval(lower: -1e-12, upper: 2e-12, confidence: 0.95)
    #expect(
      StatisticWords.interval(interval, signed: true).english
        == "−1·10⁻¹²\u{A0}–\u{A0}+2·10⁻¹²")
  }

  @Test("a probability is never rounded to certainty")
  func probability() {
    #expect(FactWords(.swedish).text(Fact(.probability(0.99999))) == "> 0,99")
    #expect(FactWords(.swedish).text(Fact(.probability(0.00001))) == "< 0,01")
    #expect(FactWords(.swedish).text(Fact(.probability(1))) == "1,00")
    #expect(FactWords(.swedish).text(Fact(.probability(0.7210273861))) == "0,72")
  }
}
