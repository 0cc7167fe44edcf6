/// Withholds counts of few persons: 1 up to one less than a minimum.
///
/// The minimum is 5 unless set: the threshold rule with n from 3 to 5 or more is what statistical
/// offices use for frequency tables. A minimum of 1 or 2 needs an explicit flag, since with 2 the reason
/// alone tells the count, and with 1 nothing is withheld. A minimum of 3 leaves readers with 1 or 2.
///
/// A withheld count must be able to take three values, a width of 2, where the minimum leaves room for
/// that. This is our choice; "not determined" would be a width of 1.
///
/// Source: Hundepool, A., Domingo-Ferrer, J., Franconi, L., Giessing, S., Schulte Nordholt, E., Spicer, K.
/// and de Wolf, P.-P. (2012), *Statistical Disclosure Control*, Wiley, chapter 5.
public struct FrequencyRule: Hashable, Sendable {
  /// The least count that is published.
  public let minimum: Int

  /// Creates the rule.
  ///
  /// - Throws: ``DisclosureFault/minimumTooLow(_:)`` below 1, and below 3 without the flag.
  public init(minimum: Int = 5, allowsBelowThree: Bool = false) throws {
    guard minimum >= (allowsBelowThree ? 1 : 3) else {
      throw DisclosureFault.minimumTooLow(minimum)
    }
    self.minimum = minimum
  }

  /// The width that a count withheld by this rule must keep.
  public var protection: Double { Double(max(0, min(2, minimum - 2))) }

  /// Marks the counts that the rule withholds, among all or those that are given, and says what the
  /// reasons tell of each.
  public func mark(_ set: inout ReportSet, cells: [Int]? = nil) {
    let minimum = Double(minimum)
    for cell in cells ?? Array(set.cells.indices) where set.cells[cell].role == .ours {
      let value = set.value(of: set.cells[cell])
      set.cells[cell].rangeIfComplementary = ValueRange(minimum, nil)
      guard value > 0, value < minimum, set.cells[cell].primaryReason == nil else { continue }
      set.cells[cell].primaryReason = .few
      set.cells[cell].protection = protection
      set.cells[cell].rangeIfPrimary = ValueRange(1, minimum - 1)
    }
  }
}
