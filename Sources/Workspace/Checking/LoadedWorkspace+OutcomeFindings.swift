internal import Diagnostics
internal import Indicators
internal import Labels

extension LoadedWorkspace {
  /// What does not fit together among the outcomes of a unit: one division stated of two things,
  /// shares of persons without their number.
  func outcomeFindings(_ unit: UnitContents) -> [Finding] {
    sharedDivisions(unit) + sharesWithoutBase(unit)
  }

  /// Two lines of one year that each give the same shares of a whole, of different things.
  private func sharedDivisions(_ unit: UnitContents) -> [Finding] {
    struct Division { var shares: [Double], outcomes: [Outcome] }
    let shares = unit.outcomes.filter {
      $0.measurementUnit?.dimension == "share" && $0.statedValue != nil && $0.goal == nil
        && $0.source.line != nil
    }
    var order: [DocumentReference] = []
    for outcome in shares where !order.contains(outcome.source) { order.append(outcome.source) }
    let divisions = order.compactMap { source -> Division? in
      let own = shares.filter { $0.source == source }
      let values = own.compactMap(\.statedValue).sorted()
      guard own.count > 1, Set(own.map(\.year)).count == 1, Set(values).count > 1,
        abs(values.reduce(0, +) - 100) < 1e-9
      else { return nil }
      return Division(shares: values, outcomes: own)
    }
    return divisions.enumerated().compactMap { place, division in
      guard
        let before = divisions[..<place].first(where: {
          $0.shares == division.shares && $0.outcomes[0].year == division.outcomes[0].year
        })
      else { return nil }
      let (first, second) = (before.outcomes[0], division.outcomes[0])
      let values = division.shares.reversed().map(plain).joined(separator: "/")
      return Finding(
        severity: .note, code: "division-shared", subject: second.id, unit: unit.id,
        year: second.year,
        message: Label(
          "samma fördelning, \(values), anges både för \(first.label.swedish) och för "
            + second.label.swedish,
          "the same division, \(values), is stated both of \(first.label.english) and of "
            + second.label.english), location: second.location,
        sources: [first.source, second.source])
    }
  }

  /// Shares of those who answered a survey, whose number is not stated.
  private func sharesWithoutBase(_ unit: UnitContents) -> [Finding] {
    let asked = Set(questionOutcomes.values.joined())
    let shares = unit.outcomes.filter { outcome in
      asked.contains(outcome.id) && outcome.statedValue != nil && outcome.statedTotal == nil
    }.sorted {
      ($0.source.document, $0.source.line ?? 0) < ($1.source.document, $1.source.line ?? 0)
    }
    let one = Label(
      "en andel ur en enkät anges utan antal svar",
      "one share of a survey is stated without the number of answers")
    func several(_ count: Int) -> Label {
      Label(
        "\(count) andelar ur en enkät anges utan antal svar",
        "\(count) shares of a survey are stated without the number of answers")
    }
    return Set(shares.map(\.year)).sorted().compactMap { year in
      let own = shares.filter { $0.year == year }
      return Finding.gap(
        "base-missing", unit.id, year, own.map(\.label), at: own.first?.location,
        // One line says it: the others are about the same survey.
        own.first.map { [$0.source] } ?? [],
        own.count == 1 ? one : several(own.count))
    }
  }
}
