import Query
import TableFixtures
import Tables
import Testing

/// Sums of doubles are exact until they are rounded once.
@Suite struct SumTests {
  /// Shewchuk 1997, Adaptive precision floating-point arithmetic: partial sums that do not overlap,
  /// rounded to even at the end, as `math.fsum` does.
  private func slowSum(_ values: [Double]) -> Double {
    var partials: [Double] = []
    for value in values {
      var x = value
      var kept: [Double] = []
      for partial in partials {
        let (large, small) = abs(x) < abs(partial) ? (partial, x) : (x, partial)
        let sum = large + small
        let rest = small - (sum - large)
        if rest != 0 { kept.append(rest) }
        x = sum
      }
      partials = kept + [x]
    }
    guard var sum = partials.popLast() else { return 0 }
    var rest = 0.0
    while let next = partials.popLast() {
      let before = sum
      sum += next
      rest = next - (sum - before)
      if rest != 0 { break }
    }
    if let next = partials.last, rest != 0, (rest < 0) == (next < 0) {
      let doubled = rest * 2
      let moved = sum + doubled
      if moved - sum == doubled { sum = moved }
    }
    return sum
  }

  private func fast(_ name: String, _ values: [Double]) throws -> Cell {
    let rows = values.map { value -> [Cell] in
      var row = [Cell](repeating: .null, count: TestRows.types.count)
      row[3] = .real(value)
      return row
    }
    let partial = PartialAggregation(
      Aggregate(input: TestRows.input, keys: [], sets: [[]], calls: [call(name, [3])]),
      memory: MemoryBudget())
    for start in stride(from: 0, to: rows.count, by: 50) {
      try partial.add(
        TestRows.chunk(rows[start..<min(rows.count, start + 50)]), ordinal: UInt64(start))
    }
    return try cells(partial.finished())[0][0]
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func sumsAreThoseOfShewchuk(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let spread = [2, 40, 300, 900][Int(seed % 4)]
    var values = (0..<300).map { _ in
      Double(
        sign: random.below(2) == 0 ? .plus : .minus, exponent: random.below(2 * spread) - spread,
        significand: 1 + Double(random.below(1 << 52)) * 0x1p-52)
    }
    // Cancellation.
    values += values.prefix(200).map { -$0 }
    #expect(try fast("sum", values) == .real(slowSum(values)))
  }

  @Test func knownSums() throws {
    for (values, sum) in [
      ([1e308, 1e308, -1e308, -1e308, 1e-308], 1e-308), ([1e16, 1, -1e16], 1),
      (Array(repeating: 0.1, count: 10), 1), ([0.0, -0.0], 0),
      ([.leastNonzeroMagnitude, .leastNonzeroMagnitude], 2 * .leastNonzeroMagnitude),
      ([1, 0x1p-53], 1), ([1, 0x1p-53, .leastNonzeroMagnitude], 1 + 0x1p-52),
    ] as [([Double], Double)] {
      #expect(try fast("sum", values) == .real(sum), "\(values)")
    }
  }

  /// A decimal that is not exact, many times: a running sum is off in the tenth digit.
  @Test func manyTenths() throws {
    let chunk = Chunk(
      columns: TestRows.types.map { type in
        type == .real
          ? Vector(.real(Array(repeating: 0.1, count: 10_000)))
          : Vector.constant(.null, type, count: 10_000)
      }, rowCount: 10_000)
    let partial = PartialAggregation(
      Aggregate(
        input: TestRows.input, keys: [], sets: [[]],
        calls: [call("sum", [3]), call("avg", [3]), call("var_pop", [3])]),
      memory: MemoryBudget())
    for part in 0..<10 { try partial.add(chunk, ordinal: UInt64(part) << 32) }
    #expect(
      try cells(partial.finished()) == [[.real(10_000), .real(0.1), .real(0)]])
  }

  /// NIST StRD NumAcc4: 1001 values around 10 000 000.2, standard deviation 0.1.
  @Test func numAcc4() throws {
    let values =
      [10_000_000.2]
      + (0..<500).flatMap { _ in [10_000_000.1, 10_000_000.3] }
    guard case .real(let mean) = try fast("avg", values),
      case .real(let deviation) = try fast("stddev", values)
    else { throw QueryError("no number") }
    #expect(mean == 10_000_000.2)
    // The values themselves are rounded at the ninth digit after the point.
    #expect(abs(deviation - 0.1) < 2e-9)
  }

  @Test func sumsOutOfRangeAreRefusedMeansAreNot() throws {
    #expect(throws: QueryError("value out of range: overflow")) {
      try fast("sum", [1e308, 1e308])
    }
    #expect(try fast("avg", [1e308, 1e308]) == .real(1e308))
    #expect(try fast("stddev_pop", [-1e308, 1e308]) == .real(1e308))
    let big = TestRows(0, seed: 0)
    #expect(big.rows.isEmpty)
    var rows = [[Cell]](repeating: Array(repeating: .null, count: TestRows.types.count), count: 2)
    rows[0][5] = .integer(.max)
    rows[1][5] = .integer(.max)
    let partial = PartialAggregation(
      Aggregate(
        input: TestRows.input, keys: [], sets: [[]], calls: [call("sum", [5], at: 8)]),
      memory: MemoryBudget())
    try partial.add(TestRows.chunk(rows), ordinal: 0)
    #expect(throws: QueryError("bigint out of range", at: 8)) { try partial.finished() }
    let mean = PartialAggregation(
      Aggregate(input: TestRows.input, keys: [], sets: [[]], calls: [call("avg", [5])]),
      memory: MemoryBudget())
    try mean.add(TestRows.chunk(rows), ordinal: 0)
    #expect(try cells(mean.finished()) == [[.real(0x1p63)]])
  }
}
