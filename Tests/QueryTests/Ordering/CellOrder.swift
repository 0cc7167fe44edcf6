import Tables

@testable import Query

/// The slow order of rows that everything else is compared with.
enum CellOrder {
  static func compare(_ a: [Cell], _ b: [Cell], _ keys: [SortKey]) -> Int {
    for key in keys {
      let (x, y) = (a[key.column], b[key.column])
      if x == .null || y == .null {
        if x == y { continue }
        return (x == .null) == key.nullsFirst ? -1 : 1
      }
      let order = compare(x, y, key.collation)
      if order != 0 { return key.isDescending ? -order : order }
    }
    return 0
  }

  static func compare(_ a: Cell, _ b: Cell, _ collation: SortKey.Collation) -> Int {
    switch (a, b) {
    case (.boolean(let x), .boolean(let y)): order(x ? 1 : 0, y ? 1 : 0)
    case (.integer(let x), .integer(let y)): order(x, y)
    case (.real(let x), .real(let y)): order(x, y)
    case (.numeric(let x), .numeric(let y)): order(x, y)
    case (.date(let x), .date(let y)): order(x, y)
    case (.timestamp(let x), .timestamp(let y)): order(x, y)
    case (.interval(let x), .interval(let y)): order(x, y)
    case (.text(let x), .text(let y)):
      collation == .bytes
        ? order(Array(x.utf8), Array(y.utf8)) : order(swedishKey(x), swedishKey(y))
    default: 0
    }
  }

  static func swedishKey(_ text: String) -> [UInt8] {
    var collation = SwedishCollation()
    var key: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { collation.write($0, to: &key) }
    return key
  }

  private static func order<Value: Comparable>(_ a: Value, _ b: Value) -> Int {
    a < b ? -1 : a == b ? 0 : 1
  }

  private static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
  }
}
