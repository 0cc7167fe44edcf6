internal import Labels

/// The scale of a question whose answers are known when they have been read: every number that occurs, or
/// the months from the first day to the last.
struct FoundScale {
  let answers: [AnswerOption]
  /// The place on the scale of each value, in the order in which they were met.
  let places: [Int]

  /// Numbers as they are, in order.
  init(numbers values: [Double]) {
    let sorted = values.sorted()
    let places = Dictionary(
      sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    answers = sorted.map { value in
      let text = Self.text(value)
      return AnswerOption(id: text, label: Label(same: text), score: value)
    }
    self.places = values.map { places[$0] ?? 0 }
  }

  /// Months since the year 0, from the first to the last.
  init(months values: [Double]) {
    let months = values.map { Int($0) }
    guard let first = months.min(), let last = months.max() else {
      (answers, places) = ([], [])
      return
    }
    answers = (first...last).map { month in
      let number = month % 12 + 1
      let name = "\("000\(month / 12)".suffix(4))-\(number < 10 ? "0" : "")\(number)"
      return AnswerOption(id: name, label: Label(same: name))
    }
    places = months.map { $0 - first }
  }

  /// A number as a code: whole ones without decimals.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
