internal import Tables

extension Binding {
  /// LIMIT and OFFSET of a plan that is in an order.
  func limited(
    _ plan: Plan, _ node: SyntaxNode, _ surroundings: Surroundings, order: [SortKey]
  ) throws -> Plan {
    func bound(_ field: String, _ word: String) throws -> Expression? {
      guard let value = node.node(field) else { return nil }
      let level = Level(surroundings, from: .nothing)
      level.clause = .limit
      let bound = try expression(value, in: level)
      guard bound.isUnknown || bound.type == .integer else {
        throw error(
          "argument of \(word) must be type bigint, not type \(bound.typeName)", value)
      }
      let converted = self.converted(bound, to: .integer)
      if case .parameter = converted { return converted }
      switch try self.value(converted, at: bound.at, of: "argument of \(word)") {
      case .integer(let number):
        if number < 0 { throw error("\(word) must not be negative", value) }
        return .literal(.integer(number), .integer)
      default: return nil
      }
    }
    let count = try bound("limitCount", "LIMIT")
    let offset = try bound("limitOffset", "OFFSET")
    if node.text("limitOption") == "LIMIT_OPTION_WITH_TIES" {
      return try tied(plan, node, count: count, offset: offset, order: order)
    }
    if count == nil, offset == nil { return plan }
    return .limit(plan, count: count, offset: offset)
  }

  /// FETCH FIRST … WITH TIES: besides the rows asked for, those that the order puts at the same place
  /// as the last of them. Their rank is then that of a row asked for.
  private func tied(
    _ plan: Plan, _ node: SyntaxNode, count: Expression?, offset: Expression?, order: [SortKey]
  ) throws -> Plan {
    guard let count else {
      throw error(
        "row count cannot be null in FETCH FIRST ... WITH TIES", node.node("limitCount") ?? node)
    }
    guard case .literal(.integer(let rows), _) = count else {
      throw error(
        "FETCH … WITH TIES of a column is not supported", node.node("limitCount") ?? node,
        hint: "filter by rank() OVER (…)")
    }
    var skipped: Int64 = 0
    if let offset {
      guard case .literal(.integer(let number), _) = offset else {
        throw error(
          "OFFSET of a column is not supported before WITH TIES", node.node("limitOffset") ?? node,
          hint: "filter by rank() OVER (…)")
      }
      skipped = number
    }
    if rows == 0 { return .limit(plan, count: count, offset: nil) }
    let (last, isBeyond) = skipped.addingReportingOverflow(rows)
    func ranking(_ name: String, _ order: [SortKey]) -> WindowCall {
      WindowCall(
        .ranking(name, arguments: [], type: .integer), partition: [], order: order,
        frame: WindowFrame())
    }
    let types = plan.types
    let ranked = Plan.window(
      Window(input: plan, calls: [ranking("row_number", []), ranking("rank", order)]))
    func test(_ column: Int, _ name: String, _ number: Int64) -> Expression {
      .call(
        ScalarSignature(name, [.integer, .integer], .boolean),
        [.column(types.count + column, .integer), .literal(.integer(number), .integer)], at: 0)
    }
    let isAsked = Expression.and([test(0, ">", skipped), test(1, "<=", isBeyond ? .max : last)])
    return .project(
      .filter(ranked, isAsked), types.enumerated().map { .column($0.offset, $0.element) })
  }
}
