internal import Tables

/// Exact sums of doubles, with their squares where wanted: `sum`, `avg`, the variances, and the
/// effective size of weights. See ``RealWindow``.
final class RealMoments: AggregateState {
  /// Rows, a sum of 128 bits, a sum of squares of 320 bits.
  private let records: GroupRecords
  private let argument: Int
  private let hasSquares: Bool
  /// Whether the values are weights, which must not be negative.
  private let refusal: QueryError?
  private var window = RealWindow()
  private var outside: [UInt32: (sum: LongSum, squares: LongSum)] = [:]

  init(argument: Int, hasSquares: Bool, refusingNegative refusal: QueryError? = nil) {
    self.argument = argument
    self.hasSquares = hasSquares
    self.refusal = refusal
    records = GroupRecords(width: hasSquares ? 8 : 3)
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount + outside.count * 1800 }

  func add(_ batch: AggregateBatch) throws {
    guard case .real(let values) = batch.chunk.columns[argument].storage else { return }
    try values.withUnsafeBufferPointer { values in
      if let refusal {
        var isNegative = false
        batch.forEach { row, _ in isNegative = isNegative || values[row] < 0 }
        if isNegative { throw refusal }
      }
      if window.start == nil {
        var largest = 0.0
        batch.forEach { row, _ in
          let copies = batch.copies.map { Double($0[row]) } ?? 1
          largest = max(largest, abs(values[row]) * copies)
        }
        window.settle(largest)
      }
      let start = window.start ?? 1
      let words = records.words
      if let copies = batch.copies {
        batch.forEach { row, group in
          addCopies(values[row], UInt64(copies[row]), start: start, to: UInt32(group))
        }
      } else if hasSquares {
        batch.forEach { row, group in
          let record = words + 8 * group
          let bits = values[row].bitPattern
          let shift = (bits &>> 52 & 0x7FF) &- start
          let magnitude = bits & RealWindow.fraction | RealWindow.leading
          let sign = Int64(bitPattern: bits) &>> 63
          let number = (Int64(bitPattern: magnitude) ^ sign) &- sign
          record[0] &+= 1
          if shift < RealWindow.size, WordSums.add(number, shift: shift, to: record + 1) {
            WordSums.addSquare(magnitude, shift: 2 &* shift, to: record + 3)
          } else {
            addSlowly(values[row], shift, UInt32(truncatingIfNeeded: group))
          }
        }
      } else {
        batch.forEach { row, group in
          let record = words + 3 * group
          let bits = values[row].bitPattern
          let shift = (bits &>> 52 & 0x7FF) &- start
          let magnitude = bits & RealWindow.fraction | RealWindow.leading
          let sign = Int64(bitPattern: bits) &>> 63
          let number = (Int64(bitPattern: magnitude) ^ sign) &- sign
          record[0] &+= 1
          if shift >= RealWindow.size || !WordSums.add(number, shift: shift, to: record + 1) {
            addSlowly(values[row], shift, UInt32(truncatingIfNeeded: group))
          }
        }
      }
    }
  }

  /// Adds a value so many times: a power of two of it for each bit of the number.
  private func addCopies(_ value: Double, _ copies: UInt64, start: UInt64, to group: UInt32) {
    let record = records[Int(group)]
    record[0] &+= copies
    let bits = value.bitPattern
    let shift = (bits &>> 52 & 0x7FF) &- start
    let magnitude = bits & RealWindow.fraction | RealWindow.leading
    let number = value < 0 ? -Int64(magnitude) : Int64(magnitude)
    var rest = copies
    while rest != 0 {
      let power = UInt64(rest.trailingZeroBitCount)
      rest &= rest - 1
      if shift < RealWindow.size, shift + power < RealWindow.size,
        WordSums.add(number, shift: shift + power, to: record + 1)
      {
        if hasSquares {
          WordSums.addSquare(magnitude, shift: 2 * shift + power, to: record + 3)
        }
      } else {
        addSlowly(value, shift, group, power: Int(power))
      }
    }
  }

  /// Adds a value times a power of two.
  private func addSlowly(_ value: Double, _ shift: UInt64, _ group: UInt32, power: Int = 0) {
    if value == 0 { return }
    if shift < RealWindow.size, let start = window.start {
      // The sum is full: it moves out, so that the next values find room.
      move(records[Int(group)], start: start, to: group)
    }
    let (magnitude, exponent, isNegative) = RealWindow.parts(value)
    withOutside(group) { sums in
      sums.sum.add(UInt128(magnitude), exponent: exponent + power, isNegative: isNegative)
      if hasSquares {
        sums.squares.add(
          UInt128(magnitude) * UInt128(magnitude), exponent: 2 * exponent + power,
          isNegative: false)
      }
    }
  }

  func tables() -> [Chunk] {
    [
      records.columns, Chunk(columns: [window.column], rowCount: 1),
      StateColumns.digits(of: outside.mapValues { [$0.sum, $0.squares] }),
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 3)
    try records.read(tables[0], groups: groups)
    try window.read(tables[1], column: 0)
    outside = try StateColumns.sums(
      from: tables[2], groups: groups, empty: [LongSum(order: 1), LongSum(order: 2)]
    ).mapValues { ($0[0], $0[1]) }
  }

