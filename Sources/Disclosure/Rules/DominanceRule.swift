/// Withholds amounts that a few contributors make up, so that one of them can estimate another.
///
/// For contributions x₁ ≥ x₂ ≥ … with the sum X:
///
/// - the (n, k) rule withholds X if x₁ + … + xₙ > k/100 · X;
/// - the p% rule withholds X if X − x₁ − x₂ < p/100 · x₁: the second largest could compute the largest
///   to within p%.
///
/// The protection is twice the upper protection level, one on each side: 100/k · (x₁ + … + xₙ) − X for
/// (n, k), and p/100 · x₁ − (X − x₁ − x₂) for p%. An amount of a single contributor is always withheld.
///
/// Source: Hundepool, A. et al. (2012), *Statistical Disclosure Control*, Wiley, chapter 4 (rules, and
/// the table of upper protection levels). Its authors prefer p%; `p` is 10 unless set.
public enum DominanceRule: Hashable, Sendable {
  /// The `n` largest make up more than `k` percent.
  case share(n: Int, k: Double)
  /// The largest can be known to within `p` percent.
  case percent(p: Double)

  /// The p% rule with p = 10.
  public static let standard = DominanceRule.percent(p: 10)

  /// The protection that an amount needs, or `nil` where the rule lets it be published.
  ///
  /// - Throws: ``DisclosureFault/dominanceParameters`` for n below 1, k not above 0 and below 100, or p
  ///   not above 0.
  public func protection(contributions: [Double]) throws -> Double? {
    let sorted = contributions.sorted(by: >)
    let sum = sorted.reduce(0, +)
    let level: Double
    switch self {
    case .share(let n, let k):
      guard n >= 1, k > 0, k < 100 else { throw DisclosureFault.dominanceParameters }
      level = 100 / k * sorted.prefix(n).reduce(0, +) - sum
    case .percent(let p):
      guard p > 0, p.isFinite else { throw DisclosureFault.dominanceParameters }
      level = p / 100 * (sorted.first ?? 0) - sorted.dropFirst(2).reduce(0, +)
    }
    return level > 1e-12 * sum && sum > 0 ? 2 * level : nil
  }

  /// Marks an amount that the rule withholds.
  ///
  /// - Throws: ``DisclosureFault/dominanceParameters``
  public func mark(_ set: inout ReportSet, cell: Int, contributions: [Double]) throws {
    guard set.cells[cell].role == .ours else { return }
    guard let protection = try protection(contributions: contributions) else { return }
    let previous = set.cells[cell].primaryReason == nil ? 0 : set.cells[cell].protection
    set.cells[cell].primaryReason = .dominance
    set.cells[cell].protection = max(protection, previous)
    set.cells[cell].rangeIfPrimary = .nonNegative
  }
}
