/// A vector modulo the prime: its entries other than 0, by ascending row.
struct SparseVector: Hashable, Sendable {
  var rows: [Int32] = []
  var values: [UInt64] = []

  init() {}

  /// The column of a figure: 1 for each atom that it sums.
  init(ones rows: [Int32]) {
    self.rows = rows
    values = Array(repeating: 1, count: rows.count)
  }

  init(_ terms: [(row: Int32, factor: Int)]) {
    rows = terms.map(\.row)
    values = terms.map { PrimeField.element($0.factor) }
  }

  var isZero: Bool { rows.isEmpty }

  subscript(row: Int32) -> UInt64 {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? values[low] : 0
  }

  mutating func append(_ row: Int32, _ value: UInt64) {
    rows.append(row)
    values.append(value)
  }

  mutating func multiply(by factor: UInt64) {
    for place in values.indices { values[place] = PrimeField.product(values[place], factor) }
  }

  /// Whether this is `factor` times the other.
  func isMultiple(of other: SparseVector, by factor: UInt64) -> Bool {
    rows == other.rows
      && zip(values, other.values).allSatisfy { $0 == PrimeField.product($1, factor) }
  }

  /// This less `factor` times the other.
  func subtracting(_ other: SparseVector, times factor: UInt64) -> SparseVector {
    var result = SparseVector()
    var (mine, its) = (0, 0)
    while mine < rows.count || its < other.rows.count {
      if its == other.rows.count || mine < rows.count && rows[mine] < other.rows[its] {
        result.append(rows[mine], values[mine])
        mine += 1
        continue
      }
      let taken = PrimeField.product(other.values[its], factor)
      if mine == rows.count || other.rows[its] < rows[mine] {
        result.append(other.rows[its], PrimeField.difference(0, taken))
      } else {
        let value = PrimeField.difference(values[mine], taken)
        if value != 0 { result.append(rows[mine], value) }
        mine += 1
      }
      its += 1
    }
    return result
  }
}
