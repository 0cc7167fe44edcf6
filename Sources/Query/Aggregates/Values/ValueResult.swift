internal import Statistics
internal import Tables

/// What calls make of all values of a group.
struct ValueResult {
  private let call: AggregateCall
  private let state: ValuesState
  /// WITHIN GROUP (ORDER BY … DESC).
  private let isDescending: Bool
  /// The order of texts, whose codes are in none; `nil` for other values.
  private let texts: TextComparator?

  init(_ call: AggregateCall, _ state: ValuesState) {
    self.call = call
    self.state = state
    isDescending = call.order.first?.isDescending ?? false
    texts = state.texts.map {
      TextComparator($0.pool, call.order.first?.collation ?? .bytes)
    }
  }

  func vector(_ groups: [UInt32]) throws -> Vector {
    switch call.signature.name {
    case "median": return .reals(groups) { interpolated(0.5, $0) }
    case "percentile_cont":
      guard let fraction = try AggregateOptions.fraction(call) else {
        return .reals(groups) { _ in nil }
      }
      return .reals(groups) { interpolated(fraction, $0) }
    case "percentile_disc":
      guard let fraction = try AggregateOptions.fraction(call) else {
        return values(groups) { _ in nil }
      }
      func rank(_ count: Int) -> Int {
        let rank = max(0, Int((fraction * Double(count)).rounded(.up)) - 1)
        return isDescending ? count - 1 - rank : rank
      }
      if let texts { return values(groups) { text($0, texts, rank) } }
      return values(groups) { group in state.values(group) { [rank($0)] }.first }
    case "mode": return values(groups, mode)
    case "mad": return .reals(groups, deviation)
    default: return try .reals(groups, statistic)
    }
  }

  /// Values of the column's own type.
  private func values(_ groups: [UInt32], _ value: (Int) -> Int64?) -> Vector {
    if let texts = state.texts {
      let codes = Vector.integers(groups, value)
      guard case .integer(let values) = codes.storage else { return codes }
      return Vector(
        .text(values.map { $0 > 0 ? UInt32($0) - 1 : 0 }, texts.pool), nulls: codes.nulls)
    }
    if call.type == .real { return .reals(groups) { value($0).map(state.number) } }
    return OrderedBits.vector(.integers(groups, value), call.type)
  }

  /// PostgreSQL's percentile_cont: between the neighbours of the rank `fraction (n - 1)`.
  private func interpolated(_ fraction: Double, _ group: Int) -> Double? {
    var between = 0.0
    let found = state.values(group) { count in
      let rank = fraction * Double(count - 1)
      let below = Int(rank.rounded(.down))
      between = rank - Double(below)
      let above = min(count - 1, between > 0 ? below + 1 : below)
      // In falling order the neighbours are those from the other end.
      return isDescending ? [count - 1 - above, count - 1 - below] : [below, above]
    }
    guard found.count == 2 else { return nil }
    let ends = found.map(state.number)
    let (first, second) = isDescending ? (ends[1], ends[0]) : (ends[0], ends[1])
    if between == 0 || first == second { return first }
    let step = second - first
    return step.isFinite
      ? first + between * step : (1 - between) * first + between * second
  }

  /// The most frequent value; the first in order of equally frequent ones.
  private func mode(_ group: Int) -> Int64? {
    var best: (value: Int64, count: Int)?
    for run in state.runs(group) {
      guard let old = best else {
        best = run
        continue
      }
      if run.count > old.count || (run.count == old.count && precedes(run.value, old.value)) {
        best = run
      }
    }
    return best?.value
  }

  private func precedes(_ a: Int64, _ b: Int64) -> Bool {
    guard let texts else { return isDescending && a > b }
    let (a, b) = (UInt32(a - 1), UInt32(b - 1))
    return isDescending ? texts.precedes(b, a) : texts.precedes(a, b)
  }

  /// The text of a rank.
  private func text(_ group: Int, _ texts: TextComparator, _ rank: (_ count: Int) -> Int) -> Int64?
  {
    let runs = state.runs(group).sorted {
      texts.precedes(UInt32($0.value - 1), UInt32($1.value - 1))
    }
    let count = runs.reduce(0) { $0 + $1.count }
    if count == 0 { return nil }
    var rest = rank(count)
    for run in runs {
      if rest < run.count { return run.value }
      rest -= run.count
    }
    return nil
  }

  /// The median distance from the median.
  private func deviation(_ group: Int) -> Double? {
    let values = numbers(group)
    return values.isEmpty ? nil : try? Location.medianAbsoluteDeviation(of: values)
  }

  /// All values of a group in order, which makes sums over them the same for any split.
  private func numbers(_ group: Int) -> [Double] {
    state.runs(group).flatMap {
      repeatElement(state.number($0.value), count: $0.count)
    }
  }

  private func statistic(_ group: Int) throws -> Double? {
    let values = numbers(group)
    do {
      switch call.signature.name {
      case "geometric_mean":
        if values.isEmpty { return nil }
        guard values[0] > 0 else { throw call.error("geometric_mean needs values above 0") }
        return try Location.geometricMean(of: values)
      case "trimmed_mean":
        let share = try AggregateOptions.proportion(call)
        return values.isEmpty ? nil : try Location.trimmedMean(of: values, share: share)
      case "mean_low", "mean_high":
        let level = try AggregateOptions.level(call)
        // A mean of equal values has no interval, as one of one value has none.
        guard values.count > 1, values.first != values.last else { return nil }
        let interval = try Location.meanEstimate(of: values, confidence: level).interval
        return call.signature.name == "mean_low" ? interval.lower : interval.upper
      default: return nil
      }
    } catch let error as StatisticsError {
      throw call.error("\(call.signature.name): \(error)")
    }
  }
}
