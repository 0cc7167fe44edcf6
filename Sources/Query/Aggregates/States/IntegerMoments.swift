internal import Tables

/// Exact sums of whole numbers, with their squares where wanted: `sum`, `avg`, and the variances.
final class IntegerMoments: RecordState {
  /// Rows, a sum of 128 bits, a sum of squares of 192 bits.
  let records: GroupRecords
  private let argument: Int
  private let hasSquares: Bool

  init(argument: Int, hasSquares: Bool) {
    self.argument = argument
    self.hasSquares = hasSquares
    records = GroupRecords(width: hasSquares ? 6 : 3)
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) {
    guard case .integer(let values) = batch.chunk.columns[argument].storage else { return }
    let words = records.words
    values.withUnsafeBufferPointer { values in
      if let copies = batch.copies {
        batch.forEach { row, group in
          addCopies(values[row], UInt64(copies[row]), to: words + records.width * group)
        }
      } else if hasSquares {
        batch.forEach { row, group in
          let record = words + 6 * group
          let value = values[row]
          Self.add(value, to: record)
          if Int64(Int32(truncatingIfNeeded: value)) == value {
            // Nearly every value, and its square fits one word.
            let sum = record[3].addingReportingOverflow(UInt64(bitPattern: value &* value))
            record[3] = sum.partialValue
            if sum.overflow { Self.add(0, 1, 0, to: record + 3) }
            return
          }
          let square = values[row].magnitude.multipliedFullWidth(by: values[row].magnitude)
          Self.add(square.low, square.high, 0, to: record + 3)
        }
      } else {
        batch.forEach { row, group in Self.add(values[row], to: words + 3 * group) }
      }
    }
  }

  /// Adds a value so many times.
  private func addCopies(
    _ value: Int64, _ copies: UInt64, to record: UnsafeMutablePointer<UInt64>
  ) {
    let sum = Int128(value) * Int128(copies)
    let low = record[1].addingReportingOverflow(UInt64(truncatingIfNeeded: sum))
    record[0] &+= copies
    record[1] = low.partialValue
    record[2] =
      record[2] &+ UInt64(truncatingIfNeeded: sum >> 64) &+ (low.overflow ? 1 : 0)
    guard hasSquares else { return }
    let square = value.magnitude.multipliedFullWidth(by: value.magnitude)
    let below = square.low.multipliedFullWidth(by: copies)
    let above = UInt128(square.high) * UInt128(copies) + UInt128(below.high)
    Self.add(
      below.low, UInt64(truncatingIfNeeded: above), UInt64(truncatingIfNeeded: above >> 64),
      to: record + 3)
  }

  /// Adds a value to the count and the sum.
  @inline(__always)
  private static func add(_ value: Int64, to record: UnsafeMutablePointer<UInt64>) {
    let low = record[1].addingReportingOverflow(UInt64(bitPattern: value))
    record[0] &+= 1
    record[1] = low.partialValue
    record[2] = record[2] &+ UInt64(bitPattern: value >> 63) &+ (low.overflow ? 1 : 0)
  }

  @inline(__always)
  private static func add(
    _ low: UInt64, _ middle: UInt64, _ high: UInt64, to words: UnsafeMutablePointer<UInt64>
  ) {
    let first = words[0].addingReportingOverflow(low)
    let second = words[1].addingReportingOverflow(middle)
    let carried = second.partialValue.addingReportingOverflow(first.overflow ? 1 : 0)
    words[0] = first.partialValue
    words[1] = carried.partialValue
    words[2] = words[2] &+ high &+ (second.overflow ? 1 : 0) &+ (carried.overflow ? 1 : 0)
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let (mine, theirs) = (records[Int(number)], other.records[group])
      mine[0] &+= theirs[0]
      let low = mine[1].addingReportingOverflow(theirs[1])
      mine[1] = low.partialValue
      mine[2] = mine[2] &+ theirs[2] &+ (low.overflow ? 1 : 0)
      if hasSquares { Self.add(theirs[3], theirs[4], theirs[5], to: mine + 3) }
    }
  }

  private func sum(_ group: Int) -> Int128 {
    let record = records[group]
    return Int128(Int64(bitPattern: record[2])) << 64 | Int128(record[1])
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    if call.type == .numeric {
      return .decimals(groups) { group in
        let moments = DecimalMoments.Group(
          count: records[group][0], sum: DecimalNumber(sum(group)),
          squares: hasSquares
            ? DecimalNumber(BigNumber(twosComplement: records[group] + 3, count: 3))
            : DecimalNumber(0))
        return moments.value(call.signature.name)
      }
    }
    switch call.signature.name {
    case "sum":
      return try .integers(groups) { group in
        guard records[group][0] > 0 else { return nil }
        guard let sum = Int64(exactly: sum(group)) else {
          throw call.error("bigint out of range")
        }
        return sum
      }
    case "avg":
      return .reals(groups) { group in
        let sum = sum(group)
        guard records[group][0] > 0 else { return nil }
        return ExactRounding.quotient(
          sum.magnitude, by: records[group][0], exponent: 0, isNegative: sum < 0)
      }
    default:
      let kind = Variance(call.signature.name)
      return try .reals(groups) { group in
        try kind.value(
          count: records[group][0], sum: BigNumber(sum(group)),
          squares: BigNumber(
            twosComplement: records[group] + 3, count: 3), exponent: 0, call)
      }
    }
  }
}
