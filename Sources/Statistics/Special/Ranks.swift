/// The ranks of values, ties sharing the mean of their ranks.
struct Ranks {
  /// The rank of each value, in the order the values were given; the smallest has rank 1.
  let midranks: [Double]

  /// How many values share each rank that several values share.
  let ties: [Int]

  /// `Σ (t³ - t)` over the ties, the term of every tie correction. Doubles, because counts of
  /// millions overflow when cubed.
  var tieSum: Double {
    ties.reduce(0) { sum, size in
      let t = Double(size)
      return sum + t * (t * t - 1)
    }
  }

  /// Ranks finite values.
  init(of values: [Double]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var midranks = [Double](repeating: 0, count: values.count)
    var ties: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let shared = Double(start + 1 + end) / 2
      for place in start..<end { midranks[order[place]] = shared }
      if end - start > 1 { ties.append(end - start) }
      start = end
    }
    self.midranks = midranks
    self.ties = ties
  }
}
