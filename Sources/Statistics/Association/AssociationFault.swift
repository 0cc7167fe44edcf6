/// Why a measure of association or reliability was refused, where the general refusals of
/// ``StatisticsError`` do not say it. Items and respondents count from 1.
public enum AssociationFault: Equatable, Sendable {
  /// A correlation of exactly 1 or -1, where the spread around the line would be divided by.
  case perfectCorrelation(StatisticName)

  /// People who all agree with the others to the same degree, so that their spread is 0.
  case noSpread(StatisticName)

  /// Items that are equal but for a constant, so that no errors tell how precise they are.
  case noErrors(StatisticName)

  /// Fewer items than the statistic needs.
  case tooFewItems(StatisticName, needed: Int, given: Int)

  /// More items than can be split in all ways.
  case tooManyItems(StatisticName, limit: Int, given: Int)

  /// An item that not everybody answered, or that more people answered.
  case raggedItems(item: Int, needed: Int, given: Int)

  /// An answer that is infinite or not a number.
  case badAnswer(item: Int, respondent: Int)

  /// Fewer people than the statistic needs.
  case tooFewRespondents(StatisticName, needed: Int, given: Int)

  /// An item that everybody answered the same way.
  case constantItem(StatisticName, item: Int)

  /// A sum of items that is the same for everybody.
  case constantTotal(StatisticName)

  /// The sum of one half of the items, which is the same for everybody.
  case constantHalf(StatisticName)

  /// Halves that rank everybody exactly the other way round.
  case oppositeHalves(StatisticName)

  /// The sum of the other items, which is the same for everybody.
  case constantRest(StatisticName, item: Int)

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .perfectCorrelation(let statistic):
      return "the \(statistic.words) is not defined when the correlation is exactly 1 or -1"
    case .noSpread(let statistic):
      return "the \(statistic.words) is not defined when everybody agrees with the others to the "
        + "same degree"
    case .noErrors(let statistic):
      return "the interval of \(statistic.words) is not defined when all items are equal but for a "
        + "constant"
    case .tooFewItems(let statistic, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) items; "
        + "\(given) \(given == 1 ? "was" : "were") given"
    case .tooManyItems(let statistic, let limit, let given):
      return "the \(statistic.words) takes at most \(limit) items; \(given) were given"
    case .raggedItems(let item, let needed, let given):
      return "all items need an answer from the same people; item 1 has \(needed) and "
        + "item \(item) has \(given) answers"
    case .badAnswer(let item, let respondent):
      return "answer \(respondent) to item \(item) is not a finite number; "
        + "take people with missing answers out before"
    case .tooFewRespondents(let statistic, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) people; "
        + "\(given) \(given == 1 ? "was" : "were") given"
    case .constantItem(let statistic, let item):
      return "the \(statistic.words) is not defined when all answers to item \(item) are equal"
    case .constantTotal(let statistic):
      return "the \(statistic.words) is not defined when the items add up to the same sum for "
        + "everybody"
    case .constantHalf(let statistic):
      return "the \(statistic.words) is not defined when the items of one half add up to the same "
        + "sum for everybody"
    case .oppositeHalves(let statistic):
      return "the \(statistic.words) is not defined when the halves have a correlation of -1"
    case .constantRest(let statistic, let item):
      return "the \(statistic.words) is not defined when the items other than item \(item) add "
        + "up to the same sum for everybody"
    }
  }
}
