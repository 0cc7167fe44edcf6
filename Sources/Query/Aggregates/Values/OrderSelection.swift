/// Order statistics without sorting all.
enum OrderSelection {
  /// The value of a rank from 0; afterwards smaller values stand before it and larger ones behind.
  static func value(_ rank: Int, in values: UnsafeMutableBufferPointer<Int64>) -> Int64 {
    var (low, high) = (0, values.count - 1)
    var rounds = 0
    while high - low > 16 {
      rounds += 1
      if rounds > 60 { break }
      let pivot = median(
        values[low], values[low + (high - low) / 2], values[high])
      var (i, j) = (low, high)
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        high = j
      } else if rank >= i {
        low = i
      } else {
        return values[rank]
      }
    }
    // Few are left, or the pivots were unlucky.
    var rest = UnsafeMutableBufferPointer(rebasing: values[low...high])
    rest.sort()
    return values[rank]
  }

  private static func median(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
    max(min(a, b), min(max(a, b), c))
  }
}
