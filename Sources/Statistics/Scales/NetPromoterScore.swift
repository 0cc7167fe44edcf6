/// The net promoter score: the share of promoters minus the share of detractors.
///
/// People say on a scale from 0 to 10 how likely they are to recommend something. Those who say 9
/// or 10 are promoters, those who say 0 to 6 detractors; the cut points can be changed.
///
/// Reference: Reichheld 2003, The one number you need to grow.
public struct NetPromoterScore: Hashable, Sendable {
  /// How many people are promoters.
  public let promoters: Int

  /// How many people are neither.
  public let passives: Int

  /// How many people are detractors.
  public let detractors: Int

  /// Describes the answers by their three groups.
  ///
  /// - Parameters:
  ///   - promoters: how many people are promoters.
  ///   - passives: how many people are neither.
  ///   - detractors: how many people are detractors.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount` or `.countTooLarge`.
  public init(promoters: Int, passives: Int, detractors: Int) throws(StatisticsError) {
    try Check.count(promoters, .promoters)
    try Check.count(passives, .passives)
    try Check.count(detractors, .detractors)
    for (count, kind) in [
      (promoters, CountKind.promoters), (passives, .passives), (detractors, .detractors),
    ] where count > ScaleCounts.limit {
      throw .countTooLarge(kind, count, limit: ScaleCounts.limit)
    }
    guard promoters + passives + detractors > 0 else { throw .zeroCount(.scaleAnswers) }
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Groups the answers on a scale.
  ///
  /// - Parameters:
  ///   - ratings: the answers, usually on a scale from 0 to 10.
  ///   - lowestPromoter: the lowest step of a promoter.
  ///   - highestDetractor: the highest step of a detractor.
  /// - Throws: `StatisticsError.optionOutOfRange` unless both are steps of the scale, the promoters
  ///   above the detractors.
  public init(
    _ ratings: ScaleCounts, lowestPromoter: Int = 9, highestDetractor: Int = 6
  ) throws(StatisticsError) {
    let steps = ratings.steps
    guard steps.contains(lowestPromoter) else {
      throw .optionOutOfRange(
        option: "the lowest step of a promoter",
        range: "between \(steps.lowerBound) and \(steps.upperBound)", Double(lowestPromoter))
    }
    guard steps.contains(highestDetractor), highestDetractor < lowestPromoter else {
      throw .optionOutOfRange(
        option: "the highest step of a detractor",
        range: "between \(steps.lowerBound) and \(lowestPromoter - 1)", Double(highestDetractor))
    }
    let detractors = ratings.counts.prefix(highestDetractor - steps.lowerBound + 1).reduce(0, +)
    let promoters = ratings.counts.suffix(steps.upperBound - lowestPromoter + 1).reduce(0, +)
    try self.init(
      promoters: promoters, passives: ratings.answers - promoters - detractors,
      detractors: detractors)
  }

  /// How many people answered.
  public var answers: Int { promoters + passives + detractors }

  /// The score as a difference of shares, from -1 to 1.
  public var value: Double { Double(promoters - detractors) / Double(answers) }

  /// The score in points, from -100 to 100, as it is usually told.
  public var points: Double { 100 * Double(promoters - detractors) / Double(answers) }

  /// The standard error of ``value``: `√((p + q - (p - q)²) / n)` with the shares p of promoters
  /// and q of detractors, from the variance of a multinomial distribution.
  public var standardError: Double {
    let n = Double(answers)
    // The same as p (1 - p) + q (1 - q) + 2 p q, which does not cancel.
    let (p, q) = (Double(promoters) / n, Double(detractors) / n)
    let (above, below) = (
      Double(passives + detractors) / n, Double(passives + promoters) / n
    )
    return ((p * above + q * below + 2 * p * q) / n).squareRoot()
  }
}
