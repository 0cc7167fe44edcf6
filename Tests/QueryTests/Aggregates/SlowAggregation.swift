import Query
import Statistics
import Tables

/// The aggregates once more, for comparison: groups of rows as cells, sorted where order matters,
/// values as plain arrays, formulas as in textbooks.
struct SlowAggregation {
  let rows: [[Cell]]
  let keys: [Int]
  let sets: [[Int]]
  let calls: [AggregateCall]

  func result() throws -> [[Cell]] {
    var all: [[Cell]] = []
    for (number, set) in sets.enumerated() {
      var order: [[Cell]] = []
      var groups: [[Cell]: [[Cell]]] = [:]
      if set.isEmpty {
        order = [keys.map { _ in .null }]
        groups[order[0]] = rows
      } else {
        for row in rows {
          let key = keys.indices.map { set.contains($0) ? row[keys[$0]] : .null }
          if groups[key] == nil { order.append(key) }
          groups[key, default: []].append(row)
        }
      }
      for key in order {
        let values = try calls.map { try value($0, groups[key] ?? []) }
        all.append(key + (sets.count > 1 ? [.integer(Int64(number))] : []) + values)
      }
    }
    return all
  }

  private func value(_ call: AggregateCall, _ group: [[Cell]]) throws -> Cell {
    var rows = group
    if let filter = call.filter { rows = rows.filter { $0[filter] == .boolean(true) } }
    let columns = call.arguments.indices.filter { call.constants[$0] == nil }
      .map { call.arguments[$0] }
    rows = rows.filter { row in !columns.contains { row[$0] == .null } }
    if call.isDistinct {
      var seen: Set<[Cell]> = []
      rows = rows.filter { row in seen.insert(columns.map { row[$0] }).inserted }
    }
    if call.signature.name == "count" || call.signature.name == "regr_count" {
      return .integer(Int64(rows.count))
    }
    if rows.isEmpty { return .null }
    let cells = columns.map { column in rows.map { $0[column] } }
    switch call.signature.name {
    case "min": return cells[0].min(by: precedes) ?? .null
    case "max": return cells[0].max(by: precedes) ?? .null
    case "any_value": return cells[0][0]
    case "mode":
      var counts: [Cell: Int] = [:]
      for cell in cells[0] { counts[cell, default: 0] += 1 }
      let most = counts.values.max()
      let best = counts.filter { $0.value == most }.map(\.key).sorted(by: precedes)
      return (call.order.first?.isDescending == true ? best.last : best.first) ?? .null
    case "percentile_disc":
      let sorted = cells[0].sorted(by: precedes)
      let rank = max(
        0,
        Int(
          (numbers([call.constants[0] ?? .null])[0] * Double(sorted.count))
            .rounded(.up)) - 1)
      return call.order.first?.isDescending == true
        ? sorted.reversed()[rank] : sorted[rank]
    case "string_agg": return strings(call, rows)
    case "bool_and", "every": return .boolean(!cells[0].contains(.boolean(false)))
    case "bool_or": return .boolean(cells[0].contains(.boolean(true)))
    case "bit_and": return .integer(integers(cells[0]).reduce(-1, &))
    case "bit_or": return .integer(integers(cells[0]).reduce(0, |))
    case "sum" where call.type == .integer:
      return .integer(integers(cells[0]).reduce(0, +))
    default:
      return try real(call, cells).map { .real($0) } ?? .null
    }
  }

