internal import Tables

/// The order of the texts of a pool.
final class TextComparator {
  private let pool: TextPool
  private let collation: SortKey.Collation
  /// Collation keys of the texts that were compared.
  private var keys: [UInt32: [UInt8]] = [:]
  private var swedish = SwedishCollation()

  init(_ pool: TextPool, _ collation: SortKey.Collation) {
    self.pool = pool
    self.collation = collation
  }

  /// Whether one text comes before another, both given by their codes.
  func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    switch collation {
    case .bytes: precedesByBytes(pool[a], pool[b])
    case .swedish: key(a).lexicographicallyPrecedes(key(b))
    }
  }

  private func key(_ code: UInt32) -> [UInt8] {
    if let known = keys[code] { return known }
    var key: [UInt8] = []
    swedish.write(pool[code], to: &key)
    keys[code] = key
    return key
  }
}
