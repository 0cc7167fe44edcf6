import Tables
import Testing

@testable import Query

/// Random expressions over random chunks give what the reference gives.
@Suite struct PropertyTests {
  private static let types: [ColumnType] = [
    .boolean, .integer, .real, .text, .date, .timestamp, .interval, .numeric, .integer, .real,
    .text,
    .boolean,
  ]

  @Test(arguments: 0..<8)
  func fastAndSlowAgree(_ part: Int) throws {
    for seed in part * 20..<(part + 1) * 20 {
      var random = RandomExpressions(seed: UInt64(seed + 1), types: Self.types)
      let type = random.pick(ColumnType.allCases)
      let expression = random.expression(type, depth: 4)
      let evaluator = Evaluator(expression, context: .plain)
      let reference = ReferenceEvaluator(expression, context: .plain)
      // Several chunks, as the evaluator keeps caches.
      for _ in 0..<3 {
        let chunk = random.chunk()
        try compare(evaluator, reference, chunk, type, "seed \(seed): \(expression)")
      }
    }
  }

  private func compare(
    _ evaluator: Evaluator, _ reference: ReferenceEvaluator, _ chunk: Chunk, _ type: ColumnType,
    _ what: String
  ) throws {
    let expected = (0..<chunk.rowCount).map { row in
      Result { try reference.value(chunk.columns.map { $0[row] }) }
    }
    let problems = expected.compactMap { result -> QueryError? in
      if case .failure(let error as QueryError) = result { error } else { nil }
    }
    do {
      let vector = try evaluator.evaluate(chunk)
      #expect(problems.isEmpty, "\(what)")
      #expect(vector.type == type && vector.count == chunk.rowCount, "\(what)")
      for (row, wanted) in expected.enumerated() where problems.isEmpty {
        let (value, wanted) = (vector[row], try wanted.get())
        if ExactCell(Self.plain(value)) != ExactCell(Self.plain(wanted)) {
          Issue.record("row \(row): \(value), not \(wanted): \(what)")
          return
        }
      }
    } catch let error as QueryError {
      #expect(Self.isAmong(problems, error), "\(error): \(what)")
    }
    guard type == .boolean else { return }
    do {
      let rows = try evaluator.selected(chunk) ?? (0..<Int32(chunk.rowCount)).map { $0 }
      let wanted = expected.indices.filter { row in
        if case .success(.boolean(true)) = expected[row] { true } else { false }
      }
      #expect(problems.isEmpty && rows == wanted.map { Int32($0) }, "selected: \(what)")
    } catch let error as QueryError {
      #expect(Self.isAmong(problems, error), "\(error): \(what)")
    }
  }

  /// The reference knows neither hints nor the values behind a fault.
  private static func isAmong(_ problems: [QueryError], _ error: QueryError) -> Bool {
    problems.contains { $0.message == error.message && $0.position == error.position }
  }

  /// Both zeros are the same value.
  private static func plain(_ cell: Cell) -> Cell { cell == .real(0) ? .real(0) : cell }
}
