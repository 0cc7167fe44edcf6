internal import Tables

/// The values of a function of a day, each computed once: rows hold the same days again and again.
final class DayTable<Value> {
  private let zero: Value
  private var first = 0
  private var values: [Value] = []
  private var isKnown: [Bool] = []
  /// Days further apart are computed each time.
  private static var greatestSpan: Int { 1 << 16 }

  /// `zero`: stands where no value is known or none is wanted.
  init(zero: Value) { self.zero = zero }

  /// The values of the days that are not null.
  func map(_ days: [Int32], _ rows: CallRows, _ compute: (Int32) throws -> Value) throws -> [Value]
  {
    guard include(days, rows) else {
      return try days.enumerated().map { try rows.isNull($0) ? zero : compute($1) }
    }
    let first = first
    return try values.withUnsafeMutableBufferPointer { values in
      try isKnown.withUnsafeMutableBufferPointer { isKnown in
        try Array(unsafeUninitializedCapacity: days.count) { results, count in
          for (row, day) in days.enumerated() {
            if let nulls = rows.nulls, nulls[row] {
              results.initializeElement(at: row, to: zero)
            } else {
              let place = Int(day) - first
              if !isKnown[place] {
                values[place] = try compute(day)
                isKnown[place] = true
              }
              results.initializeElement(at: row, to: values[place])
            }
            count += 1
          }
        }
      }
    }
  }

  /// Lets the table reach over the days; `false` where it would become too large.
  private func include(_ days: [Int32], _ rows: CallRows) -> Bool {
    var (least, most) = (Int32.max, Int32.min)
    if let nulls = rows.nulls {
      for (row, day) in days.enumerated() where !nulls[row] {
        (least, most) = (min(least, day), max(most, day))
      }
    } else {
      for day in days { (least, most) = (min(least, day), max(most, day)) }
    }
    if least > most { return true }
    if values.isEmpty { first = Int(least) }
    let (start, end) = (min(first, Int(least)), max(first + values.count, Int(most) + 1))
    guard end - start <= Self.greatestSpan else { return false }
    let (before, after) = (first - start, end - first - values.count)
    if before > 0 || after > 0 {
      // Some slack, so that new extremes do not move everything each time.
      let room = Self.greatestSpan - before - values.count
      let more = after > 0 ? min(after + values.count / 4, room) : 0
      values = Array(repeating: zero, count: before) + values + Array(repeating: zero, count: more)
      isKnown =
        Array(repeating: false, count: before) + isKnown + Array(repeating: false, count: more)
      first = start
    }
    return true
  }
}
