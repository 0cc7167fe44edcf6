internal import Diagnostics
internal import Query
internal import Statistics
internal import Tables

/// Groups compared by their words, or by the share of positive ones.
struct WordsComparison {
  let groups: [GroupFigures]
  let results: ComparisonResults

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

    guard chosen.labels.count * width <= Self.mostCells else {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation,
        "\(chosen.labels.count) groups and \(width) different words in '\(request.value)' are too "
          + "many to compare",
        because: "a table of them would have more than \(Self.mostCells) cells",
        fixes: [
          "name the groups: --groups FIRST SECOND …",
          isShare ? nil : "name the words that count as positive: --positive WORD",
        ].compactMap(\.self))
    }
    let counts = try Self.counts(
      chosen.places, words, groups: chosen.labels.count, words: width, table)
    if let empty = counts.firstIndex(where: { $0.allSatisfy { $0 == 0 } }) {
      throw Diagnostic(
        .error, "comparison", at: table.wholeLocation,
        "nobody in group '\(chosen.labels[empty])' has a value in '\(request.value)'",
        fixes: ["name other groups with --groups"])
    }
    let (labels, confidence) = (chosen.labels, request.confidence)
    let pairs = isShare ? try chosen.pairs(of: words, table) : nil
    let changes = try pairs.map { pairs throws(Diagnostic) in
      try Self.counts(pairs.first, pairs.second, groups: 2, words: 2, table)
    }
    // Who is in one group only is in no figure.
    let compared =
      changes.map {
        [[$0[0][0] + $0[0][1], $0[1][0] + $0[1][1]], [$0[0][0] + $0[1][0], $0[0][1] + $0[1][1]]]
      }
      ?? counts
    (groups, results) = try table.attempt { () throws(StatisticsError) in
      var results = try ComparisonResults(confidence: confidence)
      if let changes {
        try results.compare(changes: changes, unpaired: pairs?.unpaired ?? 0)
      } else {
        try results.compare(counts, isShare: isShare)
      }
      var groups: [GroupFigures] = []
      for (label, counts) in zip(labels, compared) {
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
      return (groups, results)
    }
  }

  /// Groups times words, at most.
  private static let mostCells = 100_000

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
}

extension ComparisonResults {
  fileprivate mutating func compare(
    _ counts: [[Int]], isShare: Bool
  ) throws(StatisticsError) {
    // A word that nobody used says nothing, and a column of zeros has no expectation.
    let used = counts[0].indices.filter { word in counts.contains { $0[word] > 0 } }
    guard used.count > 1 else {
      remark = .everybodyGaveTheSame
      return
    }
    let (contingency, confidence) = (
      try ContingencyTable(counts.map { row in used.map { row[$0] } }), confidence
    )
    let chiSquared = TestFinding(.chiSquaredTest) { () throws(StatisticsError) in
      try contingency.chiSquaredTest()
    }
    let fisher = TestFinding(.fisherExactTest) { () throws(StatisticsError) in
      try contingency.fisherExactTest()
    }
    // Fisher's test is exact but for large tables out of reach; then chi-squared has to do.
    let isSmall = (try? !chiSquared.result.get().cautions.isEmpty) ?? false
    tests = isSmall ? [fisher, chiSquared] : [chiSquared, fisher]
    let v = Result { () throws(StatisticsError) in
      try contingency.cramersV(confidence: confidence)
    }
    effects = [
      EffectFinding(
        .cramersV, value: try? v.get().value,
        interval: Result { () throws(StatisticsError) in
          guard let interval = try v.get().interval else { throw CramersV.noInterval }
          return interval
        })
    ]
    guard isShare, counts.count == 2 else { return }
    try setDifference(counts)
    // Second against first, as everything else: the rows change places.
    let turned = try ContingencyTable([counts[1], counts[0]])
    effects += [
      EffectFinding(.riskRatio) { () throws(StatisticsError) in
        let ratio = try turned.riskRatio(confidence: confidence)
        return (ratio.value, ratio.interval)
      },
      EffectFinding(.oddsRatio) { () throws(StatisticsError) in
        let ratio = try turned.oddsRatio(confidence: confidence)
        return (ratio.value, ratio.interval)
      },
    ]
  }

  /// The difference of the two shares with the interval that belongs to the test that decides.
  private mutating func setDifference(_ counts: [[Int]]) throws(StatisticsError) {
    let (first, second) = (
      (successes: counts[0][0], trials: counts[0][0] + counts[0][1]),
      (successes: counts[1][0], trials: counts[1][0] + counts[1][1])
    )
    let isExact = decidingTest?.isExact ?? false
    let confidence = confidence
    let value =
      Double(second.successes) / Double(second.trials)
      - Double(first.successes) / Double(first.trials)
    difference = DifferenceFinding(
      value: value,
      interval: Result { () throws(StatisticsError) in
        isExact
          ? try ProportionInterval.difference(second, minus: first, confidence: confidence)
          : try ProportionInterval.scoreDifference(second, minus: first, confidence: confidence)
      }, method: isExact ? .newcombe : .ofTest)
    direction = value > 0 ? 1 : value < 0 ? -1 : 0
  }

  /// The same respondents: how many of each first answer gave each second one, positive ones first.
  fileprivate mutating func compare(
    changes counts: [[Int]], unpaired: Int
  ) throws(StatisticsError) {
    let (rose, fell, pairs) = (counts[1][0], counts[0][1], counts.joined().reduce(0, +))
    paired = PairedCounts(pairs: pairs, unpaired: unpaired, rose: rose, fell: fell)
    tests = [
      TestFinding(.mcNemarExactTest) { () throws(StatisticsError) in
        try ContingencyTable(counts).mcNemarTest()
      }
    ]
    let confidence = confidence
    // Second minus first, so the two change places.
    difference = DifferenceFinding(
      value: Double(rose - fell) / Double(pairs),
      interval: Result { () throws(StatisticsError) in
        try ProportionInterval.pairedDifference(
          both: counts[0][0], onlyFirst: rose, onlySecond: fell, neither: counts[1][1],
          confidence: confidence)
      }, method: .newcombe)
    direction = rose > fell ? 1 : rose < fell ? -1 : 0
  }
}
