/// How many answers each step of an ordered scale got.
///
/// For instance a Likert scale from 1 to 5, or a rating from 0 to 10. The steps are whole numbers
/// in a row. Answers such as "don't know" have no step and must be left out before.
public struct ScaleCounts: Hashable, Sendable {
  /// The number of answers of each step, from the lowest step on.
  public let counts: [Int]

  /// The lowest step.
  public let lowest: Int

  /// How many answers there are, at least 1.
  public let answers: Int

  /// The largest number of answers.
  public static let limit = 1_000_000_000_000

  /// Describes the answers on a scale.
  ///
  /// - Parameters:
  ///   - counts: the number of answers of each step, from the lowest on, zeros included; at least
  ///     two steps and one answer.
  ///   - lowest: the lowest step, from -1000 to 1000.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount`, `.countTooLarge` or
  ///   `.optionOutOfRange`.
  public init(_ counts: [Int], lowest: Int = 1) throws(StatisticsError) {
    guard counts.count >= 2 else {
      throw .optionOutOfRange(
        option: "the number of steps of a scale", range: "at 2 or above", Double(counts.count))
    }
    guard (-1000...1000).contains(lowest) else {
      throw .optionOutOfRange(
        option: "the lowest step of a scale", range: "between -1000 and 1000", Double(lowest))
    }
    var sum = 0
    for (index, count) in counts.enumerated() {
      let kind = CountKind("of answers at step \(lowest + index)")
      try Check.count(count, kind)
      guard count <= Self.limit - sum else {
        throw .countTooLarge(
          .scaleAnswers,
          sum.addingReportingOverflow(count).overflow
            ? Int.max : sum + count, limit: Self.limit)
      }
      sum += count
    }
    guard sum > 0 else { throw .zeroCount(.scaleAnswers) }
    self.counts = counts
    self.lowest = lowest
    answers = sum
  }

  /// The steps of the scale, from the lowest to the highest.
  public var steps: ClosedRange<Int> { lowest...(lowest + counts.count - 1) }

  /// The steps as numbers.
  var values: [Double] { steps.map(Double.init) }

  /// Mean and squared differences of the answers.
  var moments: Moments { Moments(of: values, weights: counts.map(Double.init)) }
}
