/// The keys of rows, one behind the other, cut into levels for ``RadixRowSort``.
///
/// Codes have a place for every row.
struct RowKeys: RadixKeys {
  /// Some bits of one key, in their places within a level.
  private struct Piece {
    var codes: WorkArray<UInt64>
    var shift: UInt64
    var bits: UInt64

    @inline(__always)
    func bits(of row: Int) -> UInt64 { codes.base[row] >> shift & (~0 >> (64 - bits)) }
  }

  private struct Level {
    var pieces: [Piece] = []
    var bits: UInt64 = 0
    /// The low bits that belong to minor keys.
    var minorBits: UInt64 = 0
  }

  private var levels: [Level] = [Level()]

  /// Joins keys.
  ///
  /// - Parameters:
  ///   - major: Keys whose changes are marked ``majorMark``.
  ///   - minor: Keys that count among rows of equal major keys; their changes are marked 1.
  ///   - room: The bits of one level.
  init(major: [KeyCodes], minor: [KeyCodes], room: UInt64) {
    for (index, key) in (major + minor).enumerated() {
      var rest = key.bits
      while rest > 0 {
        if levels[levels.count - 1].bits == room { levels.append(Level()) }
        let last = levels.count - 1
        let taken = min(rest, room - levels[last].bits)
        rest -= taken
        levels[last].pieces.append(Piece(codes: key.codes, shift: rest, bits: taken))
        levels[last].bits += taken
        if index >= major.count { levels[last].minorBits += taken }
      }
    }
  }

  /// The mark of a row where a major key changes.
  static let majorMark: UInt8 = 2

  func level(
    of items: UnsafeBufferPointer<UInt64>, rowMask: UInt64, from depth: Int
  ) -> RadixLevel { RadixLevel(depth: depth) }

  func load(
    _ items: UnsafeMutableBufferPointer<UInt64>, rowBits: UInt64, level: RadixLevel
  ) {
    let mask: UInt64 = (1 << rowBits) - 1
    let pieces = levels[level.depth].pieces
    if pieces.count == 1 {
      let piece = pieces[0]
      for index in items.indices {
        let row = items[index] & mask
        items[index] = piece.bits(of: Int(row)) << rowBits | row
      }
      return
    }
    for index in items.indices {
      let row = items[index] & mask
      var key: UInt64 = 0
      for piece in pieces { key = key << piece.bits | piece.bits(of: Int(row)) }
      items[index] = key << rowBits | row
    }
  }

  func depth(after level: RadixLevel, key: UInt64) -> Int? {
    level.depth + 1 < levels.count ? level.depth + 1 : nil
  }

  func mark(_ key: UInt64, after previous: UInt64, level: RadixLevel) -> UInt8 {
    let minor = levels[level.depth].minorBits
    return key >> minor == previous >> minor ? 1 : Self.majorMark
  }
}
