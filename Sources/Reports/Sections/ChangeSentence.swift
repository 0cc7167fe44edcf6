internal import Labels
internal import Surveys

/// The sentences above a table of changes. They count its rows and claim no more than those do.
struct ChangeSentence {
  private let comparison: WaveComparison
  private let table: String?

  /// - Parameters:
  ///   - comparison: What changed.
  ///   - table: The id of the table below.
  init(_ comparison: WaveComparison, table: String? = nil) {
    self.comparison = comparison
    self.table = table
  }

  var sentence: Sentence {
    .sentences([rates, shares])
  }

  /// How many questions show something in a column, and which.
  private func count(
    _ column: String, where shows: (QuestionComparison) -> Bool
  ) -> Fact {
    let found = comparison.questions.filter(shows)
    return Fact(
      .count(found.count),
      cells: table.map { table in
        found.map { CellReference(table: table, row: $0.question.id, column: column) }
      } ?? [])
  }

  // MARK: Response rates

  private var rates: Sentence? {
    guard comparison.questions.contains(where: { $0.rate != nil }) else { return nil }
    func count(_ shows: (RateChange) -> Bool) -> Fact {
      self.count("rate_change") { $0.rate.map(shows) ?? false }
    }
    let few = count { $0.isOfFewPersons }
    let same = count { $0.direction == .unchanged }
    let rose = count { !$0.isOfFewPersons && $0.direction == .rose }
    let fell = count { !$0.isOfFewPersons && $0.direction == .fell }
    let previous = comparison.previous.label
    var sentences: [Sentence] = []
    if let what = moves(rose, fell, Label("stigit", "risen"), Label("sjunkit", "fallen")) {
      sentences.append(
        Sentence(
          "Jämfört med \(previous.swedish) har svarsfrekvensen \(what.swedish).",
          "Compared with \(previous.english) the response rate has \(what.english)."))
    }
    if few != 0 {
      let questions = Noun.question.counted(few)
      sentences.append(
        sentences.isEmpty
          ? Sentence(
            "Jämfört med \(previous.swedish) skiljer svarsfrekvensen bara en eller två personer för "
              + "\(questions.swedish).",
            "Compared with \(previous.english) the response rate differs by one or two persons only "
              + "for \(questions.english).")
          : Sentence(
            "För \(questions.swedish) skiljer den bara en eller två personer.",
            "For \(questions.english) it differs by one or two persons only."))
    }
    if same != 0 {
      let questions = Noun.question.counted(same)
      sentences.append(
        sentences.isEmpty
          ? Sentence(
            "Svarsfrekvensen är densamma som i \(previous.swedish) för \(questions.swedish).",
            "The response rate is the same as in \(previous.english) for \(questions.english).")
          : Sentence(
            "För \(questions.swedish) är den densamma.",
            "For \(questions.english) it is the same."))
    }
    return .sentences(sentences)
  }

  /// `stigit för 2 frågor och sjunkit för 1 fråga`; nothing where none has moved.
  private func moves(_ rose: Fact, _ fell: Fact, _ up: Label, _ down: Label) -> Sentence? {
    let parts = [(rose, up), (fell, down)].filter { $0.0 != 0 }.map { count, verb in
      let questions = Noun.question.counted(count)
      return Sentence(
        "\(verb.swedish) för \(questions.swedish)", "\(verb.english) for \(questions.english)")
    }
    return parts.isEmpty ? nil : .list(parts)
  }

  // MARK: Positive shares

