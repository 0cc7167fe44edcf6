import Query
import Tables

/// Window functions by looking through all rows for each row.
struct ReferenceWindow {
  private let aggregates: [String: ReferenceAggregates.Function]

  init(_ aggregates: [String: ReferenceAggregates.Function]) { self.aggregates = aggregates }

  /// The rows with the values of the calls behind them.
  func columns(_ window: Window, over rows: [[Cell]]) throws -> [[Cell]] {
    var result = rows
    for call in window.calls {
      for index in rows.indices { result[index].append(try value(call, rows, index)) }
    }
    return result
  }

  /// The partition of a row in its order, as indices, and where the row stands in it.
  private func partition(_ call: WindowCall, _ rows: [[Cell]], _ index: Int) -> ([Int], Int) {
    let own = call.partition.map { rows[index][$0] }
    let members = rows.indices.filter { row in call.partition.map { rows[row][$0] } == own }
    let place = rows.first?.count ?? 0
    let sorted = ReferenceOrder.sorted(
      members.map { rows[$0] + [.integer(Int64($0))] }, by: call.order)
    let order = sorted.compactMap { row -> Int? in
      if case .integer(let member) = row[place] { Int(member) } else { nil }
    }
    return (order, order.firstIndex(of: index) ?? 0)
  }

  private func value(_ call: WindowCall, _ rows: [[Cell]], _ index: Int) throws -> Cell {
    let (order, place) = partition(call, rows, index)
    func areEqual(_ a: Int, _ b: Int) -> Bool {
      ReferenceOrder.compare(rows[order[a]], rows[order[b]], by: call.order) == 0
    }
    let count = order.count
    let peers = order.indices.filter { areEqual($0, place) }
    let frame = try frame(call, rows, order, place, areEqual)
    switch call.function {
    case .aggregate(let aggregate):
      return try ReferenceAggregates.value(
        aggregate, over: frame.map { rows[order[$0]] }, with: aggregates)
    case .ranking(let name, let arguments, _):
      func argument(_ number: Int, of place: Int) -> Cell { rows[order[place]][arguments[number]] }
      func whole(_ number: Int, else standard: Int?) -> Int? {
        guard number < arguments.count else { return standard }
        if case .integer(let value) = rows[index][arguments[number]] { return Int(value) }
        return nil
      }
      let first = peers.first ?? place
      switch name {
      case "row_number": return .integer(Int64(place + 1))
      case "rank": return .integer(Int64(first + 1))
      case "dense_rank":
        return .integer(Int64((0...place).count { $0 == 0 || !areEqual($0, $0 - 1) }))
      case "percent_rank": return .real(count == 1 ? 0 : Double(first) / Double(count - 1))
      case "cume_dist": return .real(Double((peers.last ?? place) + 1) / Double(count))
      case "ntile":
        guard let buckets = whole(0, else: nil) else { return .null }
        // The first `count % buckets` buckets have one row more.
        let (small, more) = (count / buckets, count % buckets)
        let inLarge = more * (small + 1)
        let bucket =
          place < inLarge ? place / (small + 1) : more + (place - inLarge) / max(small, 1)
        return .integer(Int64(bucket + 1))
      case "lag", "lead":
        guard let distance = whole(1, else: 1) else { return .null }
        let target = name == "lag" ? place - distance : place + distance
        if order.indices.contains(target) { return argument(0, of: target) }
        return arguments.count > 2 ? argument(2, of: place) : .null
      case "first_value": return frame.first.map { argument(0, of: $0) } ?? .null
      case "last_value": return frame.last.map { argument(0, of: $0) } ?? .null
      case "nth_value":
        guard let number = whole(1, else: nil), frame.indices.contains(number - 1) else {
          return .null
        }
        return argument(0, of: frame[number - 1])
      default: throw QueryError("the reference knows no window function \(name)")
      }
    }
  }

  /// The places of the partition that the frame of a place holds.
  private func frame(
    _ call: WindowCall, _ rows: [[Cell]], _ order: [Int], _ place: Int,
    _ areEqual: (Int, Int) -> Bool
  ) throws -> [Int] {
    let frame = call.frame
    // The number of the group of peers of each place.
    var groups = [0]
    for next in order.indices.dropFirst() {
      groups.append(groups[next - 1] + (areEqual(next, next - 1) ? 0 : 1))
    }
    func isInside(_ other: Int, _ bound: WindowFrame.Bound, isStart: Bool) throws -> Bool {
      let side = isStart ? 1 : -1
      var distance = 0
      switch bound {
      case .unboundedPreceding, .unboundedFollowing: return true
      case .currentRow:
        if frame.mode == .rows { return (other - place) * side >= 0 }
        return (groups[other] - groups[place]) * side >= 0
      case .preceding(.integer(let count)): distance = -Int(count)
      case .following(.integer(let count)): distance = Int(count)
      default: throw QueryError("the reference knows whole distances only")
      }
      switch frame.mode {
      case .rows: return (other - place - distance) * side >= 0
      case .groups: return (groups[other] - groups[place] - distance) * side >= 0
      case .range:
        guard let key = call.order.first else { return true }
        let (a, b) = (rows[order[other]][key.column], rows[order[place]][key.column])
        if a == .null || b == .null {
          // Nulls are each other's peers and stand at one end.
          return a == b || (groups[other] - groups[place]) * side > 0
        }
        guard case .integer(let a) = a, case .integer(let b) = b else {
          throw QueryError("the reference knows whole distances only")
        }
        let difference = key.isDescending ? Int(b - a) : Int(a - b)
        return (difference - distance) * side >= 0
      }
    }
    return try order.indices.filter { other in
      let isOut =
        switch frame.exclusion {
        case .none: false
        case .currentRow: other == place
        case .group: areEqual(other, place)
        case .ties: other != place && areEqual(other, place)
        }
      if isOut { return false }
      return try isInside(other, frame.start, isStart: true)
        && isInside(other, frame.end, isStart: false)
    }
  }
}