  private func real(_ call: AggregateCall, _ cells: [[Cell]]) throws -> Double? {
    let name = call.signature.name
    if cells[0][0] == .boolean(true) || cells[0][0] == .boolean(false) {
      return try share(call, cells)
    }
    let a = numbers(cells[0])
    let n = Double(a.count)
    let mean = Location.mean(of:)
    func squares(_ a: [Double], _ b: [Double]) throws -> Double {
      let (x, y) = (try mean(a), try mean(b))
      return zip(a, b).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    }
    switch name {
    case "sum": return try mean(a) * n
    case "avg": return try mean(a)
    case "variance", "stddev":
      if a.count < 2 { return nil }
      return try name == "stddev"
        ? Location.standardDeviation(of: a) : Location.variance(of: a)
    case "var_pop": return try squares(a, a) / n
    case "stddev_pop": return try (squares(a, a) / n).squareRoot()
    case "median": return try Location.median(of: a)
    case "mad": return try Location.medianAbsoluteDeviation(of: a)
    case "percentile_cont":
      let fraction = numbers([call.constants[0] ?? .null])[0]
      return try Location.quantile(
        call.order.first?.isDescending == true ? 1 - fraction : fraction, of: a)
    case "trimmed_mean": return try Location.trimmedMean(of: a, share: 0.1)
    case "geometric_mean": return try Location.geometricMean(of: a)
    case "mean_low", "mean_high":
      guard let estimate = try? Location.meanEstimate(of: a) else { return nil }
      return name == "mean_low" ? estimate.interval.lower : estimate.interval.upper
    case "nps":
      return 100 * Double(a.count { $0 >= 9 } - a.count { $0 <= 6 }) / n
    case "effective_n", "design_effect":
      guard let weights = try? SamplingWeights(a) else { return nil }
      return name == "effective_n" ? weights.effectiveSampleSize : weights.designEffect
    default: break
    }
    let b = numbers(cells[1])
    // y first, x second.
    let (sxx, syy, sxy) = (try squares(b, b), try squares(a, a), try squares(a, b))
    let isFlat = Set(b).count == 1
    switch name {
    case "weighted_mean": return try? Location.mean(of: a, weights: SamplingWeights(b))
    case "regr_avgx": return try mean(b)
    case "regr_avgy": return try mean(a)
    case "regr_sxx": return sxx
    case "regr_syy": return syy
    case "regr_sxy": return sxy
    case "covar_pop": return sxy / n
    case "covar_samp": return a.count < 2 ? nil : sxy / (n - 1)
    case "regr_slope": return isFlat ? nil : sxy / sxx
    case "regr_intercept":
      return isFlat ? nil : try mean(a) - sxy / sxx * mean(b)
    case "regr_r2": return isFlat ? nil : Set(a).count == 1 ? 1 : sxy * sxy / (sxx * syy)
    case "corr":
      return isFlat || Set(a).count == 1 ? nil : sxy / (sxx * syy).squareRoot()
    default: fatalError("no reference for \(name)")
    }
  }

  private func share(_ call: AggregateCall, _ cells: [[Cell]]) throws -> Double? {
    let rows = cells[0].count
    let positive = cells[0].count { $0 == .boolean(true) }
    let isCensus = call.options["method"] == .text("hypergeometric")
    switch call.signature.name {
    case "share": return Double(positive) / Double(rows)
    case "share_low" where isCensus:
      return try NearCensus(invited: 200, answered: rows, positive: positive).interval().shares
        .lower
    case "share_low": return try ProportionInterval.wilson(successes: positive, trials: rows).lower
    case "share_high": return try ProportionInterval.wilson(successes: positive, trials: rows).upper
    case "goal_probability" where call.options["invited"] == .integer(200):
      return try NearCensus(invited: 200, answered: rows, positive: positive)
        .goalProbability(atLeast: 0.6)
    case "goal_probability":
      return try NearCensus(invited: rows, answered: rows, positive: positive)
        .posteriorProbability(atLeast: 0.6)
    case "weighted_share":
      return try? Location.mean(
        of: cells[0].map { $0 == .boolean(true) ? 1 : 0 },
        weights: SamplingWeights(numbers(cells[1])))
    default: fatalError("no reference for \(call.signature.name)")
    }
  }

  private func strings(_ call: AggregateCall, _ rows: [[Cell]]) -> Cell {
    let keys = call.isDistinct ? [SortKey(call.arguments[0])] : call.order
    let sorted = rows.enumerated().sorted { a, b in
      for key in keys {
        let (x, y) = (a.element[key.column], b.element[key.column])
        if x == y { continue }
        if x == .null { return key.nullsFirst }
        if y == .null { return !key.nullsFirst }
        return key.isDescending ? precedes(y, x) : precedes(x, y)
      }
      return a.offset < b.offset
    }
    let texts = sorted.map { row -> String in
      if case .text(let text) = row.element[call.arguments[0]] { text } else { "" }
    }
    guard case .text(let separator)? = call.constants[1] else { return .null }
    return .text(texts.joined(separator: separator))
  }

  private func numbers(_ cells: [Cell]) -> [Double] {
    cells.map {
      switch $0 {
      case .real(let value): value
      case .integer(let value): Double(value)
      default: .nan
      }
    }
  }

  private func integers(_ cells: [Cell]) -> [Int64] {
    cells.map { if case .integer(let value) = $0 { value } else { 0 } }
  }

  private func precedes(_ a: Cell, _ b: Cell) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.real(let a), .real(let b)): a < b
    case (.text(let a), .text(let b)): Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
    case (.boolean(let a), .boolean(let b)): !a && b
    case (.numeric(let a), .numeric(let b)): a < b
    case (.date(let a), .date(let b)): a < b
    case (.timestamp(let a), .timestamp(let b)): a < b
    case (.interval(let a), .interval(let b)): a < b
    default: false
    }
  }
}
