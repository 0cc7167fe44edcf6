internal import Tables

/// A text as words and whole numbers in turn: `omgång 10` is `omgång ` and 10.
struct NumberedText {
  private enum Run: Equatable {
    case number(Int)
    case word(String)
  }

  private var runs: [Run] = []
  private let text: String

  init(_ text: String) {
    self.text = text
    var run = ""
    func added(_ run: String) -> Run {
      // Digits beyond any number are compared as text.
      run.first?.isASCII == true ? Int(run).map(Run.number) ?? .word(run) : .word(run)
    }
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if let last = run.last, isDigit != (last.isASCII && last.isNumber) {
        runs.append(added(run))
        run = ""
      }
      run.append(character)
    }
    if !run.isEmpty { runs.append(added(run)) }
  }

  /// The whole numbers.
  var numbers: [Int] {
    runs.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  /// What stands around the numbers, without case; a number is a blank.
  var words: [String] {
    runs.map { if case .word(let word) = $0 { trimmed(word.lowercased()) } else { " " } }
  }

  /// Run by run: numbers by size and before words, words by their characters.
  static func < (a: Self, b: Self) -> Bool {
    for (one, other) in zip(a.runs, b.runs) where one != other {
      switch (one, other) {
      case (.number(let one), .number(let other)): return one < other
      case (.number, .word): return true
      case (.word, .number): return false
      case (.word(let one), .word(let other)):
        return one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
      }
    }
    if a.runs.count != b.runs.count { return a.runs.count < b.runs.count }
    return a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars)
  }
}

/// The order of labels: as in the calendar, by size, or by their characters and numbers.
enum NaturalOrder {
  /// The positions of labels, the first first.
  static func sorted(_ labels: [String]) -> [Int] {
    if let periods = periods(labels) {
      return labels.indices.sorted {
        (periods[$0].index, labels[$0]) < (periods[$1].index, labels[$1])
      }
    }
    let numbers = labels.compactMap(Double.init)
    if numbers.count == labels.count {
      return labels.indices.sorted { (numbers[$0], labels[$0]) < (numbers[$1], labels[$1]) }
    }
    let texts = labels.map(NumberedText.init)
    return labels.indices.sorted { texts[$0] < texts[$1] }
  }

  /// The periods that labels of groups name; `nil` unless all do, each another.
  ///
  /// Four digits are as often a code as a year, so a year must be one that people write about.
  static func periods(_ labels: [String]) -> [Period]? {
    guard let column = try? PeriodColumn(labels) else { return nil }
    let periods = column.periods.compactMap(\.self)
    guard periods.count == labels.count, Set(periods).count == labels.count,
      column.length != .year || periods.allSatisfy({ (1900..<2100).contains($0.index) })
    else { return nil }
    return periods
  }
}
