/// All tables with given margins, one after the other, in whole numbers.
enum TableEnumeration {
  /// Every table with the margins of the given one.
  static func tables(like table: [[Int]]) -> [[[Int]]] {
    let rows = table.map { $0.reduce(0, +) }
    let columns = table[0].indices.map { column in table.reduce(0) { $0 + $1[column] } }
    var result: [[[Int]]] = []
    func extend(_ head: [[Int]], _ left: [Int]) {
      guard head.count < rows.count else {
        if left.allSatisfy({ $0 == 0 }) { result.append(head) }
        return
      }
      for row in self.rows(rows[head.count], left) {
        extend(head + [row], zip(left, row).map { $0 - $1 })
      }
    }
    extend([], columns)
    return result
  }

  /// In how many ways the people of each row can give the answers of the table.
  static func ways(_ table: [[Int]]) -> Int {
    table.reduce(1) { product, row in
      var left = row.reduce(0, +)
      return row.reduce(product) { product, count in
        defer { left -= count }
        return product * Enumeration.choose(left, count)
      }
    }
  }

  /// The p value of the exact test: which part of all ways belongs to tables that have at most as
  /// many ways as the given one.
  static func fisher(_ table: [[Int]]) -> Double {
    let observed = ways(table)
    let all = tables(like: table).map { ways($0) }
    return Double(all.filter { $0 <= observed }.reduce(0, +)) / Double(all.reduce(0, +))
  }

  /// Every way to share `total` out among cells of the given sizes.
  private static func rows(_ total: Int, _ sizes: [Int]) -> [[Int]] {
    guard let first = sizes.first else { return total == 0 ? [[]] : [] }
    return (0...min(first, total)).flatMap { count in
      rows(total - count, Array(sizes.dropFirst())).map { [count] + $0 }
    }
  }

  /// All 2 × 2 tables with counts up to a limit and without an empty row or column.
  static func fourfold(through limit: Int) -> [[[Int]]] {
    var tables: [[[Int]]] = []
    for a in 0...limit {
      for b in 0...limit where a + b > 0 {
        for c in 0...limit where a + c > 0 {
          for d in 0...limit where c + d > 0 && b + d > 0 { tables.append([[a, b], [c, d]]) }
        }
      }
    }
    return tables
  }
}
