internal import Tables

/// The times in a column of an export, as tools and their languages write them: `2026-01-15 10:32:11`,
/// `1/15/26 10:32:11`, `2026/01/15 3:32:11 em EET`, `15.01.2026 10:32`.
///
/// Where day and month could change places the column decides: a number above 12 cannot be a month. If none
/// is, the tool's habit does.
enum WrittenMoments {
  /// The times; `nil` where a cell holds none.
  static func read(_ texts: [String], monthFirst: Bool) -> [Timestamp?] {
    let parts = texts.map(parts)
    let usesMonthFirst = isMonthFirst(parts, usually: monthFirst)
    return parts.map { $0.flatMap { moment($0, monthFirst: usesMonthFirst) } }
  }

  /// Whether months stand first in a column.
  static func isMonthFirst(_ texts: [String], usually: Bool) -> Bool {
    isMonthFirst(texts.map(parts), usually: usually)
  }

  private static func isMonthFirst(_ parts: [Parts?], usually: Bool) -> Bool {
    let turned = parts.compactMap(\.self).filter { !$0.isYearFirst }
    let isDayFirst = turned.contains { $0.numbers[0] > 12 }
    return turned.contains { $0.numbers[1] > 12 } || !isDayFirst && usually
  }

  private struct Parts {
    var numbers: [Int]
    var isYearFirst: Bool
    var isAfternoon: Bool?
  }

  private static func parts(_ text: String) -> Parts? {
    // Nothing but numbers, what parts them, halves of the day and zones of a few letters.
    var numbers: [Int] = []
    var digits = ""
    var words: [String] = [""]
    for character in text.lowercased() + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        // Fractions of a second and zones stand behind the seconds.
        if numbers.count < 6 { numbers.append(number) }
        digits = ""
      }
      if character.isLetter {
        words[words.count - 1].append(character)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    let known = words.filter { !$0.isEmpty }
    guard numbers.count >= 3, known.allSatisfy({ $0.count <= 5 }), known.count <= 3 else {
      return nil
    }
    let half: Bool? =
      known.contains { $0 == "pm" || $0 == "em" }
      ? true : known.contains { $0 == "am" || $0 == "fm" } ? false : nil
    return Parts(numbers: numbers, isYearFirst: numbers[0] > 31, isAfternoon: half)
  }

  private static func moment(_ parts: Parts, monthFirst: Bool) -> Timestamp? {
    let n = parts.numbers
    let (year, month, day) =
      parts.isYearFirst ? (n[0], n[1], n[2]) : monthFirst ? (n[2], n[0], n[1]) : (n[2], n[1], n[0])
    let century = year < 100 ? 2000 : 0
    guard let date = CalendarDate(year: century + year, month: month, day: day),
      (1990...2200).contains(century + year)
    else { return nil }
    var hour = n.count > 3 ? n[3] : 0
    if let isAfternoon = parts.isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    return Timestamp(
      date, hour: hour, minute: n.count > 4 ? n[4] : 0, second: n.count > 5 ? n[5] : 0)
  }
}
