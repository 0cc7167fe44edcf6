/// One thing that is known about a population: how many people there are in each category, and
/// which category each respondent is in.
///
/// For instance the age groups of a town. The totals may be counts, shares or percentages; all
/// margins of one weighting must have the same sum, and the weights will have that sum too.
public struct Margin: Hashable, Sendable {
  /// What the categories are categories of, for instance "age".
  public let name: String

  /// The names of the categories.
  public let labels: [String]

  /// The category of each respondent, as an index of ``labels``.
  public let codes: [Int]

  /// The known total of each category, in the order of ``labels``.
  public let totals: [Double]

  /// The sum of the totals, above 0.
  public let sum: Double

  /// Describes a margin whose categories have numbers.
  ///
  /// - Parameters:
  ///   - name: what the categories are categories of.
  ///   - labels: the names of the categories, each once.
  ///   - codes: the category of each respondent, as an index of `labels`.
  ///   - totals: the known total of each category, at least 0, with a sum above 0 and below 1e300.
  /// - Throws: `StatisticsError.weighting` with the ``WeightingFault``.
  public init(
    name: String, labels: [String], codes: [Int], totals: [Double]
  ) throws(StatisticsError) {
    guard !labels.isEmpty else { throw .weighting(.noCategories(margin: name)) }
    var seen: Set<String> = []
    for label in labels where !seen.insert(label).inserted {
      throw .weighting(.repeatedCategory(margin: name, category: label))
    }
    guard totals.count == labels.count else {
      throw .weighting(
        .totalsMissing(margin: name, categories: labels.count, totals: totals.count))
    }
    for (total, label) in zip(totals, labels) where !(total >= 0 && total < .infinity) {
      throw .weighting(.badTotal(margin: name, category: label))
    }
    let sum = PreciseSum(totals).value
    guard sum > 0, sum < 1e300 else { throw .weighting(.badSum(margin: name)) }
    for (position, code) in codes.enumerated() where !labels.indices.contains(code) {
      throw .weighting(.unknownCategory(margin: name, position: position + 1))
    }
    self.name = name
    self.labels = labels
    self.codes = codes
    self.totals = totals
    self.sum = sum
  }

  /// Describes a margin whose categories are texts, in the order of the labels.
  ///
  /// - Parameters:
  ///   - name: what the categories are categories of.
  ///   - values: the category of each respondent, one of the labels.
  ///   - labels: the names of the categories, each once.
  ///   - totals: the known total of each category, in the order of `labels`.
  /// - Throws: `StatisticsError.weighting` with the ``WeightingFault``.
  public init(
    name: String, values: [String], labels: [String], totals: [Double]
  ) throws(StatisticsError) {
    let numbers = Dictionary(zip(labels, labels.indices)) { first, _ in first }
    // A text that is no label gets a number that is no index, and is refused with its position.
    try self.init(
      name: name, labels: labels, codes: values.map { numbers[$0] ?? -1 }, totals: totals)
  }

  /// Describes a margin whose categories are texts, in alphabetical order.
  ///
  /// - Parameters:
  ///   - name: what the categories are categories of.
  ///   - values: the category of each respondent.
  ///   - totals: the known total of each category, at least 0, with a sum above 0 and below 1e300.
  /// - Throws: `StatisticsError.weighting` with the ``WeightingFault``.
  public init(
    name: String, values: [String], totals: [String: Double]
  ) throws(StatisticsError) {
    let sorted = totals.sorted { $0.key < $1.key }
    try self.init(
      name: name, values: values, labels: sorted.map(\.key), totals: sorted.map(\.value))
  }

  /// The sum of the weights of each category.
  func sums(of weights: [Double]) -> [Double] {
    var sums = [PreciseSum](repeating: PreciseSum(), count: labels.count)
    for (code, weight) in zip(codes, weights) { sums[code].add(weight) }
    return sums.map(\.value)
  }
}
