/// How reliably several items measure one thing: whether a scale of k questions hangs together.
///
/// Every person has answered every item with a number. People with missing answers must be taken
/// out before, and items that are worded the other way round turned round before.
///
/// The results do not change when all answers are multiplied by the same number, or when
/// something is added to an item.
public struct Reliability: Hashable, Sendable {
  /// How many items there are.
  public let items: Int

  /// How many people answered.
  public let respondents: Int

  /// The answers, one array per item, brought near 1 so that squares do not overflow.
  let answers: [[Double]]

  /// Checks and keeps the answers.
  ///
  /// - Parameter items: one array per item, at least two; in each the answers of the same people in
  ///   the same order, at least two and all finite.
  /// - Throws: `StatisticsError.association` with `AssociationFault.tooFewItems`,
  ///   `AssociationFault.raggedItems`, `AssociationFault.tooFewRespondents` or
  ///   `AssociationFault.badAnswer`.
  public init(items: [[Double]]) throws(StatisticsError) {
    guard items.count >= 2 else {
      throw .association(.tooFewItems(.reliability, needed: 2, given: items.count))
    }
    let people = items[0].count
    for (index, item) in items.enumerated() {
      guard item.count == people else {
        throw .association(
          .raggedItems(item: index + 1, needed: people, given: item.count))
      }
      if let person = item.firstIndex(where: { !$0.isFinite }) {
        throw .association(.badAnswer(item: index + 1, respondent: person + 1))
      }
    }
    guard people >= 2 else {
      throw .association(.tooFewRespondents(.reliability, needed: 2, given: people))
    }
    let largest = items.reduce(0) { max($0, $1.reduce(0) { max($0, abs($1)) }) }
    let exponent = largest > 0 ? -largest.exponent : 0
    let answers = items.map {
      $0.map { Double(sign: .plus, exponent: exponent, significand: $0) }
    }
    self.items = items.count
    self.respondents = people
    self.answers = answers
  }

  /// The sum of the given items for each person.
  static func sums(of items: [[Double]], people: Int) -> [PreciseSum] {
    var sums = Array(repeating: PreciseSum(), count: people)
    for item in items {
      for person in 0..<people { sums[person].add(item[person]) }
    }
    return sums
  }

  /// The sum of the answers of each person.
  var totals: [PreciseSum] { Self.sums(of: answers, people: respondents) }

  /// The variance, and exactly 0 when all values are equal.
  static func variance(of values: [Double]) -> Double {
    guard values.contains(where: { $0 != values[0] }) else { return 0 }
    let n = Double(values.count)
    let mean = PreciseSum(values).value / n
    var (squares, rest) = (PreciseSum(), PreciseSum())
    for value in values {
      squares.add(value - mean, times: value - mean)
      rest.add(value - mean)
    }
    // The rest would be 0 if the mean were not rounded.
    return (squares.value - rest.value * (rest.value / n)) / (n - 1)
  }

  /// The variance of the sum of all items.
  func totalVariance(for statistic: StatisticName) throws(StatisticsError) -> Double {
    let variance = Self.variance(of: totals.map(\.value))
    guard variance > 0 else { throw .association(.constantTotal(statistic)) }
    return variance
  }
}
