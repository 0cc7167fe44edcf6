/// What kind of moment the number format of a cell shows, if any.
enum CellFormat {
  case none
  case day
  case moment
  /// A time of the day, or a length of time: `hh:mm`, `[h]:mm:ss`.
  case time

  /// The formats that Excel knows by number (ECMA-376, part 1, 18.8.30), with those of East Asian
  /// programs, all of which show days or times.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
    case 22: self = .moment
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .none
    }
  }

  /// A format in writing: `yyyy-mm-dd`, `[$-41D]d mmmm yyyy;@`, `[h]:mm`.
  ///
  /// Letters within quotes, behind a backslash, `_` or `*`, and within brackets say nothing, but for
  /// `[h]`, `[m]` and `[s]`, lengths of time. Only the part before the first semicolon counts.
  init(code: String) {
    var hasDay = false
    var hasTime = false
    var hasMonth = false
    var bytes = Array(code.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): bytes = []
      case UInt8(ascii: "\""):
        while let next = bytes.popFirst(), next != UInt8(ascii: "\"") {}
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): bytes = bytes.dropFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        let letters = Set(inside.map { $0 | 0x20 })
        if letters.count == 1, let letter = letters.first, "hms".utf8.contains(letter) {
          hasTime = true
        }
      default:
        switch byte | 0x20 {
        case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDay = true
        case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
        case UInt8(ascii: "m"): hasMonth = true
        case UInt8(ascii: "g"):
          // General, and what may stand around it.
          if bytes.prefix(6).elementsEqual("eneral".utf8) { bytes = bytes.dropFirst(6) }
        case UInt8(ascii: "e"):
          // An exponent, not the year of an emperor.
          if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            self = .none
            return
          }
        default: break
        }
      }
    }
    self =
      hasDay ? (hasTime ? .moment : .day) : hasTime ? .time : hasMonth ? .day : .none
  }
}
