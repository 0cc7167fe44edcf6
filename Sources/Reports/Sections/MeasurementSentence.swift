internal import Labels
internal import Statistics
internal import Surveys

/// What is said above the tables of groups that were measured before and after.
struct MeasurementSentence {
  let measured: Int
  /// Those that reached the threshold.
  var reached = 0
  /// The mean relative change, where it is defined.
  var change: Double?
  var interval: Interval?
  let threshold: Double
  var paused = 0
  /// Measured only before, or only after.
  var once = 0

  var label: Label { .sentences([changed, reaching, rest]) }

  private static let assignments = Noun(
    Label("pausat uppdrag är lämnat utanför", "paused assignment is left out"),
    Label("pausade uppdrag är lämnade utanför", "paused assignments are left out"))
  private static let single = Noun(
    Label("grupp mättes bara en gång", "group was measured only once"),
    Label("grupper mättes bara en gång", "groups were measured only once"))

  private var changed: Label {
    guard measured > 0 else {
      return Label("Ingen grupp är mätt två gånger.", "No group was measured twice.")
    }
    let groups = Noun(
      Label("grupp är mätt två gånger", "group was measured twice"),
      Label("grupper är mätta två gånger", "groups were measured twice")
    ).counted(measured)
    guard let change else { return Label("\(groups.swedish).", "\(groups.english).") }
    func size(_ language: Language) -> String {
      let style = NumberStyle(language)
      func text(_ share: Double) -> String { style.signed(share * 100, decimals: 1) }
      guard let interval else { return text(change) + style.percentSign }
      let level = style.text(interval.confidence * 100, upTo: 2) + style.percentSign
      return text(change) + style.percentSign + " (\(level): \(text(interval.lower)) – "
        + "\(text(interval.upper))\(style.percentSign))"
    }
    let mean =
      measured == 1
      ? Label("prestationen ändrades", "performance changed")
      : Label("i medel ändrades prestationen", "on average performance changed")
    return Label(
      "\(groups.swedish); \(mean.swedish) med \(size(.swedish)).",
      "\(groups.english); \(mean.english) by \(size(.english)).")
  }

  private var reaching: Label? {
    guard measured > 0 else { return nil }
    func limit(_ language: Language) -> String {
      let style = NumberStyle(language)
      return style.text(threshold * 100, upTo: 1) + style.percentSign
    }
    let who =
      switch (reached, measured) {
      case (0, 1): Label("Den nådde inte", "It did not reach")
      case (0, _): Label("Ingen nådde", "None reached")
      case (1, 1): Label("Den nådde minst", "It reached at least")
      default: Label("\(reached) nådde minst", "\(reached) reached at least")
      }
    return Label(
      "\(who.swedish) \(limit(.swedish)).", "\(who.english) \(limit(.english)).")
  }

  private var rest: Label? {
    let parts = [Self.assignments.some(paused), Self.single.some(once)].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let words = Label.list(parts)
    return Label("\(words.swedish).", "\(words.english).")
  }
}

extension MeasurementSentence {
  init(_ result: BeforeAfterResult) {
    let summary = result.summary
    self.init(
      measured: summary.measured, reached: summary.reached, change: summary.meanRelativeChange,
      interval: summary.changeInterval, threshold: result.threshold, paused: result.paused.count,
      once: result.measuredOnce.count)
  }
}
