internal import Labels
internal import Spreadsheets

/// A figure for a spreadsheet: the number itself, and how it is to be written so that it reads as it does
/// everywhere else.
struct XLSXFigure {
  /// The number as Excel holds it: a percentage is a share of 1.
  let number: Double
  private let kind: NumberFormat.Kind
  private let isSigned: Bool
  private let decimals: Int
  private let before: String
  private let behind: String

  /// One side of a fact; `nil` where that is no number.
  init?(_ fact: Fact, _ aspect: Aspect, _ words: FactWords) {
    switch aspect {
    case .value, .equation, .label, .id:
      self.init(value: fact, isEquation: aspect == .equation, words)
    case .low, .high:
      guard let interval = fact.interval else { return nil }
      let end = aspect == .low ? interval.lower : interval.upper
      self.init(end: end, of: fact, text: words.text(fact, aspect), words)
    case .confidence:
      guard let confidence = fact.interval?.confidence else { return nil }
      self.init(confidence, .percent, text: words.text(fact, aspect), words)
    case .part, .whole, .population, .values:
      guard let number = fact.baseNumber(aspect) else { return nil }
      self.init(number, text: words.text(fact, aspect), words)
    case .stated:
      guard let data = fact.data(.stated), let number = data.number else { return nil }
      self.init(number, text: words.text(fact, aspect), words)
    case .interval, .method, .unit, .base: return nil
    }
  }

  /// How it is written, with words around it; `nil` where they are too long for a format.
  func format(before: String, behind: String) -> NumberFormat? {
    NumberFormat(
      kind, decimals: decimals, isSigned: isSigned, isNegative: number < 0,
      before: before + self.before, behind: self.behind + behind)
  }

  /// How the digits alone are written.
  var plainFormat: NumberFormat? { NumberFormat(kind, decimals: decimals, isSigned: isSigned) }

  private init?(value fact: Fact, isEquation: Bool, _ words: FactWords) {
    let text = words.bare(fact)
    let marks = words.marks(of: fact)
    let isPercent = fact.unit?.isPercent == true
    let unit = isPercent ? "" : words.unit(of: fact)
    let start = marks.before + (isEquation ? "=\u{A0}" : "")
    switch fact.value {
    case .count(let count):
      self.init(Double(count), text: text, before: start, behind: unit + marks.behind, words)
    case .number(let number):
      self.init(
        isPercent ? number / 100 : number, isPercent ? .percent : .number, text: text,
        before: start, behind: unit + marks.behind, words)
    case .change(let change):
      self.init(
        isPercent ? change / 100 : change, isPercent ? .percent : .number, isSigned: true,
        text: text,
        before: start, behind: unit + marks.behind, words)
    case .growth(let growth):
      self.init(
        growth, .percent, isSigned: true, text: text, before: start, behind: marks.behind, words)
    case .share(let share):
      self.init(share, .percent, text: text, before: start, behind: marks.behind, words)
    case .points(let points):
      self.init(
        points * 100, isSigned: true, text: text, before: start, behind: marks.behind, words)
    case .probability(let p), .pValue(let p, _):
      let isBound = text.hasPrefix("<") || text.hasPrefix(">")
      self.init(
        p, isBound ? .words : .number, text: text,
        before: (isBound ? marks.before + text : start), behind: marks.behind, words)
    case .day, .flag, .interval, .withheld: return nil
    }
  }

  private init?(end: Double, of fact: Fact, text: String, _ words: FactWords) {
    switch fact.value {
    case .share: self.init(end, .percent, text: text, words)
    case .interval where fact.unit == nil: self.init(end, .percent, text: "", words)
    case .points: self.init(end * 100, isSigned: true, text: text, words)
    case .change: self.init(end, isSigned: true, text: text, words)
    default: self.init(end, text: text, words)
    }
  }

  /// `text` is how it reads elsewhere, from which the number of decimals is taken.
  private init?(
    _ number: Double, _ kind: NumberFormat.Kind = .number, isSigned: Bool = false, text: String,
    before: String = "", behind: String = "", _ words: FactWords
  ) {
    guard number.isFinite else { return nil }
    self.number = FactData.number(number).number ?? number
    let isScientific = text.contains("·10")
    self.kind = isScientific && kind == .number ? .scientific : kind
    self.isSigned = isSigned && kind != .words
    decimals = kind == .words ? 0 : isScientific ? 2 : words.style.decimals(in: text)
    self.before = before
    self.behind = behind
  }
}

extension FactData {
  /// The number that it is.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .text, .day, .flag: nil
    }
  }
}
