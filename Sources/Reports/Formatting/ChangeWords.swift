internal import Labels
internal import Surveys

/// How changes between two waves are put in words, cell by cell.
struct ChangeWords {
  /// The change of a response rate: `+6 pe, stigit`, or `8 av 19 → 7 av 19, en person färre`.
  func rate(_ change: RateChange) -> Sentence {
    if change.direction == .unchanged { return Sentence("samma", "same") }
    guard change.isOfFewPersons else {
      let points = Fact(
        .points(change.points / 100), precision: .decimals(abs(change.points) < 0.5 ? 1 : 0))
      return change.direction == .rose
        ? Sentence("\(points) pe, stigit", "\(points) pp, risen")
        : Sentence("\(points) pe, sjunkit", "\(points) pp, fallen")
    }
    let (new, old) = (change.current, change.previous)
    let counts = step(
      from: (old.answered, of: old.concerned), to: (new.answered, of: new.concerned))
    let one = abs(change.persons) == 1
    let more = change.persons > 0
    let size = Label(
      (one ? "en person " : "två personer ") + (more ? "fler" : "färre"),
      (one ? "one person " : "two persons ") + (more ? "more" : "fewer"))
    // Where as many were asked the persons can be counted; otherwise the rates differ by as much.
    return counts
      + Sentence(
        new.concerned == old.concerned
          ? Label(", \(size.swedish)", ", \(size.english)")
          : Label(", motsvarar \(size.swedish)", ", equal to \(size.english)"))
  }

  /// `8 av 19 → 7 av 19`.
  private func step(from old: (Int, of: Int), to new: (Int, of: Int)) -> Sentence {
    let facts = [old.0, old.of, new.0, new.of].map { Fact(.count($0)) }
    return Sentence(
      "\(facts[0]) av \(facts[1]) → \(facts[2]) av \(facts[3])",
      "\(facts[0]) of \(facts[1]) → \(facts[2]) of \(facts[3])")
  }

  /// Whether the share has changed, and what that rests on. Of an answer of several, persons choose it or
  /// not; it is nothing positive.
  func evidence(_ change: ShareChange, of kind: QuestionKind) -> Sentence {
    guard let test = change.test else {
      let (new, old) = (change.current, change.previous)
      let counts = step(
        from: (old.positive, of: old.answered), to: (new.positive, of: new.answered))
      return Sentence("för få svar: \(counts.swedish)", "too few answers: \(counts.english)")
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
    guard let pairs = test.pairs else { return Sentence(verdict) }
    let (count, gained) = (Fact(.count(pairs.count)), Fact(.count(pairs.gained)))
    let lost = Fact(.count(pairs.lost))
    if kind == .several {
      return Sentence(
        "\(verdict.swedish) (samma \(count) personer: \(gained) valde det nu, \(lost) inte längre)",
        "\(verdict.english) (the same \(count) persons: \(gained) chose it now, \(lost) no longer)")
    }
    let positive = pairs.gained == 1 ? "positiv" : "positiva"
    return Sentence(
      "\(verdict.swedish) (samma \(count) personer: \(gained) blev \(positive), \(lost) slutade vara det)",
      "\(verdict.english) (the same \(count) persons: \(gained) became positive, \(lost) ceased to be)"
    )
  }
}
