package import Tables

/// How long the answers of persons are kept: `24 months`, `2 years`, `4 waves`.
package enum Retention: Hashable, Sendable {
  /// So many months from the first day of a wave.
  case months(Int)
  /// The latest so many waves.
  case waves(Int)

  /// What a definition says, in either language; `nil` if it is none.
  package init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let number = Int(parts[0]), (1...1200).contains(number) else {
      return nil
    }
    switch parts[1].lowercased() {
    case "month", "months", "månad", "månader": self = .months(number)
    case "year", "years", "år": self = .months(number * 12)
    case "wave", "waves", "round", "rounds", "omgång", "omgångar": self = .waves(number)
    default: return nil
    }
  }

  /// How a definition may say it.
  package static let examples =
    "a time such as '24 months', or a number of rounds such as '4 waves'"

  /// The waves whose answers have been kept long enough.
  ///
  /// - Parameters:
  ///   - waves: Waves by their first days, in any order.
  ///   - today: The day that counts.
  /// - Returns: Their ids, the oldest first.
  package func over(_ waves: [(id: String, date: CalendarDate)], on today: CalendarDate) -> [String]
  {
    let ordered = waves.sorted { $0.date < $1.date }
    switch self {
    case .months(let count):
      return ordered.filter { wave in
        wave.date.adding(months: count).map { $0 <= today } ?? false
      }.map(\.id)
    case .waves(let count): return ordered.dropLast(count).map(\.id)
    }
  }
}

extension CalendarDate {
  /// The same day of a later month, or the last one of a month that has it not; `nil` beyond all calendars.
  fileprivate func adding(months count: Int) -> CalendarDate? {
    let (year, month, day) = parts
    let months = year * 12 + month - 1 + count
    return (0...3).lazy.compactMap {
      CalendarDate(year: months / 12, month: months % 12 + 1, day: day - $0)
    }.first
  }
}
