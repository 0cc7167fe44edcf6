/// How many pairs of people two measurements put into the same order, and how many into opposite
/// orders.
///
/// Sorting by x and then counting the exchanges that sorting by y takes needs `n log n` steps
/// instead of the n² of comparing all pairs.
///
/// Knight 1966, A computer method for calculating Kendall's tau with ungrouped data.
struct Concordance {
  /// All pairs of people.
  let pairs: Int
  /// Pairs with equal x, with equal y.
  let tiedInX: Int
  let tiedInY: Int
  /// Pairs in the same order minus pairs in opposite orders.
  let difference: Int
  /// How many people share each value that several people share.
  let tiesOfX: [Int]
  let tiesOfY: [Int]

  /// Compares two samples of the same size, of at least two finite values each.
  init(_ x: [Double], _ y: [Double]) {
    let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
    let (sortedX, second) = (order.map { x[$0] }, order.map { y[$0] })
    var buffer = second
    let (sortedY, exchanges) = Self.sorted(second, &buffer)
    tiesOfX = Self.runs(in: sortedX.indices) { sortedX[$0] == sortedX[$1] }
    tiesOfY = Self.runs(in: sortedY.indices) { sortedY[$0] == sortedY[$1] }
    let tiesOfBoth = Self.runs(in: sortedX.indices) {
      sortedX[$0] == sortedX[$1] && second[$0] == second[$1]
    }
    pairs = Self.pairs(x.count)
    tiedInX = tiesOfX.reduce(0) { $0 + Self.pairs($1) }
    tiedInY = tiesOfY.reduce(0) { $0 + Self.pairs($1) }
    let tiedInBoth = tiesOfBoth.reduce(0) { $0 + Self.pairs($1) }
    difference = pairs - tiedInX - tiedInY + tiedInBoth - 2 * exchanges
  }

  private static func pairs(_ n: Int) -> Int { n * (n - 1) / 2 }

  /// The lengths of the runs of equal neighbours, of 2 and more.
  private static func runs(
    in indices: Range<Int>, areEqual: (Int, Int) -> Bool
  ) -> [Int] {
    var runs: [Int] = []
    var start = 0
    for end in indices.dropFirst() where !areEqual(end - 1, end) {
      if end - start > 1 { runs.append(end - start) }
      start = end
    }
    if indices.count - start > 1 { runs.append(indices.count - start) }
    return runs
  }

  /// Sorts by merging longer and longer runs, and counts the pairs that stood in the wrong order.
  private static func sorted(
    _ values: [Double], _ buffer: inout [Double]
  ) -> (sorted: [Double], exchanges: Int) {
    var values = values
    var exchanges = 0
    var width = 1
    while width < values.count {
      var start = 0
      while start < values.count {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          // Equal values stay: they are no exchange.
          if right == end || left < middle && values[left] <= values[right] {
            buffer[place] = values[left]
            left += 1
          } else {
            buffer[place] = values[right]
            right += 1
            exchanges += middle - left
          }
        }
        start = end
      }
      swap(&values, &buffer)
      width *= 2
    }
    return (values, exchanges)
  }
}
