internal import Diagnostics
internal import Statistics
internal import Tables

/// Groups compared by their numbers: means, ranks and the size of the difference.
struct NumbersComparison {
  let groups: [GroupFigures]
  let results: ComparisonResults
  let leftOut: Int

  init(
    _ request: ComparisonRequest, _ chosen: ChosenGroups, _ table: Table
  ) throws(Diagnostic) {
    let column = try NumberColumn(reading: request, of: table)
    var values = [[Double]](repeating: [], count: chosen.labels.count)
    var leftOut = 0
    for row in column.values.indices {
      guard let group = chosen.places[row], let value = column.values[row] else {
        leftOut += 1
        continue
      }
      values[group].append(value)
    }
    if let empty = values.firstIndex(where: \.isEmpty) {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation,
        "nobody in group '\(chosen.labels[empty])' has a value in '\(request.value)'",
        fixes: ["name other groups with --groups"])
    }
    self.leftOut = leftOut
    let (labels, confidence, groupValues) = (chosen.labels, request.confidence, values)
    groups = try table.attempt { () throws(StatisticsError) in
      var groups: [GroupFigures] = []
      for (label, values) in zip(labels, groupValues) {
        groups.append(try Self.figures(label, values, confidence))
      }
      return groups
    }
    if let pairs = try chosen.pairs(of: column.values, table) {
      results = try table.attempt { () throws(StatisticsError) in
        try Self.paired(pairs, confidence)
      }
    } else {
      results = try table.attempt { () throws(StatisticsError) in
        try values.count == 2
          ? Self.two(groupValues[0], groupValues[1], confidence)
          : Self.several(groupValues, labels, confidence)
      }
    }
  }

  private static func figures(
    _ label: String, _ values: [Double], _ confidence: Double
  ) throws(StatisticsError) -> GroupFigures {
    let mean = try Location.mean(of: values)
    // A single value, and equal ones, have a mean but say nothing about its precision.
    let estimate = attempt { () throws(StatisticsError) in
      try Location.meanEstimate(of: values, confidence: confidence)
    }
    return GroupFigures(
      label: label, count: values.count, mean: mean, interval: estimate?.interval,
      median: try Location.median(of: values),
      deviation: values.count > 1 ? try Location.standardDeviation(of: values) : nil,
      positive: nil, share: nil, words: [])
  }

  /// The second group against the first: everything is second minus first.
  private static func two(
    _ first: [Double], _ second: [Double], _ confidence: Double
  ) throws(StatisticsError) -> ComparisonResults {
    var results = ComparisonResults()
    guard Set(first + second).count > 1 else {
      results.remark = .everybodyGaveTheSame
      return results
    }
    let welch = try TTest.welch(second, first, confidence: confidence)
    results.difference = welch.difference
    results.tests = [welch.test, try RankTest.mannWhitney(second, first)]
    results.add(.hedgesG) { () throws(StatisticsError) in
      try EffectSize.hedgesG(second, first, confidence: confidence)
    }
    results.add(.cliffDelta) { () throws(StatisticsError) in
      try EffectSize.cliffDelta(second, first, confidence: confidence)
    }
    return results
  }

  private static func paired(
    _ pairs: (first: [Double], second: [Double], unpaired: Int), _ confidence: Double
  ) throws(StatisticsError) -> ComparisonResults {
    var results = ComparisonResults()
    results.paired = PairedCounts(
      pairs: pairs.first.count, unpaired: pairs.unpaired,
      rose: zip(pairs.first, pairs.second).count { $1 > $0 },
      fell: zip(pairs.first, pairs.second).count { $1 < $0 })
    let test = try TTest.paired(pairs.second, pairs.first, confidence: confidence)
    results.difference = test.difference
    results.tests = [test.test, try RankTest.signedRank(pairs.second, pairs.first)]
    return results
  }

  private static func several(
    _ groups: [[Double]], _ labels: [String], _ confidence: Double
  ) throws(StatisticsError) -> ComparisonResults {
    var results = ComparisonResults()
    guard Set(groups.joined()).count > 1 else {
      results.remark = .everybodyGaveTheSame
      return results
    }
    // Welch's test needs spread in every group; the others stand without.
    let tests = [
      attempt { () throws(StatisticsError) in try OneWayANOVA.welch(groups) },
      attempt { () throws(StatisticsError) in try OneWayANOVA(groups).test },
    ]
    results.tests = try tests.compactMap(\.self) + [RankTest.kruskalWallis(groups)]
    var found: [(first: Int, second: Int, outcome: TestedDifference)] = []
    for second in groups.indices {
      for first in 0..<second {
        let outcome = attempt { () throws(StatisticsError) in
          try TTest.welch(groups[second], groups[first], confidence: confidence)
        }
        if let outcome { found.append((first, second, outcome)) }
      }
    }
    guard !found.isEmpty else { return results }
    let adjusted = try MultipleTesting.holm(found.map(\.outcome.test.pValue))
    results.pairs = zip(found, adjusted).map { pair, adjusted in
      PairFinding(
        first: labels[pair.first], second: labels[pair.second],
        difference: pair.outcome.difference, pValue: pair.outcome.test.pValue, adjusted: adjusted)
    }
    return results
  }
}
