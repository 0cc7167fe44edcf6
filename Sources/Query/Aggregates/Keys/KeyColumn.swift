internal import Tables

/// One column of a ``KeyTable``: how its values become words that are equal when the values are.
///
/// A text is a code of ``KeyDictionary``, a truth value 1 or 2, a date its 32 bits; 0 is NULL, but for
/// dates. Other types fill all 64 bits, so that NULL needs a bit of its own.
final class KeyColumn {
  /// The type of what stands in words: decimal numbers are ``OrderedTexts``.
  let type: ColumnType
  let isDecimal: Bool
  /// The column's place among the columns, and in each key's words.
  let place: Int
  let texts: KeyDictionary?
  /// Lengths of time as they are shown, a key each: equal ones may be written differently, and the
  /// one with the fewest months, then the fewest days, stands for all.
  var intervals: [CalendarInterval] = []
  /// Decimal numbers as they are shown, likewise: the one with the fewest digits after the point stands for all.
  var decimals: [DecimalNumber] = []

  /// In a dense table: the value of code 1, in units.
  var base: Int64 = 0
  /// In a dense table: the distance of neighbouring values: of moments the longest unit of time that fits all.
  var unit: Int64 = 1
  /// In a dense table: the number of codes with room, and what a code counts.
  var capacity = 0
  var stride: UInt32 = 1

  static let nullDate: UInt64 = 1 << 40

  init(_ type: ColumnType, place: Int) {
    isDecimal = type == .numeric
    self.type = isDecimal ? .text : type
    self.place = place
    texts = self.type == .text ? KeyDictionary() : nil
  }

  /// Whether NULL needs a bit beside the word.
  var fillsWord: Bool {
    switch type {
    case .integer, .real, .timestamp, .interval: true
    case .text, .numeric, .boolean, .date: false
    }
  }

  /// Whether values may be codes in a dense table.
  var canBeDense: Bool { type != .real && type != .interval }

  /// The bits of a number by which equal numbers are equal: 0.0 and -0.0 are.
  @inline(__always)
  static func word(_ value: Double) -> UInt64 { value == 0 ? 0 : value.bitPattern }

  /// The shown form of equal lengths, whichever came first.
  static func shown(_ a: CalendarInterval, _ b: CalendarInterval) -> CalendarInterval {
    (a.months, a.days, a.microseconds) <= (b.months, b.days, b.microseconds) ? a : b
  }
}

extension KeyColumn {
  /// Writes the word of each row; rows that are null get the word of NULL.
  func words(
    _ vector: Vector, _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt64>, step: Int
  ) {
    let nulls = vector.nulls
    @inline(__always)
    func each<Value>(_ values: [Value], null: UInt64, _ word: (Value) -> UInt64) {
      values.withUnsafeBufferPointer { values in
        var at = 0
        if let nulls {
          for row in rows {
            out[at] = nulls[row] ? null : word(values[row])
            at += step
          }
        } else {
          for row in rows {
            out[at] = word(values[row])
            at += step
          }
        }
      }
    }
    switch vector.storage {
    case .boolean(let values): each(values, null: 0) { $0 ? 2 : 1 }
    case .integer(let values), .timestamp(let values):
      each(values, null: 0) { UInt64(bitPattern: $0) }
    case .real(let values): each(values, null: 0) { Self.word($0) }
    case .date(let values):
      each(values, null: Self.nullDate) { UInt64(UInt32(bitPattern: $0)) }
    case .interval(let values):
      each(values, null: 0) { UInt64(bitPattern: $0.comparableMicroseconds) }
    case .numeric: break
    case .text(let codes, let pool):
      guard let texts else { return }
      texts.withCodes(of: pool) { known in
        each(codes, null: 0) { code in
          if known[Int(code)] == 0 { known[Int(code)] = texts.code(adding: pool[code]) }
          return UInt64(known[Int(code)])
        }
      }
    }
  }

