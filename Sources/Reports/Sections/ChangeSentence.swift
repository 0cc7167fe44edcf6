internal import Labels
internal import Surveys

/// The sentences above a table of changes. They count its rows and claim no more than those do.
struct ChangeSentence {
  private let comparison: WaveComparison

  init(_ comparison: WaveComparison) { self.comparison = comparison }

  var label: Label {
    .sentences([rates, shares])
  }

  // MARK: Response rates

  private var rates: Label? {
    let rates = comparison.questions.compactMap(\.rate)
    guard !rates.isEmpty else { return nil }
    let few = rates.count(where: \.isOfFewPersons)
    let same = rates.count { $0.direction == .unchanged }
    let moved = rates.filter { !$0.isOfFewPersons && $0.direction != .unchanged }
    let rose = moved.count { $0.direction == .rose }
    let fell = moved.count - rose
    let previous = comparison.previous.label
    var sentences: [Label] = []
    if rose + fell > 0 {
      let what = Label.list(
        [
          rose > 0
            ? Label(
              "stigit för \(Noun.question.counted(rose).swedish)",
              "risen for \(Noun.question.counted(rose).english)") : nil,
          fell > 0
            ? Label(
              "sjunkit för \(Noun.question.counted(fell).swedish)",
              "fallen for \(Noun.question.counted(fell).english)") : nil,
        ].compactMap(\.self))
      sentences.append(
        Label(
          "Jämfört med \(previous.swedish) har svarsfrekvensen \(what.swedish).",
          "Compared with \(previous.english) the response rate has \(what.english)."))
    }
    if few > 0 {
      sentences.append(
        sentences.isEmpty
          ? Label(
            "Jämfört med \(previous.swedish) skiljer svarsfrekvensen bara en eller två personer för "
              + "\(Noun.question.counted(few).swedish).",
            "Compared with \(previous.english) the response rate differs by one or two persons only "
              + "for \(Noun.question.counted(few).english).")
          : Label(
            "För \(Noun.question.counted(few).swedish) skiljer den bara en eller två personer.",
            "For \(Noun.question.counted(few).english) it differs by one or two persons only."))
    }
    if same > 0 {
      sentences.append(
        sentences.isEmpty
          ? Label(
            "Svarsfrekvensen är densamma som i \(previous.swedish) för \(Noun.question.counted(same).swedish).",
            "The response rate is the same as in \(previous.english) for \(Noun.question.counted(same).english)."
          )
          : Label(
            "För \(Noun.question.counted(same).swedish) är den densamma.",
            "For \(Noun.question.counted(same).english) it is the same."))
    }
    return .sentences(sentences)
  }

  // MARK: Positive shares

  private var shares: Label? {
    let shares = comparison.questions.compactMap(\.share)
    guard !shares.isEmpty else {
      return Label("Svaren går inte att jämföra.", "The answers cannot be compared.")
    }
    let rose = shares.count { $0.evidence == .rose }
    let fell = shares.count { $0.evidence == .fell }
    let few = shares.count { $0.evidence == .tooFew }
    let tested = shares.count - few
    var sentences: [Label] = []
    if rose + fell > 0 {
      let what = Label.list(
        [
          rose > 0
            ? Label(
              "ökat för \(Noun.question.counted(rose).swedish)",
              "risen for \(Noun.question.counted(rose).english)") : nil,
          fell > 0
            ? Label(
              "minskat för \(Noun.question.counted(fell).swedish)",
              "fallen for \(Noun.question.counted(fell).english)") : nil,
        ].compactMap(\.self))
      sentences.append(
        Label(
          "Andelen positiva har \(what.swedish), av \(tested) som kan prövas.",
          "The positive share has \(what.english), of \(tested) that can be tested."))
    } else if tested > 0 {
      sentences.append(
        tested == 1
          ? Label(
            "För den enda fråga som kan prövas är skillnaden i svar inte större än slumpen kan ge.",
            "For the only question that can be tested the difference in answers is no larger than "
              + "chance can give.")
          : Label(
            "För ingen av de \(tested) frågor som kan prövas är skillnaden i svar större än slumpen "
              + "kan ge.",
            "For none of the \(tested) questions that can be tested is the difference in answers "
              + "larger than chance can give."))
    }
    if few > 0 {
      let least = ShareChange.minimumAnswers
      sentences.append(
        Label(
          "För \(Noun.question.counted(few).swedish) är svaren för få för att säga något (färre än \(least) i någon "
            + "omgång); där står antalen.",
          "For \(Noun.question.counted(few).english) there are too few answers to tell (fewer than \(least) in a "
            + "wave); the table gives the counts instead."))
    }
    return .sentences(sentences)
  }
}

/// What the columns of a table of changes mean; only what occurs in it.
struct ChangeNotes {
  private let comparison: WaveComparison

  init(_ comparison: WaveComparison) { self.comparison = comparison }

  var labels: [Label] {
    let tests = comparison.questions.compactMap { $0.share?.test }
    var notes: [Label] = []
    if !comparison.questions.compactMap(\.rate).isEmpty {
      notes.append(
        Label(
          "pe = procentenheter. Svarsfrekvensen är räknad på alla som frågan gäller och har inget "
            + "slumpfel; en eller två personers skillnad skrivs som personer.",
          "pp = percentage points. The response rate counts all whom the question concerns and has no "
            + "sampling error; a difference of one or two persons is given as persons."))
    }
    if !tests.isEmpty {
      let one = tests.count == 1
      notes.append(
        Label(
          "Säkerställd: om andelen positiva har ökat eller minskat också bortom just dessa personer. "
            + (one
              ? "Risken att det sägs utan grund är högst 5 %. "
              : "Alla \(tests.count) frågor prövas tillsammans (Holms metod): risken att något alls "
                + "sägs utan grund är högst 5 %. ")
            + "Intervallet är den ändring som svaren rymmer, i procentenheter, på den nivå som "
            + "prövningen har använt; det utesluter 0 när något sägs, annars inte.",
          "Evidence: whether the positive share has risen or fallen beyond these very persons too. "
            + (one
              ? "The risk of saying so without ground is at most 5%. "
              : "All \(tests.count) questions are tested together (Holm’s method): the risk of saying "
                + "anything without ground is at most 5%. ")
            + "The interval is the change that the answers allow for, in percentage points, at the "
            + "level that the test has used; it leaves 0 out when something is said and not else."))
    }
    if tests.contains(where: { $0.pairs != nil }) {
      notes.append(
        Label(
          "Samma personer: de flesta svarade båda gångerna, och det är deras svar som prövas (McNemars "
            + "exakta test). Något sägs bara om alla svar tillsammans har gått åt samma håll.",
          "The same persons: most answered both times, and it is their answers that are tested "
            + "(McNemar’s exact test). Something is said only if all answers together went the same "
            + "way."))
    }
    return notes
  }
}
