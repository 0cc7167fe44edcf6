/// A stretch of a text in memory, from the start of a part to the end of its last record.
///
/// `base[0]` is the byte at ``start``. The byte before it stands at `base[-1]`; more bytes around
/// the stretch may be read, but mean nothing, so that whole words and blocks can be loaded. Where
/// the text ends without a line end, one is added behind it.
final class PartWindow {
  /// Bytes that may be read before and behind the stretch.
  static let margin = 64

  let store: ByteStore
  /// The offset in the text.
  private(set) var start = 0
  /// The bytes that are there.
  private(set) var count = 0
  /// Whether the stretch reaches the end of the text.
  private(set) var isAtEnd = false
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(_ store: ByteStore) {
    self.store = store
    capacity = 0
    base = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * Self.margin) + Self.margin
    (base - Self.margin).initialize(repeating: 0, count: 2 * Self.margin)
  }

  deinit {
    (base - Self.margin).deallocate()
  }

  /// The stretch.
  var bytes: Bytes { Bytes(start: base, count: count) }

  /// The bytes with the line end that is added to the last line.
  var countWithLineEnd: Int {
    guard isAtEnd, count > 0 else { return count }
    let last = base[count - 1]
    return last == .lf || last == .cr ? count : count + 1
  }

  /// Reads another stretch.
  func load(from start: Int, count wanted: Int) throws {
    self.start = start
    (count, isAtEnd) = (0, false)
    reserve(wanted)
    if start > 0 {
      _ = try store.read(at: start - 1, into: base - 1, 1)
    } else {
      base[-1] = .lf
    }
    try extend(by: wanted)
  }

  /// Reads on behind the stretch.
  func extend(by wanted: Int) throws {
    guard count + wanted < 1 << 30 else {
      throw ScanProblem.longRecord.diagnostic(at: store.name)
    }
    reserve(count + wanted)
    let got = try store.read(at: start + count, into: base + count, wanted)
    count += got
    isAtEnd = got < wanted
    if isAtEnd { base[count] = .lf }
    (base + countWithLineEnd).update(repeating: 0, count: Self.margin - 1)
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    capacity = max(wanted, count == 0 ? wanted : capacity * 2)
    let larger =
      UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 2 * Self.margin) + Self.margin
    (larger - Self.margin).update(from: base - Self.margin, count: Self.margin + count)
    (base - Self.margin).deallocate()
    base = larger
  }
}
