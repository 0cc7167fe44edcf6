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
  func tiny() {
    let words = FactWords(.english)
    func change(_ value: Double, of width: Double) -> String {
      words.text(Fact(.change(value), precision: .significant(of: width)))
    }
    #expect(change(1.5e-12, of: 6e-14) == "+1.5·10⁻¹²")
    #expect(change(0, of: 6e-14) == "±0")
    // Beside a wide interval it is next to nothing.
    #expect(change(1e-9, of: 0.5) == "±0")
    let interval = FactInterval(lower: -1e-12, upper: 2e-12, confidence: 0.95)
    #expect(
      words.text(Fact(.change(1e-12), interval: interval), .interval)
        == "−1·10⁻¹²\u{A0}–\u{A0}+2·10⁻¹²")
    // What lines up with the rows around it has six decimals at most, or else its own digits.
    #expect(words.text(Fact(.number(1.5e-9), precision: .digits(of: 1.5e-9))) == "1.5·10⁻⁹")
    #expect(words.text(Fact(.number(1.5), precision: .digits(of: 6e-14))) == "1.500000")
  }

  @Test("a probability is never rounded to certainty")
  func probability() {
    #expect(FactWords(.swedish).text(Fact(.probability(0.99999))) == "> 0,99")
    #expect(FactWords(.swedish).text(Fact(.probability(0.00001))) == "< 0,01")
    #expect(FactWords(.swedish).text(Fact(.probability(1))) == "1,00")
    #expect(FactWords(.swedish).text(Fact(.probability(0.7210273861))) == "0,72")
  }
}
