/// The rules by which fulfilment and verdicts are computed: the one place that states them.
///
/// **Which outcome decides.** Only outcomes whose role is `answer`. For a goal with a figure,
/// those that have one in a comparable unit; of these the ones with the latest period; of these
/// the weakest. A computed figure goes before a stated one.
///
/// **Fulfilment** is the part of the target that was reached, from 0:
///
/// | direction | fulfilment |
/// |---|---|
/// | at least | outcome / target |
/// | at most | 1 when outcome ≤ target, otherwise target / outcome |
/// | increase by x % | change in per cent / x: the stated growth, or the change since the latest earlier figure |
/// | increase | 1 when the change is above 0, otherwise 0 |
/// | keep | outcome / the latest earlier figure of the same indicator |
/// | range | 1 inside, otherwise the distance-free ratio to the nearest end |
/// | done | 1 or 0 by the status word |
///
/// A goal that says *alla* or *samtliga*, with an outcome that is a part of a known number, is
/// judged by part / whole, whatever the units are called; all is all, also beside ca or drygt.
///
/// **Verdict.** *Met* from 1 (from ``approximateFloor`` when the target itself is approximate:
/// ca, cirka, drygt, nästan …). *Nearly met* from ``nearlyFloor``. Below that *not met*. *Cannot
/// be assessed* when target, direction, outcome or a common unit is missing; the reason says which.
///
/// **Status words** decide for goals that are to be done, and for goals without any figure to
/// reach. Words for completion (genomfört, uppnått, enligt plan …) are *met*; *i fas med
/// avvikelse* and *delvis* are *nearly met*; all others (pågår, påbörjat, framskjutet, avfört …)
/// are *not met*: the year is over and the thing is not done. *Planerat* and *prognos* cannot be
/// assessed. A word is never taken for a number: a goal of ten meetings whose outcome says
/// "genomfört" without a count cannot be assessed. Only a word that says that nothing was done
/// (ej genomfört, ej påbörjat, ej prioriterat, avfört, nedlagt …) is enough for *not met*.
///
/// **Groups.** The weakest goal of the group that could be assessed decides; the reason counts
/// how many could.
///
/// **Stated against computed.** The document's word is shown beside the computed verdict and
/// marked where the two differ.
public struct AssessmentRules: Hashable, Sendable {
  /// Fulfilment from which a missed goal counts as nearly met; 0 to 1.
  public var nearlyFloor: Double
  /// Fulfilment from which an approximate target counts as met; 0 to 1.
  public var approximateFloor: Double

  /// The rules with their usual limits, 0.90 and 0.95.
  public init(nearlyFloor: Double = 0.90, approximateFloor: Double = 0.95) {
    self.nearlyFloor = nearlyFloor
    self.approximateFloor = approximateFloor
  }

  /// The verdict on a fulfilment.
  public func verdict(fulfilment: Double, isApproximate: Bool) -> Verdict {
    // Ratios of decimal figures carry binary noise of some 1e-16.
    if fulfilment >= (isApproximate ? approximateFloor : 1) - 1e-12 { return .met }
    return fulfilment >= nearlyFloor - 1e-12 ? .nearly : .notMet
  }

  /// The fulfilment of a target by an outcome in the same unit; `nil` where it is undefined.
  public func fulfilment(
    outcome: Double, target: Double, upperTarget: Double? = nil, direction: Direction
  ) -> Double? {
    switch direction {
    case .atLeast, .increase, .keep:
      if outcome >= target { return target > 0 ? outcome / target : 1 }
      return target > 0 ? max(0, outcome / target) : 0
    case .atMost:
      if outcome <= target { return 1 }
      return target > 0 ? target / outcome : 0
    case .range:
      guard let upperTarget else { return nil }
      if outcome < target {
        return fulfilment(outcome: outcome, target: target, direction: .atLeast)
      }
      return fulfilment(outcome: outcome, target: upperTarget, direction: .atMost)
    case .done:
      return nil
    }
  }
}
