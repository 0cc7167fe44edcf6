package import Tables

/// Reads the text of a cell as the readers of CSV files do.
///
/// For columns that stayed text because not all of their cells are of one type: which of them are
/// numbers, which stand for a missing value, and why the others are none.
package struct CellReading: Sendable {
  /// Whether `1,5` is the number one and a half.
  package let decimalComma: Bool
  private let parser: ValueParser

  /// - Parameters:
  ///   - decimalComma: Whether `1,5` is the number one and a half.
  ///   - missingWords: Words that stand for a missing value.
  package init(
    decimalComma: Bool = false, missingWords: Set<String> = CSVOptions.defaultMissingWords
  ) {
    self.decimalComma = decimalComma
    parser = ValueParser(missing: MissingWords(missingWords))
  }

  /// Whether a text stands for a missing value: it is blank or one of the words.
  package func isMissing(_ text: String) -> Bool {
    with(text) { parser.isMissing($0) }
  }

  /// A text as a number.
  package func number(_ text: String) -> NumberReading {
    with(text) { bytes in
      if parser.isMissing(bytes) { return .missing }
      let looks = parser.classify(bytes)
      guard looks.isNumber, let value = parser.real(bytes, decimalComma: decimalComma) else {
        return .none(looks.kind == .identifier ? .identifier : .word)
      }
      return .number(value, unit: looks.isPercent ? "%" : nil)
    }
  }

  /// A text as a day.
  package func day(_ text: String) -> CalendarDate? { with(text) { parser.date($0) } }

  /// A text as a moment; a day is its first second.
  package func moment(_ text: String) -> Timestamp? { with(text) { parser.timestamp($0) } }

  /// The texts of a column as numbers, with the decimal mark on which they agree.
  ///
  /// - Parameters:
  ///   - texts: The texts; each counts once.
  ///   - missingWords: Words that stand for a missing value.
  /// - Returns: A reading for each text.
  package static func numbers(
    _ texts: [String], missingWords: Set<String> = CSVOptions.defaultMissingWords
  ) -> [NumberReading] {
    let plain = CellReading(missingWords: missingWords)
    var evidence = TypeEvidence()
    for text in texts { plain.with(text) { evidence.count(plain.parser.classify($0)) } }
    let vote = evidence.decimalCommaVote(isDeclared: true, commaPartsFields: false)
    let reading = CellReading(decimalComma: vote?.isComma ?? false, missingWords: missingWords)
    return texts.map { reading.number($0) }
  }

  private func with<Result>(_ text: String, _ read: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { read($0) }
  }
}

/// A text of a cell as a number, or why it is none.
package enum NumberReading: Sendable, Hashable {
  /// It is blank or a word for a missing value.
  case missing
  /// A number, as it is written: 12 for `12 %` and for `12 kr`, with the unit beside it.
  case number(Double, unit: String?)
  /// It is no number.
  case none(NoNumber)

  /// The number.
  package var value: Double? { if case .number(let value, _) = self { value } else { nil } }
}

/// Why a text of a cell is no number.
package enum NoNumber: String, Sendable, Hashable, CaseIterable {
  /// A word or a sentence: `Vet ej`.
  case word
  /// A number that is a bound: `<5`, `≥ 100`.
  case bound
  /// A number with a sign of a footnote or a mark of quality: `123*`, `(12)`, `12 p`.
  case footnote
  /// A number with something behind it that is no known unit: `12 st`.
  case unit
  /// Its mark may part thousands or decimals: `1.299`.
  case mark
  /// Digits that are no number: `007`, `+46701234567`.
  case identifier
}
