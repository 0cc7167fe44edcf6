internal import Tables

/// `sum`, `avg`, variances and deviations of decimal numbers: exact sums, and at the end as many digits as
/// PostgreSQL gives.
final class DecimalMoments: AggregateState {
  /// What is remembered of one group.
  struct Group {
    var count: UInt64 = 0
    var sum = DecimalNumber(0)
    var squares = DecimalNumber(0)
  }

  private var moments: [Group] = []
  private let argument: Int
  private let hasSquares: Bool

  init(argument: Int, hasSquares: Bool) {
    self.argument = argument
    self.hasSquares = hasSquares
  }

  func grow(to groups: Int) {
    if groups > moments.count {
      moments += repeatElement(Group(), count: groups - moments.count)
    }
  }

  var byteCount: Int { moments.capacity * MemoryLayout<Group>.stride }

  func add(_ batch: AggregateBatch) {
    guard case .numeric(let values) = batch.chunk.columns[argument].storage else { return }
    batch.forEach { row, group in
      let (value, copies) = (values[row], batch.copies.map { $0[row] } ?? 1)
      moments[group].count += UInt64(copies)
      let times = DecimalNumber(Int128(copies))
      moments[group].sum = moments[group].sum + (copies == 1 ? value : value * times)
      if hasSquares { moments[group].squares = moments[group].squares + value * value * times }
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let theirs = other.moments[group]
      moments[Int(number)].count += theirs.count
      moments[Int(number)].sum = moments[Int(number)].sum + theirs.sum
      moments[Int(number)].squares = moments[Int(number)].squares + theirs.squares
    }
  }

  func tables() -> [Chunk] {
    [
      Chunk(
        columns: [
          Vector(.integer(moments.map { Int64($0.count) })),
          Vector(.numeric(moments.map(\.sum))), Vector(.numeric(moments.map(\.squares))),
        ], rowCount: moments.count)
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let counts = try tables[0].integers(0)
    guard counts.count == groups, tables[0].columns.count == 3,
      case .numeric(let sums) = tables[0].columns[1].storage,
      case .numeric(let squares) = tables[0].columns[2].storage
    else { throw StateColumns.malformed }
    moments = try counts.indices.map { row in
      guard let count = UInt64(exactly: counts[row]) else { throw StateColumns.malformed }
      return Group(count: count, sum: sums[row], squares: squares[row])
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    .decimals(groups) { moments[$0].value(call.signature.name) }
  }
}

extension DecimalMoments.Group {
  /// The value of an aggregate; `nil` for too few rows.
  func value(_ name: String) -> DecimalNumber? {
    guard count > 0 else { return nil }
    let rows = DecimalNumber(Int128(count))
    switch name {
    case "sum": return sum
    case "avg": return sum / rows
    default: break
    }
    let isSample = name != "var_pop" && name != "stddev_pop"
    guard count > (isSample ? 1 : 0) else { return nil }
    // (n Σx² - (Σx)²) / n(n - 1), as PostgreSQL's numeric_stddev_internal.
    let spread = rows * squares - sum * sum
    guard !spread.isZero, !spread.isNegative else { return DecimalNumber(0) }
    let divisor = isSample ? rows * (rows - DecimalNumber(1)) : rows * rows
    let variance = spread / divisor
    return name.hasPrefix("stddev") ? variance.squareRoot(scale: variance.scale) : variance
  }
}
