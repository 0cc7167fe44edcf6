/// The rules by which fulfilment and verdicts are computed: the one place that states them.
///
/// **What is judged.** Goals. Conditions and routines are listed and counted apart, and not judged.
///
/// **Which outcome decides.** Only outcomes whose role is `answer`; what is planned or expected never
/// does. For a goal with a figure, those that have one in a comparable unit; of these the ones with
/// the latest period; of these the weakest. A computed figure goes before a stated one.
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
/// **The goal's own measure.** Goal and outcome must be counted in units of one dimension: 16 of 20
/// matrices do not say how many of 8 municipalities were reviewed. A goal that says *alla* or
/// *samtliga*, with an outcome that is a part of a known number of the goal's own things, is judged
/// by part / whole; all is all, also beside ca or drygt. A limit in time is held by each of the
/// things that it holds for, so there the part may be of cases or letters. A share that the
/// document gives as *alla* without a figure is 100 %. An earlier figure of another name or unit is
/// none to compare with: a new definition breaks the line.
///
/// **Verdict on a figure.** *Met* from 1 (from ``approximateFloor`` when the target itself is
/// approximate: ca, cirka, drygt, nästan …). *Nearly met* from ``nearlyFloor``. Below that *not met*.
/// *Cannot be assessed* when target, direction, outcome or a common unit is missing; the reason says
/// which.
///
/// **While there is time left** — the goal's last day (`ends`, otherwise the end of its year) lies
/// after the end of the outcome's period — a target that is missed as yet is *under way*, unless the
/// document says that it was not reached. So is a limit (at most, range) that was kept until then.
/// *Not met* needs the document to say so or the time to be over.
///
/// **Status words** decide for goals that are to be done, for goals to do a thing at least once that
/// are answered without a figure, and for goals without any figure to reach:
///
/// | words | verdict |
/// |---|---|
/// | genomfört, uppnått, avslutat, löpande, i fas, enligt plan, god måluppfyllelse … | met |
/// | i fas med avvikelse: the middle of a scale of three | nearly met |
/// | pågår, fortsätter, förlängt, påbörjat, framskjutet, delvis, ej klart | under way while there is time left, otherwise not met |
/// | ej genomfört, ej påbörjat, ej uppnått, ej prioriterat, nedlagt, ej beviljat … | not met |
/// | avfört, ingen efterfrågan | dropped: the goal drops out, with or without a figure |
///
/// *Delvis* is no share: it never makes a goal nearly met. The words of the latest period count, of
/// these the weakest; a word read from the narrative only where the document gives none.
///
/// A word is never taken for a number: a goal of ten meetings whose outcome says "genomfört" or
/// "pågår" without a count cannot be assessed. A word that nothing was done, that it was begun, put
/// off or done in part is enough for *not met* (*under way*). Where there is no figure that could
/// decide, the document's own verdict on the goal does (uppnått, ej uppnått, god måluppfyllelse,
/// inom tid …), then such a verdict that was read from its text.
///
/// **Plans.** A goal that only plans speak of, or of a year on which no outcome of the workspace
/// tells yet, is *planned*: reports show where it starts from and how far it is to the target.
///
/// **Groups.** The weakest goal of the group that could be assessed decides; the reason counts
/// how many could. Goals that dropped out are left aside. If none could be assessed, the document's
/// own verdict on the group decides.
///
/// **Stated against computed.** The document's verdict is shown beside the computed one and marked
/// where the two differ. A word of carrying out (genomfört, pågår …) beside a figure tells of what
/// was counted, so it differs from nothing.
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
