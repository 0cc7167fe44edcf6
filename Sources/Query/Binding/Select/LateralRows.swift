internal import Tables

/// The rows of a query without what it reads of the row around it.
struct LateralRows {
  /// Reads nothing of the row around.
  private(set) var base: Plan
  /// What must hold, over the row of `base` and that around.
  private(set) var conditions: [Expression] = []
  /// The columns of the query, over the same.
  private(set) var columns: [Expression]

  /// `nil` where the row around decides more than which rows there are.
  init?(_ plan: Plan) {
    if !plan.hasParameters {
      (base, columns) = (plan, plan.allColumns)
      return
    }
    switch plan {
    case .project(let input, let expressions):
      guard let below = LateralRows(input), !expressions.contains(where: \.isVolatile) else {
        return nil
      }
      guard !Self.isTooLong(expressions, over: below.columns) else { return nil }
      self = below
      columns = expressions.map { $0.substituted(below.columns) }
    case .filter(let input, let condition):
      guard let below = LateralRows(input), !condition.isVolatile,
        !Self.isTooLong([condition], over: below.columns)
      else { return nil }
      self = below
      conditions += condition.conjuncts.map { $0.substituted(below.columns) }
    case .sort(let input, _):
      // The order of a query in FROM is nobody's.
      guard let below = LateralRows(input) else { return nil }
      self = below
    case .values(let rows, let types):
      if rows.count == 1 {
        (base, columns) = (.values([[]], types: []), rows[0])
        return
      }
      // A row is chosen by its number.
      base = .values(
        rows.indices.map { [.literal(.integer(Int64($0)), .integer)] }, types: [.integer])
      let equals = ScalarSignature("=", [.integer, .integer], .boolean)
      columns = types.indices.map { column in
        .choose(
          rows.indices.map { row in
            let number = Expression.literal(.integer(Int64(row)), .integer)
            return .init(
              condition: .call(equals, [.column(0, .integer), number], at: 0),
              result: rows[row][column])
          }, otherwise: nil, types[column])
      }
    case .join(let join) where join.kind == .cross || join.kind == .inner:
      guard let left = LateralRows(join.left), let right = LateralRows(join.right) else {
        return nil
      }
      let width = left.base.width
      func moved(_ expression: Expression) -> Expression { expression.moved { $0 + width } }
      base = .join(Join(.cross, left.base, right.base))
      columns = left.columns + right.columns.map(moved)
      conditions = left.conditions + right.conditions.map(moved)
      let all = columns
      if let condition = join.condition {
        guard !Self.isTooLong([condition], over: all) else { return nil }
        conditions += condition.conjuncts.map { $0.substituted(all) }
      }
      guard join.keys.isEmpty else { return nil }
    default: return nil
    }
  }
}

extension LateralRows {
  /// The most parts of all columns: what is named twice is written twice, level by level.
  private static let largest = 50_000

  /// Whether expressions become too long with others in place of columns.
  private static func isTooLong(_ expressions: [Expression], over columns: [Expression]) -> Bool {
    let sizes = columns.map(\.size)
    return expressions.reduce(0) { $0 + $1.size(withColumnsOf: sizes) } > largest
  }
}
