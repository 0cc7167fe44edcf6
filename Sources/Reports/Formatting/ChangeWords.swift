internal import Labels
internal import Statistics
internal import Surveys

/// How changes between two waves are put in words, cell by cell.
struct ChangeWords {
  /// The change of a response rate: `+6 pe, stigit`, or `8 av 19 → 7 av 19, en person färre`.
  func rate(_ change: RateChange) -> Label {
    if change.direction == .unchanged { return Label("samma", "same") }
    guard change.isOfFewPersons else {
      func points(_ language: Language) -> String {
        NumberStyle(language).signed(change.points, decimals: abs(change.points) < 0.5 ? 1 : 0)
      }
      return change.direction == .rose
        ? Label("\(points(.swedish)) pe, stigit", "\(points(.english)) pp, risen")
        : Label("\(points(.swedish)) pe, sjunkit", "\(points(.english)) pp, fallen")
    }
    let (new, old) = (change.current, change.previous)
    let counts = Label(
      "\(old.answered) av \(old.concerned) → \(new.answered) av \(new.concerned)",
      "\(old.answered) of \(old.concerned) → \(new.answered) of \(new.concerned)")
    let one = abs(change.persons) == 1
    let more = change.persons > 0
    let size = Label(
      (one ? "en person " : "två personer ") + (more ? "fler" : "färre"),
      (one ? "one person " : "two persons ") + (more ? "more" : "fewer"))
    // Where as many were asked the persons can be counted; otherwise the rates differ by as much.
    return new.concerned == old.concerned
      ? Label("\(counts.swedish), \(size.swedish)", "\(counts.english), \(size.english)")
      : Label(
        "\(counts.swedish), motsvarar \(size.swedish)",
        "\(counts.english), equal to \(size.english)")
  }

  /// An interval of a difference in percentage points. An end beside 0 keeps the decimals that show
  /// on which side it lies.
  func interval(_ interval: Interval) -> Label {
    func text(_ language: Language) -> String {
      let style = NumberStyle(language)
      func end(_ value: Double) -> String {
        let points = value * 100
        let decimals = (0...3).first { abs(points) >= 0.5 / [1, 10, 100, 1000][$0] } ?? 0
        return style.signed(points, decimals: decimals)
      }
      return end(interval.lower) + "\u{A0}–\u{A0}" + end(interval.upper)
    }
    return Label(text(.swedish), text(.english))
  }

  /// Whether the share has changed, and what that rests on.
  func evidence(_ change: ShareChange) -> Label {
    guard let test = change.test else {
      let (new, old) = (change.current, change.previous)
      return Label(
        "för få svar: \(old.positive) av \(old.answered) → \(new.positive) av \(new.answered)",
        "too few answers: \(old.positive) of \(old.answered) → \(new.positive) of \(new.answered)")
    }
    let verdict: Label
    switch change.evidence {
    case .rose: verdict = Label("har ökat", "has risen")
    case .fell: verdict = Label("har minskat", "has fallen")
    case .noEvidence, .tooFew:
      verdict =
        test.isSignificant
        ? Label(
          "nej, alla svar och samma personers går åt olika håll",
          "no, all answers and the same persons’ go different ways")
        : Label("nej", "no")
    }
    guard let pairs = test.pairs else { return verdict }
    return Label(
      "\(verdict.swedish) (samma \(pairs.count) personer: \(pairs.gained) blev "
        + "\(pairs.gained == 1 ? "positiv" : "positiva"), "
        + "\(pairs.lost) slutade vara det)",
      "\(verdict.english) (the same \(pairs.count) persons: \(pairs.gained) became positive, "
        + "\(pairs.lost) ceased to be)")
  }
}
