internal import CScan

/// Some blocks of 64 bytes of a text: which bytes end fields, are quotes, returns or NUL characters.
///
/// Where the processor has vectors of 32 bytes, `CScan` finds these masks; otherwise ``ByteMasks``
/// does. Both give the same.
///
/// Invariant: `blocks` has room for ``capacity`` blocks.
final class BlockRun {
  /// The most blocks that are looked at together.
  static let capacity = 32
  /// Places that one run can write, and overwrite behind them.
  static let mostPlaces = capacity * 64 + 8

  private let isWide: Bool
  private let blocks: UnsafeMutablePointer<CScanBlock>
  private var summary = CScanRun()

  /// - Parameter isWide: Whether to use vectors of 32 bytes, which the processor must have.
  init(isWide: Bool = Processor.hasWideVectors) {
    self.isWide = isWide
    blocks = .allocate(capacity: Self.capacity)
    blocks.initialize(repeating: CScanBlock(), count: Self.capacity)
  }

  deinit {
    blocks.deallocate()
  }

  /// Starts with another part.
  func begin() { summary = CScanRun() }

  /// The line feeds of all blocks, also those in quotes.
  var lineFeeds: Int { Int(summary.line_feeds) }
  /// Whether there are quotes, returns or NUL characters.
  var hasSpecial: Bool { summary.has_special }
  /// Whether there were bytes, since the part began, that are neither ASCII nor letters of two bytes.
  var needsCheck: Bool { summary.needs_check }

  @inline(__always)
  subscript(block: Int) -> CScanBlock { blocks[block] }

  @inline(__always)
  func setEnds(_ ends: UInt64, of block: Int) { blocks[block].ends = ends }

  /// Looks at the blocks that follow those before.
  ///
  /// - Parameters:
  ///   - bytes: The text; all bytes of the blocks must be readable.
  ///   - count: The number of blocks, at most ``capacity``.
  ///   - delimiter: The byte between fields.
  @inline(__always)
  func look(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8) {
    #if arch(x86_64)
      if isWide { return cscan_look(bytes, Int64(count), delimiter, blocks, &summary) }
    #endif
    lookNarrow(bytes, count, delimiter)
  }

  /// Forgets the last bytes of the last block, because the text ends before them.
  func cutOff(_ bytes: Int, of count: Int) {
    let valid = ~UInt64(0) >> UInt64(bytes)
    let last = blocks + (count - 1)
    summary.line_feeds -= Int64((last.pointee.line_feeds & ~valid).nonzeroBitCount)
    last.pointee.ends &= valid
    last.pointee.line_feeds &= valid
    last.pointee.quotes &= valid
    last.pointee.returns &= valid
    last.pointee.zeros &= valid
  }

  /// Writes the places of the ends.
  ///
  /// - Parameters:
  ///   - count: The number of blocks.
  ///   - base: Where the first block starts.
  ///   - places: Has room for ``mostPlaces``.
  /// - Returns: How many there are.
  @inline(__always)
  func write(_ count: Int, base: Int, _ places: UnsafeMutablePointer<Int32>) -> Int {
    #if arch(x86_64)
      if isWide {
        return Int(cscan_write(blocks, Int64(count), Int32(truncatingIfNeeded: base), places))
      }
    #endif
    return writeNarrow(count, base: base, places)
  }

  private func lookNarrow(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ delimiter: UInt8) {
    let lane = (
      delimiter: ByteMasks.all(delimiter), lf: ByteMasks.all(.lf),
      quote: ByteMasks.all(.quote), control: ByteMasks.all(.cr)
    )
    (summary.line_feeds, summary.has_special) = (0, false)
    for number in 0..<count {
      let masks = ByteMasks(bytes + number * 64)
      var block = CScanBlock()
      block.line_feeds = masks.equal(lane.lf)
      block.ends = block.line_feeds | masks.equal(lane.delimiter)
      block.quotes = masks.equal(lane.quote)
      if masks.atMost(lane.control) & ~block.ends != 0 {
        block.returns = masks.equal(lane.control) & ~block.ends
        block.zeros = masks.equal(ByteMasks.all(0)) & ~block.ends
      }
      if block.quotes | block.returns | block.zeros != 0 { summary.has_special = true }
      summary.line_feeds += Int64(block.line_feeds.nonzeroBitCount)
      if masks.hasTopBits || summary.is_after_lead,
        !masks.isTwoByteText(&summary.is_after_lead)
      {
        summary.needs_check = true
      }
      blocks[number] = block
    }
  }

  private func writeNarrow(
    _ count: Int, base: Int, _ places: UnsafeMutablePointer<Int32>
  ) -> Int {
    var next = places
    for number in 0..<count {
      let base = Int32(truncatingIfNeeded: base + number * 64)
      var ends = blocks[number].ends
      var places = next
      next += ends.nonzeroBitCount
      while ends != 0 {
        // Four at a time, needed or not, spares a branch that nobody can predict.
        for k in 0..<4 {
          // The highest bit spares the instructions for a word without bits.
          places[k] = base &+ Int32(truncatingIfNeeded: (ends | 1 << 63).trailingZeroBitCount)
          ends &= ends &- 1
        }
        places += 4
      }
    }
    return next - places
  }
}
