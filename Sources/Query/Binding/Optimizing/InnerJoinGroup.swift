internal import Tables

/// Inner and cross joins that stand together: the order is free, so each table is joined when there
/// is an equality for it.
struct InnerJoinGroup {
  private var inputs: [(plan: Plan, start: Int)] = []
  private var conditions: [Expression] = []
  private var width = 0

  /// Takes the inputs of nested inner joins, from the left.
  mutating func collect(_ plan: Plan) {
    guard case .join(let join) = plan, join.kind == .inner || join.kind == .cross,
      join.keys.isEmpty
    else {
      inputs.append((plan, width))
      width += plan.width
      return
    }
    let start = width
    collect(join.left)
    collect(join.right)
    conditions += join.condition?.conjuncts.map { $0.moved { $0 + start } } ?? []
  }

  /// The conditions with what follows from them.
  private func withImplied(_ written: [Expression], _ owner: [Int]) -> [Expression] {
    let all = ImpliedConditions.factored(written)
    return all + all.flatMap { ImpliedConditions.onOneTable($0, owner: owner) }
      + ImpliedConditions.constants(all)
  }

  /// The join of all.
  func joined(_ above: [Expression], _ pushing: FilterPushdown) -> Plan {
    var own: [[Expression]] = inputs.map { _ in [] }
    var waiting: [(condition: Expression, inputs: Set<Int>)] = []
    var owner: [Int] = []
    for (index, input) in inputs.enumerated() {
      owner += Array(repeating: index, count: input.plan.width)
    }
    for condition in withImplied(conditions + above, owner) {
      let needed = Set(condition.columns.map { owner[$0] })
      if needed.count > 1 || condition.isVolatile {
        waiting.append((condition, needed))
      } else {
        let index = needed.first ?? 0
        own[index].append(condition.moved { $0 - inputs[index].start })
      }
    }
    let plans = inputs.indices.map { pushing.pushed(inputs[$0].plan, own[$0]) }

    var plan = plans[0]
    var taken: Set<Int> = [0]
    // Where the columns of all inputs stand in `plan`.
    var position: [Int: Int] = [:]
    for column in 0..<plan.width { position[column] = column }
    var left = Array(inputs.indices.dropFirst())
    while !left.isEmpty {
      let next =
        left.firstIndex { candidate in
          waiting.contains { entry in
            entry.inputs.contains(candidate)
              && entry.inputs.isSubset(of: taken.union([candidate]))
              && JoinConditions.sides(entry.condition, isLeft: { owner[$0] != candidate }) != nil
          }
        } ?? 0
      let index = left.remove(at: next)
      taken.insert(index)
      let leftWidth = plan.width
      for column in 0..<plans[index].width {
        position[inputs[index].start + column] = leftWidth + column
      }
      var sides = JoinConditions(leftWidth: leftWidth)
      for entry in waiting where entry.inputs.isSubset(of: taken) {
        sides.add(entry.condition.moved { position[$0] ?? 0 })
      }
      waiting.removeAll { $0.inputs.isSubset(of: taken) }
      plan = sides.join(.inner, plan, plans[index])
    }
    let types = plan.types
    let wanted = (0..<width).map { position[$0] ?? 0 }
    if wanted == Array(0..<width) { return plan }
    return .project(plan, wanted.map { .column($0, types[$0]) })
  }
}
