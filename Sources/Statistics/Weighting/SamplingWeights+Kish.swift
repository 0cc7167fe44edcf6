extension SamplingWeights {
  /// Kish's design effect of unequal weights: `n Σ wᵢ² / (Σ wᵢ)²`, the same as 1 + cv².
  ///
  /// cv is the standard deviation of the weights, with n below the line, divided by their mean. The
  /// result says how many times larger the variance of a mean becomes because the weights differ,
  /// when they have nothing to do with the values. It is 1 for equal weights and at most n. Weights
  /// of 0 count in n.
  ///
  /// References: Kish 1965, Survey Sampling. Kish 1992, Weighting for unequal Pᵢ.
  public var designEffect: Double { max(1, Double(values.count) / effectiveSampleSize) }

  /// Kish's effective sample size: `(Σ wᵢ)² / Σ wᵢ²`.
  ///
  /// So many respondents of equal weight would give a mean as precise. It lies between 1 and the
  /// number of respondents of a weight above 0.
  ///
  /// References: Kish 1965, Survey Sampling.
  public var effectiveSampleSize: Double {
    var (sum, squares) = (PreciseSum(), PreciseSum())
    for weight in WeightCheck.scaled(values, .sampling) {
      sum.add(weight)
      squares.add(weight, times: weight)
    }
    return sum.value * (sum.value / squares.value)
  }

  /// The largest weight divided by the smallest one above 0; 1 for equal weights.
  public var ratio: Double {
    var (smallest, largest) = (Double.infinity, 0.0)
    for weight in values where weight > 0 {
      (smallest, largest) = (min(smallest, weight), max(largest, weight))
    }
    return min(largest / smallest, .greatestFiniteMagnitude)
  }
}
