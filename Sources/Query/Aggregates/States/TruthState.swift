internal import Tables

/// How many values of a condition are true, of how many: `bool_and`, `bool_or`, `share` and what
/// is inferred from a share.
final class TruthState: RecordState {
  /// Rows, and those that are true.
  let records = GroupRecords(width: 2)
  private let argument: Int

  init(argument: Int) {
    self.argument = argument
  }

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) {
    guard case .boolean(let values) = batch.chunk.columns[argument].storage else { return }
    let words = records.words
    values.withUnsafeBufferPointer { values in
      if let copies = batch.copies {
        return batch.forEach { row, group in
          words[2 * group] &+= UInt64(copies[row])
          words[2 * group + 1] &+= values[row] ? UInt64(copies[row]) : 0
        }
      }
      batch.forEach { row, group in
        words[2 * group] &+= 1
        words[2 * group + 1] &+= values[row] ? 1 : 0
      }
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      let record = records[Int(number)]
      record[0] &+= other.records[group][0]
      record[1] &+= other.records[group][1]
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) throws -> Vector {
    func counts(_ group: Int) -> (rows: Int, positive: Int) {
      (Int(records[group][0]), Int(records[group][1]))
    }
    switch call.signature.name {
    case "bool_and", "every":
      return .booleans(groups) {
        let (rows, positive) = counts($0)
        return rows == 0 ? nil : rows == positive
      }
    case "bool_or":
      return .booleans(groups) {
        let (rows, positive) = counts($0)
        return rows == 0 ? nil : positive > 0
      }
    case "share":
      return .reals(groups) {
        let (rows, positive) = counts($0)
        return rows == 0 ? nil : Double(positive) / Double(rows)
      }
    default:
      let inference = try ShareInference(call)
      return try .reals(groups) {
        let (rows, positive) = counts($0)
        return try inference.value(rows: rows, positive: positive)
      }
    }
  }
}
