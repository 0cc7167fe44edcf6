internal import Tables

/// The GROUP BY of a SELECT: what is grouped by, in which sets.
struct Grouping {
  /// Keys over the row of FROM. Two columns of the list are two keys, whatever they hold: a set may
  /// leave out one of them.
  private(set) var keys: [Expression] = []
  private(set) var sets: [[Int]] = [[]]
  private var known: [Expression: Int] = [:]
  /// The keys that are columns of the list, constants among them.
  private var targets: [Int: Int] = [:]

  /// The number of a key, which is added if it is new.
  mutating func key(_ expression: Expression) -> Int {
    let plain = expression.withoutPlaces
    if let index = known[plain] { return index }
    known[plain] = keys.count
    keys.append(expression)
    return keys.count - 1
  }

  /// The number of the key that a column of the list is, which is added if it is new.
  mutating func key(target: Int, _ expression: Expression) -> Int {
    if let index = targets[target] { return index }
    targets[target] = keys.count
    let plain = expression.withoutPlaces
    if known[plain] == nil { known[plain] = keys.count }
    keys.append(expression)
    return keys.count - 1
  }

  /// The key that a column of the list is.
  func index(target: Int) -> Int? { targets[target] }

  /// The number of a key.
  func index(of expression: Expression) -> Int? {
    keys.isEmpty ? nil : known[expression.withoutPlaces]
  }

  /// Leaves sets out.
  mutating func keep(_ isKept: ([Int]) -> Bool) {
    sets = sets.filter(isKept)
  }

  /// Each set with each of these: what several items in GROUP BY mean. `nil` when there are too many.
  mutating func multiply(by others: [[Int]]) -> Bool {
    guard sets.count * others.count <= 4_096 else { return false }
    sets = sets.flatMap { set in
      others.map { other in set + other.filter { !set.contains($0) } }
    }
    return true
  }
}

extension Binding {
  /// GROUP BY; names are columns first, then names of the result.
  func grouping(
    _ nodes: [SyntaxNode], _ targets: [Target], in level: Level
  ) throws -> Grouping {
    var grouping = Grouping()
    level.clause = .groupBy
    for node in nodes {
      let sets = try groupingSets(node, targets, in: level, &grouping)
      guard grouping.multiply(by: sets) else {
        throw error("too many grouping sets present (maximum 4096)", node)
      }
    }
    return grouping
  }

  private func groupingSets(
    _ node: SyntaxNode, _ targets: [Target], in level: Level, _ grouping: inout Grouping
  ) throws -> [[Int]] {
    guard node.kind == "GroupingSet" else {
      return [try keys(node, targets, in: level, &grouping)]
    }
    let content = node.list("content")
    switch node.text("kind") {
    case "GROUPING_SET_EMPTY": return [[]]
    case "GROUPING_SET_SETS":
      return try content.flatMap { try groupingSets($0, targets, in: level, &grouping) }
    case "GROUPING_SET_ROLLUP":
      let parts = try content.map { try keys($0, targets, in: level, &grouping) }
      return (0...parts.count).reversed().map { unique(Array(parts[..<$0].joined())) }
    default:
      guard content.count <= 12 else { throw error("CUBE is limited to 12 elements", node) }
      let parts = try content.map { try keys($0, targets, in: level, &grouping) }
      return (0..<(1 << parts.count)).map { bits in
        unique(
          Array(
            parts.indices.filter { bits & (1 << (parts.count - 1 - $0)) == 0 }.map { parts[$0] }
              .joined()))
      }
    }
  }

  private func unique(_ keys: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return keys.filter { seen.insert($0).inserted }
  }

  /// The keys of one item: several for `(a, b)`.
  private func keys(
    _ node: SyntaxNode, _ targets: [Target], in level: Level, _ grouping: inout Grouping
  ) throws -> [Int] {
    if node.kind == "RowExpr", node.text("row_format") == "COERCE_IMPLICIT_CAST" {
      return unique(
        try node.list("args").flatMap { try keys($0, targets, in: level, &grouping) })
    }
    let columns = targets.map { OutputColumn(name: $0.name, type: $0.bound.type) }
    /// An expression is the first column of the list that says the same.
    func key(_ expression: Expression) -> Int {
      let plain = expression.withoutPlaces
      let target = targets.firstIndex { $0.bound.expression.withoutPlaces == plain }
      return target.map { grouping.key(target: $0, expression) } ?? grouping.key(expression)
    }
    var target: Int?
    if node.kind == "A_Const" {
      target = try outputColumn(node, columns, clause: .groupBy)
    } else if node.kind == "ColumnRef" {
      do {
        return [key(try expression(node, in: level).expression)]
      } catch let missing as QueryError where missing.message.hasSuffix("does not exist") {
        target = try outputColumn(node, columns, clause: .groupBy)
        if target == nil { throw missing }
      }
    }
    guard let target else { return [key(try expression(node, in: level).expression)] }
    let value = targets[target].bound.expression
    let place = at(node)
    if value.columns.contains(where: { $0 >= Level.aggregateBase && $0 < Level.windowBase }) {
      throw error("aggregate functions are not allowed in GROUP BY", at: place)
    }
    if value.columns.contains(where: { $0 >= Level.windowBase }) {
      throw error("window functions are not allowed in GROUP BY", at: place)
    }
    return [grouping.key(target: target, value)]
  }
}