  /// Writes the code of each row for a dense table, into which all values fit.
  func codes(_ vector: Vector, _ rows: Range<Int>, into out: UnsafeMutablePointer<UInt32>) {
    let nulls = vector.nulls
    @inline(__always)
    func each<Value>(_ values: [Value], _ code: (Value) -> UInt32) {
      values.withUnsafeBufferPointer { values in
        var at = 0
        if let nulls {
          for row in rows {
            out[at] = nulls[row] ? 0 : code(values[row])
            at += 1
          }
        } else {
          for row in rows {
            out[at] = code(values[row])
            at += 1
          }
        }
      }
    }
    let before = base &- 1
    switch vector.storage {
    case .boolean(let values): each(values) { $0 ? 2 : 1 }
    case .timestamp(let values) where unit == Microseconds.day:
      each(values) { UInt32(truncatingIfNeeded: $0 / Microseconds.day &- before) }
    case .timestamp(let values) where unit == Microseconds.second:
      each(values) { UInt32(truncatingIfNeeded: $0 / Microseconds.second &- before) }
    case .timestamp(let values) where unit > 1:
      let unit = unit
      each(values) { UInt32(truncatingIfNeeded: $0 / unit &- before) }
    case .integer(let values), .timestamp(let values):
      each(values) { UInt32(truncatingIfNeeded: $0 &- before) }
    case .date(let values): each(values) { UInt32(truncatingIfNeeded: Int64($0) &- before) }
    case .real, .numeric, .interval: break
    case .text(let codes, let pool):
      guard let texts else { return }
      texts.withCodes(of: pool) { known in
        codes.withUnsafeBufferPointer { codes in
          guard let known = known.baseAddress, let codes = codes.baseAddress else { return }
          let start = codes + rows.lowerBound
          for at in 0..<rows.count {
            let code = known[Int(start[at])]
            out[at] = code
            if code == 0, nulls.map({ !$0[rows.lowerBound + at] }) ?? true {
              let new = texts.code(adding: pool[start[at]])
              known[Int(start[at])] = new
              out[at] = new
            }
          }
          guard let nulls else { return }
          for at in 0..<rows.count where nulls[rows.lowerBound + at] { out[at] = 0 }
        }
      }
    }
  }

  /// The smallest and the largest value of whole numbers and dates that are not null, in units.
  func range(of vector: Vector) -> ClosedRange<Int64>? {
    func extremes<Value: FixedWidthInteger>(_ values: [Value]) -> ClosedRange<Int64>? {
      var (least, most) = (Value.max, Value.min)
      if let nulls = vector.nulls {
        for row in values.indices where !nulls[row] {
          (least, most) = (min(least, values[row]), max(most, values[row]))
        }
      } else {
        for value in values { (least, most) = (min(least, value), max(most, value)) }
      }
      return least <= most ? Int64(least) / unit...Int64(most) / unit : nil
    }
    return switch vector.storage {
    case .integer(let values), .timestamp(let values): extremes(values)
    case .date(let values): extremes(values)
    default: nil
    }
  }

  /// The word of a code of a dense table.
  func word(ofCode code: UInt32) -> UInt64 {
    switch type {
    case .text, .boolean: return UInt64(code)
    case .date:
      if code == 0 { return Self.nullDate }
      return UInt64(UInt32(truncatingIfNeeded: base + Int64(code) - 1))
    default: return code == 0 ? 0 : UInt64(bitPattern: (base &+ Int64(code) &- 1) &* unit)
    }
  }

  /// The code of a word in a dense table; `nil` where there is no room for it.
  func code(ofWord word: UInt64, isNull: Bool) -> UInt32? {
    if isNull { return 0 }
    let code: UInt64
    switch type {
    case .text, .boolean: code = word
    case .date:
      if word == Self.nullDate { return 0 }
      let day = Int64(Int32(truncatingIfNeeded: Int64(bitPattern: word)))
      code = UInt64(bitPattern: day &- base &+ 1)
      if code == 0 { return nil }
    default:
      // One more than the distance, which is taken first: it alone may wrap around.
      let (steps, rest) = Int64(bitPattern: word).quotientAndRemainder(dividingBy: unit)
      if rest != 0 { return nil }
      let distance = UInt64(bitPattern: steps &- base)
      if distance >= UInt64(capacity) { return nil }
      code = distance + 1
    }
    return code < UInt64(capacity) ? UInt32(code) : nil
  }
}