  private var shares: Sentence? {
    guard comparison.questions.contains(where: { $0.share != nil }) else {
      return Sentence("Svaren går inte att jämföra.", "The answers cannot be compared.")
    }
    func count(_ shows: (ShareChange) -> Bool) -> Fact {
      self.count("remark") { $0.share.map(shows) ?? false }
    }
    let rose = count { $0.evidence == .rose }
    let fell = count { $0.evidence == .fell }
    let few = count { $0.evidence == .tooFew }
    let tested = count { $0.evidence != .tooFew }
    var sentences: [Sentence] = []
    if let what = moves(rose, fell, Label("ökat", "risen"), Label("minskat", "fallen")) {
      sentences.append(
        Sentence(
          "Andelen positiva har \(what.swedish), av \(tested) som kan prövas.",
          "The positive share has \(what.english), of \(tested) that can be tested."))
    } else if tested != 0 {
      sentences.append(
        tested.value == .count(1)
          ? Sentence(
            "För den enda fråga som kan prövas är skillnaden i svar inte större än slumpen kan ge.",
            "For the only question that can be tested the difference in answers is no larger than "
              + "chance can give.")
          : Sentence(
            "För ingen av de \(tested) frågor som kan prövas är skillnaden i svar större än slumpen "
              + "kan ge.",
            "For none of the \(tested) questions that can be tested is the difference in answers "
              + "larger than chance can give."))
    }
    if few != 0 {
      let (least, questions) = (
        Fact(.count(ShareChange.minimumAnswers)), Noun.question.counted(few)
      )
      sentences.append(
        Sentence(
          "För \(questions.swedish) är svaren för få för att säga något (färre än \(least) i någon "
            + "omgång); där står antalen.",
          "For \(questions.english) there are too few answers to tell (fewer than \(least) in a "
            + "wave); the table gives the counts instead."))
    }
    return .sentences(sentences)
  }
}

/// What the columns of a table of changes mean; only what occurs in it.
struct ChangeNotes {
  private let comparison: WaveComparison

  init(_ comparison: WaveComparison) { self.comparison = comparison }

  var notes: [Footnote] {
    let tests = comparison.questions.compactMap { $0.share?.test }
    var notes: [Footnote] = []
    if !comparison.questions.compactMap(\.rate).isEmpty {
      notes.append(
        Footnote(
          "pe = procentenheter. Svarsfrekvensen är räknad på alla som frågan gäller och har inget "
            + "slumpfel; en eller två personers skillnad skrivs som personer.",
          "pp = percentage points. The response rate counts all whom the question concerns and has no "
            + "sampling error; a difference of one or two persons is given as persons.",
          on: .column("rate_change")))
    }
    if comparison.questions.contains(where: { $0.question.kind == .several }) {
      notes.append(
        Footnote(
          "Där flera svar kunde väljas räknas de som valt svaret som positiva.",
          "Where several answers could be chosen, those who chose the answer count as positive.",
          on: .column("previous_positive_percent")))
    }
    if !tests.isEmpty {
      let (one, count) = (comparison.tested == 1, Fact(.count(comparison.tested)))
      let together: Sentence =
        one
        ? Sentence(
          "Risken att det sägs utan grund är högst 5 %. ",
          "The risk of saying so without ground is at most 5%. ")
        : Sentence(
          "Alla \(count) frågor prövas tillsammans (Holms metod): risken att något alls sägs utan grund "
            + "är högst 5 %. ",
          "All \(count) questions are tested together (Holm’s method): the risk of saying anything "
            + "without ground is at most 5%. ")
      notes.append(
        Footnote(
          "Säkerställd: om andelen positiva har ökat eller minskat också bortom just dessa personer. "
            + "\(together.swedish)"
            + "Intervallet är den ändring som svaren rymmer, i procentenheter, på den nivå som "
            + "prövningen har använt; det utesluter 0 när något sägs, annars inte.",
          "Evidence: whether the positive share has risen or fallen beyond these very persons too. "
            + "\(together.english)"
            + "The interval is the change that the answers allow for, in percentage points, at the "
            + "level that the test has used; it leaves 0 out when something is said and not else.",
          on: .column("remark")))
    }
    if tests.contains(where: { $0.pairs != nil }) {
      notes.append(
        Footnote(
          "Samma personer: de flesta svarade båda gångerna, och det är deras svar som prövas (McNemars "
            + "exakta test). Något sägs bara om alla svar tillsammans har gått åt samma håll.",
          "The same persons: most answered both times, and it is their answers that are tested "
            + "(McNemar’s exact test). Something is said only if all answers together went the same "
            + "way.", on: .column("remark")))
    }
    return notes
  }
}
