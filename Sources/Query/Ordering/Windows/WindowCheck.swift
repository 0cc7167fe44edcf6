internal import Tables

/// Refuses window calls that mean nothing, in PostgreSQL's words.
enum WindowCheck {
  /// Which bound of a frame is meant.
  enum Side: String {
    case start = "starting"
    case end = "ending"
  }

  static func check(_ call: WindowCall, types: [ColumnType], hasRows: Bool) throws {
    func refuse(_ message: String, hint: String? = nil) -> QueryError {
      QueryError(message, at: call.at > 0 ? call.at : nil, hint: hint)
    }
    switch call.function {
    case .ranking: break
    case .aggregate(let aggregate):
      if aggregate.isDistinct {
        throw refuse("DISTINCT is not implemented for window functions")
      }
      if aggregate.signature.order == .withinGroup {
        throw refuse(
          "OVER is not supported for ordered-set aggregate \(aggregate.signature.name)")
      }
      if !aggregate.order.isEmpty {
        throw refuse("aggregate ORDER BY is not implemented for window functions")
      }
    }
    let frame = call.frame
    if frame.mode == .groups, call.order.isEmpty {
      throw refuse("GROUPS mode requires an ORDER BY clause")
    }
    for (bound, side) in [(frame.start, Side.start), (frame.end, Side.end)] {
      guard case .preceding(let cell) = bound else {
        if case .following(let cell) = bound { try check(cell, side) }
        continue
      }
      try check(cell, side)
    }
    func check(_ offset: Cell, _ side: Side) throws {
      if offset == .null { throw refuse("frame \(side.rawValue) offset must not be null") }
      if frame.mode != .range {
        guard case .integer(let count) = offset else {
          let mode = frame.mode == .rows ? "ROWS" : "GROUPS"
          throw refuse("argument of \(mode) must be type bigint")
        }
        if count < 0 { throw refuse("frame \(side.rawValue) offset must not be negative") }
        return
      }
      guard call.order.count == 1 else {
        throw refuse(
          "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column")
      }
      let type = types[call.order[0].column]
      guard let distance = WindowDistance(offset, of: type) else {
        let isText = type == .text || type == .boolean
        throw refuse(
          "RANGE with offset PRECEDING/FOLLOWING is not supported for column type \(type.rawValue)"
            + (isText ? "" : " and offset type \(offset.typeName)"),
          hint: isText ? nil : "cast the offset value to an appropriate type")
      }
      if distance.isNegative, hasRows {
        throw refuse("invalid preceding or following size in window function")
      }
    }
  }
}

extension Cell {
  fileprivate var typeName: String {
    switch self {
    case .null: "unknown"
    case .text: "text"
    case .integer: "integer"
    case .real: "real"
    case .numeric: "numeric"
    case .boolean: "boolean"
    case .date: "date"
    case .timestamp: "timestamp"
    case .interval: "interval"
    }
  }
}
