internal import Analyses
internal import Labels
internal import Statistics

extension ComparisonReport {
  /// What the comparison found. The claim follows the one decision of the results and nothing else.
  static func sentence(
    _ analysis: ComparisonAnalysis, groups: ReportTable, tests: ReportTable
  ) -> Sentence {
    let results = analysis.results
    guard let test = results.decidingTest,
      let row = results.tests.firstIndex(where: { (try? $0.result.get()) != nil }),
      let p = tests.fact(at: row, column: "p")
    else { return Sentence(untested(analysis)) }
    let name = StatisticWords.name(test.method)
    let proof = Sentence(
      "\(name.swedish), p\u{A0}\(p, .equation)", "\(name.english), p\u{A0}\(p, .equation)")
    guard let difference = results.difference, let first = analysis.groups.first?.label,
      let last = analysis.groups.last?.label
    else { return several(analysis, test, proof, groups) }
    let verdict = verdict(analysis, test, from: first, to: last)
    let size = size(difference, analysis, test)
    return Sentence(
      "\(verdict.swedish): \(size.swedish); \(proof.swedish).",
      "\(verdict.english): \(size.english); \(proof.english).")
  }

  private static func untested(_ analysis: ComparisonAnalysis) -> Label {
    switch analysis.results.remark {
    case .nobodyChanged:
      Label(
        "Alla svarade likadant båda gångerna; det finns inget att pröva.",
        "Everybody gave the same answer both times; there is nothing to test.")
    case .everybodyGaveTheSame:
      Label(
        "Alla svarade lika; det finns inget att pröva.",
        "Everybody gave the same answer; there is nothing to test.")
    case nil:
      Label("Inget test är definierat för de här värdena.", "No test is defined for these values.")
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
    _ analysis: ComparisonAnalysis, _ test: TestResult, _ proof: Sentence, _ groups: ReportTable
  ) -> Sentence {
    let subject = subject(analysis, test)
    let count = groups.count(column: "group", in: groups.rows.indices) { _ in true }
    let verb = test.isAboutMeans ? "differs" : "differ"
    return analysis.results.isProven
      ? Sentence(
        "\(subject.swedish) skiljer sig mellan de \(count) grupperna (\(proof.swedish)).",
        "\(subject.english) \(verb) between the \(count) groups (\(proof.english)).")
      : Sentence(
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

  /// The difference and its interval, with a name for an interval that is not the test's own. It
  /// stands in no table: those below have the figures that it is the difference of.
  private static func size(
    _ difference: DifferenceFinding, _ analysis: ComparisonAnalysis, _ test: TestResult
  ) -> Sentence {
    let isShare = if case .share = analysis.kind { true } else { false }
    let scale = isShare ? 100.0 : 1
    let (method, by) =
      switch difference.method {
      case .ofTest: (test.method.words, Label("", ""))
      case .newcombe: ("newcombe", Label(" enligt Newcombe", " by Newcombe"))
      }
    let interval = (try? difference.interval.get()).map {
      FactInterval($0, scale: scale, method: method)
    }
    let size = Fact.difference(
      difference.value * scale, interval, unit: isShare ? .percentagePoints : nil)
    let mean =
      test.isAboutMeans ? Label("", "") : Label("medelskillnaden ", "mean difference ")
    let value = Sentence("\(mean.swedish)\(size)", "\(mean.english)\(size)")
    guard interval != nil else { return value }
    return value
      + Sentence(
        " (\(size, .confidence)\(by.swedish): \(size, .interval))",
        " (\(size, .confidence)\(by.english): \(size, .interval))")
  }
}

extension TestResult {
  /// Whether the test speaks of means or shares, and not of the order of the values.
  fileprivate var isAboutMeans: Bool {
    ![.mannWhitney, .signedRank, .kruskalWallis].contains(method)
  }
}
