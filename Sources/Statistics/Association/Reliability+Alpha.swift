extension Reliability {
  /// Cronbach's α of the items, with the interval of Feldt.
  ///
  /// With k items, their variances `sᵢ²` and the variance `s²` of the sum of all items,
  /// `α = k / (k - 1) · (1 - Σ sᵢ² / s²)`. It has no unit. It is 1 when all items are equal but for
  /// a constant, 0 when they have nothing in common, and below 0 when they work against each other.
  /// If the items measure one thing equally well and their errors are independent, α is the
  /// reliability of the sum; otherwise it is mostly smaller.
  ///
  /// With n people, `(1 - α of all) / (1 - α)` has the F distribution with `n - 1` and
  /// `(n - 1)(k - 1)` degrees of freedom if the answers are about normal and the items have equal
  /// variances and covariances. The ends are `1 - (1 - α) F`, with F the points that leave
  /// `(1 - confidence) / 2` above and below. An α of 1 leaves no errors to learn from and is refused.
  ///
  /// References: Cronbach 1951, Coefficient alpha and the internal structure of tests. Feldt 1965,
  /// The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: α and its interval, below 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.association` with
  ///   `AssociationFault.constantTotal` or `AssociationFault.noErrors`.
  public func cronbachsAlpha(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let tail = try (1 - Check.confidence(confidence)) / 2
    let alpha = Self.alpha(
      variances: answers.map(Self.variance(of:)),
      total: try totalVariance(for: .cronbachsAlpha))
    guard 1 - alpha > 1e-14 else { throw .association(.noErrors(.cronbachsAlpha)) }
    let (n, k) = (Double(respondents - 1), Double(items - 1))
    let above = try FDistribution(numerator: n, denominator: n * k).upperPoint(tail)
    // The lower point is the reciprocal of the upper one with the degrees of freedom exchanged.
    let below = try FDistribution(numerator: n * k, denominator: n).upperPoint(tail)
    return Estimate(
      alpha,
      interval: try Interval(
        lower: 1 - (1 - alpha) * above, upper: 1 - (1 - alpha) / below,
        confidence: confidence))
  }

  /// Cronbach's α if every item is first divided by its standard deviation.
  ///
  /// With r̄ the mean correlation of two items it is `k r̄ / (1 + (k - 1) r̄)`. It is the α to
  /// look at when the items have different scales of answers.
  ///
  /// Reference: Cronbach 1951, Coefficient alpha and the internal structure of tests.
  ///
  /// - Returns: the standardised α, at most 1.
  /// - Throws: `StatisticsError.association` with `AssociationFault.constantItem` or
  ///   `AssociationFault.constantTotal`.
  public func standardizedAlpha() throws(StatisticsError) -> Double {
    var directions: [[Double]] = []
    for (index, item) in answers.enumerated() {
      guard let direction = Direction(of: item) else {
        throw .association(.constantItem(.standardizedAlpha, item: index + 1))
      }
      directions.append(direction.coordinates)
    }
    // Directions have length 1 and mean 0, so the square of their sum is its variance.
    var square = PreciseSum()
    for sum in Self.sums(of: directions, people: respondents) {
      square.add(sum.value, times: sum.value)
    }
    // Rounding alone leaves some 1e-32 of a sum that is 0.
    guard square.value > 1e-28 else {
      throw .association(.constantTotal(.standardizedAlpha))
    }
    return Self.alpha(variances: Array(repeating: 1, count: items), total: square.value)
  }

  /// Cronbach's α of the other items, for each item.
  ///
  /// A value above the α of all items points at an item that does not fit.
  ///
  /// Reference: Cronbach 1951, Coefficient alpha and the internal structure of tests.
  ///
  /// - Returns: one α per item, in the order of the items.
  /// - Throws: `StatisticsError.association` with `AssociationFault.tooFewItems` for fewer than
  ///   three items, or `AssociationFault.constantRest`.
  public func alphaIfDropped() throws(StatisticsError) -> [Double] {
    guard items >= 3 else {
      throw .association(.tooFewItems(.alphaIfDropped, needed: 3, given: items))
    }
    let variances = answers.map(Self.variance(of:))
    let totals = self.totals
    var alphas: [Double] = []
    for item in 0..<items {
      let total = Self.variance(of: rest(of: totals, without: item))
      guard total > 0 else {
        throw .association(.constantRest(.alphaIfDropped, item: item + 1))
      }
      var others = variances
      others.remove(at: item)
      alphas.append(Self.alpha(variances: others, total: total))
    }
    return alphas
  }

  /// The corrected item-total correlation: Pearson's correlation of each item with the sum of the
  /// other items.
  ///
  /// A small or negative value points at an item that does not fit, or that should be turned round.
  ///
  /// Reference: Nunnally and Bernstein 1994, Psychometric Theory.
  ///
  /// - Returns: one correlation per item, -1 to 1, in the order of the items.
  /// - Throws: `StatisticsError.association` with `AssociationFault.constantItem` or
  ///   `AssociationFault.constantRest`.
  public func correctedItemTotalCorrelations() throws(StatisticsError) -> [Double] {
    let totals = self.totals
    var correlations: [Double] = []
    for item in 0..<items {
      guard let one = Direction(of: answers[item]) else {
        throw .association(.constantItem(.itemRestCorrelation, item: item + 1))
      }
      guard let other = Direction(of: rest(of: totals, without: item)) else {
        throw .association(.constantRest(.itemRestCorrelation, item: item + 1))
      }
      correlations.append(Cosine(between: one, and: other).value)
    }
    return correlations
  }

  /// The sum of all items but one, for each person.
  private func rest(of totals: [PreciseSum], without item: Int) -> [Double] {
    zip(totals, answers[item]).map { total, answer in
      var rest = total
      rest.add(-answer)
      return rest.value
    }
  }

  private static func alpha(variances: [Double], total: Double) -> Double {
    let k = Double(variances.count)
    return min(1, k / (k - 1) * (1 - PreciseSum(variances).value / total))
  }
}
