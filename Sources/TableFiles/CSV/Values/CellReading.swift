package import Tables

/// Reads the text of a cell as the readers of CSV files do.
///
/// For columns that stayed text because not all of their cells are of one type: which of them are
/// numbers or days, which stand for a missing value, and why the others are none.
package struct CellReading: Sendable {
  private let parser: ValueParser
  private let style: CellStyle
  /// Whether anything tells how `1.299` is read.
  private let isMarkKnown: Bool

  /// - Parameters:
  ///   - decimalComma: Whether `1,5` is the number one and a half.
  ///   - missingWords: Words that stand for a missing value.
  package init(
    decimalComma: Bool = false, missingWords: Set<String> = CSVOptions.defaultMissingWords
  ) {
    parser = ValueParser(missing: MissingWords(missingWords))
    style = CellStyle(decimalComma: decimalComma)
    isMarkKnown = true
  }

  /// A reading on which the texts of a column agree: decimal mark, groups of thousands, and whether
  /// the day or the month comes first.
  ///
  /// - Parameters:
  ///   - texts: The texts; each counts once.
  ///   - missingWords: Words that stand for a missing value.
  package init(
    of texts: some Sequence<String>, missingWords: Set<String> = CSVOptions.defaultMissingWords
  ) {
    parser = ValueParser(missing: MissingWords(missingWords))
    var evidence = TypeEvidence()
    for text in texts { evidence.count(Self.bytes(of: text, parser.classify)) }
    let vote = evidence.decimalCommaVote(isDeclared: true, delimiter: nil)
    let isComma = vote?.isComma ?? evidence.hasPointGroups
    style = evidence.style(DecimalMark(isComma: isComma, isKnown: vote != nil))
    isMarkKnown = vote != nil
  }

  /// Whether `1,5` is the number one and a half.
  package var decimalComma: Bool { style.decimalComma }

  /// Whether a text stands for a missing value: it is blank or one of the words.
  package func isMissing(_ text: String) -> Bool { Self.bytes(of: text, parser.isMissing) }

  /// A text as a number.
  package func number(_ text: String) -> NumberReading {
    Self.bytes(of: text) { bytes in
      let looks = parser.classify(bytes)
      if looks.kind == .missing { return .missing }
      if looks.isNumber {
        let isGroup = looks.kind == .pointGroup || looks.kind == .commaGroup
        let isOpen = isGroup && !isMarkKnown && style.groups == .unknown
        guard !isOpen, let value = parser.real(bytes, style) else { return .none(.mark) }
        return .number(value, unit: looks.unit?.sign)
      }
      return switch looks.kind {
      case .bound: .none(.bound)
      case .footnote: .none(.footnote)
      case .unitNumber: .none(.unit)
      case .identifier: .none(.identifier)
      default: .none(.word)
      }
    }
  }

  /// A text as a day.
  package func day(_ text: String) -> CalendarDate? {
    Self.bytes(of: text) { parser.date($0, style) }
  }

  /// A text as a moment; a day is its first second.
  package func moment(_ text: String) -> Timestamp? {
    Self.bytes(of: text) { parser.timestamp($0, style) }
  }

  /// The texts of a column as numbers, each read as all of them suggest.
  ///
  /// - Parameters:
  ///   - texts: The texts; each counts once.
  ///   - missingWords: Words that stand for a missing value.
  /// - Returns: A reading for each text.
  package static func numbers(
    _ texts: [String], missingWords: Set<String> = CSVOptions.defaultMissingWords
  ) -> [NumberReading] {
    let reading = CellReading(of: texts, missingWords: missingWords)
    return texts.map { reading.number($0) }
  }

  private static func bytes<Result>(of text: String, _ read: (Bytes) -> Result) -> Result {
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
  /// A word or a sentence: `Vet ej`; a day.
  case word
  /// A number that is a bound: `<5`, `≥ 100`.
  case bound
  /// A number with the sign of a footnote: `123*`, `(12)`.
  case footnote
  /// A number with something behind it that is no known unit: `12 st`.
  case unit
  /// Its mark may part thousands or decimals, as in `1.299`, or is not that of the others.
  case mark
  /// Digits that are no number: `007`, `+46701234567`.
  case identifier
}
