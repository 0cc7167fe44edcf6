/// A share as reports print it: whole per cent, halves away from zero.
///
/// Shares are binary fractions: 29 of 200 is stored slightly below 0.145, and plain rounding
/// would print 14 instead of 15. A share less than a billionth of a per cent below a half counts
/// as the half. No share of fewer than 100 million people comes that near one without being it.
///
/// - Parameter share: A finite share or difference of shares; 1 is 100 per cent.
/// - Returns: Whole per cent, negative for a negative difference.
/// - Precondition: `share` is finite and below a million.
public func printedPercent(_ share: Double) -> Int {
  precondition(share.isFinite && abs(share) < 1e6, "not a share: \(share)")
  let percent = abs(share) * 100 + 1e-9
  let rounded = Int(percent.rounded(.toNearestOrAwayFromZero))
  return share < 0 ? -rounded : rounded
}
