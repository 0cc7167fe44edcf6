extension PeriodText {
  /// What the parts say; `nil` if that is no period.
  var meaning: PeriodLabel.Meaning? {
    var (numbers, words): ([Number], [(place: Int, word: PeriodWord)]) = ([], [])
    for (place, part) in parts.enumerated() {
      switch part {
      case .number(let value, let width): numbers.append(Number(value: value, width: width))
      case .word(let text):
        guard let word = PeriodWord(text) else { return nil }
        words.append((place, word))
      }
    }
    guard words.count <= 1 else { return nil }
    guard let (place, word) = words.first else { return meaning(ofNumbers: numbers) }
    guard gaps.allSatisfy(Self.marks.contains) else { return nil }
    return meaning(of: word, at: place, numbers)
  }

  private static let marks: Set<String> = ["", " ", "-", "/", ".", ",", "_", ":", "'", "’"]

  struct Number {
    let value: Int
    let width: Int

    /// A year of four digits.
    var year: Int? { width == 4 && (1000...2999).contains(value) ? value : nil }

    /// A year of four digits, or of two from 1950 to 2049.
    var shortYear: Int? {
      if width == 2 { return value < 50 ? 2000 + value : 1900 + value }
      return year
    }

    /// A part of a year: a number of one or two digits.
    var part: Int? { width <= 2 ? value : nil }
  }

  // MARK: Numbers alone

  private func meaning(ofNumbers numbers: [Number]) -> PeriodLabel.Meaning? {
    switch numbers.count {
    case 1: run(of: numbers[0])
    case 2: pair(numbers[0], numbers[1], mark: gaps[0])
    case 3 where gaps[0] == gaps[1]: day(numbers, mark: gaps[0])
    default: nil
    }
  }

  /// Digits without a mark between: `2023`, `202312`, `20231224`.
  private func run(of number: Number) -> PeriodLabel.Meaning? {
    if let year = number.year, year < 2200 { return .certain(Period(.year, index: year)) }
    let value = number.value
    if number.width == 8 {
      return Self.day(value / 10_000, value / 100 % 100, value % 100).map { .certain($0) }
    }
    // Other numbers of six digits are likelier figures than times.
    guard number.width == 6, (1800...2199).contains(value / 100) else { return nil }
    return Self.either([
      .sixDigitMonth: Period(year: value / 100, month: value % 100),
      .sixDigitWeek: Period(year: value / 100, part: value % 100, of: .week),
    ])
  }

  /// `2023-09`, `2022/23`, `2022/2023`, `9/2023`.
  private func pair(_ first: Number, _ second: Number, mark: String) -> PeriodLabel.Meaning? {
    guard ["-", "/", "."].contains(mark) else { return nil }
    guard let year = first.year else {
      guard let year = second.year, let part = first.part else { return nil }
      return Period(year: year, month: part).map { .certain($0) }
    }
    if second.year == year + 1 { return .certain(Period(.schoolYear, index: year)) }
    guard let part = second.part, mark != "." || second.width == 2 else { return nil }
    let month = Period(year: year, month: part)
    let isNext = second.width == 2 && part == (year + 1) % 100
    let years = isNext ? Period(.schoolYear, index: year) : nil
    switch mark {
    case "/": return Self.either([.slashYears: years, .slashMonth: month])
    case "-": return Self.either([.dashMonth: month, .dashYears: years])
    default: return month.map { .certain($0) }
    }
  }

  /// `2024-03-15`, `15.08.2024`, `5/11/2024`, `24-03-15`.
  private func day(_ numbers: [Number], mark: String) -> PeriodLabel.Meaning? {
    guard ["-", "/", ".", " "].contains(mark) else { return nil }
    let values = numbers.map(\.value)
    if let year = numbers[0].year, numbers[1].part != nil, numbers[2].part != nil {
      return Self.day(year, values[1], values[2]).map { .certain($0) }
    }
    guard numbers[0].part != nil, numbers[1].part != nil, let year = numbers[2].shortYear else {
      return nil
    }
    let dayFirst = Self.day(year, values[1], values[0])
    if mark == "." { return dayFirst.map { .certain($0) } }
    let yearFirst =
      mark == "-" && numbers[2].width == 2
      ? numbers[0].shortYear.flatMap { Self.day($0, values[1], values[2]) } : nil
    return Self.either([
      .dayFirst: dayFirst, .monthFirst: Self.day(year, values[0], values[1]),
      .yearFirst: yearFirst,
    ])
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
    CalendarDate(year: year, month: month, day: day).map { Period(.day, of: $0) }
  }

  private static func either(
    _ readings: [PeriodLabel.Convention: Period?]
  ) -> PeriodLabel.Meaning? {
    let readings = readings.compactMapValues(\.self)
    return readings.isEmpty ? nil : .either(readings)
  }

  // MARK: A word among numbers

  private func meaning(
    of word: PeriodWord, at place: Int, _ numbers: [Number]
  ) -> PeriodLabel.Meaning? {
    let period: Period? =
      switch word {
      case .month(let month): self.month(month, at: place, numbers)
      case .part(let length): part(length, at: place, numbers)
      case .term(let half): term(half, at: place, numbers)
      case .years:
        if numbers.count == 2, place == 0, let year = numbers[0].year,
          numbers[1].year == year + 1
            || (numbers[1].width == 2 && numbers[1].value == (year + 1) % 100)
        {
          Period(.schoolYear, index: year)
        } else {
          nil
        }
      }
    return period.map { .certain($0) }
  }

  /// `dec 2023`, `2023 dec`, `mar-24`, `4 juni 2024`, `June 4, 2024`.
  private func month(_ month: Int, at place: Int, _ numbers: [Number]) -> Period? {
    switch (numbers.count, place) {
    case (1, 0): return numbers[0].shortYear.flatMap { Period(year: $0, month: month) }
    // 24-mar is a day without a year.
    case (1, 1): return numbers[0].year.flatMap { Period(year: $0, month: month) }
    case (2, 0), (2, 1):
      if let year = numbers[0].year, place == 1, let day = numbers[1].part {
        return Self.day(year, month, day)
      }
      guard let day = numbers[0].part, let year = numbers[1].shortYear else { return nil }
      return Self.day(year, month, day)
    default: return nil
    }
  }

  /// `2023K4`, `kv 2 2024`, `2 kv 2024`.
  private func part(_ length: PeriodLength, at place: Int, _ numbers: [Number]) -> Period? {
    guard numbers.count == 2, place < 2 else { return nil }
    if place == 1, let year = numbers[0].year {
      return numbers[1].part.flatMap { Period(year: year, part: $0, of: length) }
    }
    guard let part = numbers[0].part, let year = numbers[1].shortYear else { return nil }
    return Period(year: year, part: part, of: length)
  }

  /// `HT 2023`, `VT23`, `2023-vår`.
  private func term(_ half: Int, at place: Int, _ numbers: [Number]) -> Period? {
    guard numbers.count == 1 else { return nil }
    let year = place == 0 ? numbers[0].shortYear : numbers[0].year
    return year.map { Period(.term, index: $0 * 2 + half) }
  }
}
