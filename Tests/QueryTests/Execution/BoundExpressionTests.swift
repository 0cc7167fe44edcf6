import Tables
import Testing

@testable import Query

/// The fast path against the slow one, on the same rows.
@Suite struct BoundExpressionTests {
  static let constants: [String: Cell] = ["gräns": .integer(2), "ord": .text("b")]

  private func outcome(_ body: () throws(QueryError) -> Cell) -> String {
    do {
      return "\(try body())"
    } catch {
      return "error: \(error)"
    }
  }

  /// 25 seeds of 120 expressions over 12 rows each: 3 000 expressions, 36 000 values.
  @Test("random expressions", arguments: 1...25)
  func random(seed: Int) throws {
    var generator = RandomExpression(seed: UInt64(seed))
    let table = RandomRows(12, seed: UInt64(seed)).table()
    let batch = table.batches[0]
    let columns = Dictionary(
      uniqueKeysWithValues: zip(table.schema.names, batch.columns).map { ($0, $1) })
    var kinds: [String: Int] = [:]
    for _ in 0..<120 {
      let expression =
        Bool.random(using: &generator.random)
        ? generator.condition(4) : generator.number(4)
      let bound = BoundExpression(expression, columns: columns, constants: Self.constants)
      for row in 0..<batch.rowCount {
        let cell = { (name: String) throws(QueryError) in
          columns[name]?[row] ?? Self.constants[name] ?? .null
        }
        let slow = outcome { () throws(QueryError) in try expression.evaluated(cell) }
        let fast = outcome { () throws(QueryError) in try bound.value(row: row) }
        #expect(fast == slow, "\(expression.shape), row \(row)")
        let slowTruth = outcome { () throws(QueryError) in
          try expression.truth(cell).map(Cell.boolean) ?? .null
        }
        let fastTruth = outcome { () throws(QueryError) in
          try bound.truth(row: row).map(Cell.boolean) ?? .null
        }
        #expect(fastTruth == slowTruth, "truth of \(expression.shape), row \(row)")
        kinds[String(slow.prefix(4)), default: 0] += 1
      }
    }
    // The generator must not only make errors or nulls.
    #expect(kinds["null", default: 0] > 50)
    #expect(kinds["bool", default: 0] > 100)
    #expect(kinds["real", default: 0] > 50)
    #expect(kinds["erro", default: 0] > 10)
  }

  @Test(
    "comparisons with a literal take the fast path",
    arguments: [
      ("grupp = 'a'", [true, nil, false]),
      ("grupp <> 'a'", [false, nil, true]),
      ("grupp = 'finns ej'", [false, nil, false]),
      ("grupp <> 'finns ej'", [true, nil, true]),
      ("n = 1", [true, nil, false]),
      ("n <> 1", [false, nil, true]),
      ("n = 1 AND grupp = 'a'", [true, nil, false]),
    ] as [(String, [Bool?])])
  func fastPath(text: String, expected: [Bool?]) throws {
    let table = queryTable([
      ("grupp", .text, [.text("a"), .null, .text("b")]),
      ("n", .integer, [.integer(1), .null, .integer(2)]),
    ])
    let columns = Dictionary(
      uniqueKeysWithValues: zip(table.schema.names, table.batches[0].columns).map { ($0, $1) })
    let bound = BoundExpression(try Expression(parsing: text), columns: columns)
    switch bound {
    case .textEquals, .integerEquals, .and: break
    default: Issue.record("\(text) is \(bound)")
    }
    for row in 0..<3 { #expect(try bound.truth(row: row) == expected[row]) }
  }
}
