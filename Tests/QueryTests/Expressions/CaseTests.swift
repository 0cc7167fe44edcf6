import Tables
import Testing

@testable import Query

/// Tables of expressions and values.
enum CaseTables {
  static let all = ["numbers": numbers, "texts": texts, "dates": dates, "formats": formats]

  static func lines(_ table: String) -> [String] {
    (all[table] ?? "").split(separator: "\n").map { String($0) }
  }
}

/// Every expression of the tables gives PostgreSQL's value: folded as a constant, with all literals
/// in columns, and with one of them in a column.
@Suite struct CaseTests {
  @Test(arguments: ["numbers", "texts", "dates", "formats"])
  func valuesOfPostgreSQL(_ table: String) throws {
    for line in CaseTables.lines(table) {
      let parts = StringParts.split(line, "  =>  ")
      try #require(parts.count == 2, "\(line)")
      do {
        try check(parts[0], parts[1])
      } catch {
        Issue.record("\(line): \(error)")
      }
    }
  }

  private func check(_ sql: String, _ expected: String) throws {
    let expression = try CaseParser.expression(sql)
    let one = Chunk(columns: [], rowCount: 1)
    try compare(outcome(expression, one, 0), expected, "constant")

    var literals: [(Cell, ColumnType)] = []
    let ofColumns = Self.columns(expression, &literals, limit: Int.max)
    // NULL is an error for format, and reaches what other values do not.
    let isWhole = sql.hasPrefix("format") || sql.hasSuffix("1 / 0)") || sql.contains("1 / 0 =")
    let rows = [isWhole, true, true, isWhole, true]
    let chunk = Chunk(
      columns: literals.map { cell, type in
        Vector(rows.map { $0 ? cell : .null }, type: type)
      }, rowCount: rows.count)
    for row in [1, 2, 4] {
      try compare(outcome(ofColumns, chunk, row), expected, "columns")
    }

    guard !literals.isEmpty else { return }
    for place in literals.indices {
      var ignored: [(Cell, ColumnType)] = []
      let ofOne = Self.columns(expression, &ignored, limit: place)
      for row in [1, 4] {
        try compare(outcome(ofOne, chunk, row), expected, "column \(place)")
      }
    }
    let empty = chunk.gathered([])
    #expect(try Evaluator(ofColumns, context: .plain).evaluate(empty).count == 0)
  }

  private struct Difference: Error, CustomStringConvertible {
    var description: String
  }

  private func compare(
    _ outcome: Result<Cell, any Error>, _ expected: String, _ form: String
  ) throws {
    if !matches(outcome, expected) { throw Difference(description: "\(form): \(outcome)") }
  }

  private func outcome(
    _ expression: Expression, _ chunk: Chunk, _ row: Int
  ) -> Result<Cell, any Error> {
    Result { try Evaluator(expression, context: .plain).evaluate(chunk)[row] }
  }

  private func matches(_ outcome: Result<Cell, any Error>, _ expected: String) -> Bool {
    switch outcome {
    case .success(.null): return expected == "<NULL>"
    case .success(.boolean(let truth)):
      return expected == (truth ? "t" : "f") || expected == truth.description
    case .success(.real(let value)):
      guard let wanted = Double(expected) else { return false }
      return abs(value - wanted) <= abs(wanted) * 1e-14
    case .success(let cell): return Array(cell.sqlText.utf8) == Array(expected.utf8)
    case .failure(let error as QueryError): return "ERROR " + error.message == expected
    case .failure: return false
    }
  }

  /// The expression with literals in columns: all, or the one of a number.
  private static func columns(
    _ expression: Expression, _ literals: inout [(Cell, ColumnType)], limit: Int
  ) -> Expression {
    var changed = literals
    func inner(_ expression: Expression) -> Expression {
      columns(expression, &changed, limit: limit)
    }
    let result: Expression
    switch expression {
    case .literal(let cell, let type):
      let number = changed.count
      changed.append((cell, type))
      result = limit == Int.max || limit == number ? .column(number, type) : expression
    case .call(let signature, let arguments, let at):
      result = .call(signature, arguments.map(inner), at: at)
    case .and(let all): result = .and(all.map(inner))
    case .or(let all): result = .or(all.map(inner))
    case .not(let operand): result = .not(inner(operand))
    case .isNull(let operand, let negated): result = .isNull(inner(operand), negated: negated)
    case .choose(let branches, let otherwise, let type):
      result = .choose(
        branches.map { .init(condition: inner($0.condition), result: inner($0.result)) },
        otherwise: otherwise.map(inner), type)
    case .coalesce(let all, let type): result = .coalesce(all.map(inner), type)
    case .cast(let operand, let type, let limit, let at):
      result = .cast(inner(operand), type, limit, at: at)
    case .isIn(let operand, let list, let negated):
      result = .isIn(inner(operand), list.map(inner), negated: negated)
    default: result = expression
    }
    literals = changed
    return result
  }
}

extension EvaluationContext {
  /// Without subqueries, on a day in 2024.
  static var plain: EvaluationContext {
    EvaluationContext(now: Timestamp(secondsSince1970: 1_706_689_815)) { _, _ in [] }
  }
}
