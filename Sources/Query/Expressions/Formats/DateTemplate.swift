internal import Tables

/// A template of `to_char`, `to_date` and `to_timestamp` for days and moments.
struct DateTemplate {
  enum Letters { case upper, capital, lower }

  enum Field: Equatable {
    case year(Int), isoYear(Int), yearWithComma, century, quarter
    case monthName(Letters), monthShort(Letters), month, roman(Letters)
    case dayName(Letters), dayShort(Letters), dayOfYear, isoDayOfYear, day, weekday, isoWeekday
    case week, weekOfMonth, isoWeek, julian
    case hour12, hour24, minute, second, fraction(Int), secondOfDay
    case half(Letters, dots: Bool), era(Letters, dots: Bool)
    case zoneHours, zoneMinutes, zoneName, zone
  }

  struct Part {
    var field: Field?
    /// Text that stands for itself.
    var literal = ""
    var isFilled = true
    var ordinal: Letters?
    /// The pattern as written, for messages.
    var name = ""
  }

  private(set) var parts: [Part] = []

  private static let patterns: [(String, Field)] = [
    ("Y,YYY", .yearWithComma), ("YYYY", .year(4)), ("YYY", .year(3)), ("YY", .year(2)),
    ("Y", .year(1)), ("IYYY", .isoYear(4)), ("IYY", .isoYear(3)), ("IY", .isoYear(2)),
    ("IDDD", .isoDayOfYear), ("ID", .isoWeekday), ("IW", .isoWeek), ("I", .isoYear(1)),
    ("MONTH", .monthName(.upper)), ("Month", .monthName(.capital)), ("month", .monthName(.lower)),
    ("MON", .monthShort(.upper)), ("Mon", .monthShort(.capital)), ("mon", .monthShort(.lower)),
    ("MM", .month), ("MI", .minute), ("MS", .fraction(3)), ("DAY", .dayName(.upper)),
    ("Day", .dayName(.capital)), ("day", .dayName(.lower)), ("DDD", .dayOfYear), ("DD", .day),
    ("DY", .dayShort(.upper)), ("Dy", .dayShort(.capital)), ("dy", .dayShort(.lower)),
    ("D", .weekday), ("WW", .week), ("W", .weekOfMonth), ("CC", .century), ("J", .julian),
    ("Q", .quarter), ("RM", .roman(.upper)), ("rm", .roman(.lower)), ("HH24", .hour24),
    ("HH12", .hour12), ("HH", .hour12), ("SSSSS", .secondOfDay), ("SSSS", .secondOfDay),
    ("SS", .second), ("US", .fraction(6)), ("FF1", .fraction(1)), ("FF2", .fraction(2)),
    ("FF3", .fraction(3)), ("FF4", .fraction(4)), ("FF5", .fraction(5)), ("FF6", .fraction(6)),
    ("AM", .half(.upper, dots: false)), ("PM", .half(.upper, dots: false)),
    ("am", .half(.lower, dots: false)), ("pm", .half(.lower, dots: false)),
    ("A.M.", .half(.upper, dots: true)), ("P.M.", .half(.upper, dots: true)),
    ("a.m.", .half(.lower, dots: true)), ("p.m.", .half(.lower, dots: true)),
    ("AD", .era(.upper, dots: false)), ("BC", .era(.upper, dots: false)),
    ("ad", .era(.lower, dots: false)), ("bc", .era(.lower, dots: false)),
    ("A.D.", .era(.upper, dots: true)), ("B.C.", .era(.upper, dots: true)),
    ("TZH", .zoneHours), ("TZM", .zoneMinutes), ("TZ", .zoneName), ("OF", .zone),
  ]

  init(_ template: String) {
    var rest = Substring(template).unicodeScalars
    var isFilled = true
    func starts(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }
    while let scalar = rest.first {
      if starts("FM") || starts("fm") || starts("TM") || starts("tm") {
        isFilled = false
        rest.removeFirst(2)
      } else if starts("FX") || starts("fx") {
        rest.removeFirst(2)
      } else if scalar == "\"" {
        rest.removeFirst()
        while let inner = rest.popFirst(), inner != "\"" {
          add(literal: inner == "\\" ? rest.popFirst() ?? inner : inner)
        }
      } else if starts("\\\"") {
        rest.removeFirst(2)
        add(literal: "\"")
      } else if let (name, field) = Self.pattern(rest) {
        rest.removeFirst(name.unicodeScalars.count)
        var part = Part(field: field, isFilled: isFilled, name: name)
        if starts("TH") { part.ordinal = .upper }
        if starts("th") { part.ordinal = .lower }
        if part.ordinal != nil { rest.removeFirst(2) }
        parts.append(part)
        isFilled = true
      } else {
        rest.removeFirst()
        add(literal: scalar)
      }
    }
  }

  private static func pattern(_ text: Substring.UnicodeScalarView) -> (String, Field)? {
    // As written first, so that letters give the case of names; then in any case.
    if let exact = longest(where: { text.starts(with: $0.unicodeScalars) }) { return exact }
    let raised = text.prefix(5).map(Casing.raised)
    return longest { raised.starts(with: $0.unicodeScalars) }
  }

  private static func longest(where fits: (String) -> Bool) -> (String, Field)? {
    patterns.filter { fits($0.0) }.max { $0.0.utf8.count < $1.0.utf8.count }
  }

  private mutating func add(literal scalar: Unicode.Scalar) {
    if let last = parts.indices.last, parts[last].field == nil {
      parts[last].literal.unicodeScalars.append(scalar)
    } else {
      parts.append(Part(field: nil, literal: String(scalar)))
    }
  }
}

/// The template used last.
final class DateTemplateCache {
  private var last: (text: String, template: DateTemplate)?

  func template(_ text: String) -> DateTemplate {
    if let last, byteOrder(last.text, text) == 0 { return last.template }
    let template = DateTemplate(text)
    last = (text, template)
    return template
  }
}
