internal import Labels
public import Statistics
public import Tables

/// Everything that a survey publishes: its definition, and how many people are in each cell of
/// wave × group × question × answer, with every base.
///
/// Results, rates and comparisons are found from the cube alone, so that whoever has it cannot reach
/// the rows of persons that it was counted from (``SurveyData``), and a step that withholds cells
/// stands between those rows and everything that is shown. A total is the sum of its cells; a cell
/// that is not there is 0.
public struct SurveyCube: Hashable, Sendable {
  /// The survey.
  public let definition: SurveyDefinition
  /// The cells of each wave of the definition, by its id.
  public private(set) var waves: [String: WaveCells]

  init(definition: SurveyDefinition, waves: [String: WaveCells]) {
    self.definition = definition
    self.waves = waves
  }

  /// The cube under a definition that lacks some waves, groups and breakdowns. Cells of waves and
  /// breakdowns go with them. People of a group that is no longer listed were asked all the same: they
  /// stay in the totals.
  package func restricted(to definition: SurveyDefinition) -> SurveyCube {
    let listed = Set(definition.waves.map(\.id))
    let columns = Set(definition.breakdowns.map(\.column))
    var cells = waves.filter { listed.contains($0.key) }
    for wave in cells.keys { cells[wave]?.keepOnly(waves: listed, breakdowns: columns) }
    return SurveyCube(definition: definition, waves: cells)
  }
}

/// The people of a recipient group who are substitutes, or those who are not.
public struct PeopleCell: Hashable, Sendable {
  /// The id of the group.
  public let group: String
  /// Whether they stand in for somebody.
  public let isSubstitute: Bool

  /// Some of the people of a group.
  public init(group: String, isSubstitute: Bool) {
    self.group = group
    self.isSubstitute = isSubstitute
  }
}

/// The cells of one wave.
public struct WaveCells: Hashable, Sendable {
  /// How the invitations ended.
  public internal(set) var dispositions: [PeopleCell: DispositionCounts] = [:]
  /// What became of those who were asked a question, by its id. An answer that is not on the scale
  /// counts as missing.
  public internal(set) var answers: [String: [PeopleCell: AnswerTally]] = [:]
  /// The same by breakdown, all groups together: question, column, value; the value is empty for people
  /// without one.
  public internal(set) var breakdowns: [String: [String: [String: AnswerTally]]] = [:]
  /// Cronbach's α of the items of each index by its id, of those who answered all of them; not of a part.
  public internal(set) var alphas: [String: IndexReliability] = [:]
  /// Those who answered some of what an index is made of and not all, by the index.
  public internal(set) var partials: [String: IndexPartials] = [:]
  /// Those who were invited to an earlier wave too, by its id; a wave with none of them is left out.
  public internal(set) var repeats: [String: RepeatCells] = [:]

  /// How many returned the survey on each day, where the responses say on which; all groups together.
  public internal(set) var days: [CalendarDate: Int] = [:]

  /// The sum of the dispositions of some people.
  func dispositions(of isIncluded: (PeopleCell) -> Bool) -> DispositionCounts {
    dispositions.reduce(into: DispositionCounts()) { sum, cell in
      if isIncluded(cell.key) { sum = sum + cell.value }
    }
  }

  fileprivate mutating func keepOnly(waves: Set<String>, breakdowns columns: Set<String>) {
    repeats = repeats.filter { waves.contains($0.key) }
    breakdowns = breakdowns.mapValues { $0.filter { columns.contains($0.key) } }
    partials = partials.mapValues { partial in
      var kept = partial
      kept.values = partial.values.filter { columns.contains($0.key) }
      return kept
    }
  }
}

/// How well the items of an index go together.
public struct IndexReliability: Hashable, Sendable {
  /// Cronbach's α.
  public let alpha: Estimate
  /// How many it rests on: those who answered all items, who may be fewer than those with a value.
  public let answered: Int
}

/// Those who were invited to two waves, and what they answered in both.
public struct RepeatCells: Hashable, Sendable {
  /// Where a person stands who was invited twice.
  public enum Place: Hashable, Sendable {
    /// In this group both times.
    case group(String)
    /// In one group then and in another now. They count in the totals only.
    case moved
  }

  /// How many were invited to both.
  public internal(set) var persons: [Place: Int] = [:]
  /// Those who answered a question both times, by its id, by whether they were positive.
  public internal(set) var answers: [String: [Place: AnswerPairs]] = [:]
  /// By how much the scores of those differ, of the questions that have a mean.
  public internal(set) var scores: [String: [Place: ScorePairs]] = [:]
}
