import Tables

@testable import Query

/// Window functions by their definitions, row by row: slow, and written without the fast ones.
struct SlowWindow {
  let rows: [[Cell]]
  let call: WindowCall

  func values() -> [Cell] {
    var partitions: [[Cell]: [Int]] = [:]
    return rows.indices.map { row in
      let key = call.partition.map { rows[row][$0] }
      let partition = partitions[key] ?? partition(row)
      partitions[key] = partition
      return value(row, partition)
    }
  }

  /// The rows of a row's partition in order.
  private func partition(_ row: Int) -> [Int] {
    let same = rows.indices.filter { other in
      call.partition.allSatisfy { rows[other][$0] == rows[row][$0] }
    }
    return same.sorted {
      let order = CellOrder.compare(rows[$0], rows[$1], call.order)
      return order != 0 ? order < 0 : $0 < $1
    }
  }

  private func arePeers(_ a: Int, _ b: Int) -> Bool {
    CellOrder.compare(rows[a], rows[b], call.order) == 0
  }

  private func value(_ row: Int, _ partition: [Int]) -> Cell {
    let place = partition.firstIndex(of: row) ?? 0
    let before = partition.firstIndex { arePeers($0, row) } ?? 0
    let through = (partition.lastIndex { arePeers($0, row) } ?? 0) + 1
    func integer(_ column: Int) -> Int? {
      if case .integer(let value) = rows[row][column] { Int(value) } else { nil }
    }
    switch call.function {
    case .ranking("row_number", _, _): return .integer(Int64(place + 1))
    case .ranking("rank", _, _): return .integer(Int64(before + 1))
    case .ranking("dense_rank", _, _):
      let firsts = partition.indices.filter {
        $0 == 0 || !arePeers(partition[$0], partition[$0 - 1])
      }
      return .integer(Int64(firsts.filter { $0 <= place }.count))
    case .ranking("percent_rank", _, _):
      return .real(partition.count == 1 ? 0 : Double(before) / Double(partition.count - 1))
    case .ranking("cume_dist", _, _): return .real(Double(through) / Double(partition.count))
    case .ranking("ntile", let arguments, _):
      guard case .integer(let tiles) = rows[partition[0]][arguments[0]] else { return .null }
      // Rows are dealt out in order: the number of the tile into which this one falls.
      var left = (0..<Int(tiles)).map { tile in
        partition.count / Int(tiles) + (tile < partition.count % Int(tiles) ? 1 : 0)
      }
      var tile = 0
      for _ in 0...place {
        while left[tile] == 0 { tile += 1 }
        left[tile] -= 1
      }
      return .integer(Int64(tile + 1))
    case .ranking("lag", let arguments, _), .ranking("lead", let arguments, _):
      guard let offset = arguments.count > 1 ? integer(arguments[1]) : 1 else { return .null }
      var isLead = false
      if case .ranking("lead", _, _) = call.function { isLead = true }
      let target = isLead ? place + offset : place - offset
      if partition.indices.contains(target) { return rows[partition[target]][arguments[0]] }
      return arguments.count > 2 ? rows[row][arguments[2]] : .null
    case .ranking("first_value", let arguments, _):
      return frame(partition, place).first.map { rows[$0][arguments[0]] } ?? .null
    case .ranking("last_value", let arguments, _):
      return frame(partition, place).last.map { rows[$0][arguments[0]] } ?? .null
    case .ranking(_, let arguments, _):
      guard let number = integer(arguments[1]) else { return .null }
      let frame = frame(partition, place)
      return number <= frame.count ? rows[frame[number - 1]][arguments[0]] : .null
    case .aggregate(let aggregate): return value(aggregate, frame(partition, place))
    }
  }

