internal import Labels
internal import Workspace

/// What is said of the sums of accounts: how many were held against their parts, and which differ.
struct AccountChecks {
  let count: Fact
  let differing: Fact

  init(count: Fact, differing: Fact) { (self.count, self.differing) = (count, differing) }

  /// The sentence above the accounts: the counts are those of the list of checks.
  init(_ list: ReportTable) {
    count = list.count(column: "agrees") { _ in true }
    differing = list.count(column: "agrees") { $0.fact?.value == .flag(false) }
  }

  var sentence: Sentence {
    let checks = Noun(
      Label(
        "summa eller hänvisning är avstämd mot dokumentets tryckta tal",
        "sum or reference is reconciled with the figures that the document prints"),
      Label(
        "summor och hänvisningar är avstämda mot dokumentets tryckta tal",
        "sums and references are reconciled with the figures that the document prints")
    ).counted(count)
    let outcome: Sentence =
      switch (differing.amount, count.isOne) {
      case (0, true): Sentence("den stämmer", "it agrees")
      case (0, false): Sentence("alla stämmer", "all agree")
      case (1, true): Sentence("den avviker", "it differs")
      case (1, false): Sentence("\(differing) avviker", "\(differing) differs")
      default: Sentence("\(differing) avviker", "\(differing) differ")
      }
    return Sentence(
      "\(checks.swedish); \(outcome.swedish).", "\(checks.english); \(outcome.english).")
  }

  /// A check that does not agree, with both figures.
  static func differs(_ check: ConsistencyResult) -> Sentence {
    let stated = Fact(.number(check.stated), precision: .upTo(2))
    let computed = Fact(.number(check.computed), precision: .upTo(2))
    let known =
      check.known.isEmpty ? Label("", "") : Label(same: " (\(check.known.joined(separator: ", ")))")
    return Sentence(
      "\(check.label.swedish): \(stated) mot \(computed), avviker\(known.swedish).",
      "\(check.label.english): \(stated) against \(computed), differs\(known.english).")
  }
}
