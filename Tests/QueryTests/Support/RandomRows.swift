import Tables

/// Rows of every kind of column, with nulls, by a seed.
struct RandomRows {
  struct Row {
    var group: String?
    var wave: Int64?
    var count: Int64?
    var figure: Double?
    var flag: Bool?
    var day: CalendarDate?
  }

  var rows: [Row]

  init(_ count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    rows = (0..<count).map { _ in
      // One cell in six is missing.
      func maybe<Value>(_ value: Value) -> Value? {
        Int.random(in: 0..<6, using: &random) == 0 ? nil : value
      }
      let magnitude: Double = [1, 1e-6, 1e12].randomElement(using: &random) ?? 1
      return Row(
        group: maybe(["a", "b", "ö", ""].randomElement(using: &random) ?? "a"),
        wave: maybe(Int64.random(in: 1...3, using: &random)),
        count: maybe(Int64.random(in: -50...50, using: &random)),
        figure: maybe(Double.random(in: -1...1, using: &random) * magnitude),
        flag: maybe(Bool.random(using: &random)),
        day: maybe(
          CalendarDate(daysSince1970: Int32.random(in: 19_000...19_400, using: &random))))
    }
  }

  /// The rows as a table in batches of so many rows.
  func table(batchSize: Int = 50) -> Table {
    queryTable(
      [
        ("grupp", .text, rows.map { $0.group.map(Cell.text) ?? .null }),
        ("omgang", .integer, rows.map { $0.wave.map(Cell.integer) ?? .null }),
        ("antal", .integer, rows.map { $0.count.map(Cell.integer) ?? .null }),
        ("tal", .real, rows.map { $0.figure.map(Cell.real) ?? .null }),
        ("ja", .boolean, rows.map { $0.flag.map(Cell.boolean) ?? .null }),
        ("dag", .date, rows.map { $0.day.map(Cell.date) ?? .null }),
      ], batchSize: batchSize)
  }
}

/// The sum as if computed without rounding, rounded once (J. R. Shewchuk, "Adaptive Precision
/// Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997): another way than the
/// compensated sum that it checks.
func exactSum(_ numbers: [Double]) -> Double {
  var parts: [Double] = []
  for number in numbers {
    var x = number
    var kept: [Double] = []
    for part in parts {
      let (large, small) = abs(x) < abs(part) ? (part, x) : (x, part)
      let high = large + small
      let low = small - (high - large)
      if low != 0 { kept.append(low) }
      x = high
    }
    parts = kept + [x]
  }
  return parts.reduce(0, +)
}

/// Whether two cells are equal; numbers of double precision to 1e-12 of their size.
func near(_ a: Cell, _ b: Cell) -> Bool {
  guard case .real(let x) = a, case .real(let y) = b else { return a == b }
  return abs(x - y) <= 1e-12 * max(abs(x), abs(y))
}
