/// Finite values with checked weights of one kind.
struct WeightedSample {
  private let values: [Double]
  private let weights: [Double]
  private let kind: WeightKind

  /// What the weights are divided by so that no sum overflows; 1 for frequencies.
  private let largestWeight: Double

  /// How many observations the sample holds: the sum of frequency weights, else the number of
  /// weights above 0.
  let size: Double

  let moments: Moments

  init(
    _ sample: [Double], _ weights: some Weights, for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    try Check.sample(sample, for: statistic)
    let given = weights.values
    guard sample.count == given.count else {
      throw .lengthsDiffer(statistic, first: sample.count, second: given.count)
    }
    // Checked again, for others can make weights of their own.
    try WeightCheck.weights(given, for: statistic)
    if weights.kind == .frequency { try WeightCheck.frequencies(given) }
    // Values of weight 0 would count in differences of the mean only as rounding.
    let counting = given.indices.filter { given[$0] > 0 }
    values = counting.map { sample[$0] }
    self.weights = counting.map { given[$0] }
    kind = weights.kind
    largestWeight = kind == .frequency ? 1 : self.weights.max().map(WeightCheck.power) ?? 1
    moments = Moments(of: values, weights: WeightCheck.scaled(self.weights, kind))
    size = kind == .frequency ? moments.totalWeight : Double(values.count)
    guard size >= Double(needed) else {
      throw .sampleTooSmall(statistic, needed: needed, given: Int(size))
    }
  }

  var variance: Double { moments.variance(over: divisor) * unit }

  var deviation: Double { moments.deviation(over: divisor) * unit.squareRoot() }

  /// The standard error of the weighted mean.
  var errorOfMean: Double {
    guard kind == .sampling else {
      return moments.deviation(over: divisor * moments.totalWeight)
    }
    let shares = zip(values, weights).map { value, weight in
      weight / largestWeight / moments.totalWeight * (value - moments.mean)
    }
    // The linearised values have the mean 0, but for rounding.
    let spread = Moments(of: shares)
    return spread.deviation(over: 1) * (size / (size - 1)).squareRoot()
  }

  func quantile(_ p: Double) -> Double {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var reached: [Double] = []
    reached.reserveCapacity(order.count)
    var sum = PreciseSum()
    for index in order {
      sum.add(weights[index] / largestWeight)
      reached.append(sum.value)
    }
    // The number, in order, of the first value whose cumulated weight passes a goal.
    func first(where passes: (Double) -> Bool) -> Int {
      var (low, high) = (0, order.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if passes(reached[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    if kind == .frequency {
      return QuantileDefinition.type7.quantile(p, count: Int(size)) { index in
        values[order[first { $0 > Double(index) }]]
      }
    }
    let goal = p * sum.value
    let slack = 1e-12 * sum.value
    let below = values[order[first { $0 >= goal - slack }]]
    let above = values[order[first { $0 > goal + slack }]]
    return QuantileDefinition.line(below, above, 0.5)
  }

  /// What the sum of squares is divided by.
  private var divisor: Double {
    switch kind {
    case .frequency, .precision: size - 1
    case .sampling: moments.totalWeight * ((size - 1) / size)
    }
  }

  /// What the scaled weights of the moments leave out of the variance.
  private var unit: Double { kind == .precision ? largestWeight : 1 }
}
