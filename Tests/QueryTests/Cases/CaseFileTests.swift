import Tables
import Testing

@testable import Query

/// Every case of the `.sql` files here, by the fast executor and by the slow reference.
@Suite struct CaseFileTests {
  /// Noon on 15 January 2024.
  private static let now = Timestamp(secondsSince1970: 1_705_320_000)

  @Test(arguments: CaseFile.cases)
  func givesTheRows(_ sqlCase: SQLCase) {
    for threads in [1, 3] {
      check(sqlCase) { query in
        var options = ExecutionOptions(threads: threads, now: Self.now)
        options.rowsForThreads = 0
        var rows: [[Cell]] = []
        try Execution(query, options: options).run { chunk in
          for row in 0..<chunk.rowCount { rows.append(chunk.columns.map { $0[row] }) }
        }
        return rows
      }
    }
  }

  @Test(arguments: CaseFile.cases)
  func theReferenceGivesTheRows(_ sqlCase: SQLCase) {
    check(sqlCase) { query in
      do {
        return try ReferenceExecutor(scalar: RowEvaluation.value).rows(query.plan)
      } catch let error as QueryError where error.message.hasPrefix("the reference knows") {
        // It holds the plain aggregates only; the statistics have references of their own.
        return nil
      }
    }
  }

  @Test func findsTheFiles() {
    #expect(CaseFile.cases.count > 250)
  }

  /// Runs a case and compares rows or refusal. No rows at all: the runner cannot do it.
  private func check(_ sqlCase: SQLCase, _ run: (BoundQuery) throws -> [[Cell]]?) {
    let found: Result<(names: [String], rows: [[Cell]]), any Error>
    do {
      let statement = try Binder.statement(
        sqlCase.sql, in: CaseCatalogue(tables: sqlCase.tables))
      guard case .query(let query) = statement else {
        Issue.record("no query")
        return
      }
      guard let rows = try run(query) else { return }
      found = .success((query.names, rows))
    } catch {
      found = .failure(error)
    }
    switch (sqlCase.outcome, found) {
    case (.rows(let expected, let inOrder), .success(let result)):
      compare(result.names, result.rows, expected, inOrder: inOrder)
    case (.refusal(let message, let place), .failure(let error as QueryError)):
      #expect(error.message == message)
      if let place { #expect(error.position == place) }
    case (_, .failure(let error)): Issue.record("\(error)")
    case (.refusal(let message, _), .success(let result)):
      Issue.record("\(result.rows), not refused: \(message)")
    }
  }

  private func compare(
    _ names: [String], _ rows: [[Cell]], _ expected: [[String?]], inOrder: Bool
  ) {
    #expect(names == expected.first?.map { $0 ?? "" })
    var rest = Array(expected.dropFirst())
    guard rows.count == rest.count else {
      Issue.record("\(rows.count) rows, not \(rest.count): \(rows)")
      return
    }
    for row in rows {
      let place = inOrder ? 0 : rest.firstIndex { agree(row, $0) } ?? 0
      if !agree(row, rest[place]) { Issue.record("\(row), not \(rest[place])") }
      rest.remove(at: place)
    }
  }

  private func agree(_ row: [Cell], _ texts: [String?]) -> Bool {
    row.count == texts.count && zip(row, texts).allSatisfy(agree)
  }

  private func agree(_ cell: Cell, _ text: String?) -> Bool {
    guard let text else { return cell == .null }
    switch cell {
    case .null: return false
    case .real(let value):
      guard let number = Double(text) else { return false }
      return abs(value - number) <= 1e-9 * max(1, abs(value), abs(number))
    case .integer: return CaseTable.cell(text, .integer) == cell
    // The same number; recorded rows leave zeros at the end out.
    case .numeric(let value): return DecimalNumber(text) == value
    case .boolean: return CaseTable.cell(text, .boolean) == cell
    case .date: return CaseTable.cell(text, .date) == cell
    case .timestamp: return CaseTable.cell(text, .timestamp) == cell
    case .text(let value): return value == text
    case .interval: return false
    }
  }
}
