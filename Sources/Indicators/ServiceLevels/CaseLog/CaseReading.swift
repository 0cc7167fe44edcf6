import Tables

/// A day or moment of a case as the file gives it.
enum CaseReading: Hashable, Sendable {
  /// The cell is empty.
  case missing
  /// A moment; `hasTime` is false for a bare day, which stands for its first second.
  case moment(Timestamp, hasTime: Bool)
  /// A text or number that is no day.
  case unreadable

  init(_ cell: Cell) {
    switch cell {
    case .null: self = .missing
    case .date(let day):
      self = Timestamp(day).map { .moment($0, hasTime: false) } ?? .unreadable
    case .timestamp(let moment): self = .moment(moment, hasTime: true)
    case .text(let text): self = .init(text)
    case .integer, .real, .boolean, .interval: self = .unreadable
    }
  }

  /// `2023-06-22`, `2023-06-22 08:30` or `2023-06-22T08:30:00`: one bad cell makes a whole column
  /// text, and the other cells of it are still days.
  private init(_ text: String) {
    let parts = text.split { $0 == "T" || $0 == " " }
    guard let first = parts.first else {
      self = .missing
      return
    }
    self = .unreadable
    guard parts.count <= 2, let day = CalendarDate(iso: first) else { return }
    if parts.count == 1 {
      self = .init(.date(day))
      return
    }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
    guard (2...3).contains(clock.count), numbers.count == clock.count,
      let moment = Timestamp(
        day, hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
    else { return }
    self = .moment(moment, hasTime: true)
  }

  var timestamp: Timestamp? {
    if case .moment(let moment, _) = self { moment } else { nil }
  }

  var date: CalendarDate? { timestamp?.date }

  var hasTime: Bool {
    if case .moment(_, let hasTime) = self { hasTime } else { false }
  }

  /// Whether this comes before another. Two readings on one day are compared by the clock only if
  /// both have one.
  func isBefore(_ other: CaseReading) -> Bool {
    guard let a = timestamp, let b = other.timestamp else { return false }
    return hasTime && other.hasTime ? a < b : a.date < b.date
  }
}

extension CaseCondition {
  /// Whether a value is the wanted one.
  func holds(_ cell: Cell) -> Bool {
    switch cell {
    case .null: equals.isEmpty
    case .text(let text): text == equals
    case .boolean(let value):
      (value ? ["true", "ja", "yes", "sant", "1"] : ["false", "nej", "no", "falskt", "0"])
        .contains(equals.lowercased())
    case .integer(let value): Int64(equals) == value || Double(equals) == Double(value)
    case .real(let value): Double(equals) == value
    case .date(let value): value.description == equals
    case .timestamp(let value): value.description == equals
    case .interval(let value): value.description == equals
    }
  }
}
