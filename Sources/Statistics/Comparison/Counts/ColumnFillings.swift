/// Every way in which the people of one column can fall into the rows, one after the other.
///
/// It keeps no list: a column can have millions of fillings.
struct ColumnFillings {
  /// The row totals that remain after the present filling, largest first.
  private(set) var remaining: [Int]

  private let rowTotals: [Int]
  private let logFactorials: [Double]
  /// How many people the rows after each one can take.
  private let room: [Int]
  private var counts: [Int]
  /// How many people are left before each row, and the logarithm of the ways so far.
  private var left: [Int]
  private var logWays: [Double]
  private var isStarted = false

  /// - Parameters:
  ///   - people: the total of the column, at most the sum of the row totals.
  ///   - rowTotals: the room in each row, at least two rows.
  ///   - logFactorials: `ln n!` for n up to the largest row total.
  init(of people: Int, into rowTotals: [Int], logFactorials: [Double]) {
    self.rowTotals = rowTotals
    self.logFactorials = logFactorials
    remaining = rowTotals
    counts = Array(repeating: 0, count: rowTotals.count)
    left = counts
    logWays = Array(repeating: 0, count: rowTotals.count + 1)
    left[0] = people
    var room = counts
    for i in stride(from: rowTotals.count - 1, to: 0, by: -1) {
      room[i - 1] = room[i] + rowTotals[i]
    }
    self.room = room
  }

  /// Goes to the next filling.
  ///
  /// - Returns: `Σ ln C(rowTotal, count)` over the rows; nil when there are no more fillings.
  mutating func next() -> Double? {
    var row = 0
    if isStarted {
      // The last row takes who is left, so the row before it is the last that can change.
      row = counts.count - 2
      while row >= 0, counts[row] == min(rowTotals[row], left[row]) { row -= 1 }
      guard row >= 0 else { return nil }
      place(counts[row] + 1, in: row)
      row += 1
    }
    isStarted = true
    while row < counts.count {
      place(max(0, left[row] - room[row]), in: row)
      row += 1
    }
    sortRemaining()
    return logWays[counts.count]
  }

  private mutating func place(_ count: Int, in row: Int) {
    counts[row] = count
    let total = rowTotals[row]
    logWays[row + 1] =
      logWays[row] + logFactorials[total] - logFactorials[count] - logFactorials[total - count]
    if row + 1 < counts.count { left[row + 1] = left[row] - count }
  }

  /// Insertion: there are few rows, and they are nearly in order.
  private mutating func sortRemaining() {
    for i in counts.indices {
      let value = rowTotals[i] - counts[i]
      var place = i
      while place > 0, remaining[place - 1] < value {
        remaining[place] = remaining[place - 1]
        place -= 1
      }
      remaining[place] = value
    }
  }
}
