internal import Tables

/// Reads lengths of time: `1 year 2 months -3 days 04:05:06`, `1.5 hours ago`, `P1Y2M3DT4H5M6S`.
///
/// Fields are read from the right, as PostgreSQL does (`DecodeInterval` of datetime.c): a unit stands
/// behind its number, a number left of a time counts days, and no field may stand twice.
struct IntervalParser {
  // Wide enough that no sum of fields overflows before the end.
  var months: Int128 = 0
  var days: Int128 = 0
  var microseconds: Int128 = 0
  private var seen: Set<Field> = []

  static func interval(_ text: String) throws -> CalendarInterval {
    let trimmed = Blanks.trimmed(text)
    guard trimmed.utf8.allSatisfy({ $0 < 0x80 }) else { throw invalid }
    var parser = IntervalParser()
    if trimmed.utf8.first == UInt8(ascii: "P") {
      try parser.readISO(Array(trimmed.utf8.dropFirst()))
    } else {
      try parser.read(IntervalWord.words(Array(Casing.lowered(trimmed).utf8)))
    }
    return try parser.result()
  }

  static var invalid: QueryError { QueryError("invalid input syntax for type interval") }
  static var outOfRange: QueryError { QueryError("interval field value out of range") }

  private func result() throws -> CalendarInterval {
    guard let months = Int32(exactly: months), let days = Int32(exactly: days),
      let microseconds = Int64(exactly: microseconds)
    else { throw Self.outOfRange }
    let interval = CalendarInterval(months: months, days: days, microseconds: microseconds)
    guard interval.isComparable else { throw Self.outOfRange }
    return interval
  }

  /// What a text may say once.
  private enum Field: Hashable {
    case microsecond, millisecond, second, minute, hour, day, week, month, year
    case decade, century, millennium
  }

  private static let units: [String: Field] = {
    var units: [String: Field] = [:]
    for (field, names) in [
      (Field.microsecond, "us usec usecs usecond useconds microsecond microsecon microseconds"),
      (.millisecond, "ms msec msecs msecond mseconds millisecond millisecon milliseconds"),
      (.second, "s sec secs second seconds"), (.minute, "m min mins minute minutes"),
      (.hour, "h hr hrs hour hours"), (.day, "d day days"), (.week, "w week weeks"),
      (.month, "mon mons month months"), (.year, "y yr yrs year years"),
      (.decade, "dec decs decade decades"), (.century, "c cent century centuries"),
      (.millennium, "mil mils millennium millennia"),
    ] {
      for name in names.split(separator: " ") { units[String(name)] = field }
    }
    return units
  }()

  private mutating func read(_ words: [IntervalWord]) throws {
    var words = words[...]
    var isBefore = false
    if case .name("ago")? = words.last {
      isBefore = true
      words.removeLast()
    }
    var unit: Field?
    var isUsed = true
    while let word = words.popLast() {
      switch word {
      case .name(let name):
        // A unit without a number is none.
        guard let field = Self.units[name], isUsed else { throw Self.invalid }
        unit = field
        isUsed = false
      case .clock(let text, let isNegative):
        guard isUsed else { throw Self.invalid }
        try readClock(text, isNegative: isNegative)
        unit = .day
      case .months(let years, let more, let isNegative):
        guard isUsed else { throw Self.invalid }
        try note([.month])
        months += (Int128(years) * 12 + Int128(more)) * (isNegative ? -1 : 1)
        unit = .month
      case .number(let number):
        let field = unit ?? .second
        try add(number, field)
        unit = field == .hour ? .day : field
        isUsed = true
      }
    }
    guard isUsed, !seen.isEmpty else { throw Self.invalid }
    if isBefore { (months, days, microseconds) = (-months, -days, -microseconds) }
  }

  private mutating func note(_ fields: Set<Field>) throws {
    guard seen.isDisjoint(with: fields) else { throw Self.invalid }
    seen.formUnion(fields)
  }

  private mutating func readClock(_ text: String, isNegative: Bool) throws {
    try note([.hour, .minute, .second, .millisecond, .microsecond])
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    // Minutes and seconds, where the last has a fraction.
    if parts.count == 2, parts[1].contains(".") { parts.insert("0", at: 0) }
    guard (2...3).contains(parts.count), let hours = Int64(parts[0]), let minutes = Int64(parts[1])
    else { throw Self.invalid }
    var total = Int128(hours) * 3_600_000_000 + Int128(minutes) * 60_000_000
    if parts.count == 3 {
      let seconds = try IntervalNumber(parts[2])
      guard seconds.whole <= 60 else { throw Self.outOfRange }
      total += seconds.parts(of: 1_000_000)
    }
    guard minutes < 60 else { throw Self.outOfRange }
    microseconds += isNegative ? -total : total
  }

  private mutating func add(_ number: IntervalNumber, _ field: Field) throws {
    let isWhole = number.fraction == 0
    switch field {
    case .second: try note(isWhole ? [.second] : [.second, .millisecond, .microsecond])
    case .millisecond: try note(isWhole ? [.millisecond] : [.millisecond, .microsecond])
    default: try note([field])
    }
    switch field {
    case .microsecond: microseconds += number.parts(of: 1)
    case .millisecond: microseconds += number.parts(of: 1_000)
    case .second: microseconds += number.parts(of: 1_000_000)
    case .minute: microseconds += number.parts(of: 60_000_000)
    case .hour: microseconds += number.parts(of: 3_600_000_000)
    case .day: addDays(number, 1)
    case .week: addDays(number, 7)
    case .month: addMonths(number)
    case .year: months += number.parts(of: 12)
    case .decade: months += number.parts(of: 120)
    case .century: months += number.parts(of: 1_200)
    case .millennium: months += number.parts(of: 12_000)
    }
  }

  /// Parts of a month are days of 1/30, parts of a day a time.
  mutating func addMonths(_ number: IntervalNumber) {
    months += Int128(number.whole)
    addDays(IntervalNumber(whole: 0, fraction: number.fraction), 30)
  }

  mutating func addDays(_ number: IntervalNumber, _ length: Int64) {
    let more = number.fraction * Double(length)
    let whole = more.rounded(.towardZero)
    days += Int128(number.whole) * Int128(length) + Int128(whole)
    microseconds += Int128(((more - whole) * 86_400_000_000).rounded(.toNearestOrEven))
  }
}

/// A number of an interval; the parts before and after the point have one sign.
struct IntervalNumber {
  var whole: Int64
  var fraction: Double

  init(whole: Int64, fraction: Double) {
    (self.whole, self.fraction) = (whole, fraction)
  }

  /// Digits with a sign and a point, where they are given.
  init(_ text: String) throws {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let parts = Substring(digits).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      digits.allSatisfy({ $0 &- 48 < 10 || $0 == 46 })
    else { throw IntervalParser.invalid }
    guard let whole = Int64((isNegative ? "-" : "") + (parts[0].isEmpty ? "0" : parts[0])) else {
      throw IntervalParser.outOfRange
    }
    let fraction = parts.count == 2 ? Double("0." + (parts[1].isEmpty ? "0" : parts[1])) ?? 0 : 0
    self.init(whole: whole, fraction: isNegative ? -fraction : fraction)
  }

  /// So many units of a smaller kind, the nearest whole number of them.
  func parts(of size: Int64) -> Int128 {
    Int128(whole) * Int128(size) + Int128((fraction * Double(size)).rounded(.toNearestOrEven))
  }
}
