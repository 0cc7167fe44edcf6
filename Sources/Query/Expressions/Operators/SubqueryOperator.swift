internal import Tables

/// A subquery: run once, or once for each combination of values of the row around it.
final class SubqueryOperator: Operator {
  /// What the rows of one run come to.
  private enum Answer {
    case cell(Cell)
    case comparison(SubqueryComparison)
  }

  let type: ColumnType
  let canFail = true
  let columns: Set<Int>
  private let subquery: Subquery
  private let at: Int
  private let context: EvaluationContext
  private let parameters: [any Operator]
  private let operands: [any Operator]
  private let comparison: String?
  private let isAll: Bool
  private var answers: [[ExactCell]: Answer] = [:]
  /// Beyond this many, answers are forgotten.
  private static let greatestMemory = 100_000

  init(
    _ subquery: Subquery, at: Int, context: EvaluationContext,
    compiled: (Expression) -> any Operator
  ) {
    self.subquery = subquery
    self.at = at
    self.context = context
    type = subquery.type
    parameters = subquery.parameters.map(compiled)
    switch subquery.kind {
    case .scalar, .exists: (operands, comparison, isAll) = ([], nil, false)
    case .any(let expressions, let name):
      (operands, comparison, isAll) = (expressions.map(compiled), name, false)
    case .all(let expressions, let name):
      // `x op ALL` is NOT (x, the opposite op, ANY).
      (operands, comparison, isAll) = (
        expressions.map(compiled), SubqueryComparison.opposite[name] ?? name, true
      )
    }
    columns = parameters.allColumns.union(operands.allColumns)
  }

  func value(in chunk: Chunk) throws -> Operand {
    let values = try parameters.map { try $0.value(in: chunk) }
    let operandValues = try operands.map { try $0.value(in: chunk) }
    let isConstant = values.allSatisfy { if case .constant = $0 { true } else { false } }
    if isConstant {
      switch try answer(values.map { $0[0] }) {
      case .cell(let cell): return .constant(cell)
      case .comparison(let comparison):
        let truth = try comparison.truth(operandValues, count: chunk.rowCount)
        return .vector((isAll ? truth.negated : truth).vector)
      }
    }
    var builder = ColumnBuilder(type)
    for row in 0..<chunk.rowCount {
      switch try answer(values.map { $0[row] }) {
      case .cell(let cell): builder.append(cell)
      case .comparison(let comparison):
        let state = try comparison.state(operandValues.map { $0[row] })
        builder.append(
          state == Truth.unknown ? .null : .boolean((state == Truth.yes) != isAll))
      }
    }
    return .vector(builder.column)
  }

  private func answer(_ values: [Cell]) throws -> Answer {
    let key = values.map(ExactCell.init)
    if let known = answers[key] { return known }
    let rows = try context.run(subquery, values)
    let answer: Answer
    switch subquery.kind {
    case .exists: answer = .cell(.boolean(!rows.isEmpty))
    case .scalar:
      guard rows.count <= 1 else {
        throw QueryError(
          "more than one row returned by a subquery used as an expression",
          at: at > 0 ? at : nil)
      }
      answer = .cell(rows.first?.first ?? .null)
    case .any, .all:
      answer = .comparison(
        try SubqueryComparison(
          comparison ?? "=", rows, types: operands.map(\.type), at: at > 0 ? at : nil))
    }
    if answers.count >= Self.greatestMemory { answers = [:] }
    answers[key] = answer
    return answer
  }
}

/// A cell that equals only the very same: texts by bytes, lengths of time by their parts.
struct ExactCell: Hashable {
  let cell: Cell

  init(_ cell: Cell) { self.cell = cell }

  static func == (a: Self, b: Self) -> Bool {
    switch (a.cell, b.cell) {
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.real(let a), .real(let b)): a.bitPattern == b.bitPattern
    case (.numeric(let a), .numeric(let b)): a == b && a.scale == b.scale
    case (.interval(let a), .interval(let b)):
      a.months == b.months && a.days == b.days && a.microseconds == b.microseconds
    default: a.cell == b.cell
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(cell) }
}

