/// How often each whole number of a small range occurs in each group.
///
/// The pointer is valid for `groups * span` counts until the bins change their shape; only this
/// type frees it.
final class ValueBins {
  /// The value of the first bin of each group, and the number of bins a group.
  private(set) var low: Int64 = 0
  private(set) var span = 0
  private var groups = 0
  private(set) var counts: UnsafeMutablePointer<UInt32> = .allocate(capacity: 1)

  deinit { counts.deallocate() }

  var byteCount: Int { groups * span * 4 }

  /// Makes room for a range of values and so many groups; `false`, and nothing changed, where that
  /// takes more than `limit` bins.
  func fit(_ range: ClosedRange<Int64>, groups needed: Int, limit: Int) -> Bool {
    let top = low &+ Int64(span)
    let holdsRange = span > 0 && range.lowerBound >= low && range.upperBound < top
    if holdsRange, needed <= groups { return true }
    var (newLow, newSpan) = (low, span)
    if !holdsRange {
      let least = span > 0 ? min(low, range.lowerBound) : range.lowerBound
      let most = span > 0 ? max(top - 1, range.upperBound) : range.upperBound
      let distance = most.subtractingReportingOverflow(least)
      guard !distance.overflow, distance.partialValue < Int64(limit) else { return false }
      // Some slack, so that new extremes do not move everything each time.
      let slack = most > 1 << 62 ? 0 : distance.partialValue / 8
      newLow = least
      newSpan = Int(distance.partialValue + slack) + 1
    }
    let newGroups = needed <= groups ? groups : max(needed, min(groups * 2, limit / newSpan))
    guard newGroups <= limit / newSpan else { return false }
    let new = UnsafeMutablePointer<UInt32>.allocate(capacity: newGroups * newSpan)
    new.initialize(repeating: 0, count: newGroups * newSpan)
    for group in 0..<groups {
      (new + group * newSpan + Int(low - newLow)).update(from: counts + group * span, count: span)
    }
    counts.deallocate()
    (counts, low, span, groups) = (new, newLow, newSpan, newGroups)
    return true
  }

  /// Gives up all bins.
  func clear() {
    counts.deallocate()
    counts = .allocate(capacity: 1)
    (low, span, groups) = (0, 0, 0)
  }

  /// The values of a group that occur, in order, with their counts.
  func runs(_ group: Int) -> [(value: Int64, count: Int)] {
    guard group < groups else { return [] }
    var runs: [(value: Int64, count: Int)] = []
    let bins = counts + group * span
    for bin in 0..<span where bins[bin] > 0 {
      runs.append((low + Int64(bin), Int(bins[bin])))
    }
    return runs
  }

  /// Each value of each group that occurs.
  func forEach(_ body: (_ group: Int, _ value: Int64, _ count: Int) -> Void) {
    for group in 0..<groups {
      let bins = counts + group * span
      for bin in 0..<span where bins[bin] > 0 {
        body(group, low + Int64(bin), Int(bins[bin]))
      }
    }
  }
}
