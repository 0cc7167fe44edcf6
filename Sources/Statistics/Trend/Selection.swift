/// Medians without sorting everything, on memory that is used again.
enum Selection {
  /// The mean of two numbers, also where their sum overflows.
  @inline(__always)
  static func mean(_ a: Double, _ b: Double) -> Double {
    let mean = (a + b) / 2
    return mean.isFinite ? mean : a / 2 + b / 2
  }

  /// Sorts few values in place by insertion, many by the library.
  static func sort(_ values: UnsafeMutablePointer<Double>, count: Int) {
    guard count <= 64 else {
      var buffer = UnsafeMutableBufferPointer(start: values, count: count)
      buffer.sort()
      return
    }
    for i in stride(from: 1, to: count, by: 1) {
      let value = values[i]
      var place = i
      while place > 0, values[place - 1] > value {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }

  /// So many values are sorted rather than bracketed.
  private static let few = 24

  /// The median of values, none of them not-a-number. It spoils the order and the scratch memory.
  ///
  /// A few of the values give two bounds between which the median probably lies. One pass keeps the
  /// values between the bounds and counts those below, without a branch that the processor could
  /// guess wrongly. So each pass leaves about a quarter. Bounds that miss the median are moved out.
  ///
  /// Reference: Floyd and Rivest 1975, Expected time bounds for selection.
  static func median(
    _ values: UnsafeMutablePointer<Double>, count: Int, scratch: UnsafeMutablePointer<Double>
  ) -> Double {
    var (source, target) = (values, scratch)
    var remaining = count
    // The ranks of the middle two among the remaining values.
    var (first, second) = ((count - 1) / 2, count / 2)
    while remaining > few {
      let bracket = Bracket(drawnFrom: source, count: remaining)
      // Where the median lies between the points, and a little room on both sides.
      let middle = Double(first + second + 1) * 5 / Double(remaining) - 1
      var (low, high) = (Int((middle - 0.6).rounded(.down)), Int((middle + 0.6).rounded(.up)))
      while true {
        let (lower, upper) = bracket.bounds(low, high)
        let (below, kept) = keep(source, remaining, from: lower, to: upper, in: target)
        if first < below {
          low -= 2
        } else if second >= below + kept {
          high += 2
        } else if lower == upper {
          return lower
        } else if kept == remaining {
          sort(source, count: remaining)
          return mean(source[first], source[second])
        } else {
          first -= below
          second -= below
          remaining = kept
          swap(&source, &target)
          break
        }
      }
    }
    sort(source, count: remaining)
    return mean(source[first], source[second])
  }

  /// Copies the values between the bounds, ends included, and counts those below.
  @inline(__always)
  private static func keep(
    _ values: UnsafePointer<Double>, _ count: Int, from low: Double, to high: Double,
    in target: UnsafeMutablePointer<Double>
  ) -> (below: Int, kept: Int) {
    var (below, kept) = (0, 0)
    for i in 0..<count {
      let value = values[i]
      let isBelow = value < low ? 1 : 0
      let isUpTo = value <= high ? 1 : 0
      target[kept] = value
      below &+= isBelow
      kept &+= isUpTo &- isBelow
    }
    return (below, kept)
  }
}
