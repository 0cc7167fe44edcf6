internal import Statistics
internal import Tables

/// All pairs of each group, for trends: `theil_sen`, `mann_kendall_p` and `mann_kendall_tau`.
final class PairTrendState: AggregateState {
  private struct Pair {
    var group: UInt32
    var y: Double
    /// A number, or days.
    var x: Double
  }

  private var pairs: [Pair] = []
  private let first: Int
  private let second: Int

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  func grow(to groups: Int) {}
  var byteCount: Int { pairs.capacity * MemoryLayout<Pair>.stride }

  func add(_ batch: AggregateBatch) {
    guard case .real(let ys) = batch.chunk.columns[first].storage else { return }
    @inline(__always)
    func add<Value>(_ xs: [Value], _ x: (Value) -> Double) {
      batch.forEach { row, group in
        pairs.append(Pair(group: UInt32(group), y: ys[row], x: x(xs[row])))
      }
    }
    switch batch.chunk.columns[second].storage {
    case .real(let xs): add(xs) { $0 }
    case .date(let xs): add(xs) { Double($0) }
    case .timestamp(let xs): add(xs) { Double($0) / 86_400e6 }
    default: return
    }
  }

  func tables() -> [Chunk] {
    [
      Chunk(
        columns: [
          Vector(.integer(pairs.map { Int64($0.group) })), Vector(.real(pairs.map(\.y))),
          Vector(.real(pairs.map(\.x))),
        ], rowCount: pairs.count)
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let (groups, ys, xs) = try (
      tables[0].groupNumbers(0, below: groups), tables[0].reals(1), tables[0].reals(2)
    )
    pairs = groups.indices.map { Pair(group: groups[$0], y: ys[$0], x: xs[$0]) }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    pairs += other.pairs.map { Pair(group: numbers[Int($0.group)], y: $0.y, x: $0.x) }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    let sorted = pairs.sorted { ($0.group, $0.x, $0.y) < ($1.group, $1.x, $1.y) }
    var places: [UInt32: Range<Int>] = [:]
    var start = 0
    for place in sorted.indices
    where place + 1 == sorted.count || sorted[place + 1].group != sorted[start].group {
      places[sorted[start].group] = start..<place + 1
      start = place + 1
    }
    return try .reals(groups) { group in
      guard let range = places[UInt32(group)] else { return nil }
      return try value(call, sorted[range])
    }
  }

  /// `nil` for fewer than three pairs, of which no trend is defined.
  private func value(_ call: AggregateCall, _ pairs: ArraySlice<Pair>) throws -> Double? {
    let name = call.signature.name
    guard pairs.count >= 3 else { return nil }
    guard pairs.count <= Trend.limit else {
      throw call.error(
        "\(name) takes at most \(Trend.limit) rows in a group",
        hint: "take means by day or month first")
    }
    for (a, b) in zip(pairs, pairs.dropFirst()) where a.x == b.x {
      throw call.error(
        "\(name) needs a different second argument in each row of a group",
        hint: "take means by it first, in a subquery")
    }
    do {
      let series = try TimeSeries(pairs.map(\.y), times: pairs.map(\.x))
      switch name {
      case "theil_sen": return try Trend.theilSen(series).slope
      case "mann_kendall_p": return try Trend.mannKendall(series).pValue
      default: return try Trend.mannKendall(series).tau
      }
    } catch {
      throw call.error("\(name): \(error)")
    }
  }
}
