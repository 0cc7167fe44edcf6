/// Ordered numbers and the groups they belong to, as they came; brought together by group when they
/// are asked for.
struct ValueLog {
  private var values: [Int64] = []
  private var owners: [UInt32] = []
  /// Where each group's values begin, once they are together.
  private var starts: [Int] = []
  private var isTogether = false

  var byteCount: Int { values.capacity * 8 + owners.capacity * 4 + starts.capacity * 8 }
  var count: Int { values.count }

  mutating func append(_ value: Int64, to group: UInt32) {
    values.append(value)
    owners.append(group)
    isTogether = false
  }

  mutating func append(
    _ more: UnsafeBufferPointer<Int64>, to groups: UnsafeBufferPointer<UInt32>
  ) {
    values.append(contentsOf: more)
    owners.append(contentsOf: groups)
    isTogether = false
  }

  mutating func append(
    _ other: ValueLog, numbers: [UInt32], _ translate: (Int64) -> Int64 = { $0 }
  ) {
    values.append(contentsOf: other.values.map(translate))
    owners.append(contentsOf: other.owners.lazy.map { numbers[Int($0)] })
    isTogether = false
  }

  /// Lends the values of a group, which may be put in another order.
  mutating func withValues<Result>(
    of group: Int, groups: Int, _ body: (UnsafeMutableBufferPointer<Int64>) throws -> Result
  ) rethrows -> Result {
    if !isTogether || starts.count != groups + 1 { bringTogether(groups) }
    let range = starts[group]..<starts[group + 1]
    return try values.withUnsafeMutableBufferPointer {
      try body(UnsafeMutableBufferPointer(rebasing: $0[range]))
    }
  }

  /// Sorts by group: counts, then moves.
  private mutating func bringTogether(_ groups: Int) {
    starts = Array(repeating: 0, count: groups + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    let (old, oldOwners) = (values, owners)
    next.withUnsafeMutableBufferPointer { next in
      values.withUnsafeMutableBufferPointer { values in
        owners.withUnsafeMutableBufferPointer { owners in
          for (value, owner) in zip(old, oldOwners) {
            let place = next[Int(owner)]
            next[Int(owner)] = place + 1
            values[place] = value
            owners[place] = owner
          }
        }
      }
    }
    isTogether = true
  }
}
