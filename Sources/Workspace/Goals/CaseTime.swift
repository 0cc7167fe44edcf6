internal import Indicators
internal import Labels

/// A time in words, such as `5 arbetsdagar`, `30 days` or `72 timmar`. Days that are not working days are of
/// 24 hours each, holidays too.
struct CaseTime {
  let duration: CaseLimit.Duration
  /// A name for a limit of this time.
  let id: String
  let label: Label
  /// Whether it is written in days, not in hours.
  let isInDays: Bool

  /// - Returns: `nil` for other words, and for a number that is none or below 1.
  init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1, let number = Int(words[0]), (1...10_000).contains(number) else {
      return nil
    }
    let unit = words.dropFirst().joined(separator: " ")
    isInDays = Self.days.contains(unit)
    switch unit {
    case "arbetsdag", "arbetsdagar", "vardagar", "working day", "working days":
      duration = .workingDays(number)
      id = "inom-\(number)-arbetsdagar"
      label = Label(
        "inom \(number) \(number == 1 ? "arbetsdag" : "arbetsdagar")",
        "within \(number) working \(number == 1 ? "day" : "days")")
    case _ where isInDays:
      duration = .hours(Double(24 * number))
      id = "inom-\(number)-dagar"
      label = Label(
        "inom \(number) \(number == 1 ? "dag" : "dagar")",
        "within \(number) \(number == 1 ? "day" : "days")")
    case "timme", "timmar", "tim", "h", "hour", "hours":
      duration = .hours(Double(number))
      id = "inom-\(number)-timmar"
      label = Label(
        "inom \(number) \(number == 1 ? "timme" : "timmar")",
        "within \(number) \(number == 1 ? "hour" : "hours")")
    default: return nil
    }
  }

  private static let days: Set<String> = ["dag", "dagar", "dygn", "day", "days"]

  /// A year that a text is.
  static func year(_ text: String) -> Int? {
    Int(text).flatMap { (1900...2200).contains($0) ? $0 : nil }
  }
}
