/// How the values of two samples lie among each other.
struct SampleOrder {
  /// Pairs in which the value of the first sample is larger, an equal pair counting a half.
  let u: Double

  /// `Σ (t³ - t)` over groups of t equal values in both samples together.
  let tieSum: Double

  /// Pairs of one value of each sample that are equal.
  let tiedPairs: Double

  /// Sorts the two samples side by side and then merges them, counting.
  init(_ first: [Double], _ second: [Double]) throws(StatisticsError) {
    let samples = [first, second]
    let sorted = try Parallel.map(blocks: 2) { block throws(StatisticsError) in
      SortedKeys(samples[block]).keys
    }
    var (u, tieSum, tiedPairs) = (0.0, 0.0, 0.0)
    sorted[0].withUnsafeBufferPointer { first in
      sorted[1].withUnsafeBufferPointer { second in
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
          let key = min(first[i], second[j])
          let (firstStart, secondStart) = (i, j)
          while i < first.count, first[i] == key { i += 1 }
          while j < second.count, second[j] == key { j += 1 }
          let (mine, theirs) = (Double(i - firstStart), Double(j - secondStart))
          u += mine * (Double(secondStart) + theirs / 2)
          tiedPairs += mine * theirs
          let tied = mine + theirs
          if tied > 1 { tieSum += tied * (tied * tied - 1) }
        }
        // What is left is larger than the whole other sample, or smaller than nothing.
        u += Double(first.count - i) * Double(second.count)
        tieSum += Self.ties(first[i...]) + Self.ties(second[j...])
      }
    }
    self.u = u
    self.tieSum = tieSum
    self.tiedPairs = tiedPairs
  }

  private static func ties(_ keys: Slice<UnsafeBufferPointer<UInt64>>) -> Double {
    var (sum, start) = (0.0, keys.startIndex)
    while start < keys.endIndex {
      var end = start + 1
      while end < keys.endIndex, keys[end] == keys[start] { end += 1 }
      let tied = Double(end - start)
      if tied > 1 { sum += tied * (tied * tied - 1) }
      start = end
    }
    return sum
  }
}

/// Values as whole numbers that sort the same way, sorted.
struct SortedKeys {
  let keys: [UInt64]

  /// Sorts finite values; -0 and 0 are equal.
  init(_ values: [Double]) {
    let keys = values.map { value in
      // Adding 0 turns -0 into 0.
      let bits = (value + 0).bitPattern
      return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }
    self.keys = keys.count < 2048 ? keys.sorted() : Self.radixSorted(keys)
  }

  private static let digitBits = 11
  private static let digits = 1 << digitBits
  private static let passes = 6

  /// Sorts digit by digit, the lowest first, each pass keeping the order of the one before: a few
  /// passes over the memory instead of a comparison for each doubling of the values. All digits are
  /// counted in one pass; a digit that all values share is passed over.
  ///
  /// Reference: Knuth 1998, The Art of Computer Programming, volume 3, section 5.2.5.
  private static func radixSorted(_ keys: [UInt64]) -> [UInt64] {
    let mask = UInt64(digits - 1)
    var counts = [Int](repeating: 0, count: digits * passes)
    counts.withUnsafeMutableBufferPointer { counts in
      for key in keys {
        for pass in 0..<passes {
          counts[pass * digits + Int(key >> UInt64(pass * digitBits) & mask)] &+= 1
        }
      }
    }
    var (source, target) = (keys, keys)
    for pass in 0..<passes {
      let shift = UInt64(pass * digitBits)
      var places = Array(counts[pass * digits..<(pass + 1) * digits])
      if places.contains(keys.count) { continue }
      var start = 0
      for digit in places.indices { (places[digit], start) = (start, start + places[digit]) }
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          places.withUnsafeMutableBufferPointer { places in
            for key in source {
              let digit = Int(key >> shift & mask)
              target[places[digit]] = key
              places[digit] &+= 1
            }
          }
        }
      }
      swap(&source, &target)
    }
    return source
  }
}
