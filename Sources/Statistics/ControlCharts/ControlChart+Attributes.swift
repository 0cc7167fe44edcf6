extension ControlChart {
  /// The p chart of shares: how many of the cases at each point had an event.
  ///
  /// The centre p is the share of all events among all cases of a phase. The standard deviation at
  /// a point with n cases is `√(p(1 - p)/n)`. For large n real shares vary more than that, and
  /// nearly all points become signals; the adjusted chart p′ multiplies by the spread between
  /// neighbouring points: the mean moving range of `(pᵢ - p)/√(p(1 - p)/nᵢ)`, divided by `2/√π`.
  ///
  /// References: Montgomery 2013, Introduction to Statistical Quality Control, chapter 7. Laney
  /// 2002, Improved control charts for attributes.
  ///
  /// - Parameters:
  ///   - events: the number of cases with an event at each point, in the order of time.
  ///   - cases: the number of cases at each point, at least 1.
  ///   - rebasings: the positions, counted from 1, of the first points of new phases, in rising
  ///     order.
  ///   - isAdjusted: whether the limits are those of Laney's p′ chart.
  ///   - rules: the rules that make a signal.
  /// - Returns: the chart of the shares, or what there is to say about a short series.
  /// - Throws: `StatisticsError.emptySample`, or ``ControlChartFault``.
  public static func proportions(
    events: [Int], cases: [Int], rebasings: [Int] = [], isAdjusted: Bool = false,
    rules: Set<ControlRule> = ControlRule.anhoej
  ) throws(StatisticsError) -> ControlChartResult<ControlChart> {
    try check(events, sizes: cases.map(Double.init))
    for (index, count) in events.enumerated() where count > cases[index] {
      throw .controlChart(.eventsExceedSize(position: index + 1))
    }
    return try attributes(
      isAdjusted ? .adjustedProportions : .proportions, events, cases.map(Double.init), rebasings,
      rules, within: 0...1
    ) { p, n in (p * (1 - p) / n).squareRoot() }
  }

  /// The u chart of rates: events per unit of size, such as complaints per 1000 cases.
  ///
  /// The centre u is the number of all events divided by the sum of the sizes of a phase. The
  /// standard deviation at a point of size n is `√(u/n)`. The adjusted chart u′ multiplies it as in
  /// ``proportions(events:cases:rebasings:isAdjusted:rules:)``.
  ///
  /// References: Montgomery 2013, Introduction to Statistical Quality Control, chapter 7. Laney
  /// 2002, Improved control charts for attributes.
  ///
  /// - Parameters:
  ///   - events: the number of events at each point, in the order of time.
  ///   - sizes: the size of each point, above 0; the rates are per unit of it.
  ///   - rebasings: the positions, counted from 1, of the first points of new phases, in rising
  ///     order.
  ///   - isAdjusted: whether the limits are those of Laney's u′ chart.
  ///   - rules: the rules that make a signal.
  /// - Returns: the chart of the rates, or what there is to say about a short series.
  /// - Throws: `StatisticsError.emptySample` or `.resultTooLarge`, or ``ControlChartFault``.
  public static func rates(
    events: [Int], sizes: [Double], rebasings: [Int] = [], isAdjusted: Bool = false,
    rules: Set<ControlRule> = ControlRule.anhoej
  ) throws(StatisticsError) -> ControlChartResult<ControlChart> {
    try check(events, sizes: sizes)
    return try attributes(
      isAdjusted ? .adjustedRates : .rates, events, sizes, rebasings, rules,
      within: 0...Double.infinity
    ) { u, n in (u / n).squareRoot() }
  }

  /// The c chart of counts: events in equal sizes, such as complaints per month.
  ///
  /// The centre c is the mean count of a phase, the standard deviation is `√c`.
  ///
  /// Reference: Montgomery 2013, Introduction to Statistical Quality Control, chapter 7.
  ///
  /// - Parameters:
  ///   - events: the number of events at each point, in the order of time.
  ///   - rebasings: the positions, counted from 1, of the first points of new phases, in rising
  ///     order.
  ///   - rules: the rules that make a signal.
  /// - Returns: the chart of the counts, or what there is to say about a short series.
  /// - Throws: `StatisticsError.emptySample`, or ``ControlChartFault``.
  public static func counts(
    _ events: [Int], rebasings: [Int] = [], rules: Set<ControlRule> = ControlRule.anhoej
  ) throws(StatisticsError) -> ControlChartResult<ControlChart> {
    let sizes = [Double](repeating: 1, count: events.count)
    try check(events, sizes: sizes)
    return try attributes(
      .counts, events, sizes, rebasings, rules, within: 0...Double.infinity
    ) { c, _ in c.squareRoot() }
  }

  private static func check(_ events: [Int], sizes: [Double]) throws(StatisticsError) {
    guard !events.isEmpty else { throw .emptySample(.controlChart) }
    guard events.count == sizes.count else {
      throw .controlChart(.sizesDiffer(counts: events.count, sizes: sizes.count))
    }
    for (index, size) in sizes.enumerated() {
      guard size > 0, size.isFinite else {
        throw .controlChart(.sizeNotPositive(position: index + 1))
      }
      guard events[index] >= 0 else {
        throw .controlChart(.negativeCount(position: index + 1))
      }
    }
  }

  private static func attributes(
    _ kind: Kind, _ events: [Int], _ sizes: [Double], _ rebasings: [Int],
    _ rules: Set<ControlRule>, within bounds: ClosedRange<Double>,
    deviation: (_ centre: Double, _ size: Double) -> Double
  ) throws(StatisticsError) -> ControlChartResult<ControlChart> {
    let values = zip(events, sizes).map { Double($0) / $1 }
    guard values.allSatisfy(\.isFinite) else { throw .resultTooLarge(.controlChart) }
    guard values.count >= fewestPoints else {
      _ = try phases(count: values.count, rebasings: rebasings)
      return .tooFewPoints(try ShortSeries(values, needed: fewestPoints))
    }
    var baselines: [Baseline] = []
    for phase in try fullPhases(count: values.count, rebasings: rebasings) {
      let part = phase.lowerBound - 1...phase.upperBound - 1
      let total = PreciseSum(sizes[part]).value
      let centre = PreciseSum(events[part].lazy.map(Double.init)).value / total
      guard total.isFinite, centre.isFinite else { throw .resultTooLarge(.controlChart) }
      var deviations = sizes[part].map { deviation(centre, $0) }
      if kind == .adjustedProportions || kind == .adjustedRates {
        guard deviations.allSatisfy({ $0 > 0 }) else {
          throw .controlChart(.noVariation(phase: baselines.count + 1))
        }
        let distances = zip(values[part], deviations).map { ($0 - centre) / $1 }
        let moved = zip(distances.dropFirst(), distances).map { abs($0 - $1) }
        let spread = try Location.mean(of: moved) / RangeOfTwo.mean
        deviations = deviations.map { $0 * spread }
      }
      baselines.append(
        Baseline(
          positions: phase, centre: centre, values: Array(values[part]), deviations: deviations))
    }
    return .chart(try ControlChart(kind, baselines, rules: rules, within: bounds))
  }
}
