public import Labels

/// Why a verdict is what it is, or why none can be given.
public enum AssessmentReason: Hashable, Sendable {
  /// The figure was held against the target.
  case figure
  /// The part was held against the whole, because the goal says all.
  case partOfWhole
  /// A status word decided; `isRead` if it was read from the narrative.
  case status(StatedStatus, isRead: Bool)
  /// The document answers with all, which is every one of them.
  case allOfThem
  /// The figure was held against an earlier one.
  case earlierFigure(year: Int, value: Double)
  /// The weakest of the group's goals decided.
  case group(assessed: Int, of: Int)
  /// It is a condition, not a goal.
  case condition
  /// It is a routine, not a goal.
  case routine
  /// It is to come.
  case planned
  /// There is time left, and what is known by now does not decide.
  case notOver
  /// The document gives no outcome.
  case noOutcome
  /// Too few persons stand behind the outcome for it to be told.
  case withheld
  /// The goal names no measure.
  case noMeasure
  /// The goal names no value to reach.
  case noThreshold
  /// The goal does not say which way.
  case noDirection
  /// The outcome has words, no figure.
  case wordsOnly
  /// The outcome has neither a figure nor a verdict.
  case noStatement
  /// Goal and outcome are in units that do not compare.
  case unitsDiffer(goal: Label, outcome: Label)
  /// There is no earlier figure to compare with.
  case nothingEarlier
  /// The earlier figure counts something else.
  case measuredOtherwise(year: Int)

  /// A stable name for data.
  public var id: String {
    switch self {
    case .figure: "figure"
    case .partOfWhole: "part_of_whole"
    case .status(_, let isRead): isRead ? "word_read" : "word"
    case .allOfThem: "all"
    case .earlierFigure: "earlier_figure"
    case .group: "weakest_part"
    case .condition: "condition"
    case .routine: "routine"
    case .planned: "planned"
    case .notOver: "not_over"
    case .noOutcome: "no_outcome"
    case .withheld: "withheld"
    case .noMeasure: "no_measure"
    case .noThreshold: "no_threshold"
    case .noDirection: "no_direction"
    case .wordsOnly: "words_only"
    case .noStatement: "no_statement"
    case .unitsDiffer: "units_differ"
    case .nothingEarlier: "nothing_earlier"
    case .measuredOtherwise: "measured_otherwise"
    }
  }

  /// The reason as a report shows it.
  public var label: Label {
    switch self {
    case .figure: Label("utfall mot målvärde", "outcome against target")
    case .partOfWhole: Label("del mot alla", "part against all")
    case .status(let status, let isRead):
      isRead
        ? Label(
          "läst ur texten: \(status.label.swedish)", "read from the text: \(status.label.english)")
        : Label("ord: \(status.label.swedish)", "word: \(status.label.english)")
    case .allOfThem: Label("alla enligt dokumentet", "all, by the document")
    case .earlierFigure(let year, _): Label("jämfört med \(year)", "compared with \(year)")
    case .group(0, of: 1): Label("delmålet kan inte bedömas", "the part cannot be assessed")
    case .group(0, let count):
      Label("inget av \(count) delmål kan bedömas", "none of \(count) parts can be assessed")
    case .group(let assessed, let count):
      Label(
        "svagaste delmålet; \(assessed) av \(count) \(assessed == 1 ? "bedömt" : "bedömda")",
        "weakest part; \(assessed) of \(count) assessed")
    case .condition, .routine: Label("bedöms inte", "not judged")
    case .planned: Label("inget utfall ännu", "no outcome yet")
    case .notOver: Label("kan inte avgöras ännu", "cannot be told yet")
    case .noOutcome: Label("inget utfall angivet", "no outcome stated")
    case .withheld: Label("visas inte: för få bakom utfallet", "not shown: too few behind it")
    case .noMeasure: Label("målet saknar mått", "the goal has no measure")
    case .noThreshold: Label("målet saknar gränsvärde", "the goal has no threshold")
    case .noDirection: Label("målet saknar riktning", "the goal has no direction")
    case .wordsOnly: Label("utfall i ord, inget tal", "outcome in words, no figure")
    case .noStatement: Label("inget omdöme och inget tal", "neither verdict nor figure")
    case .unitsDiffer(let goal, let outcome):
      Label(
        "olika enheter: \(goal.swedish) mot \(outcome.swedish)",
        "units differ: \(goal.english) against \(outcome.english)")
    case .nothingEarlier: Label("inget tidigare tal", "no earlier figure")
    case .measuredOtherwise(let year):
      Label("annat mått \(year)", "measured otherwise in \(year)")
    }
  }
}
