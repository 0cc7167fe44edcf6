internal import TableFiles
package import Tables

/// Which types can be cast to which, and how.
package enum Casts {
  /// Whether `CAST(… AS …)` works between two types.
  package static func isPossible(from: ColumnType, to: ColumnType) -> Bool {
    from == to || function(from: from, to: to, nil) != nil
  }

  /// A cast as a function of one argument; `nil` where there is none.
  static func function(
    from: ColumnType, to: ColumnType, _ limit: CastLimit?
  ) -> ScalarFunction? {
    if case .orNull(let limit)? = limit { return orNull(from, to, limit) }
    if to == .text { return toText(from, limit) }
    switch (from, to) {
    case (.integer, .integer):
      return .unary("cast", Integers.self, Integers.self, canFail: true) {
        try limited($0, limit)
      }
    case (.real, .integer):
      return .unary("cast", Reals.self, Integers.self, canFail: true) {
        try limited(whole($0, limit), limit)
      }
    case (.boolean, .integer):
      return .unary("cast", Booleans.self, Integers.self) { $0.truth ? 1 : 0 }
    case (.integer, .boolean):
      return .unary("cast", Integers.self, Booleans.self) { Booleans.Value(truth: $0 != 0) }
    case (.integer, .real):
      return .unary("cast", Integers.self, Reals.self) { Double($0) }
    case (.real, .real): return .unary("cast", Reals.self, Reals.self) { $0 }
    case (.date, .timestamp):
      // Days have no fractions of seconds.
      return .unary("cast", Dates.self, Timestamps.self) { Int64($0) * Microseconds.day }
    case (.timestamp, .date):
      return .unary("cast", Timestamps.self, Dates.self) {
        Int32(truncatingIfNeeded: Clock($0).day)
      }
    case (.date, .date):
      return .unary("cast", Dates.self, Dates.self) { $0 }
    case (.timestamp, .timestamp):
      return .unary("cast", Timestamps.self, Timestamps.self, canFail: limit != nil) {
        try limited($0, limit)
      }
    case (.interval, .interval):
      return .unary("cast", Intervals.self, Intervals.self, canFail: limit != nil) {
        try limited($0, limit)
      }
    case (.text, _): return fromText(to, limit)
    case (.numeric, _), (_, .numeric): return decimal(from: from, to: to, limit)
    default: return nil
    }
  }

  /// A cast that gives NULL where another fails.
  private static func orNull(
    _ from: ColumnType, _ to: ColumnType, _ limit: CastLimit?
  ) -> ScalarFunction? {
    guard let strict = function(from: from, to: to, limit) else { return nil }
    guard strict.signature.canFail else { return strict }
    return .preparedCells("cast", [from], to) { context in
      let kernel = strict.kernel(context)
      return { cells in
        do {
          let value = Operand.vector(Vector(cells, type: from))
          return try kernel.run([value], CallRows(count: 1, nulls: nil))[0]
        } catch is QueryError {
          return .null
        }
      }
    }
  }

  private static func toText(_ from: ColumnType, _ limit: CastLimit?) -> ScalarFunction {
    .cells("cast", [from], .text) { cells in
      let text = cells[0].sqlText
      switch limit {
      case .characters(let count):
        return .text(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
      case .blankPadded(let count):
        var scalars = text.unicodeScalars.prefix(count ?? .max)
        while scalars.last == " " { scalars.removeLast() }
        return .text(String(String.UnicodeScalarView(scalars)))
      default: return .text(text)
      }
    }
  }

  private static func fromText(_ to: ColumnType, _ limit: CastLimit?) -> ScalarFunction? {
    let read: @Sendable (String) throws -> Cell
    switch to {
    case .integer:
      read = { .integer(try NumberText.integer($0, bits: limit?.bits ?? 64)) }
    case .real: read = { .real(try NumberText.real($0)) }
    case .numeric: read = { .numeric(try limited(NumberText.decimal($0), limit)) }
    case .boolean: read = { .boolean(try boolean($0)) }
    case .date: read = { .date(try TimeParser.date($0)) }
    case .timestamp:
      read = { text in
        let moment = try TimeParser.timestamp(text).microsecondsSince1970
        return Timestamps.cell(try limited(moment, limit))
      }
    case .interval: read = { .interval(try limited(IntervalParser.interval($0), limit)) }
    case .text: return nil
    }
    return .cells("cast", [.text], to, canFail: true) { cells in
      guard case .text(let text) = cells[0] else { return .null }
      do {
        return try read(text)
      } catch var error as QueryError {
        error.value = text
        error.hint = error.hint ?? hint(text, to)
        throw error
      }
    }
  }

  /// What may help with a text that is none of the type.
  private static func hint(_ text: String, _ type: ColumnType) -> String {
    let lenient = "try_cast(…, '\(type.rawValue)') gives NULL for what cannot be cast"
    let isNumber = type == .integer || type == .real || type == .numeric
    guard isNumber, CellReading(decimalComma: true).number(text).value != nil,
      text.utf8.contains(UInt8(ascii: ",")), !text.utf8.contains(UInt8(ascii: "."))
    else { return lenient }
    return "for a decimal comma write replace(…, ',', '.')::numeric; \(lenient)"
  }

  /// The nearest whole number, ties to even.
  private static func whole(_ value: Double, _ limit: CastLimit?) throws -> Int64 {
    guard let whole = Int64(exactly: value.rounded(.toNearestOrEven)) else {
      throw QueryError(outOfRange(limit?.bits ?? 64))
    }
    return whole
  }

  static func outOfRange(_ bits: Int) -> String {
    switch bits {
    case 16: "smallint out of range"
    case 32: ValueProblem.integer
    default: ValueProblem.bigint
    }
  }

  private static func limited(_ value: Int64, _ limit: CastLimit?) throws -> Int64 {
    switch limit {
    case .bits(let bits)? where bits < 64:
      guard value >> Int64(bits - 1) == 0 || value >> Int64(bits - 1) == -1 else {
        throw QueryError(outOfRange(bits))
      }
    case .fraction(let digits)?:
      let rounded = rounded(value, digits)
      guard DayRange.microseconds.contains(rounded) else {
        throw QueryError(ValueProblem.timestamp)
      }
      return rounded
    default: break
    }
    return value
  }

  private static func limited(
    _ value: CalendarInterval, _ limit: CastLimit?
  ) throws -> CalendarInterval {
    guard case .fraction(let digits)? = limit else { return value }
    var result = value
    result.microseconds = rounded(value.microseconds, digits)
    return try IntervalArithmetic.checked(result)
  }

  /// To so many digits of a second, ties away from zero.
  private static func rounded(_ microseconds: Int64, _ digits: Int) -> Int64 {
    let size: Int64 = [1_000_000, 100_000, 10_000, 1000, 100, 10][min(digits, 5)]
    let rest = microseconds % size
    let whole = microseconds - rest
    guard rest.magnitude * 2 >= UInt64(size) else { return whole }
    return microseconds < 0 ? whole &- size : whole &+ size
  }

  private static func limited(
    _ value: DecimalNumber, _ limit: CastLimit?
  ) throws -> DecimalNumber {
    guard case .digits(let precision, let scale)? = limit else { return value }
    let rounded = value.rounded(to: scale)
    guard rounded.isZero || rounded.exponent < precision - scale else {
      throw QueryError(
        "numeric field overflow",
        hint: "numeric(\(precision),\(scale)) holds numbers below 10^\(precision - scale)")
    }
    return rounded
  }

  /// Casts of decimal numbers, and to them.
  private static func decimal(
    from: ColumnType, to: ColumnType, _ limit: CastLimit?
  ) -> ScalarFunction? {
    switch (from, to) {
    case (.numeric, .numeric):
      return .unary("cast", Decimals.self, Decimals.self, canFail: limit != nil) {
        try limited($0, limit)
      }
    case (.integer, .numeric):
      return .unary("cast", Integers.self, Decimals.self, canFail: limit != nil) {
        try limited(DecimalNumber(Int128($0)), limit)
      }
    case (.real, .numeric):
      return .unary("cast", Reals.self, Decimals.self, canFail: limit != nil) {
        try limited(DecimalNumber($0), limit)
      }
    case (.numeric, .real):
      return .unary("cast", Decimals.self, Reals.self, canFail: true) {
        try RealMathematics.finite($0.double)
      }
    case (.numeric, .integer):
      return .unary("cast", Decimals.self, Integers.self, canFail: true) { value in
        // Ties go away from zero.
        guard let whole = value.rounded(to: 0).integer else {
          throw QueryError(outOfRange(limit?.bits ?? 64))
        }
        return try limited(whole, limit)
      }
    default: return nil
    }
  }

  private static func boolean(_ text: String) throws -> Bool {
    let word = Casing.lowered(Blanks.trimmed(text))
    if !word.isEmpty {
      // Any start of these words will do.
      for (full, value, least) in [
        ("true", true, 1), ("false", false, 1), ("yes", true, 1), ("no", false, 1),
        ("on", true, 2), ("off", false, 2), ("1", true, 1), ("0", false, 1),
      ] where full.hasPrefix(word) && word.utf8.count >= least {
        return value
      }
    }
    throw QueryError("invalid input syntax for type boolean")
  }
}

extension CastLimit {
  /// The size of a whole number.
  var bits: Int? {
    if case .bits(let bits) = self { bits } else { nil }
  }
}

/// Blanks as C's `isspace` knows them.
enum Blanks {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

  static func trimmed(_ text: String) -> String {
    var bytes = Substring(text).utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}

/// Reads numbers from texts.
enum NumberText {
  static func integer(_ text: String, bits: Int) throws -> Int64 {
    let name = bits == 16 ? "smallint" : bits == 32 ? "integer" : "bigint"
    let word = Blanks.trimmed(text)
    let digits = word.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard !digits.isEmpty, word.utf8.count - digits.count <= 1,
      digits.allSatisfy({ $0 &- 48 < 10 })
    else { throw QueryError("invalid input syntax for type \(name)") }
    guard let value = Int64(word),
      bits >= 64 || value >> Int64(bits - 1) == 0 || value >> Int64(bits - 1) == -1
    else { throw QueryError("value is out of range for type \(name)") }
    return value
  }

  private static let notFinite: Set<String> = ["nan", "infinity", "inf"]

  static func decimal(_ text: String) throws -> DecimalNumber {
    let word = Blanks.trimmed(text)
    try refuseNotFinite(word)
    guard let value = DecimalNumber(word) else {
      let isNumber = (try? real(word)) != nil
      throw QueryError(
        isNumber ? "value overflows numeric format" : "invalid input syntax for type numeric")
    }
    return value
  }

  private static func refuseNotFinite(_ word: String) throws {
    if notFinite.contains(Casing.lowered(word).filter({ $0 != "-" && $0 != "+" })) {
      throw QueryError("NaN and infinity are not supported", hint: "numbers are finite: use NULL")
    }
  }

  static func real(_ text: String) throws -> Double {
    let word = Blanks.trimmed(text)
    try refuseNotFinite(word)
    let allowed = word.utf8.allSatisfy { byte in
      byte &- 48 < 10 || byte == 43 || byte == 45 || byte == 46 || byte | 32 == 101
    }
    guard allowed, word.utf8.contains(where: { $0 &- 48 < 10 }),
      let value = Double(word.utf8.last == 46 ? word + "0" : word)
    else { throw QueryError("invalid input syntax for type double precision") }
    guard value.isFinite else {
      throw QueryError("value is out of range for type double precision")
    }
    return value
  }
}
