/// One stage of sampling: which units were drawn, in which strata, out of how many.
///
/// A stage without strata has one stratum; a stage without clusters draws the rows themselves. At a
/// later stage the strata and clusters are numbered within each unit of the stage above, so equal
/// numbers under different units mean different strata and clusters.
public struct SamplingStage: Hashable, Sendable {
  let strata: [Int]?
  let clusters: [Int]?
  let population: FinitePopulation
  let clustersRestart: Bool
  let stratumLabels: [String]?

  /// Describes a stage by codes, which may be any whole numbers.
  ///
  /// - Parameters:
  ///   - strata: the stratum of each row, or nil for no strata.
  ///   - clusters: the cluster of each row, or nil when the rows are the units.
  ///   - population: how many units there were to sample from.
  ///   - clustersRestart: whether the numbers of the clusters start anew in each stratum. If not, a
  ///     cluster of the first stage in two strata is refused.
  public init(
    strata: [Int]? = nil, clusters: [Int]? = nil, population: FinitePopulation = .unlimited,
    clustersRestart: Bool = false
  ) {
    self.strata = strata
    self.clusters = clusters
    self.population = population
    self.clustersRestart = clustersRestart
    stratumLabels = nil
  }

  /// Describes a stage by text labels.
  ///
  /// - Parameters:
  ///   - strata: the stratum of each row, or nil for no strata.
  ///   - clusters: the cluster of each row, or nil when the rows are the units.
  ///   - population: how many units there were to sample from.
  ///   - clustersRestart: whether the names of the clusters start anew in each stratum.
  public init(
    strataLabels strata: [String]?, clusterLabels clusters: [String]?,
    population: FinitePopulation = .unlimited, clustersRestart: Bool = false
  ) {
    let coded = strata.map(Self.coded)
    self.strata = coded?.codes
    self.clusters = clusters.map { Self.coded($0).codes }
    self.population = population
    self.clustersRestart = clustersRestart
    stratumLabels = coded?.labels
  }

  /// A stratum as a refusal names it. Below the first stage the same name stands for many strata,
  /// so the row is named too.
  func stratumName(row: Int, stage: Int) -> String {
    let code = strata.map { codes in stratumLabels.map { $0[codes[row]] } ?? "\(codes[row])" }
    return stage == 1 ? code ?? "1" : "\(code ?? "1") (row \(row + 1))"
  }

  private static func coded(_ labels: [String]) -> (codes: [Int], labels: [String]) {
    var numbers: [String: Int] = [:]
    var distinct: [String] = []
    let codes = labels.map { label in
      if let number = numbers[label] { return number }
      numbers[label] = distinct.count
      distinct.append(label)
      return distinct.count - 1
    }
    return (codes, distinct)
  }
}
