extension RandomStream {
  /// The largest bound of ``draw(_:below:fours:ones:)``: the square of it fits into 64 bits with
  /// room to spare.
  static let largestBound = 1 << 28

  /// The largest bound for which one random number gives four indices.
  private static let largestBoundOfFour = 1 << 14

  /// Draws that many indices from 0 to `bound - 1`, each with exactly the same probability and
  /// independent of the others, and hands them out in fours, the rest one by one.
  ///
  /// A random number times the bound gives an index in the upper 64 bits; the lower 64 bits, which
  /// are as random as before, give the next. The last lower half tells whether the whole batch
  /// would be more probable than others; then it is thrown away. That is hardly ever the case, so
  /// four indices cost little more than one random number. Brackett-Rozinsky and Lemire 2025,
  /// Batched ranged random integer generation.
  @inline(__always)
  mutating func draw(
    _ count: Int, below bound: Int, fours: (Int, Int, Int, Int) -> Void, ones: (Int) -> Void
  ) {
    let n = UInt64(bound)
    var left = count >> 2
    if bound <= Self.largestBoundOfFour {
      let batches = n * n * n * n
      let threshold = (0 &- batches) % batches
      while left > 0 {
        let first = next().multipliedFullWidth(by: n)
        let second = first.low.multipliedFullWidth(by: n)
        let third = second.low.multipliedFullWidth(by: n)
        let fourth = third.low.multipliedFullWidth(by: n)
        if fourth.low < threshold { continue }
        fours(
          Int(truncatingIfNeeded: first.high), Int(truncatingIfNeeded: second.high),
          Int(truncatingIfNeeded: third.high), Int(truncatingIfNeeded: fourth.high))
        left &-= 1
      }
    } else {
      while left > 0 {
        let (first, second) = pair(below: n)
        let (third, fourth) = pair(below: n)
        fours(first, second, third, fourth)
        left &-= 1
      }
    }
    for _ in 0..<(count & 3) { ones(pair(below: n).0) }
  }

  @inline(__always)
  private mutating func pair(below n: UInt64) -> (Int, Int) {
    let batches = n * n
    while true {
      let first = next().multipliedFullWidth(by: n)
      let second = first.low.multipliedFullWidth(by: n)
      // The exact threshold is below the number of batches; its division is hardly ever needed.
      if second.low < batches, second.low < (0 &- batches) % batches { continue }
      return (Int(truncatingIfNeeded: first.high), Int(truncatingIfNeeded: second.high))
    }
  }
}
