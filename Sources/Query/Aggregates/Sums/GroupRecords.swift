/// Records of some 64-bit words, one a group, all zero at first.
///
/// The pointer is valid for `count * width` words until ``grow(to:)`` is called; only this type
/// frees it.
final class GroupRecords {
  let width: Int
  private(set) var count = 0
  private(set) var words: UnsafeMutablePointer<UInt64>
  private var capacity = 0

  init(width: Int) {
    self.width = width
    words = .allocate(capacity: 1)
  }

  deinit { words.deallocate() }

  var byteCount: Int { capacity * width * 8 }

  /// Makes room for so many groups.
  func grow(to groups: Int) {
    if groups > capacity {
      capacity = max(groups, capacity * 2, 16)
      let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * width)
      larger.update(from: words, count: count * width)
      (larger + count * width).update(repeating: 0, count: (capacity - count) * width)
      words.deallocate()
      words = larger
    }
    count = max(count, groups)
  }

  /// The record of a group.
  @inline(__always)
  subscript(group: Int) -> UnsafeMutablePointer<UInt64> { words + group * width }
}
