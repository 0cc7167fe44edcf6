internal import Tables

/// `min` or `max` of values that are ordered like whole numbers: all but texts and lengths of time.
final class ExtremeState: RecordState {
  /// Whether there is a value, and the least or largest ordered number.
  let records = GroupRecords(width: 2)
  private let argument: Int
  private let isMax: Bool

  init(argument: Int, isMax: Bool) {
    self.argument = argument
    self.isMax = isMax
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) {
    switch batch.chunk.columns[argument].storage {
    case .integer(let values), .timestamp(let values): add(batch, values) { $0 }
    case .real(let values): add(batch, values) { OrderedBits.ordered($0) }
    case .date(let values): add(batch, values) { Int64($0) }
    case .boolean(let values): add(batch, values) { $0 ? 1 : 0 }
    case .text, .numeric, .interval: return
    }
  }

  @inline(__always)
  private func add<Value>(
    _ batch: AggregateBatch, _ values: [Value], _ ordered: (Value) -> Int64
  ) {
    let words = records.words
    values.withUnsafeBufferPointer { values in
      if isMax {
        batch.forEach { row, group in
          let (record, value) = (words + 2 * group, ordered(values[row]))
          if record[0] == 0 || value > Int64(bitPattern: record[1]) {
            record[0] = 1
            record[1] = UInt64(bitPattern: value)
          }
        }
      } else {
        batch.forEach { row, group in
          let (record, value) = (words + 2 * group, ordered(values[row]))
          if record[0] == 0 || value < Int64(bitPattern: record[1]) {
            record[0] = 1
            record[1] = UInt64(bitPattern: value)
          }
        }
      }
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let (mine, theirs) = (records[Int(number)], other.records[group])
      if theirs[0] == 0 { continue }
      let (a, b) = (Int64(bitPattern: mine[1]), Int64(bitPattern: theirs[1]))
      if mine[0] == 0 || (isMax ? b > a : b < a) {
        mine[0] = 1
        mine[1] = theirs[1]
      }
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    let ordered = Vector.integers(groups) { group in
      records[group][0] == 0 ? nil : Int64(bitPattern: records[group][1])
    }
    return OrderedBits.vector(ordered, call.type)
  }
}
