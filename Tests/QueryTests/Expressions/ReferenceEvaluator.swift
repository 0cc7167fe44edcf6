package import Query
package import Tables

/// Evaluates expressions row by row over cells, as simply as possible: what fast evaluators are
/// compared with. It knows operators, logic, casts and a few functions.
package struct ReferenceEvaluator {
  private let expression: Expression
  private let context: EvaluationContext
  /// What the operands of the `with` around come to.
  private var operands: [Cell] = []

  package init(_ expression: Expression, context: EvaluationContext) {
    self.expression = expression
    self.context = context
  }

  /// The value for a row.
  package func value(_ row: [Cell]) throws -> Cell { try value(expression, row) }

  private func value(_ expression: Expression, _ row: [Cell]) throws -> Cell {
    switch expression {
    case .literal(let cell, let type):
      if type == .real, case .integer(let value) = cell { return .real(Double(value)) }
      return cell
    case .column(let column, _): return row[column]
    case .parameter(let number, _): return context.parameters[number]
    case .and(let all): return try logic(all, row, deciding: false)
    case .or(let all): return try logic(all, row, deciding: true)
    case .not(let operand):
      if case .boolean(let truth) = try value(operand, row) { return .boolean(!truth) }
      return .null
    case .isNull(let operand, let negated):
      return .boolean(isNull(try value(operand, row)) != negated)
    case .choose(let branches, let otherwise, _):
      for branch in branches where try value(branch.condition, row) == .boolean(true) {
        return try value(branch.result, row)
      }
      return try otherwise.map { try value($0, row) } ?? .null
    case .coalesce(let all, _):
      for operand in all {
        let cell = try value(operand, row)
        if !isNull(cell) { return cell }
      }
      return .null
    case .isIn(let operand, let list, let negated):
      let cell = try value(operand, row)
      var result: Bool? = false
      for element in list {
        let other = try value(element, row)
        if isNull(cell) || isNull(other) {
          result = nil
        } else if ordered(cell, other) == 0 {
          return .boolean(!negated)
        }
      }
      return result.map { .boolean($0 != negated) } ?? .null
    case .cast(let operand, let type, let limit, let at):
      let cell = try value(operand, row)
      return try placed(at) { try cast(cell, type, limit) }
    case .call(let signature, let arguments, let at):
      let cells = try arguments.map { try value($0, row) }
      if signature.isStrict, cells.contains(where: isNull) { return .null }
      return try placed(at) { try ReferenceFunctions.call(signature, cells) }
    case .subquery(let subquery, let at): return try self.subquery(subquery, at, row)
    case .with(let operands, let body):
      var inner = self
      inner.operands = try operands.map { try value($0, row) }
      return try inner.value(body, row)
    case .operand(let number, _): return operands[number]
    }
  }

  private func placed(_ at: Int, _ body: () throws -> Cell) throws -> Cell {
    do {
      return try body()
    } catch let error as QueryError {
      throw QueryError(error.message, at: at, hint: error.hint)
    }
  }

  private func logic(_ all: [Expression], _ row: [Cell], deciding: Bool) throws -> Cell {
    var isUnknown = false
    for operand in all {
      let cell = try value(operand, row)
      if cell == .boolean(deciding) { return cell }
      if isNull(cell) { isUnknown = true }
    }
    return isUnknown ? .null : .boolean(!deciding)
  }

  private func subquery(_ subquery: Subquery, _ at: Int, _ row: [Cell]) throws -> Cell {
    let rows = try context.run(subquery, try subquery.parameters.map { try value($0, row) })
    func compared(_ operands: [Expression], _ name: String, any: Bool) throws -> Cell {
      let cells = try operands.map { try value($0, row) }
      var isUnknown = false
      for other in rows {
        var truths: [Bool?] = []
        for (a, b) in zip(cells, other) {
          truths.append(isNull(a) || isNull(b) ? nil : ReferenceFunctions.compare(name, a, b))
        }
        // Equality of rows is an AND, inequality an OR.
        let decisive = name == "<>"
        let truth: Bool? =
          truths.contains(decisive) ? decisive : truths.contains(nil) ? nil : !decisive
        if truth == any { return .boolean(any) }
        if truth == nil { isUnknown = true }
      }
      return isUnknown ? .null : .boolean(!any)
    }
    switch subquery.kind {
    case .exists: return .boolean(!rows.isEmpty)
    case .scalar:
      if rows.count > 1 {
        throw QueryError(
          "more than one row returned by a subquery used as an expression", at: at)
      }
      return rows.first?.first ?? .null
    case .any(let operands, let name): return try compared(operands, name, any: true)
    case .all(let operands, let name): return try compared(operands, name, any: false)
    }
  }

  private func cast(_ cell: Cell, _ type: ColumnType, _ limit: CastLimit?) throws -> Cell {
    if case .orNull(let limit)? = limit { return (try? cast(cell, type, limit)) ?? .null }
    switch (cell, type) {
    case (.null, _): return .null
    case (.integer(let value), .integer):
      if limit == .bits(32), Int32(exactly: value) == nil {
        throw QueryError("integer out of range")
      }
      return cell
    case (.integer(let value), .numeric): return .numeric(DecimalNumber(Int128(value)))
    case (.integer(let value), .real): return .real(Double(value))
    case (.real(let value), .integer):
      let rounded = value.rounded(.toNearestOrEven)
      guard let whole = Int64(exactly: rounded) else {
        throw QueryError(limit == .bits(32) ? "integer out of range" : "bigint out of range")
      }
      return try cast(.integer(whole), .integer, limit)
    case (.boolean(let value), .integer): return .integer(value ? 1 : 0)
    case (.integer(let value), .boolean): return .boolean(value != 0)
    case (.text(let text), .integer):
      let trimmed = text.split(separator: " ").joined(separator: " ")
      guard let value = Int64(trimmed) else {
        if !trimmed.isEmpty, trimmed.allSatisfy({ "0123456789".contains($0) }) {
          throw QueryError("value is out of range for type bigint")
        }
        throw QueryError("invalid input syntax for type bigint")
      }
      return .integer(value)
    case (.integer(let value), .text): return .text(String(value))
    case (.boolean(let value), .text): return .text(value ? "true" : "false")
    case (.date(let value), .text): return .text(value.description)
    case (.date(let value), .timestamp):
      return .timestamp(Timestamp(secondsSince1970: Int64(value.daysSince1970) * 86_400))
    case (.timestamp(let value), .date): return .date(value.date)
    default: return cell
    }
  }
}

func isNull(_ cell: Cell) -> Bool {
  if case .null = cell { true } else { false }
}

/// The order of two cells, by bytes for texts.
func ordered(_ a: Cell, _ b: Cell) -> Int {
  func by<Value: Comparable>(_ a: Value, _ b: Value) -> Int { a == b ? 0 : a < b ? -1 : 1 }
  switch (a, b) {
  case (.text(let a), .text(let b)):
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    if a == b { return 0 }
    return a.lexicographicallyPrecedes(b) ? -1 : 1
  case (.integer(let a), .integer(let b)): return by(a, b)
  case (.real(let a), .real(let b)): return by(a, b)
  case (.numeric(let a), .numeric(let b)): return by(a, b)
  case (.date(let a), .date(let b)): return by(a, b)
  case (.timestamp(let a), .timestamp(let b)): return by(a, b)
  case (.interval(let a), .interval(let b)): return by(a, b)
  case (.boolean(let a), .boolean(let b)): return by(a ? 1 : 0, b ? 1 : 0)
  default: return 2
  }
}
