internal import Labels

/// What is said of a case log and of the cases that a limit cannot judge yet.
enum CaseLogWords {
  /// How many cases came, and as of when they are told of. What is told of a running year ends where
  /// the log does.
  static func received(
    _ total: Fact, year: Int, of subsets: [(label: Label, count: Fact)], asOf: Fact, isNewest: Bool
  ) -> Sentence {
    let cases = Noun(
      Label("ärende kom in \(year)", "case was received in \(year)"),
      Label("ärenden kom in \(year)", "cases were received in \(year)")
    ).counted(total)
    let parts = subsets.map { label, count in
      if case .withheld(let reason) = count.value {
        let why = reason == .few ? Label("för få", "too few") : reason.label
        return Sentence(
          ", varav \(count) \(label.swedish) (\(why.swedish))",
          ", of which \(count) \(label.english) (\(why.english))")
      }
      // The name of a part has one form, for several; no 1 can stand before it.
      return count.isOne
        ? Sentence(
          ", varav \(label.swedish): \(count)", ", of which \(label.english): \(count)")
        : Sentence(
          ", varav \(count) \(label.swedish)", ", of which \(count) \(label.english)")
    }
    let end =
      isNewest
      ? Label(", den senaste dagen i loggen.", ", the newest day in the log.") : Label(same: ".")
    let day = Sentence(
      ". Läget gäller \(asOf)\(end.swedish)", ". As of \(asOf)\(end.english)")
    return parts.reduce(cases, +) + day
  }

  /// Open cases whose limit has not passed.
  static func timeLeft(_ open: Fact) -> Sentence {
    switch open.amount {
    case nil:
      Sentence(
        "Hur många öppna som har tid kvar visas inte.",
        "How many open cases have time left is not shown.")
    case 0: Sentence("Inget öppet har tid kvar.", "No open case has time left.")
    case 1: Sentence("\(open) öppet har tid kvar.", "\(open) open case has time left.")
    default: Sentence("\(open) öppna har tid kvar.", "\(open) open cases have time left.")
    }
  }

  /// Rows that cannot be judged are said, not dropped; nothing where there are none.
  static func unusable(_ rows: Fact) -> Sentence? {
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
