public import Diagnostics

/// The outcome rates of a survey as AAPOR defines them.
///
/// I, P, R, NC, O, UH and UO are the counts of ``Disposition``; `e` is the share of the cases of
/// unknown eligibility that is taken to be eligible. Every rate lies in 0…1 and is `nil` when its
/// denominator is 0.
///
/// Source: AAPOR, *Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for
/// Surveys*, 10th edition, 2023.
public struct OutcomeRates: Hashable, Sendable {
  /// The counts that the rates come from.
  public let counts: DispositionCounts
  /// The share of the unknown cases that counts as eligible, 0…1.
  public let e: Double

  /// The rates of some counts, with `e` estimated from those of known eligibility:
  /// eligible / (eligible + not eligible), and 1 when there are none.
  public init(_ counts: DispositionCounts) {
    let known = counts.eligible + counts[.notEligible]
    self.init(counts, checked: known == 0 ? 1 : Double(counts.eligible) / Double(known))
  }

  private init(_ counts: DispositionCounts, checked e: Double) {
    self.counts = counts
    self.e = e
  }

  /// The rates of some counts.
  ///
  /// - Parameters:
  ///   - counts: How the attempts ended.
  ///   - e: The share of the unknown cases that is eligible, 0…1; `nil` to estimate it.
  ///   - location: Where `e` was given, for the message.
  /// - Throws: A diagnostic `survey-eligibility` when `e` is not in 0…1.
  public init(
    _ counts: DispositionCounts, e: Double?, at location: SourceLocation
  ) throws(Diagnostic) {
    guard let e else {
      self.init(counts)
      return
    }
    guard (0...1).contains(e) else {
      throw Diagnostic(
        .error, "survey-eligibility", at: location,
        "the share of eligible people among the unknown must lie between 0 and 1, not \(e)",
        because: "AAPOR's e is a share; without it, it is estimated from the known cases",
        fixes: ["give a share such as 0.9, or leave it out"])
    }
    self.init(counts, checked: e)
  }

  // MARK: Response rates

  /// RR1, the minimum response rate: I / ((I+P) + (R+NC+O) + (UH+UO)).
  public var rr1: Double? { complete / (eligible + unknown) }
  /// RR2, RR1 with partials as responses: (I+P) / ((I+P) + (R+NC+O) + (UH+UO)).
  public var rr2: Double? { returned / (eligible + unknown) }
  /// RR3: I / ((I+P) + (R+NC+O) + e(UH+UO)).
  public var rr3: Double? { complete / (eligible + e * unknown) }
  /// RR4: (I+P) / ((I+P) + (R+NC+O) + e(UH+UO)).
  public var rr4: Double? { returned / (eligible + e * unknown) }
  /// RR5, the maximum without partials: I / ((I+P) + (R+NC+O)).
  public var rr5: Double? { complete / eligible }
  /// RR6, the maximum response rate: (I+P) / ((I+P) + (R+NC+O)).
  public var rr6: Double? { returned / eligible }

  // MARK: Cooperation rates

  /// COOP1: I / ((I+P) + R + O).
  public var coop1: Double? { complete / (returned + refusals + others) }
  /// COOP2: (I+P) / ((I+P) + R + O).
  public var coop2: Double? { returned / (returned + refusals + others) }
  /// COOP3: I / ((I+P) + R).
  public var coop3: Double? { complete / (returned + refusals) }
  /// COOP4: (I+P) / ((I+P) + R).
  public var coop4: Double? { returned / (returned + refusals) }

  // MARK: Refusal rates

  /// REF1: R / ((I+P) + (R+NC+O) + (UH+UO)).
  public var ref1: Double? { refusals / (eligible + unknown) }
  /// REF2: R / ((I+P) + (R+NC+O) + e(UH+UO)).
  public var ref2: Double? { refusals / (eligible + e * unknown) }
  /// REF3: R / ((I+P) + (R+NC+O)).
  public var ref3: Double? { refusals / eligible }

  // MARK: Contact rates

  /// CON1: ((I+P) + R + O) / ((I+P) + R + O + NC + (UH+UO)).
  public var con1: Double? { contacted / (eligible + unknown) }
  /// CON2: ((I+P) + R + O) / ((I+P) + R + O + NC + e(UH+UO)).
  public var con2: Double? { contacted / (eligible + e * unknown) }
  /// CON3: ((I+P) + R + O) / ((I+P) + R + O + NC).
  public var con3: Double? { contacted / eligible }

  private var complete: Count { Count(counts[.complete]) }
  private var returned: Count { Count(counts.returned) }
  private var refusals: Count { Count(counts[.refusal]) }
  private var others: Count { Count(counts[.other]) }
  private var eligible: Count { Count(counts.eligible) }
  private var unknown: Count { Count(counts.unknown) }
  private var contacted: Count { returned + refusals + others }
}

/// A number of people whose quotient is undefined for a denominator of 0.
private struct Count {
  var value: Double

  init(_ value: Int) { self.value = Double(value) }
  private init(value: Double) { self.value = value }

  static func + (a: Self, b: Self) -> Self { Self(value: a.value + b.value) }
  static func * (e: Double, a: Self) -> Self { Self(value: e * a.value) }
  static func / (a: Self, b: Self) -> Double? { b.value == 0 ? nil : a.value / b.value }
}
