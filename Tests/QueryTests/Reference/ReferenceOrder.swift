import Query
import Tables

/// The order of values, one pair at a time.
enum ReferenceOrder {
  /// Less than 0 when the first value comes first. Neither is null.
  static func compare(_ a: Cell, _ b: Cell) -> Int {
    func sign<Value: Comparable>(_ a: Value, _ b: Value) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return sign(a, b)
    case (.real(let a), .real(let b)): return sign(a, b)
    case (.numeric(let a), .numeric(let b)): return sign(a, b)
    case (.boolean(let a), .boolean(let b)): return sign(a ? 1 : 0, b ? 1 : 0)
    case (.date(let a), .date(let b)): return sign(a.daysSince1970, b.daysSince1970)
    case (.timestamp(let a), .timestamp(let b)): return sign(a, b)
    case (.interval(let a), .interval(let b)): return sign(a, b)
    case (.text(let a), .text(let b)):
      if a.utf8.elementsEqual(b.utf8) { return 0 }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
    default: return 0
    }
  }

  /// Less than 0 when the first row comes first, 0 when neither does.
  static func compare(_ a: [Cell], _ b: [Cell], by keys: [SortKey]) -> Int {
    for key in keys {
      let (x, y) = (a[key.column], b[key.column])
      if x == .null || y == .null {
        if x == y { continue }
        return (x == .null) == key.nullsFirst ? -1 : 1
      }
      let order = compare(x, y)
      if order != 0 { return key.isDescending ? -order : order }
    }
    return 0
  }

  /// A stable sort, by insertion in halves. Texts are ordered by bytes whatever the collation.
  static func sorted(_ rows: [[Cell]], by keys: [SortKey]) -> [[Cell]] {
    if rows.count < 2 { return rows }
    let left = sorted(Array(rows.prefix(rows.count / 2)), by: keys)
    let right = sorted(Array(rows.dropFirst(rows.count / 2)), by: keys)
    var merged: [[Cell]] = []
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if j == right.count || i < left.count && compare(left[i], right[j], by: keys) <= 0 {
        merged.append(left[i])
        i += 1
      } else {
        merged.append(right[j])
        j += 1
      }
    }
    return merged
  }
}
