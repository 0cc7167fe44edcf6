internal import Labels
internal import Plans
internal import Tables

/// How plans say when something happens, in words.
enum PlanTimes {
  /// A period by its ends: `2023`, `2022–2024`, `2022-09-01–2023-09-01`, `från 2023-09-01`.
  static func period(from start: PlanPeriod?, to end: PlanPeriod?) -> Label? {
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, nil):
      return Label("från \(start.label.swedish)", "from \(start.label.english)")
    case (nil, let end?):
      return Label("till \(end.label.swedish)", "until \(end.label.english)")
    case (let start?, let end?):
      if start.label == end.label { return start.label }
      guard let years = wholeYears(start.first, end.last) else {
        return Label(
          "\(start.label.swedish)–\(end.label.swedish)",
          "\(start.label.english)–\(end.label.english)")
      }
      return Label(same: years)
    }
  }

  /// Some whole years; `nil` where a period begins or ends within one.
  private static func wholeYears(_ first: CalendarDate, _ last: CalendarDate) -> String? {
    let (from, to) = (first.parts, last.parts)
    guard (from.month, from.day, to.month, to.day) == (1, 1, 12, 31) else { return nil }
    return from.year == to.year ? "\(from.year)" : "\(from.year)–\(to.year)"
  }

  /// How often: `2 per år`, `1 per år, löpande`.
  static func frequency(_ perYear: Double?, isContinuous: Bool = false) -> Sentence? {
    let times = perYear.map { perYear in
      let number = Fact(.number(perYear), precision: .upTo(1))
      return Sentence("\(number) per år", "\(number) a year")
    }
    let continuous = isContinuous ? Sentence(Label("löpande", "continuous")) : nil
    let parts = [times, continuous].compactMap(\.self)
    return parts.isEmpty ? nil : .joined(parts, by: Label(same: ", "))
  }
}
