/// A series as small as a word: a level a figure; what is withheld is two dots, what is missing a blank.
struct TextSparkline {
  private let low: Double
  private let high: Double
  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Levels between the least and the greatest of some figures.
  init(_ values: [Double]) {
    low = values.min() ?? 0
    high = values.max() ?? 0
  }

  /// The mark of a figure.
  func mark(_ fact: Fact?) -> String {
    if fact?.isWithheld == true { return FactWords.withheldSign }
    // A blank where no line is broken.
    guard let value = fact?.plotted else { return "\u{A0}" }
    let part = high > low ? (value - low) / (high - low) : 0.5
    return String(Self.levels[min(max(Int(part * 8), 0), 7)])
  }

  /// A series for a cell; `nil` where fewer than two figures are known.
  static func word(_ facts: [Fact?]) -> String? {
    let values = facts.compactMap { $0?.plotted }
    guard values.count > 1 else { return nil }
    let line = TextSparkline(values)
    return facts.map(line.mark).joined()
  }
}
