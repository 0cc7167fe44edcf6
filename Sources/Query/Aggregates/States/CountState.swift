internal import Tables

/// `count`: the number of rows that count.
final class CountState: RecordState {
  let records = GroupRecords(width: 1)

  func grow(to groups: Int) { records.grow(to: groups) }
  var byteCount: Int { records.byteCount }

  func add(_ batch: AggregateBatch) {
    let words = records.words
    if let copies = batch.copies {
      batch.forEach { words[$1] &+= UInt64(copies[$0]) }
    } else {
      batch.forEach { words[$1] &+= 1 }
    }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() {
      records[Int(number)][0] &+= other.records[group][0]
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    Vector(.integer(groups.map { Int64(records[Int($0)][0]) }))
  }
}
