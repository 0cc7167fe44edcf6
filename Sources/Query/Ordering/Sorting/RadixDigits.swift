/// The inner loops of ``RadixRowSort``, for runs that fit in the cache.
///
/// Pointers have `count` places each and do not overlap.
enum RadixDigits {
  /// Where the sorted items are to lie.
  enum End { case inSource, inSpare }

  /// The digit by which large runs are cut into buckets.
  static let bucketBits: UInt64 = 10
  /// Runs up to this size are sorted by insertion.
  private static let insertionCount = 40

  /// Sorts items by the bits above the row number. Items of equal keys stay in their order.
  static func sort(
    _ source: UnsafeMutablePointer<UInt64>, spare: UnsafeMutablePointer<UInt64>, _ count: Int,
    rowBits: UInt64, ends: End
  ) {
    if count <= insertionCount {
      if ends == .inSpare {
        spare.update(from: source, count: count)
        insertionSort(spare, count)
      } else {
        insertionSort(source, count)
      }
      return
    }
    var differing: UInt64 = 0
    for i in 1..<count { differing |= source[i] ^ source[0] }
    differing >>= rowBits
    let keyBits = 64 - differing.leadingZeroBitCount
    let widest = count < 3000 ? 8 : 11
    let passes = (keyBits + widest - 1) / widest
    var (from, to) = (source, spare)
    if passes > 0 {
      let width = (keyBits + passes - 1) / passes
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << width) { places in
        for pass in 0..<passes {
          let shift = pass * width
          // A digit that is the same in all items orders nothing.
          if differing >> UInt64(shift) & (1 << UInt64(width) - 1) == 0 { continue }
          scatter(
            from, to, count, shift: rowBits + UInt64(shift), digits: 1 << width, places)
          swap(&from, &to)
        }
      }
    }
    let wanted = ends == .inSource ? source : spare
    if from != wanted { wanted.update(from: from, count: count) }
  }

  @inline(__always)
  private static func scatter(
    _ from: UnsafeMutablePointer<UInt64>, _ to: UnsafeMutablePointer<UInt64>, _ count: Int,
    shift: UInt64, digits: Int, _ places: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let next = places.baseAddress else { return }
    next.initialize(repeating: 0, count: digits)
    let mask = UInt64(digits - 1)
    for i in 0..<count { next[Int(truncatingIfNeeded: from[i] >> shift & mask)] &+= 1 }
    var place: UInt32 = 0
    for digit in 0..<digits {
      let size = next[digit]
      next[digit] = place
      place &+= size
    }
    for i in 0..<count {
      let item = from[i]
      let digit = Int(truncatingIfNeeded: item >> shift & mask)
      to[Int(next[digit])] = item
      next[digit] &+= 1
    }
  }

  /// Items are distinct, for they hold row numbers, and rows of equal keys already stand in order:
  /// comparing whole items keeps it.
  private static func insertionSort(_ items: UnsafeMutablePointer<UInt64>, _ count: Int) {
    var i = 1
    while i < count {
      let item = items[i]
      var place = i
      while place > 0, items[place - 1] > item {
        items[place] = items[place - 1]
        place -= 1
      }
      items[place] = item
      i += 1
    }
  }
}
