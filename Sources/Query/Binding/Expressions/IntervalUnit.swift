/// The units that a type of intervals names: `HOUR`, `DAY TO MINUTE`.
struct IntervalUnit {
  /// The smallest of them.
  let name: String
  private let isMinutesAndSeconds: Bool
  private let isDaysAndHours: Bool

  /// By PostgreSQL's bits; `nil` where none is named.
  init?(mask: Int64) {
    guard mask != 0x7FFF else { return nil }
    let units: [(bit: Int64, name: String)] = [
      (4096, "second"), (2048, "minute"), (1024, "hour"), (8, "day"), (2, "month"), (4, "year"),
    ]
    guard let smallest = units.first(where: { mask & $0.bit != 0 }) else { return nil }
    name = smallest.name
    isMinutesAndSeconds = mask == 2048 | 4096
    isDaysAndHours = mask == 8 | 1024
  }

  /// A text as it is read without the units: a number alone counts the smallest.
  func written(_ text: String) -> String {
    if text.contains(where: { $0.isLetter }) { return text }
    if isMinutesAndSeconds, text.count(where: { $0 == ":" }) == 1 {
      // The sign is that of the whole: -1:02 is a minute and two seconds less.
      let digits = text.drop { " +-".contains($0) }
      return "\(text[..<digits.startIndex])00:\(digits)"
    }
    if text.contains(":") { return text }
    let parts = text.split(separator: " ")
    if isDaysAndHours, parts.count == 2 { return "\(parts[0]) day \(parts[1]) hour" }
    // Years and months: 1-2.
    return text.dropFirst().contains("-") ? text : "\(text) \(name)"
  }
}
