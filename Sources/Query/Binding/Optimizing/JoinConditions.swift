internal import Tables

/// The conditions of one join, sorted into keys and the rest.
struct JoinConditions {
  let leftWidth: Int
  private var keys: [(left: Expression, right: Expression)] = []
  private var rest: [Expression] = []

  init(leftWidth: Int) {
    self.leftWidth = leftWidth
  }

  /// Both sides of an equality between the left and the right.
  static func sides(_ condition: Expression, isLeft: (Int) -> Bool) -> (
    left: Expression, right: Expression
  )? {
    guard case .call(let signature, let operands, _) = condition, signature.name == "=",
      operands.count == 2, operands[0].type == operands[1].type, !condition.hasSubquery,
      !condition.isVolatile
    else { return nil }
    let first = operands[0].columns
    let second = operands[1].columns
    guard !first.isEmpty, !second.isEmpty else { return nil }
    if first.allSatisfy(isLeft), !second.contains(where: isLeft) {
      return (operands[0], operands[1])
    }
    if second.allSatisfy(isLeft), !first.contains(where: isLeft) {
      return (operands[1], operands[0])
    }
    return nil
  }

  /// Adds what must hold, over the columns of left and right together.
  mutating func add(_ condition: Expression) {
    if let (left, right) = Self.sides(condition, isLeft: { $0 < leftWidth }) {
      keys.append((left, right.moved { $0 - leftWidth }))
    } else {
      rest.append(condition)
    }
  }

  /// The join, whose columns are those of left and right as they were.
  func join(_ kind: Join.Kind, _ left: Plan, _ right: Plan) -> Plan {
    let leftKeys = Self.adding(keys.map(\.left), to: left)
    let rightKeys = Self.adding(keys.map(\.right), to: right)
    let rightWidth = right.width
    let newLeft = leftKeys.plan.width
    let condition = Expression.all(rest)?.moved {
      $0 < leftWidth ? $0 : newLeft + $0 - leftWidth
    }
    var kind = kind
    if kind == .cross, !(keys.isEmpty && condition == nil) { kind = .inner }
    if kind == .inner, keys.isEmpty, condition == nil { kind = .cross }
    let join = Join(
      kind, leftKeys.plan, rightKeys.plan,
      keys: zip(leftKeys.positions, rightKeys.positions).map { (left: $0, right: $1) },
      condition: condition)
    let types = join.types
    let isOneSided = kind == .semi || kind == .anti
    let wanted =
      Array(0..<leftWidth) + (isOneSided ? [] : Array(newLeft..<newLeft + rightWidth))
    if wanted.count == types.count { return .join(join) }
    return .project(.join(join), wanted.map { .column($0, types[$0]) })
  }

  /// A plan with computed columns added, and where these are.
  private static func adding(_ expressions: [Expression], to plan: Plan) -> (
    plan: Plan, positions: [Int]
  ) {
    var all = plan.allColumns
    let width = all.count
    let positions = expressions.map { expression -> Int in
      if case .column(let column, _) = expression { return column }
      all.append(expression)
      return all.count - 1
    }
    return (all.count == width ? plan : .project(plan, all), positions)
  }
}
