internal import Analyses
internal import Labels
internal import Statistics

extension ComparisonReport {
  /// What the comparison found. The claim follows the one decision of the results and nothing else.
  static func sentence(_ analysis: ComparisonAnalysis) -> Label {
    let results = analysis.results
    guard let test = results.decidingTest else { return untested(analysis) }
    let name = StatisticWords.name(test.method)
    let p = StatisticWords.equation("p", test.pValue, level: 1 - results.confidence)
    let proof = Label("\(name.swedish), \(p.swedish)", "\(name.english), \(p.english)")
    guard let difference = results.difference, let first = analysis.groups.first?.label,
      let last = analysis.groups.last?.label
    else { return several(analysis, test, proof) }
    let verdict = verdict(analysis, test, from: first, to: last)
    let size = size(difference, analysis, test)
    return Label(
      "\(verdict.swedish): \(size.swedish); \(proof.swedish).",
      "\(verdict.english): \(size.english); \(proof.english).")
  }

  private static func untested(_ analysis: ComparisonAnalysis) -> Label {
    switch analysis.results.remark {
    case .nobodyChanged:
      return Label(
        "Alla svarade likadant båda gångerna; det finns inget att pröva.",
        "Everybody gave the same answer both times; there is nothing to test.")
    case .everybodyGaveTheSame:
      return Label(
        "Alla svarade lika; det finns inget att pröva.",
        "Everybody gave the same answer; there is nothing to test.")
    case nil:
      return Label(
        "Inget test är definierat för de här värdena.", "No test is defined for these values.")
    }
  }

  // MARK: Verdicts

  private static func verdict(
    _ analysis: ComparisonAnalysis, _ test: TestResult, from first: String, to last: String
  ) -> Label {
    let results = analysis.results
    let subject = subject(analysis, test)
    guard results.isProven, results.direction != 0 else {
      return Label(
        "\(subject.swedish): ingen säkerställd skillnad mellan \(first) och \(last)",
        "\(subject.english): no proven difference between \(first) and \(last)")
    }
    let isUp = results.direction > 0
    guard analysis.areGroupsInTime else {
      let verb = test.isAboutMeans ? "is" : "are mostly"
      return Label(
        "\(subject.swedish) är \(test.isAboutMeans ? "" : "oftast ")\(isUp ? "större" : "mindre") i "
          + "\(last) än i \(first)",
        "\(subject.english) \(verb) \(isUp ? "larger" : "smaller") in \(last) than in \(first)")
    }
    let verb = test.isAboutMeans ? "has" : "have mostly"
    return Label(
      "\(subject.swedish) har \(test.isAboutMeans ? "" : "oftast ")\(isUp ? "ökat" : "minskat") från "
        + "\(first) till \(last)",
      "\(subject.english) \(verb) \(isUp ? "risen" : "fallen") from \(first) to \(last)")
  }

  private static func several(
    _ analysis: ComparisonAnalysis, _ test: TestResult, _ proof: Label
  ) -> Label {
    let subject = subject(analysis, test)
    let count = analysis.groups.count
    let verb = test.isAboutMeans ? "differs" : "differ"
    return analysis.results.isProven
      ? Label(
        "\(subject.swedish) skiljer sig mellan de \(count) grupperna (\(proof.swedish)).",
        "\(subject.english) \(verb) between the \(count) groups (\(proof.english)).")
      : Label(
        "\(subject.swedish): ingen säkerställd skillnad mellan de \(count) grupperna "
          + "(\(proof.swedish)).",
        "\(subject.english): no proven difference between the \(count) groups (\(proof.english)).")
  }

  /// What the deciding test speaks of.
  private static func subject(_ analysis: ComparisonAnalysis, _ test: TestResult) -> Label {
    let value = analysis.request.value
    switch analysis.kind {
    case .numbers:
      return test.isAboutMeans
        ? Label("Medelvärdet av \(value)", "The mean of \(value)")
        : Label("Värdena i \(value)", "The values of \(value)")
    case .share:
      let words = analysis.request.positive.joined(separator: ", ")
      return Label("Andelen \(words) av \(value)", "The share of \(words) in \(value)")
    case .words: return Label("Fördelningen av \(value)", "The distribution of \(value)")
    }
  }

  // MARK: Sizes

  /// The difference and its interval, with a name for an interval that is not the test's own.
  private static func size(
    _ difference: DifferenceFinding, _ analysis: ComparisonAnalysis, _ test: TestResult
  ) -> Label {
    let isShare = if case .share = analysis.kind { true } else { false }
    let scale = isShare ? 100.0 : 1
    let unit = isShare ? Label(" procentenheter", " percentage points") : Label("", "")
    let mean =
      test.isAboutMeans ? Label("", "") : Label("medelskillnaden ", "mean difference ")
    guard case .success(let interval) = difference.interval.map({ $0.scaled(by: scale) }) else {
      let size = StatisticWords.figure(difference.value * scale, signed: true)
      return Label(
        "\(mean.swedish)\(size.swedish)\(unit.swedish)",
        "\(mean.english)\(size.english)\(unit.english)")
    }
    let size = StatisticWords.figure(
      difference.value * scale, width: interval.upper - interval.lower, signed: true)
    let span = StatisticWords.interval(interval, signed: true)
    let level = StatisticWords.level(interval.confidence)
    let method =
      switch difference.method {
      case .ofTest: Label("", "")
      case .newcombe: Label(" enligt Newcombe", " by Newcombe")
      }
    return Label(
      "\(mean.swedish)\(size.swedish)\(unit.swedish) (\(level.swedish)\(method.swedish): "
        + "\(span.swedish))",
      "\(mean.english)\(size.english)\(unit.english) (\(level.english)\(method.english): "
        + "\(span.english))")
  }
}

extension TestResult {
  /// Whether the test speaks of means or shares, and not of the order of the values.
  fileprivate var isAboutMeans: Bool {
    ![.mannWhitney, .signedRank, .kruskalWallis].contains(method)
  }
}

extension Interval {
  /// The same interval in another unit.
  fileprivate func scaled(by factor: Double) -> Interval {
    (try? Interval(lower: lower * factor, upper: upper * factor, confidence: confidence)) ?? self
  }
}
