internal import Tables

/// A window function before its columns are known.
struct PendingWindow: Hashable {
  enum Function: Hashable {
    case ranking(String, arguments: [Expression], type: ColumnType, number: NumberType?)
    case aggregate(PendingAggregate)
  }

  var function: Function
  var partition: [Expression]
  var order: [PendingSort]
  var frame: WindowFrame
  var at: Int

  var type: ColumnType {
    switch function {
    case .ranking(_, _, let type, _): type
    case .aggregate(let aggregate): aggregate.signature.result
    }
  }

  /// What PostgreSQL calls the result, if it is a number.
  var number: NumberType? {
    switch function {
    case .ranking(_, _, _, let number): number
    case .aggregate(let aggregate): aggregate.number
    }
  }

  func rewritten(_ body: (Expression) throws -> Expression) rethrows -> PendingWindow {
    var copy = self
    switch function {
    case .ranking(let name, let arguments, let type, let number):
      copy.function = .ranking(
        name, arguments: try arguments.map(body), type: type, number: number)
    case .aggregate(let aggregate): copy.function = .aggregate(try aggregate.rewritten(body))
    }
    copy.partition = try partition.map(body)
    copy.order = try order.map {
      var key = $0
      key.expression = try body($0.expression)
      return key
    }
    return copy
  }

  var withoutPlaces: PendingWindow {
    var copy = rewritten(\.withoutPlaces)
    copy.at = 0
    if case .aggregate(let aggregate) = copy.function {
      copy.function = .aggregate(aggregate.withoutPlaces)
    }
    return copy
  }
}

extension Binding {
  /// A function with OVER: a column that gets its place later.
  func windowFunction(_ name: String, _ node: SyntaxNode, in level: Level) throws -> BoundExpression
  {
    switch level.clause {
    case .aggregate, .filter:
      throw error("aggregate function calls cannot contain window function calls", node)
    case .window: throw error("window function calls cannot be nested", node)
    case let clause where !clause.allowsWindows:
      throw error(
        "window functions are not allowed in \(clause.rawValue)", node,
        hint: "compute it in a query in FROM, and use its column")
    default: break
    }
    guard let over = node.node("over") else { throw error("OVER is missing", node) }
    let outer = level.clause
    defer { level.clause = outer }
    level.clause = .window
    let function: PendingWindow.Function
    if FunctionTable.rankings.contains(name) {
      function = try ranking(name, node, in: level)
    } else if FunctionTable.aggregates[name] != nil {
      if node.isTrue("agg_distinct") {
        throw error("DISTINCT is not implemented for window functions", node)
      }
      if node.isTrue("agg_within_group") {
        throw error("OVER is not supported for ordered-set aggregate \(name)", node)
      }
      if node["agg_order"] != nil {
        throw error("aggregate ORDER BY is not implemented for window functions", node)
      }
      function = .aggregate(try pendingAggregate(name, node, in: level, clause: .window))
    } else if FunctionTable.scalars[name] != nil {
      throw error(
        "OVER specified, but \(name) is not a window function nor an aggregate function", node)
    } else {
      throw unknownFunction(name, [], node)
    }
    let definition = try window(over, in: level)
    let pending = PendingWindow(
      function: function, partition: definition.partition, order: definition.order,
      frame: definition.frame, at: at(node))
    let key = pending.withoutPlaces
    let index = level.windows.firstIndex { $0.withoutPlaces == key } ?? level.windows.count
    if index == level.windows.count { level.windows.append(pending) }
    return BoundExpression(.column(Level.windowBase + index, pending.type), at: at(node))
      .numbered(pending.number)
  }

