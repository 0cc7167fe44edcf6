internal import Labels
internal import Statistics
internal import Surveys

/// What is said above the tables of groups that were measured before and after.
struct MeasurementSentence {
  let measured: Fact
  /// Those that reached the threshold.
  var reached: Fact = 0
  /// The mean relative change, where it is defined.
  var change: Fact?
  let threshold: Fact
  var paused: Fact = 0
  /// Measured only before, or only after.
  var once: Fact = 0

  var sentence: Sentence { .sentences([changed, reaching, rest]) }

  private static let assignments = Noun(
    Label("pausat uppdrag är lämnat utanför", "paused assignment is left out"),
    Label("pausade uppdrag är lämnade utanför", "paused assignments are left out"))
  private static let single = Noun(
    Label("grupp mättes bara en gång", "group was measured only once"),
    Label("grupper mättes bara en gång", "groups were measured only once"))

  private var changed: Sentence {
    guard !measured.isZero else {
      return Sentence("Ingen grupp är mätt två gånger.", "No group was measured twice.")
    }
    let groups = Noun(
      Label("grupp är mätt två gånger", "group was measured twice"),
      Label("grupper är mätta två gånger", "groups were measured twice")
    ).counted(measured)
    guard let change else { return Sentence("\(groups.swedish).", "\(groups.english).") }
    let size =
      change.interval == nil
      ? Sentence(change)
      : Sentence(
        "\(change) (\(change, .confidence): \(change, .low) – \(change, .high)\u{A0}%)",
        "\(change) (\(change, .confidence): \(change, .low) – \(change, .high)%)")
    let mean =
      measured.isOne
      ? Label("prestationen ändrades", "performance changed")
      : Label("i medel ändrades prestationen", "on average performance changed")
    return Sentence(
      "\(groups.swedish); \(mean.swedish) med \(size.swedish).",
      "\(groups.english); \(mean.english) by \(size.english).")
  }

  private var reaching: Sentence? {
    guard !measured.isZero else { return nil }
    let who: Sentence =
      switch (reached.amount, measured.isOne) {
      case (0, true): Sentence("Den nådde inte", "It did not reach")
      case (0, false): Sentence("Ingen nådde", "None reached")
      case (1, true): Sentence("Den nådde minst", "It reached at least")
      default: Sentence("\(reached) nådde minst", "\(reached) reached at least")
      }
    return Sentence("\(who.swedish) \(threshold).", "\(who.english) \(threshold).")
  }

  private var rest: Sentence? {
    let parts = [Self.assignments.some(paused), Self.single.some(once)].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let words = Sentence.list(parts)
    return Sentence("\(words.swedish).", "\(words.english).")
  }
}

extension MeasurementSentence {
  /// The sentence above the table of the groups, a row a group.
  init(_ result: BeforeAfterResult, groups: ReportTable) {
    let summary = result.summary
    self.init(
      measured: groups.count(column: "assignment") { _ in true },
      reached: groups.count(column: "reached") { $0.fact?.value == .flag(true) },
      change: summary.meanRelativeChange.map {
        Self.change($0, summary.changeInterval, of: summary.comparable)
      },
      threshold: Self.threshold(result.threshold),
      paused: Fact(.count(result.paused.count)), once: Fact(.count(result.measuredOnce.count)))
  }

  /// The mean of relative changes, such as 0.05, in per cent.
  static func change(_ mean: Double, _ interval: Interval?, of groups: Int) -> Fact {
    Fact(
      .change(mean * 100),
      unit: FactUnit(
        id: "percent", one: Label(same: "%"), several: Label(same: "%"), isPercent: true),
      base: .values(groups),
      interval: interval.map {
        FactInterval(
          lower: $0.lower * 100, upper: $0.upper * 100, confidence: $0.confidence, method: "t")
      }, precision: .decimals(1))
  }

  /// The least relative change that is enough.
  static func threshold(_ share: Double) -> Fact { Fact(.share(share), precision: .upTo(1)) }
}
