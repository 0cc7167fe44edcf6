import Query
import Tables

/// Runs a plan row by row, by nested loops and lists, as simply as it can be written: what every fast
/// path is compared with.
struct ReferenceExecutor {
  typealias Rows = [[Cell]]
  /// The value of an expression over a row.
  typealias Scalar =
    @Sendable (
      _ expression: Expression, _ row: [Cell], _ parameters: [Cell],
      _ run: (Subquery, [Cell]) throws -> Rows
    ) throws -> Cell

  let scalar: Scalar
  /// Aggregates by name, over the arguments of the rows that count.
  var aggregates = ReferenceAggregates.all
  var parameters: [Cell] = []
  var working: [Int: Rows] = [:]

  init(scalar: @escaping Scalar) { self.scalar = scalar }

  /// The rows of a plan.
  func rows(_ plan: Plan) throws -> Rows {
    switch plan {
    case .scan(let scan): return try read(scan)
    case .preaggregated(let counted): return Self.preaggregated(try read(counted.scan))
    case .values(let rows, _): return try rows.map { row in try row.map { try value($0, []) } }
    case .filter(let input, let condition):
      return try rows(input).filter { try value(condition, $0) == .boolean(true) }
    case .project(let input, let expressions):
      return try rows(input).map { row in try expressions.map { try value($0, row) } }
    case .aggregate(let aggregate): return try grouped(aggregate)
    case .window(let window):
      return try ReferenceWindow(aggregates).columns(window, over: rows(window.input))
    case .join(let join): return try joined(join)
    case .combine(let operation): return try combined(operation)
    case .distinct(let input, let on): return distinct(try rows(input), on)
    case .sort(let input, let keys): return ReferenceOrder.sorted(try rows(input), by: keys)
    case .limit(let input, let count, let offset):
      let skipped = try number(offset, "OFFSET") ?? 0
      let rest = try rows(input).dropFirst(skipped)
      return Array(try number(count, "LIMIT").map { rest.prefix($0) } ?? rest)
    case .shared(let shared): return try rows(shared.plan)
    case .recursive(let recursive): return try rounds(recursive)
    case .workingTable(let number, _): return working[number] ?? []
    }
  }

  private func value(_ expression: Expression, _ row: [Cell]) throws -> Cell {
    try scalar(expression, row, parameters) { subquery, values in
      var inner = self
      inner.parameters = values
      return try inner.rows(subquery.plan)
    }
  }

  private func number(_ expression: Expression?, _ name: String) throws -> Int? {
    guard let expression, case .integer(let number) = try value(expression, []) else { return nil }
    if number < 0 { throw QueryError("\(name) must not be negative") }
    return Int(number)
  }

  private func read(_ scan: Scan) throws -> Rows {
    var reader = try scan.source.open(columns: scan.columns).reader()
    var parts: [(part: Int, rows: Rows)] = []
    while let (part, chunks) = try reader.next() {
      let rows = chunks.flatMap { chunk in
        (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
      }
      parts.append((part, rows))
    }
    return parts.sorted { $0.part < $1.part }.flatMap(\.rows)
  }

  private static func preaggregated(_ rows: Rows) -> Rows {
    var order: Rows = []
    var copies: [[Cell]: Int64] = [:]
    for row in rows {
      if copies[row] == nil { order.append(row) }
      copies[row, default: 0] += 1
    }
    return order.map { $0 + [.integer(copies[$0] ?? 0)] }
  }

  private func joined(_ join: Join) throws -> Rows {
    let left = try rows(join.left)
    let right = try rows(join.right)
    let noLeft: [Cell] = join.left.types.map { _ in .null }
    let noRight: [Cell] = join.right.types.map { _ in .null }
    func fits(_ a: [Cell], _ b: [Cell]) throws -> Bool {
      for key in join.keys where a[key.left] == .null || a[key.left] != b[key.right] {
        return false
      }
      guard let condition = join.condition else { return true }
      return try value(condition, a + b) == .boolean(true)
    }
    var result: Rows = []
    var isMatched = right.map { _ in false }
    for a in left {
      var isAlone = true
      for (index, b) in right.enumerated() where try fits(a, b) {
        isAlone = false
        isMatched[index] = true
        if join.kind != .semi, join.kind != .anti { result.append(a + b) }
      }
      switch join.kind {
      case .semi: if !isAlone { result.append(a) }
      case .anti: if isAlone { result.append(a) }
      case .left, .full: if isAlone { result.append(a + noRight) }
      case .inner, .right, .cross: break
      }
    }
    if join.kind == .right || join.kind == .full {
      for (index, b) in right.enumerated() where !isMatched[index] { result.append(noLeft + b) }
    }
    return result
  }

  private func combined(_ operation: SetOperation) throws -> Rows {
    let left = try rows(operation.left)
    var right = try rows(operation.right)
    let keeps = operation.keepsDuplicates
    switch operation.kind {
    case .union: return keeps ? left + right : distinct(left + right, nil)
    case .intersect, .except:
      let isIntersection = operation.kind == .intersect
      guard keeps else {
        return distinct(left, nil).filter { right.contains($0) == isIntersection }
      }
      return left.filter { row in
        guard let partner = right.firstIndex(of: row) else { return !isIntersection }
        right.remove(at: partner)
        return isIntersection
      }
    }
  }

  private func distinct(_ rows: Rows, _ on: [Int]?) -> Rows {
    var seen: Set<[Cell]> = []
    return rows.filter { row in seen.insert(on.map { $0.map { row[$0] } } ?? row).inserted }
  }

  private func rounds(_ recursive: Recursive) throws -> Rows {
    var all: Rows = []
    var last = try rows(recursive.first)
    if !recursive.keepsDuplicates { last = distinct(last, nil) }
    while !last.isEmpty {
      all += last
      var inner = self
      inner.working[recursive.number] = last
      last = try inner.rows(recursive.next)
      if !recursive.keepsDuplicates { last = distinct(last, nil).filter { !all.contains($0) } }
    }
    return all
  }

  private func grouped(_ aggregate: Aggregate) throws -> Rows {
    let input = try rows(aggregate.input)
    var result: Rows = []
    for (number, set) in aggregate.sets.enumerated() {
      var order: [[Cell]] = []
      var groups: [[Cell]: Rows] = [:]
      for row in input {
        let key = aggregate.keys.indices.map { position -> Cell in
          set.contains(position) ? row[aggregate.keys[position]] : .null
        }
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(row)
      }
      if set.isEmpty, order.isEmpty { order = [aggregate.keys.map { _ in .null }] }
      for key in order {
        let calls = try aggregate.calls.map { call in
          try ReferenceAggregates.value(call, over: groups[key] ?? [], with: aggregates)
        }
        let place: [Cell] = aggregate.sets.count > 1 ? [.integer(Int64(number))] : []
        result.append(key + place + calls)
      }
    }
    return result
  }
}
