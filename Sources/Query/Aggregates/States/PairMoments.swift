internal import Tables

/// Exact sums of two columns, their squares and their products: regression, correlation and
/// weighted means. The first argument is y (or the value), the second x (or the weight).
final class PairMoments: AggregateState {
  /// Rows, Σx and Σy of 128 bits, Σx², Σy² and Σxy of 320 bits.
  private let records = GroupRecords(width: 20)
  private let first: Int
  private let second: Int
  /// Why a negative second value is refused, where it is.
  private let refusal: QueryError?
  private var windows = (x: RealWindow(), y: RealWindow())
  private var outside: [UInt32: [LongSum]] = [:]

  /// Where each sum stands in a record, and its words.
  private static let places = [(1, 2), (3, 2), (5, 5), (10, 5), (15, 5)]

  init(first: Int, second: Int, refusingNegative refusal: QueryError? = nil) {
    self.first = first
    self.second = second
    self.refusal = refusal
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount + outside.count * 4600 }

  func add(_ batch: AggregateBatch) throws {
    guard case .real(let xs) = batch.chunk.columns[second].storage else { return }
    let ys: [Double]
    switch batch.chunk.columns[first].storage {
    case .real(let values): ys = values
    case .boolean(let values): ys = values.map { $0 ? 1 : 0 }
    default: return
    }
    try xs.withUnsafeBufferPointer { xs in
      try ys.withUnsafeBufferPointer { ys in try add(batch, xs, ys) }
    }
  }

  private func add(
    _ batch: AggregateBatch, _ xs: UnsafeBufferPointer<Double>, _ ys: UnsafeBufferPointer<Double>
  ) throws {
    var largest = (x: 0.0, y: 0.0)
    var least = 0.0
    batch.forEach { row, _ in
      largest = (max(largest.x, abs(xs[row])), max(largest.y, abs(ys[row])))
      least = min(least, xs[row])
    }
    if least < 0, let refusal { throw refusal }
    windows.x.settle(largest.x)
    windows.y.settle(largest.y)
    let (startX, startY) = (windows.x.start ?? 1, windows.y.start ?? 1)
    let words = records.words
    batch.forEach { row, group in
      let record = words + 20 * group
      record[0] &+= 1
      let (x, y) = (Self.inside(xs[row], startX), Self.inside(ys[row], startY))
      if let x, let y, WordSums.add(x.number, shift: x.shift, to: record + 1) {
        if WordSums.add(y.number, shift: y.shift, to: record + 3) {
          WordSums.addSquare(x.number.magnitude, shift: 2 &* x.shift, to: record + 5)
          WordSums.addSquare(y.number.magnitude, shift: 2 &* y.shift, to: record + 10)
          WordSums.add(
            Int128(x.number) * Int128(y.number), shift: x.shift &+ y.shift, to: record + 15)
          return
        }
        // Taken back: what fitted once fits again.
        _ = WordSums.add(-x.number, shift: x.shift, to: record + 1)
      }
      addOutside(xs[row], ys[row], UInt32(truncatingIfNeeded: group))
    }
  }

  @inline(__always)
  private static func inside(
    _ value: Double, _ start: UInt64
  ) -> (number: Int64, shift: UInt64)? {
    if value == 0 { return (0, 0) }
    let bits = value.bitPattern
    let shift = (bits &>> 52 & 0x7FF) &- start
    guard shift < RealWindow.size else { return nil }
    let magnitude = Int64(bitPattern: bits & RealWindow.fraction | RealWindow.leading)
    return (value < 0 ? -magnitude : magnitude, shift)
  }

  private func addOutside(_ x: Double, _ y: Double, _ group: UInt32) {
    let (x, y) = (RealWindow.parts(x), RealWindow.parts(y))
    withOutside(group) { sums in
      sums[0].add(UInt128(x.magnitude), exponent: x.exponent, isNegative: x.isNegative)
      sums[1].add(UInt128(y.magnitude), exponent: y.exponent, isNegative: y.isNegative)
      let products = [
        (UInt128(x.magnitude) * UInt128(x.magnitude), 2 * x.exponent, false),
        (UInt128(y.magnitude) * UInt128(y.magnitude), 2 * y.exponent, false),
        (
          UInt128(x.magnitude) * UInt128(y.magnitude), x.exponent + y.exponent,
          x.isNegative != y.isNegative
        ),
      ]
      for (place, product) in products.enumerated() {
        sums[2 + place].add(product.0, exponent: product.1, isNegative: product.2)
      }
    }
  }

