/// The different texts of a column as periods of one length.
public struct PeriodColumn: Hashable, Sendable {
  /// In which order slashes part the numbers of a day.
  public enum DayOrder: String, Sendable, CaseIterable {
    /// `15/8/2024` is in August.
    case dayFirst = "day-first"
    /// `8/15/2024` is in August.
    case monthFirst = "month-first"
  }

  /// Why texts are no periods of one length. Positions count from 0.
  public enum Fault: Error, Hashable, Sendable {
    /// No text names a period.
    case noPeriods
    /// A text names no period, although others do.
    case notAPeriod(position: Int)
    /// Two texts name periods of different lengths.
    case lengthsDiffer(PeriodLength, at: Int, other: PeriodLength, otherAt: Int)
    /// Nothing tells whether the day or the month comes first, as in `05/11/2024`.
    case dayOrMonthFirst(position: Int)
  }

  /// How long the periods are.
  public let length: PeriodLength
  /// The period of each text; `nil` where it names a total, such as `Totalt` or `Summa 2023`.
  public let periods: [Period?]
  /// The mark behind each text, such as `*`; `nil` where there is none.
  public let marks: [String?]
  private let conventions: Set<PeriodLabel.Convention>

  /// Reads the different texts of a column.
  ///
  /// Where texts can be read in several ways, as `05/11/2024`, `202305` and `2009/10`, that way
  /// counts in which all of them can be read. Six digits are months rather than weeks, two years
  /// with a slash rather a school year than a month; a day by slashes that could be either is
  /// refused.
  public init(_ texts: [String], dayOrder: DayOrder? = nil) throws(Fault) {
    let labels = texts.map(PeriodLabel.init)
    let isTotal = zip(texts, labels).map { text, label in label == nil && Self.isTotal(text) }
    guard labels.contains(where: { $0 != nil }) else { throw .noPeriods }
    if let position = labels.indices.first(where: { labels[$0] == nil && !isTotal[$0] }) {
      throw .notAPeriod(position: position)
    }
    let conventions = try Self.conventions(of: labels, dayOrder)
    var periods: [Period?] = []
    for (position, label) in labels.enumerated() {
      let period = label?.period(by: conventions)
      if period == nil, !isTotal[position] { throw .notAPeriod(position: position) }
      periods.append(period)
    }
    var first: (position: Int, length: PeriodLength)?
    for (position, period) in periods.enumerated() {
      guard let length = period?.length else { continue }
      if let first, first.length != length {
        throw .lengthsDiffer(first.length, at: first.position, other: length, otherAt: position)
      }
      first = first ?? (position, length)
    }
    guard let length = first?.length else { throw .noPeriods }
    self.length = length
    self.periods = periods
    marks = labels.map { $0?.mark }
    self.conventions = conventions
  }

  /// The period that a text names, read as the texts of the column were; `nil` if it names none.
  public func period(named text: String) -> Period? {
    PeriodLabel(text).flatMap { $0.period(by: conventions) ?? $0.period }
  }

  /// The conventions by which all texts of a form can be read.
  private static func conventions(
    of labels: [PeriodLabel?], _ dayOrder: DayOrder?
  ) throws(Fault) -> Set<PeriodLabel.Convention> {
    var chosen: Set<PeriodLabel.Convention> = []
    for family in PeriodLabel.Convention.families {
      var possible = family
      switch dayOrder {
      case .dayFirst: possible.removeAll { $0 == .monthFirst || $0 == .yearFirst }
      case .monthFirst: possible.removeAll { $0 == .dayFirst || $0 == .yearFirst }
      case nil: break
      }
      var members: [(position: Int, readings: [PeriodLabel.Convention: Period])] = []
      for (position, label) in labels.enumerated() {
        guard case .either(let readings) = label?.meaning,
          family.contains(where: { readings[$0] != nil })
        else { continue }
        members.append((position, readings))
        possible.removeAll { readings[$0] == nil }
        if possible.isEmpty { throw .notAPeriod(position: position) }
      }
      guard let best = possible.first else { continue }
      if family.contains(.dayFirst),
        let doubtful = members.first(where: { member in
          possible.contains { member.readings[$0] != member.readings[best] }
        })
      {
        throw .dayOrMonthFirst(position: doubtful.position)
      }
      chosen.insert(best)
    }
    return chosen
  }

  private static let totals: Set<String> = [
    "total", "totals", "totalt", "totalen", "totala", "summa", "sum", "delsumma", "subtotal",
    "samtliga", "alla", "all", "riket", "genomsnitt", "medel", "medelvärde", "mean", "average",
  ]

  /// Whether a text names a total, perhaps with a period beside it.
  public static func isTotal(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.contains(where: totals.contains) else { return false }
    let rest = words.filter { !totals.contains($0) && $0 != "grand" }
    return rest.isEmpty || PeriodLabel(rest.joined(separator: "-")) != nil
  }

  /// Whether a text names a month, a quarter or another part of a year, but no year.
  public static func isPartOfYear(_ text: String) -> Bool {
    PeriodLabel(text) == nil
      && (PeriodLabel(text + " 2000") != nil || PeriodLabel("2000 " + text) != nil)
      && text.contains { $0.isLetter }
  }
}
