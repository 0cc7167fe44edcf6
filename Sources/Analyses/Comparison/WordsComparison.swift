internal import Diagnostics
internal import Query
internal import Statistics
internal import Tables

/// Groups compared by their words, or by the share of positive ones.
struct WordsComparison {
  let groups: [GroupFigures]
  let results: ComparisonResults
  let leftOut: Int

  init(
    _ request: ComparisonRequest, _ chosen: ChosenGroups, _ kind: ComparedValue, _ table: Table
  ) throws(Diagnostic) {
    let column = try CategoryColumn(comparing: request, of: table)
    let positive = Set(request.positive)
    let isShare = !positive.isEmpty
    // A share has two words: positive and not.
    let place = column.labels.map { positive.contains($0) ? 0 : 1 }
    let words = column.codes.map { code in code.map { isShare ? place[$0] : $0 } }
    let width = isShare ? 2 : column.labels.count

    let counts = try Self.counts(
      chosen.places, words, groups: chosen.labels.count, words: width, table)
    if let empty = counts.firstIndex(where: { $0.allSatisfy { $0 == 0 } }) {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation,
        "nobody in group '\(chosen.labels[empty])' has a value in '\(request.value)'",
        fixes: ["name other groups with --groups"])
    }
    leftOut = table.rowCount - counts.joined().reduce(0, +)
    let confidence = request.confidence
    let (labels, table) = (chosen.labels, table)
    groups = try table.attempt { () throws(StatisticsError) in
      var groups: [GroupFigures] = []
      for (label, counts) in zip(labels, counts) {
        let count = counts.reduce(0, +)
        groups.append(
          GroupFigures(
            label: label, count: count, mean: nil, interval: nil, median: nil, deviation: nil,
            positive: isShare ? counts[0] : nil,
            share: isShare
              ? try ProportionInterval.wilson(
                successes: counts[0], trials: count, confidence: confidence) : nil,
            words: counts))
      }
      return groups
    }
    if isShare, let pairs = try chosen.pairs(of: words, table) {
      results = try Self.paired(pairs, confidence, table)
    } else {
      results = try table.attempt { () throws(StatisticsError) in
        try Self.independent(counts, isShare: isShare, confidence)
      }
    }
  }

  /// How many rows hold each word, group by group. Rows without a group or a word are in none.
  private static func counts(
    _ groups: [Int?], _ words: [Int?], groups groupCount: Int, words wordCount: Int, _ table: Table
  ) throws(Diagnostic) -> [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: wordCount), count: groupCount)
    let plan = Aggregation(keys: ["place", "word"], [.count()])
    for cell in try table.aggregates(
      plan, of: [("place", Vector(groups)), ("word", Vector(words))])
    {
      guard let group = Int(cell.keys[0]), let word = Int(cell.keys[1]) else { continue }
      counts[group][word] = Int(cell.results[0]) ?? 0
    }
    return counts
  }

  private static func independent(
    _ counts: [[Int]], isShare: Bool, _ confidence: Double
  ) throws(StatisticsError) -> ComparisonResults {
    // A word that nobody used says nothing, and a column of zeros has no expectation.
    let used = counts[0].indices.filter { word in counts.contains { $0[word] > 0 } }
    let contingency = try ContingencyTable(counts.map { row in used.map { row[$0] } })
    var results = ComparisonResults()
    if isShare, counts.count == 2 {
      results.difference = try difference(counts, confidence)
    }
    guard used.count > 1 else {
      results.remark = .everybodyGaveTheSame
      return results
    }
    let chiSquared = try contingency.chiSquaredTest()
    let isSmall = !chiSquared.cautions.isEmpty
    // Fisher's test is exact but for large tables out of reach; then chi-squared has to do.
    let fisher = attempt { () throws(StatisticsError) in try contingency.fisherExactTest() }
    results.tests = isSmall ? [fisher, chiSquared].compactMap(\.self) : [chiSquared]
    if !isSmall, let fisher { results.tests.append(fisher) }
    // Where no V is plausible there is no interval, and without one V says too little.
    if let v = attempt({ () throws(StatisticsError) in
      try contingency.cramersV(confidence: confidence)
    }), let interval = v.interval {
      results.add(.cramersV) { Estimate(v.value, interval: interval) }
    }
    if isShare, counts.count == 2 {
      // Second against first, as everything else: the rows change places.
      let turned = try ContingencyTable([counts[1], counts[0]])
      results.add(.riskRatio) { () throws(StatisticsError) in
        let ratio = try turned.riskRatio(confidence: confidence)
        return Estimate(ratio.value, interval: ratio.interval)
      }
      results.add(.oddsRatio) { () throws(StatisticsError) in
        let ratio = try turned.oddsRatio(confidence: confidence)
        return Estimate(ratio.value, interval: ratio.interval)
      }
    }
    return results
  }

  private static func difference(
    _ counts: [[Int]], _ confidence: Double
  ) throws(StatisticsError) -> Estimate {
    let trials = counts.map { $0[0] + $0[1] }
    let interval = try ProportionInterval.difference(
      (counts[1][0], trials[1]), minus: (counts[0][0], trials[0]), confidence: confidence)
    return Estimate(
      Double(counts[1][0]) / Double(trials[1]) - Double(counts[0][0]) / Double(trials[0]),
      interval: interval)
  }

  private static func paired(
    _ pairs: (first: [Int], second: [Int], unpaired: Int), _ confidence: Double, _ table: Table
  ) throws(Diagnostic) -> ComparisonResults {
    let counts = try counts(pairs.first, pairs.second, groups: 2, words: 2, table)
    return try table.attempt { () throws(StatisticsError) in
      var results = ComparisonResults()
      results.paired = PairedCounts(
        pairs: pairs.first.count, unpaired: pairs.unpaired, rose: counts[1][0],
        fell: counts[0][1])
      results.tests = [try ContingencyTable(counts).mcNemarTest()]
      // Second minus first, so the two change places.
      let interval = try ProportionInterval.pairedDifference(
        both: counts[0][0], onlyFirst: counts[1][0], onlySecond: counts[0][1],
        neither: counts[1][1], confidence: confidence)
      results.difference = Estimate(
        Double(counts[1][0] - counts[0][1]) / Double(pairs.first.count), interval: interval)
      return results
    }
  }
}