  private func ranking(_ name: String, _ node: SyntaxNode, in level: Level) throws
    -> PendingWindow.Function
  {
    if node["agg_filter"] != nil {
      throw error("FILTER is not implemented for non-aggregate window functions", node)
    }
    if node["agg_distinct"] != nil || node["agg_order"] != nil || node["agg_star"] != nil {
      throw error("function \(name) takes no DISTINCT, ORDER BY or *", node)
    }
    let arguments = try node.list("args").map { try expression($0, in: level) }
    func wrong(_ form: String) -> QueryError {
      error(
        "function \(Self.form(name, arguments)) does not exist", node, hint: "known: \(form)")
    }
    func whole(_ bound: BoundExpression, _ form: String) throws -> Expression {
      guard bound.isUnknown || bound.type == .integer else { throw wrong(form) }
      return converted(bound, to: .integer)
    }
    var all: [Expression] = []
    let type: ColumnType
    var number: NumberType?
    switch name {
    case "row_number", "rank", "dense_rank", "percent_rank", "cume_dist":
      guard arguments.isEmpty else { throw wrong("\(name)()") }
      type = name == "percent_rank" || name == "cume_dist" ? .real : .integer
    case "ntile":
      guard arguments.count == 1 else { throw wrong("ntile(integer)") }
      all = [try whole(arguments[0], "ntile(integer)")]
      type = .integer
      number = .integer
    case "lag", "lead":
      let form = "\(name)(value), \(name)(value, integer), \(name)(value, integer, value)"
      guard (1...3).contains(arguments.count) else { throw wrong(form) }
      let values = arguments.enumerated().filter { $0.offset != 1 }.map(\.element)
      type = try common(values, of: name.uppercased())
      number = values.numberType
      all = [converted(arguments[0], to: type)]
      if arguments.count > 1 { all.append(try whole(arguments[1], form)) }
      if arguments.count > 2 { all.append(converted(arguments[2], to: type)) }
    case "nth_value":
      let form = "nth_value(value, integer)"
      guard arguments.count == 2 else { throw wrong(form) }
      all = [arguments[0].expression, try whole(arguments[1], form)]
      type = arguments[0].type
      number = arguments[0].number
    default:
      guard arguments.count == 1 else { throw wrong("\(name)(value)") }
      all = [arguments[0].expression]
      type = arguments[0].type
      number = arguments[0].number
    }
    return .ranking(name, arguments: all, type: type, number: number)
  }

  private typealias Definition = (
    partition: [Expression], order: [PendingSort], frame: WindowFrame
  )

  private func window(_ node: SyntaxNode, in level: Level, depth: Int = 0) throws -> Definition {
    func named(_ name: String) throws -> (Definition, SyntaxNode) {
      guard let found = level.namedWindows[name], depth < 64 else {
        throw error("window \"\(name)\" does not exist", node)
      }
      return (try window(found, in: level, depth: depth + 1), found)
    }
    // OVER w; a WINDOW clause carries its own name.
    if depth == 0, let name = node.text("name") { return try named(name).0 }
    var base: Definition = ([], [], WindowFrame())
    if let name = node.text("refname") {
      let (definition, found) = try named(name)
      base = definition
      if !node.list("partitionClause").isEmpty {
        throw error("cannot override PARTITION BY clause of window \"\(name)\"", node)
      }
      if !node.list("orderClause").isEmpty, !base.order.isEmpty {
        throw error("cannot override ORDER BY clause of window \"\(name)\"", node)
      }
      if (found.number("frameOptions") ?? 0) & FrameBits.nonDefault != 0 {
        throw error("cannot copy window \"\(name)\" because it has a frame clause", node)
      }
    }
    let partition = try node.list("partitionClause").map {
      try expression($0, in: level).expression
    }
    let order = try node.list("orderClause").map { try sort($0, in: level, clause: .window) }
    let pending = base.order + order.map(\.pending)
    let frame = try self.frame(node, order: pending, in: level)
    return (base.partition + partition, pending, frame)
  }

