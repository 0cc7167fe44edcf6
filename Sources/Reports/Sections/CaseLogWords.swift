internal import Labels
internal import Tables

/// What is said of a case log and of the cases that a limit cannot judge yet.
enum CaseLogWords {
  /// How many cases came, and as of when they are told of. What is told of a running year ends where
  /// the log does.
  static func received(
    _ total: Int, year: Int, of subsets: [(label: Label, count: Int)], asOf: CalendarDate,
    isNewest: Bool
  ) -> Label {
    let cases = Noun(
      Label("ärende kom in \(year)", "case was received in \(year)"),
      Label("ärenden kom in \(year)", "cases were received in \(year)")
    ).counted(total)
    let parts = subsets.map { label, count in
      // The name of a part has one form, for several; no 1 can stand before it.
      count == 1
        ? Label(", varav \(label.swedish): 1", ", of which \(label.english): 1")
        : Label(
          ", varav \(count) \(label.swedish)", ", of which \(count) \(label.english)")
    }
    return Label(
      cases.swedish + parts.map(\.swedish).joined() + ". Läget gäller \(asOf)"
        + (isNewest ? ", den senaste dagen i loggen." : "."),
      cases.english + parts.map(\.english).joined() + ". As of \(asOf)"
        + (isNewest ? ", the newest day in the log." : "."))
  }

  /// Open cases whose limit has not passed.
  static func timeLeft(_ open: Int) -> Label {
    switch open {
    case 0: Label("Inget öppet har tid kvar.", "No open case has time left.")
    case 1: Label("1 öppet har tid kvar.", "1 open case has time left.")
    default: Label("\(open) öppna har tid kvar.", "\(open) open cases have time left.")
    }
  }

  /// Rows that cannot be judged are said, not dropped; nothing where there are none.
  static func unusable(_ rows: Int) -> Label? {
    Noun(
      Label(
        "rad går inte att bedöma; 'nyckeltal check' säger varför.",
        "row cannot be judged; 'nyckeltal check' says why."),
      Label(
        "rader går inte att bedöma; 'nyckeltal check' säger varför.",
        "rows cannot be judged; 'nyckeltal check' says why.")
    ).some(rows)
  }
}
