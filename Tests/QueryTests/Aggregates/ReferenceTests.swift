import Query
import Tables
import Testing

/// Every aggregate against ``SlowAggregation``.
@Suite struct ReferenceTests {
  @Test(
    arguments: [
      ([], [[]], 60), ([0], [[0]], 90), ([2, 1], [[0, 1], [1], []], 90), ([], [[]], 0),
      ([0], [[0]], 0), ([0, 1], [[0, 1], []], 0), ([8], [[0]], 60), ([5], [[0]], 40),
    ] as [([Int], [[Int]], Int)])
  func everyAggregateIsTheSlowOne(keys: [Int], sets: [[Int]], count: Int) throws {
    let rows = TestRows(count, seed: UInt64(count + keys.count))
    let fast = try rows.aggregated(keys: keys, sets: sets, everyCall)
    let slow = try SlowAggregation(rows: rows.rows, keys: keys, sets: sets, calls: everyCall)
      .result()
    try #require(fast.count == slow.count)
    let plain = keys.count + (sets.count > 1 ? 1 : 0)
    for (a, b) in zip(fast, slow) {
      for column in a.indices where !agree(a[column], b[column]) {
        let name = column < plain ? "key" : "\(everyCall[column - plain])"
        Issue.record("\(name): \(a[column]), slow \(b[column])")
      }
    }
  }

  private func agree(_ a: Cell, _ b: Cell) -> Bool {
    if case .real(let x) = a, case .real(let y) = b {
      return abs(x - y) <= 1e-9 * max(1, abs(y))
    }
    return a == b
  }
}