/// The rows of a subquery that values are compared with: `= ANY` and its kin.
final class SubqueryComparison {
  static let opposite = ["=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"]

  private let comparison: String
  private let rows: [[Cell]]
  private let types: [ColumnType]
  /// The values of a single column.
  private let set: ValueSet?
  /// Rows without NULL, and rows with some.
  private var whole: Set<[ExactCell]> = []
  private var partial: [[Cell]] = []
  private var least: Cell = .null
  private var greatest: Cell = .null

  init(_ comparison: String, _ rows: [[Cell]], types: [ColumnType], at: Int?) throws {
    guard types.count == 1 || comparison == "=" || comparison == "<>" else {
      throw QueryError(
        "rows are compared with a subquery by = and <> only", at: at)
    }
    self.comparison = comparison
    self.rows = rows
    self.types = types
    guard types.count == 1 else {
      set = nil
      for row in rows {
        if row.contains(where: \.isNull) {
          partial.append(row)
        } else {
          whole.insert(row.map { ExactCell(Self.canonical($0)) })
        }
      }
      return
    }
    let cells = rows.compactMap(\.first)
    set = ValueSet(cells, type: types[0])
    for cell in cells where !cell.isNull {
      if least.isNull || order(cell, least) < 0 { least = cell }
      if greatest.isNull || order(cell, greatest) > 0 { greatest = cell }
    }
  }

  /// The truth of `operands op ANY (rows)` in every row of a chunk.
  func truth(_ operands: [Operand], count: Int) throws -> Truth {
    if comparison == "=", let set, let operand = operands.first {
      return set.truth(operand, count: count)
    }
    return Truth(
      states: try (0..<count).map { row in try state(operands.map { $0[row] }) })
  }

  func state(_ operands: [Cell]) throws -> UInt8 {
    if rows.isEmpty { return Truth.no }
    guard let set else { return rowState(operands) }
    let cell = operands[0]
    if cell.isNull { return Truth.unknown }
    let absent = set.hasNull ? Truth.unknown : Truth.no
    if least.isNull { return absent }
    let holds: Bool
    switch comparison {
    case "=": return set.truth(.constant(cell), count: 1).states[0]
    case "<>": holds = order(cell, least) != 0 || order(cell, greatest) != 0
    case "<": holds = order(cell, greatest) < 0
    case "<=": holds = order(cell, greatest) <= 0
    case ">": holds = order(cell, least) > 0
    default: holds = order(cell, least) >= 0
    }
    return holds ? Truth.yes : absent
  }

  /// Rows of several columns, compared by = and <>.
  private func rowState(_ operands: [Cell]) -> UInt8 {
    if comparison == "=", !operands.contains(where: \.isNull) {
      if whole.contains(operands.map { ExactCell(Self.canonical($0)) }) { return Truth.yes }
      return best(partial, operands)
    }
    return best(rows, operands)
  }

  private func best(_ rows: [[Cell]], _ operands: [Cell]) -> UInt8 {
    var best = Truth.no
    for row in rows {
      var equal = Truth.yes
      for (a, b) in zip(operands, row) {
        equal = min(
          equal, a.isNull || b.isNull ? Truth.unknown : order(a, b) == 0 ? Truth.yes : Truth.no)
      }
      best = max(best, comparison == "=" ? equal : 2 - equal)
      if best == Truth.yes { break }
    }
    return best
  }

  /// The same cell for equal values.
  private static func canonical(_ cell: Cell) -> Cell {
    switch cell {
    case .real(let value): .real(value == 0 ? 0 : value)
    case .interval(let value):
      .interval(CalendarInterval(microseconds: value.comparableMicroseconds))
    default: cell
    }
  }
}
