public import Disclosure
internal import Surveys

/// Which recipient groups' numbers of asked and answered are withheld.
///
/// They tell of no answer as long as the answers of few are withheld. Of a question that was published
/// before the percentages are told however few answered; with the number of those who did, anybody could
/// say what each of them answered.
struct ResponseDisclosure {
  /// The groups by wave; `nil` stands for everyone.
  private(set) var reasons: [String: [String?: WithholdingReason]] = [:]

  init(_ cube: SurveyCube, minimum: Int) {
    for wave in cube.definition.waves {
      let own = Self.reasons(cube, wave: wave.id, minimum: minimum)
      if !own.isEmpty { reasons[wave.id] = own }
    }
  }

  private static func reasons(
    _ cube: SurveyCube, wave: String, minimum: Int
  ) -> [String?: WithholdingReason] {
    func isFew(_ count: Int) -> Bool { count > 0 && count < minimum }
    let groups = cube.definition.groups.map(\.id)
    let returned = Dictionary(
      groups.map { ($0, cube.dispositions(wave: wave, group: $0).returned) },
      uniquingKeysWith: { first, _ in first })
    var reasons: [String?: WithholdingReason] = [:]
    for row in (try? cube.result(wave: wave))?.questions ?? []
    where row.question.published[wave] != nil && isFew(row.base.answered) {
      let asked = Set((cube.waves[wave]?.answers[row.question.id] ?? [:]).keys.map(\.group))
      for group in groups where asked.contains(group) && isFew(returned[group] ?? 0) {
        reasons[group] = .few
      }
      if isFew(cube.dispositions(wave: wave).returned) { reasons[nil] = .few }
    }
    // One group that is missing is the difference of the rest to everyone.
    guard reasons.count == 1, reasons[nil] == nil else { return reasons }
    let other = groups.filter { reasons[$0] == nil && (returned[$0] ?? 0) > 0 }
      .min { (returned[$0] ?? 0) < (returned[$1] ?? 0) }
    reasons[other] = .complementary
    return reasons
  }
}

extension SurveyDisclosure {
  /// Why it is not shown how many of a group were asked and answered in a wave; `nil` if it may be. Without
  /// a group, of everyone.
  public func reasonForResponses(wave: String, group: String?) -> WithholdingReason? {
    responses[wave]?[group]
  }
}
