/// Why an estimate from a complex sample was refused, where the general refusals of
/// ``StatisticsError`` do not say it.
public enum SamplingFault: Hashable, Sendable {
  /// A design without stages.
  case noStages

  /// A column of the design that does not have a value for each row.
  case rowsDiffer(column: String, rows: Int, given: Int)

  /// A stratum in which a single unit was sampled, although there were more to sample.
  case singleton(stratum: String, stage: Int)

  /// A sample without strata that has a single unit at its first stage.
  case singleUnit

  /// A cluster whose rows lie in two strata; the first row has position 1.
  case clusterInTwoStrata(position: Int)

  /// A population size of 0 or less, or not a number; the first row has position 1.
  case badPopulation(position: Int, stage: Int)

  /// A sampling fraction outside 0 to 1; the first row has position 1.
  case badFraction(position: Int, stage: Int)

  /// A population size that differs from the one before it in the same stratum.
  case populationVaries(position: Int, stage: Int)

  /// A stratum with more sampled units than its population has.
  case populationTooSmall(stratum: String, stage: Int)

  /// A code of a domain or a level outside `0 ..< limit`; the first row has position 1.
  case codeOutOfRange(position: Int, limit: Int)

  /// A domain without any weight.
  case emptyDomain(Int)

  /// A denominator whose weighted total is 0.
  case zeroDenominator

  /// As many strata as sampling units, so that nothing is left to tell the precision from.
  case noDegreesOfFreedom

  /// A proportion of exactly 0 or 1, from which no precision can be told.
  case certainProportion

  /// A quantile interval with an end beyond the smallest or the largest value.
  case quantileBeyondSample(upper: Bool)

  /// A row or a column of a table that holds no weight, counted from 0.
  case emptyTableLine(isRow: Bool, code: Int)

  /// A standard error of 0, by which a test would divide, and which leaves an interval no width.
  case noSpread

  /// A stratum with one unit, of which the bootstrap cannot draw a smaller sample.
  case bootstrapSingleton(stratum: String)

  /// A jackknife in which no unit can be left out: all were sampled, or taken as certain.
  case nothingToLeaveOut

  /// Replicates of a post-stratified design, which would have to be adjusted one by one.
  case postStratifiedReplicates

  /// A population size of a post-stratum that holds people, but no row.
  case emptyPostStratum(Int)

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .noStages:
      return "a sampling design needs at least one stage"
    case .rowsDiffer(let column, let rows, let given):
      return "there are \(rows) weights, but the number of \(column) is \(given)"
    case .singleton(let stratum, let stage):
      return "stratum \(stratum) at stage \(stage) has a single sampled unit, which shows no "
        + "variation: collapse it with a neighbouring stratum, or choose .centreAtGrandMean or "
        + ".certainty"
    case .singleUnit:
      return "the sample has a single unit at its first stage, which shows no variation"
    case .clusterInTwoStrata(let position):
      return "the cluster of row \(position) lies in another stratum too; if the numbers of the "
        + "clusters start anew in each stratum, say so with clustersRestart"
    case .badPopulation(let position, let stage):
      return "a population size must be above 0; that of row \(position) at stage \(stage) is not"
    case .badFraction(let position, let stage):
      return "a sampling fraction must be above 0 and at most 1; that of row \(position) at stage "
        + "\(stage) is not"
    case .populationVaries(let position, let stage):
      return "the population size of row \(position) at stage \(stage) differs from that of "
        + "earlier rows in its stratum"
    case .populationTooSmall(let stratum, let stage):
      return "stratum \(stratum) at stage \(stage) has more sampled units than its population size"
    case .codeOutOfRange(let position, let limit):
      return "a code must lie from 0 to \(limit - 1); that of row \(position) does not"
    case .emptyDomain(let domain):
      return "domain \(domain) holds no weight"
    case .zeroDenominator:
      return "a ratio is not defined when its denominator adds up to 0"
    case .noDegreesOfFreedom:
      return "the sample has no more sampling units than strata, so that nothing tells how "
        + "precise the estimate is"
    case .certainProportion:
      return "the sample shows a proportion of exactly 0 or 1, which tells nothing about its "
        + "precision"
    case .quantileBeyondSample(let upper):
      return "the \(upper ? "upper" : "lower") end of the interval lies beyond the "
        + "\(upper ? "largest" : "smallest") value; the logit or beta interval stays inside"
    case .emptyTableLine(let isRow, let code):
      return "\(isRow ? "row" : "column") \(code) of the table holds no weight"
    case .noSpread:
      return "a test or an interval is not defined when the standard error is 0"
    case .bootstrapSingleton(let stratum):
      return "the bootstrap cannot resample stratum \(stratum), which has a single unit: collapse "
        + "it with a neighbouring stratum or choose .certainty"
    case .nothingToLeaveOut:
      return "the jackknife has no unit to leave out: all were sampled, or taken as certain"
    case .postStratifiedReplicates:
      return
        "replicates of a post-stratified or calibrated design are not supported: make them before "
        + "the adjustment, and adjust the weights inside the statistic"
    case .emptyPostStratum(let code):
      return "post-stratum \(code) has a population, but no row with weight"
    }
  }
}
