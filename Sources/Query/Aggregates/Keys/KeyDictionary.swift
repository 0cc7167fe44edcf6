internal import Tables

/// Codes from 1 on for the distinct texts of one key column, whatever pools they come from. 0 is
/// left for NULL.
final class KeyDictionary {
  /// The texts; the code of a text is one more than its place.
  let pool = TextPool()
  /// The pools seen last, each with the codes of its texts; 0 where a text has not been met. A pool grows
  /// between chunks, so a list may be shorter than its pool.
  private var known: [(pool: TextPool, codes: [UInt32])] = []
  private static let kept = 4

  /// The number of codes, that of NULL included.
  var count: Int { pool.count + 1 }

  var byteCount: Int {
    pool.byteCount
      + known.reduce(0) { $0 + $1.codes.count * MemoryLayout<UInt32>.stride }
  }

  /// Lends the codes of a pool's texts: one entry a text, 0 where it is not known yet.
  func withCodes<Result>(
    of source: TextPool, _ body: (UnsafeMutableBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    var codes: [UInt32] = []
    if let place = known.firstIndex(where: { $0.pool === source }) {
      codes = known.remove(at: place).codes
    } else if known.count == Self.kept {
      known.removeFirst()
    }
    // Null rows hold code 0 even where the pool is empty.
    let needed = max(1, source.count)
    if codes.count < needed {
      codes.append(contentsOf: repeatElement(0, count: needed - codes.count))
    }
    defer { known.append((source, codes)) }
    return try codes.withUnsafeMutableBufferPointer { try body($0) }
  }

  /// The code of a text, which is added if it is new.
  func code(adding text: TextPool.Bytes) -> UInt32 { pool.code(adding: text) + 1 }

  /// The code of a text; 0 where it is not there. Any thread may ask when nothing is added any more.
  func code(finding text: TextPool.Bytes) -> UInt32 {
    pool.code(finding: text, hash: TextPool.hash(text)).map { $0 + 1 } ?? 0
  }
}
