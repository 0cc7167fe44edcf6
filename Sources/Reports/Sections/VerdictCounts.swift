internal import Indicators
internal import Labels

/// How many goals got which verdict.
struct VerdictCounts {
  let met: Int
  let nearly: Int
  let notMet: Int
  let cannotAssess: Int
  let differing: Int

  /// Conditions are not goals and are not counted.
  init(_ assessments: [Assessment]) {
    let goals = assessments.filter { $0.goal.kind == .goal }
    met = goals.count { $0.verdict == .met }
    nearly = goals.count { $0.verdict == .nearly }
    notMet = goals.count { $0.verdict == .notMet }
    cannotAssess = goals.count { $0.verdict == .cannotAssess }
    differing = goals.count(where: \.differs)
  }

  var total: Int { met + nearly + notMet + cannotAssess }

  /// The counts in a sentence.
  var sentence: Label {
    var swedish =
      "Av \(total) mål är \(met) \(reached(met)), \(nearly) nästan \(reached(nearly)) och "
      + "\(notMet) ej \(reached(notMet)); "
      + "\(cannotAssess) kan inte bedömas av det som står."
    var english =
      "Of \(total) \(total == 1 ? "goal" : "goals") \(met) \(met == 1 ? "is" : "are") met, "
      + "\(nearly) nearly met and \(notMet) not met; "
      + "\(cannotAssess) cannot be assessed from what is stated."
    if differing > 0 {
      swedish += " För \(differing) säger dokumentet något annat än utfallet."
      english += " For \(differing) the document says something else than the outcome."
    }
    return Label(swedish, english)
  }

  private func reached(_ count: Int) -> String { count == 1 ? "uppnått" : "uppnådda" }
}
