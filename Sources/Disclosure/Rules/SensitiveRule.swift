/// Withholds what everybody or nobody of a group answered to a sensitive question.
///
/// A zero says that nobody in the group is in the cell, and a cell equal to its group's base says that
/// everybody is: either tells about each person without singling one out (attribute or group
/// disclosure). Zeros are withheld with the others, since they would give them away.
///
/// Source: Hundepool, A. et al. (2012), *Statistical Disclosure Control*, Wiley, chapter 5, "group
/// attribute disclosure".
public struct SensitiveRule: Hashable, Sendable {
  /// The width that a count withheld by this rule must keep; 1, not determined, unless set.
  public var protection: Double

  /// Creates the rule.
  public init(protection: Double = 1) {
    self.protection = protection
  }

  /// Marks the parts of a base that are zero or all of it. A base of zero has nobody to protect.
  public func mark(_ set: inout ReportSet, parts: [Int], of base: Int) {
    let whole = set.value(of: set.cells[base])
    guard whole > 0 else { return }
    for part in parts where set.cells[part].role == .ours {
      let value = set.value(of: set.cells[part])
      guard value == 0 || value == whole else { continue }
      set.cells[part].primaryReason = .sensitive
      set.cells[part].protection = protection
      set.cells[part].rangeIfPrimary = .nonNegative
    }
  }
}
