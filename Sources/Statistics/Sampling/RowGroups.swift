/// Rows with weight, sorted into domains. Within a domain they keep their order.
struct RowGroups: Sendable {
  private let rows: [Int32]
  private let starts: [Int]

  var count: Int { starts.count - 1 }

  subscript(group: Int) -> ArraySlice<Int32> { rows[starts[group]..<starts[group + 1]] }

  /// All rows with weight in one group.
  init(weights: [Double]) {
    rows = weights.indices.lazy.filter { weights[$0] > 0 }.map { Int32($0) }
    starts = [0, rows.count]
  }

  /// One group for each code from 0 up to `count - 1`; the codes are checked.
  init(codes: [Int], count: Int, weights: [Double]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for row in codes.indices where weights[row] > 0 { starts[codes[row] + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: starts[count])
    for row in codes.indices where weights[row] > 0 {
      let code = codes[row]
      rows[next[code]] = Int32(row)
      next[code] += 1
    }
    (self.rows, self.starts) = (rows, starts)
  }
}
