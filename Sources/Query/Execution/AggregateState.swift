internal import Tables

/// What an aggregate remembers of the rows it has seen: the partial step.
///
/// States of parts of a table merge into the state of the whole, in any split; ``finished`` is
/// the final step. Sums are compensated (Neumaier, "Rundungsfehleranalyse einiger Verfahren zur
/// Summation endlicher Summen", 1974), so that the split does not show in the result.
struct AggregateState {
  let function: AggregateFunction
  private var count = 0
  private var sum = 0.0
  private var correction = 0.0
  private var extremum: Cell = .null

  init(_ function: AggregateFunction) {
    self.function = function
  }

  mutating func add(_ cell: Cell) throws(QueryError) {
    guard cell != .null else { return }
    count += 1
    switch function {
    case .count: return
    case .sum, .avg:
      guard let number = cell.number else {
        throw QueryError("\(function.rawValue) needs numbers")
      }
      add(number)
    case .min, .max:
      try takeExtremum(cell)
    }
  }

  mutating func merge(_ other: AggregateState) throws(QueryError) {
    count += other.count
    add(other.sum)
    add(other.correction)
    if other.extremum != .null { try takeExtremum(other.extremum) }
  }

  /// The result; a sum beyond the range of ``Double`` has none.
  func finished() throws(QueryError) -> Cell {
    switch function {
    case .count: return .integer(Int64(count))
    case .sum, .avg:
      guard count > 0 else { return .null }
      let total = sum + correction
      guard total.isFinite else {
        throw QueryError("the result of '\(function.rawValue)' is out of range")
      }
      return .real(function == .sum ? total : total / Double(count))
    case .min, .max: return extremum
    }
  }

  private mutating func add(_ number: Double) {
    let total = sum + number
    correction += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
    sum = total
  }

  private mutating func takeExtremum(_ cell: Cell) throws(QueryError) {
    guard extremum != .null else {
      extremum = cell
      return
    }
    let isLess = try cell.isLess(than: extremum)
    if function == .min ? isLess : try extremum.isLess(than: cell) { extremum = cell }
  }
}