  private func frame(_ node: SyntaxNode, order: [PendingSort], in level: Level) throws
    -> WindowFrame
  {
    let bits = node.number("frameOptions") ?? 0
    guard bits & FrameBits.nonDefault != 0 else { return WindowFrame() }
    let mode: WindowFrame.Mode =
      bits & FrameBits.rows != 0 ? .rows : bits & FrameBits.groups != 0 ? .groups : .range
    if mode == .groups, order.isEmpty {
      throw error("GROUPS mode requires an ORDER BY clause", node)
    }
    func offset(_ field: String, _ what: String) throws -> Cell {
      guard let value = node.node(field) else { throw error("frame \(what) is missing", node) }
      let outer = level.clause
      level.clause = .limit
      defer { level.clause = outer }
      let bound = try expression(value, in: level)
      var wanted = ColumnType.integer
      if mode == .range {
        guard order.count == 1 else {
          throw error(
            "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column", node)
        }
        switch order[0].expression.type {
        case .integer: wanted = bound.type == .real ? .real : .integer
        case .real: wanted = .real
        case .numeric: wanted = .numeric
        case .date, .timestamp:
          wanted = bound.type == .integer && !bound.isUnknown ? .integer : .interval
        case .interval: wanted = .interval
        case .text, .boolean:
          throw error(
            "RANGE with offset PRECEDING/FOLLOWING is not supported for column type "
              + order[0].expression.type.rawValue, value)
        }
        if wanted == .integer, order[0].expression.type != .integer {
          throw error("a distance of dates is an interval", value, hint: "write interval '1 day'")
        }
      }
      guard bound.isUnknown || bound.type.becomes(wanted) else {
        throw error(
          "frame \(what) must be of type \(wanted.rawValue), not type \(bound.typeName)", value)
      }
      let cell = try self.value(converted(bound, to: wanted), at: bound.at, of: "frame \(what)")
      let isNegative: Bool =
        switch cell {
        case .integer(let number): number < 0
        case .real(let number): number < 0
        case .numeric(let number): number.isNegative
        case .interval(let length): length < CalendarInterval()
        default: false
        }
      if cell == .null { throw error("frame \(what) must not be null", value) }
      if isNegative { throw error("frame \(what) must not be negative", value) }
      return cell
    }
    let start: WindowFrame.Bound =
      if bits & FrameBits.startOffsetPreceding != 0 {
        .preceding(try offset("startOffset", "starting offset"))
      } else if bits & FrameBits.startOffsetFollowing != 0 {
        .following(try offset("startOffset", "starting offset"))
      } else if bits & FrameBits.startCurrentRow != 0 {
        .currentRow
      } else {
        .unboundedPreceding
      }
    let end: WindowFrame.Bound =
      if bits & FrameBits.endOffsetPreceding != 0 {
        .preceding(try offset("endOffset", "ending offset"))
      } else if bits & FrameBits.endOffsetFollowing != 0 {
        .following(try offset("endOffset", "ending offset"))
      } else if bits & FrameBits.endUnboundedFollowing != 0 {
        .unboundedFollowing
      } else {
        .currentRow
      }
    let exclusion: WindowFrame.Exclusion =
      if bits & FrameBits.excludeCurrentRow != 0 {
        .currentRow
      } else if bits & FrameBits.excludeGroup != 0 {
        .group
      } else if bits & FrameBits.excludeTies != 0 {
        .ties
      } else {
        .none
      }
    return WindowFrame(mode: mode, start: start, end: end, exclusion: exclusion)
  }
}

/// The bits of a frame in PostgreSQL's parse tree.
private enum FrameBits {
  static let nonDefault = 0x1
  static let rows = 0x4
  static let groups = 0x8
  static let endUnboundedFollowing = 0x100
  static let startCurrentRow = 0x200
  static let startOffsetPreceding = 0x800
  static let endOffsetPreceding = 0x1000
  static let startOffsetFollowing = 0x2000
  static let endOffsetFollowing = 0x4000
  static let excludeCurrentRow = 0x8000
  static let excludeGroup = 0x1_0000
  static let excludeTies = 0x2_0000
}
