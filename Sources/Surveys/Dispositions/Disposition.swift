/// How the attempt to survey one invited person ended.
///
/// The groups are the final disposition codes of AAPOR, *Standard Definitions: Final
/// Dispositions of Case Codes and Outcome Rates for Surveys*, 10th edition, 2023.
public enum Disposition: String, Hashable, Sendable, CaseIterable {
  /// I: complete interview.
  case complete
  /// P: partial interview.
  case partial
  /// R: refusal or break-off.
  case refusal
  /// NC: eligible, never reached.
  case nonContact = "non-contact"
  /// O: eligible and reached, but no interview for another reason.
  case other
  /// UH: not known whether there is an eligible household or person at all.
  case unknownHousehold = "unknown-household"
  /// UO: eligibility not known for another reason.
  case unknownOther = "unknown-other"
  /// NE: not eligible, such as a person who has left the group.
  case notEligible = "not-eligible"

  /// AAPOR's letters: I, P, R, NC, O, UH, UO or NE.
  public var symbol: String {
    switch self {
    case .complete: "I"
    case .partial: "P"
    case .refusal: "R"
    case .nonContact: "NC"
    case .other: "O"
    case .unknownHousehold: "UH"
    case .unknownOther: "UO"
    case .notEligible: "NE"
    }
  }

  /// Whether the survey came back (I or P).
  public var isReturned: Bool { self == .complete || self == .partial }

  /// Whether the person belongs to the base of a question: everyone not known to be ineligible.
  ///
  /// People of unknown eligibility stay in the base, which is the cautious choice: a rate is
  /// then never too high.
  public var isInvited: Bool { self != .notEligible }
}
