/// Sorts finite numbers by the digits of their bit patterns, several times faster than comparing.
///
/// A number becomes a key of 64 bits that orders like the number. The keys are dealt into 2048
/// heaps by 11 of their bits, then by the next 11 and the next, up to the highest bit that differs
/// at all; each dealing keeps the order of the one before, and a digit that all keys share is
/// skipped. Keys that agree in these 33 bits and are out of order are few in most samples; they
/// are sorted by comparing.
///
/// Reference: Knuth 1998, The Art of Computer Programming, volume 3, section 5.2.5.
enum RadixSort {
  private static let digits = 3
  private static let digitBits = 11
  private static let heaps = 1 << digitBits

  /// The values in ascending order.
  static func sorted(_ values: [Double]) -> [Double] {
    keys(of: values).map(value)
  }

  /// The keys of the values in ascending order.
  static func keys(of values: [Double]) -> [UInt64] {
    var keys = values.map(key)
    // Below this, setting up the heaps costs more than comparing.
    guard keys.count > heaps else {
      keys.sort()
      return keys
    }
    let differing = keys.reduce(0) { $0 | ($1 ^ keys[0]) }
    let shift = max(0, 64 - differing.leadingZeroBitCount - digits * digitBits)
    var sizes = sizes(of: keys, above: shift)
    var dealt = keys
    for digit in 0..<digits {
      let base = digit * heaps
      let isShared = sizes[base + heap(of: keys[0], shift, digit)] == keys.count
      if isShared { continue }
      var start = 0
      for place in base..<base + heaps { (sizes[place], start) = (start, start + sizes[place]) }
      deal(keys, into: &dealt, shift, digit, starts: &sizes)
      swap(&keys, &dealt)
    }
    sortRuns(of: &keys, above: shift)
    return keys
  }

  /// How many keys go to each heap, for one digit after the other; all counted in one pass.
  private static func sizes(of keys: [UInt64], above shift: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: digits * heaps)
    sizes.withUnsafeMutableBufferPointer { sizes in
      for key in keys {
        for digit in 0..<digits { sizes[digit * heaps + heap(of: key, shift, digit)] += 1 }
      }
    }
    return sizes
  }

  private static func deal(
    _ keys: [UInt64], into dealt: inout [UInt64], _ shift: Int, _ digit: Int, starts: inout [Int]
  ) {
    keys.withUnsafeBufferPointer { keys in
      dealt.withUnsafeMutableBufferPointer { dealt in
        starts.withUnsafeMutableBufferPointer { starts in
          for key in keys {
            let place = digit * heaps + heap(of: key, shift, digit)
            dealt[starts[place]] = key
            starts[place] += 1
          }
        }
      }
    }
  }

  @inline(__always)
  private static func heap(of key: UInt64, _ shift: Int, _ digit: Int) -> Int {
    Int(truncatingIfNeeded: key &>> UInt64(shift + digit * digitBits)) & (heaps - 1)
  }

  /// Sorts what the digits left in disorder: runs of keys that agree in the bits above `shift`.
  private static func sortRuns(of keys: inout [UInt64], above shift: Int) {
    keys.withUnsafeMutableBufferPointer { keys in
      var place = 1
      while place < keys.count {
        if keys[place - 1] <= keys[place] {
          place += 1
          continue
        }
        let run = keys[place] >> UInt64(shift)
        var (start, end) = (place - 1, place + 1)
        while start > 0, keys[start - 1] >> UInt64(shift) == run { start -= 1 }
        while end < keys.count, keys[end] >> UInt64(shift) == run { end += 1 }
        keys[start..<end].sort()
        place = end
      }
    }
  }

  /// The bits of negative numbers run backwards and have the sign on top; turning them over puts
  /// them below the others in the right order.
  @inline(__always)
  static func key(of value: Double) -> UInt64 {
    // Adding 0 turns minus zero into zero: both are the same number.
    let bits = (value + 0).bitPattern
    return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
  }

  /// The value with this key.
  @inline(__always)
  static func value(of key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key ^ 1 << 63 : ~key)
  }
}