  private func value(_ aggregate: AggregateCall, _ frame: [Int]) -> Cell {
    let taken = frame.filter { row in
      aggregate.filter.map { rows[row][$0] == .boolean(true) } ?? true
    }
    guard let column = aggregate.arguments.first else { return .integer(Int64(taken.count)) }
    let cells = taken.map { rows[$0][column] }.filter { $0 != .null }
    let integers = cells.compactMap { if case .integer(let value) = $0 { value } else { nil } }
    let reals = cells.compactMap { if case .real(let value) = $0 { value } else { nil } }
    let isReal = aggregate.signature.parameters[0] == .real
    switch aggregate.signature.name {
    case "count": return .integer(Int64(cells.count))
    case _ where cells.isEmpty: return .null
    case "sum": return isReal ? .real(reals.reduce(0, +)) : .integer(integers.reduce(0, +))
    case "avg":
      let sum = isReal ? reals.reduce(0, +) : Double(integers.reduce(0, +))
      return .real(sum / Double(cells.count))
    case "min":
      return cells.reduce(cells[0]) { CellOrder.compare($1, $0, .bytes) < 0 ? $1 : $0 }
    default:
      return cells.reduce(cells[0]) { CellOrder.compare($1, $0, .bytes) > 0 ? $1 : $0 }
    }
  }

  /// The rows of the frame in order.
  private func frame(_ partition: [Int], _ place: Int) -> [Int] {
    partition.indices.filter { other in
      isAtOrAfter(partition, other, place, call.frame.start)
        && isAtOrBefore(partition, other, place, call.frame.end)
        && !isExcluded(partition, other, place)
    }.map { partition[$0] }
  }

  private func isExcluded(_ partition: [Int], _ other: Int, _ place: Int) -> Bool {
    let peers = arePeers(partition[other], partition[place])
    return switch call.frame.exclusion {
    case .none: false
    case .currentRow: other == place
    case .group: peers
    case .ties: peers && other != place
    }
  }

  private func isAtOrAfter(
    _ partition: [Int], _ other: Int, _ place: Int, _ bound: WindowFrame.Bound
  ) -> Bool {
    switch bound {
    case .unboundedPreceding: true
    case .unboundedFollowing: false
    case .currentRow: distance(partition, other, place, 0) >= 0
    case .preceding(let offset): distance(partition, other, place, -number(offset)) >= 0
    case .following(let offset): distance(partition, other, place, number(offset)) >= 0
    }
  }

  private func isAtOrBefore(
    _ partition: [Int], _ other: Int, _ place: Int, _ bound: WindowFrame.Bound
  ) -> Bool {
    switch bound {
    case .unboundedPreceding: false
    case .unboundedFollowing: true
    case .currentRow: distance(partition, other, place, 0) <= 0
    case .preceding(let offset): distance(partition, other, place, -number(offset)) <= 0
    case .following(let offset): distance(partition, other, place, number(offset)) <= 0
    }
  }

  private func number(_ cell: Cell) -> Double {
    switch cell {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: 0
    }
  }

  /// How far the other row lies beyond the point `offset` after the current row.
  private func distance(
    _ partition: [Int], _ other: Int, _ place: Int, _ offset: Double
  ) -> Double {
    switch call.frame.mode {
    case .rows: return Double(other - place) - offset
    case .groups:
      return Double(group(partition, other) - group(partition, place)) - offset
    case .range:
      if arePeers(partition[other], partition[place]), offset == 0 { return 0 }
      guard call.order.count == 1 else {
        return Double(group(partition, other) - group(partition, place))
      }
      let key = call.order[0]
      let (a, b) = (rows[partition[other]][key.column], rows[partition[place]][key.column])
      if a == .null, b == .null { return 0 }
      if a == .null || b == .null { return Double(other - place) * 1e9 }
      let difference = number(a) - number(b)
      return (key.isDescending ? -difference : difference) - offset
    }
  }

  private func group(_ partition: [Int], _ place: Int) -> Int {
    (0..<place).filter { !arePeers(partition[$0], partition[$0 + 1]) }.count
  }
}
