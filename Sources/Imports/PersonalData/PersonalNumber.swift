internal import Tables

/// Swedish personal and coordination numbers.
enum PersonalNumber {
  /// Whether a text is one: year, month and day, then four digits of which the last checks the nine before
  /// it by the Luhn algorithm; `19900101-2385`, `900101-2385`, `9001012385`. The day of a coordination number
  /// is 60 higher.
  ///
  /// Reference: Skatteverket, SKV 704, Personnummer; ISO/IEC 7812-1, annex B.
  static func isValid(_ text: some StringProtocol) -> Bool {
    let marks = String(text.filter { !$0.isNumber })
    let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard marks.isEmpty || marks == "-" || marks == "+", digits.count == 10 || digits.count == 12
    else { return false }
    let ten = Array(digits.suffix(10))
    let century = digits.count == 12 ? digits[0] * 10 + digits[1] : nil
    if let century, !(18...20).contains(century) { return false }
    let year = (century ?? 20) * 100 + ten[0] * 10 + ten[1]
    let day = ten[4] * 10 + ten[5]
    // A leap day may be of either century.
    let years = century == nil ? [year, year - 100] : [year]
    guard
      years.contains(where: {
        CalendarDate(
          year: $0, month: ten[2] * 10 + ten[3], day: day > 60 ? day - 60 : day) != nil
      })
    else { return false }
    let sum = ten.enumerated().reduce(0) { sum, digit in
      let product = digit.element * (digit.offset.isMultiple(of: 2) ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}