  private static var noSums: [LongSum] { [1, 1, 2, 2, 2].map { LongSum(order: $0) } }

  private func withOutside(_ group: UInt32, _ body: (inout [LongSum]) -> Void) {
    body(&outside[group, default: Self.noSums])
  }

  func tables() -> [Chunk] {
    [
      records.columns, Chunk(columns: [windows.x.column, windows.y.column], rowCount: 1),
      StateColumns.digits(of: outside),
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 3)
    try records.read(tables[0], groups: groups)
    try windows.x.read(tables[1], column: 0)
    try windows.y.read(tables[1], column: 1)
    outside = try StateColumns.sums(
      from: tables[2], groups: groups, empty: Self.noSums)
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, sums) in other.outside {
      withOutside(numbers[Int(group)]) { mine in
        for place in mine.indices { mine[place].add(sums[place]) }
      }
    }
    // A side that saw only zeros fits any window.
    if windows.x.start == nil { windows.x.move(to: other.windows.x.start) }
    if windows.y.start == nil { windows.y.move(to: other.windows.y.start) }
    let agrees =
      (other.windows.x.start ?? windows.x.start) == windows.x.start
      && (other.windows.y.start ?? windows.y.start) == windows.y.start
    for (group, number) in numbers.enumerated() {
      let (mine, theirs) = (records[Int(number)], other.records[group])
      if theirs[0] == 0 { continue }
      mine[0] &+= theirs[0]
      if agrees, merge(theirs, into: mine) { continue }
      withOutside(number) { other.move(theirs, to: &$0) }
    }
  }

  private func merge(
    _ theirs: UnsafeMutablePointer<UInt64>, into mine: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    guard WordSums.add(theirs + 1, to: mine + 1, count: 2) else { return false }
    guard WordSums.add(theirs + 3, to: mine + 3, count: 2) else {
      WordSums.subtract(theirs + 1, from: mine + 1)
      return false
    }
    for (place, count) in Self.places.dropFirst(2) {
      _ = WordSums.add(theirs + place, to: mine + place, count: count)
    }
    return true
  }

  /// Adds what a record of this state holds to sums outside.
  private func move(_ record: UnsafeMutablePointer<UInt64>, to sums: inout [LongSum]) {
    for (place, exponent) in exponents.enumerated() {
      let (start, count) = Self.places[place]
      sums[place].add(twosComplement: record + start, count: count, exponent: exponent)
    }
  }

  /// The exponents of the lowest bits of the sums.
  private var exponents: [Int] {
    let (x, y) = (windows.x.exponent, windows.y.exponent)
    return [x, y, 2 * x, 2 * y, x + y]
  }

  /// The exact sums of a group.
  private func sums(_ group: Int) -> PairSums {
    let record = records[group]
    var numbers = Self.places.map { BigNumber(twosComplement: record + $0, count: $1) }
    var (x, y) = (windows.x.exponent, windows.y.exponent)
    if let more = outside[UInt32(group)] {
      for (place, exponent) in exponents.enumerated() {
        numbers[place] =
          numbers[place] << (exponent - more[place].exponent) + more[place].number
      }
      (x, y) = (LongSum.least, LongSum.least)
    }
    return PairSums(count: record[0], numbers, x: x, y: y)
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    if call.signature.name == "regr_count" {
      return Vector(.integer(groups.map { Int64(records[Int($0)][0]) }))
    }
    return try .reals(groups) { group in
      guard let value = sums(group).value(call.signature.name) else { return nil }
      guard value.isFinite else { throw call.error("value out of range: overflow") }
      return value
    }
  }
}