  private func withOutside(
    _ group: UInt32, _ body: (inout (sum: LongSum, squares: LongSum)) -> Void
  ) {
    body(&outside[group, default: (LongSum(order: 1), LongSum(order: 2))])
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, sums) in other.outside {
      withOutside(numbers[Int(group)]) {
        $0.sum.add(sums.sum)
        if hasSquares { $0.squares.add(sums.squares) }
      }
    }
    guard let theirs = other.window.start else {
      // All values of the other are 0.
      for (group, number) in numbers.enumerated() {
        records[Int(number)][0] &+= other.records[group][0]
      }
      return
    }
    let start = min(theirs, window.start ?? theirs)
    lower(to: start)
    let shift = Int(theirs - start)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: records.width) { copy in
      guard let copy = copy.baseAddress else { return }
      for (group, number) in numbers.enumerated() {
        let record = records[Int(number)]
        copy.update(from: other.records[group], count: records.width)
        record[0] &+= copy[0]
        guard shifted(copy, by: shift) else {
          move(copy, start: theirs, to: number)
          continue
        }
        if !WordSums.add(copy + 1, to: record + 1, count: 2) {
          move(copy, start: start, to: number)
        } else if hasSquares {
          // 320 bits have room for more rows than there can be.
          _ = WordSums.add(copy + 3, to: record + 3, count: 5)
        }
      }
    }
  }

  /// Moves the window's start down.
  private func lower(to start: UInt64) {
    if let old = window.start, old > start {
      for group in 0..<records.count where !shifted(records[group], by: Int(old - start)) {
        move(records[group], start: old, to: UInt32(group))
      }
    }
    window.move(to: start)
  }

  /// Counts a record in lower bits; `false`, and nothing changed, where it does not fit.
  private func shifted(_ record: UnsafeMutablePointer<UInt64>, by bits: Int) -> Bool {
    if bits == 0 { return true }
    if hasSquares {
      // Squares that are added later need room above.
      guard WordSums.canShift(record + 1, by: bits, count: 2, limit: 128) else { return false }
      guard WordSums.shift(record + 3, by: 2 * bits, count: 5, limit: 256) else { return false }
    }
    return WordSums.shift(record + 1, by: bits, count: 2, limit: 128)
  }

  /// Moves what a record holds to the sums outside, and leaves it empty but for its count.
  private func move(_ record: UnsafeMutablePointer<UInt64>, start: UInt64, to group: UInt32) {
    let exponent = Int(start) - 1075
    withOutside(group) { sums in
      sums.sum.add(twosComplement: record + 1, count: 2, exponent: exponent)
      if hasSquares {
        sums.squares.add(twosComplement: record + 3, count: 5, exponent: 2 * exponent)
      }
    }
    for place in 1..<records.width { record[place] = 0 }
  }

  /// The exact sums of a group, and the exponent of the lowest bit of the sum.
  private func exact(_ group: Int) -> (sum: BigNumber, squares: BigNumber, exponent: Int) {
    let record = records[group]
    var sum = BigNumber(twosComplement: record + 1, count: 2)
    var squares =
      hasSquares ? BigNumber(twosComplement: record + 3, count: 5) : BigNumber(0)
    guard let more = outside[UInt32(group)] else { return (sum, squares, window.exponent) }
    let shift = window.exponent - LongSum.least
    sum = sum << shift + more.sum.number
    squares = squares << (2 * shift) + more.squares.number
    return (sum, squares, LongSum.least)
  }

  private func sum(_ group: Int) -> Double {
    if outside.isEmpty || outside[UInt32(group)] == nil {
      let record = records[group]
      let sum = Int128(Int64(bitPattern: record[2])) << 64 | Int128(record[1])
      return ExactRounding.double(
        sum.magnitude, exponent: window.exponent, isNegative: sum < 0)
    }
    let exact = exact(group)
    return exact.sum.double(exponent: exact.exponent)
  }

  private func mean(_ group: Int) -> Double {
    let count = records[group][0]
    if outside.isEmpty || outside[UInt32(group)] == nil {
      let record = records[group]
      let sum = Int128(Int64(bitPattern: record[2])) << 64 | Int128(record[1])
      return ExactRounding.quotient(
        sum.magnitude, by: count, exponent: window.exponent, isNegative: sum < 0)
    }
    let exact = exact(group)
    let (magnitude, shift, isMore) = exact.sum.divided(by: [count])
    return ExactRounding.double(
      magnitude, exponent: shift + exact.exponent, isMore: isMore,
      isNegative: exact.sum.isNegative)
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    switch call.signature.name {
    case "sum":
      return try .reals(groups) { group in
        guard records[group][0] > 0 else { return nil }
        let sum = sum(group)
        guard sum.isFinite else { throw call.error("value out of range: overflow") }
        return sum
      }
    case "avg": return .reals(groups) { records[$0][0] > 0 ? mean($0) : nil }
    case "effective_n", "design_effect":
      let isEffect = call.signature.name == "design_effect"
      return .reals(groups) { group in
        let exact = exact(group)
        guard !exact.squares.isZero else { return nil }
        let size =
          exact.sum.scaled(exponent: 0) * exact.sum.scaled(exponent: 0)
          / exact.squares.scaled(exponent: 0)
        let count = ScaledNumber(Double(records[group][0]), exponent: 0)
        return isEffect ? max(1, (count / size).double) : min(size.double, count.double)
      }
    default:
      let kind = Variance(call.signature.name)
      return try .reals(groups) { group in
        let exact = exact(group)
        return try kind.value(
          count: records[group][0], sum: exact.sum, squares: exact.squares,
          exponent: exact.exponent, call)
      }
    }
  }
}
