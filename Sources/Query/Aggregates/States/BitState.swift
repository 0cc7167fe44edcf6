internal import Tables

/// `bit_and` and `bit_or`.
final class BitState: RecordState {
  /// Rows, the bits that are missing somewhere, the bits that are there somewhere.
  let records = GroupRecords(width: 3)
  private let argument: Int

  init(argument: Int) {
    self.argument = argument
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) {
    guard case .integer(let values) = batch.chunk.columns[argument].storage else { return }
    batch.forEach { row, group in
      let record = records[group]
      let bits = UInt64(bitPattern: values[row])
      record[0] &+= 1
      record[1] |= ~bits
      record[2] |= bits
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let (mine, theirs) = (records[Int(number)], other.records[group])
      mine[0] &+= theirs[0]
      mine[1] |= theirs[1]
      mine[2] |= theirs[2]
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    let isAnd = call.signature.name == "bit_and"
    return .integers(groups) { group in
      let record = records[group]
      if record[0] == 0 { return nil }
      return Int64(bitPattern: isAnd ? ~record[1] : record[2])
    }
  }
}
