/// The text of a period in its parts: numbers, words, and what stands between them.
struct PeriodText {
  enum Part: Equatable {
    case number(Int, width: Int)
    case word(String)
  }

  /// The parts, at least one.
  private(set) var parts: [Part] = []
  /// What stands between a part and the next, without blanks around; a blank alone is kept.
  private(set) var gaps: [String] = []

  /// `nil` where the text is nothing that a period could be.
  init?(_ text: String) {
    // Longer than `torsdagen den 14 september 2023 kl 12.30.00` is no period, and not worth parting.
    guard text.utf8.count <= 60 else { return nil }
    var gap = ""
    var run = ""
    for character in text.lowercased() {
      let character = Self.plain(character)
      let isDigit = character.isASCII && character.isNumber
      let isPart = isDigit || character.isLetter
      if let last = run.last, !isPart || isDigit != (last.isASCII && last.isNumber) {
        guard add(run) else { return nil }
        run = ""
        gap = ""
      }
      if isPart {
        if run.isEmpty, !parts.isEmpty { gaps.append(Self.shortened(gap)) }
        run.append(character)
      } else {
        gap.append(character)
      }
      if parts.isEmpty, run.isEmpty { return nil }
    }
    guard !run.isEmpty ? add(run) : Self.shortened(gap) == "." else { return nil }
    dropFillers()
    dropTimeOfDay()
    guard !parts.isEmpty else { return nil }
  }

  private mutating func add(_ run: String) -> Bool {
    if run.first?.isNumber == true {
      guard run.count <= 8, let number = Int(run) else { return false }
      parts.append(.number(number, width: run.count))
    } else {
      parts.append(.word(run))
    }
    return true
  }

  private static func plain(_ character: Character) -> Character {
    switch character {
    case "–", "‐", "‑", "−": "-"
    case _ where character.isWhitespace: " "
    default: character
    }
  }

  private static func shortened(_ gap: String) -> String {
    let text = trimmed(gap)
    return text.isEmpty && !gap.isEmpty ? " " : text
  }

  /// Words that say nothing: `den 4 juni 2024`, `år 2023`.
  private mutating func dropFillers() {
    while parts.count > 1, case .word(let word) = parts[0], ["den", "år", "year"].contains(word) {
      parts.removeFirst()
      gaps.removeFirst()
    }
  }

  /// `2024-08-15T13:22`, `15/8/2024 13.22.05`.
  private mutating func dropTimeOfDay() {
    guard parts.count >= 5 else { return }
    var clock = Array(parts[3...])
    var marks = Array(gaps[2...])
    if clock[0] == .word("t") || clock[0] == .word("kl") {
      clock.removeFirst()
      marks.removeFirst()
    } else if marks[0] != " " {
      return
    }
    // A fraction of a second and the zone say nothing about the day.
    if clock.last == .word("z") { clock.removeLast() }
    let limits = [24, 60, 60, Int.max]
    guard (2...4).contains(clock.count) else { return }
    for (place, part) in clock.enumerated() {
      guard case .number(let number, let width) = part, width <= 2 || place == 3,
        number < limits[place],
        place == 0 || [":", ".", ","].contains(marks[place])
      else { return }
    }
    parts.removeSubrange(3...)
    gaps.removeSubrange(2...)
  }
}
