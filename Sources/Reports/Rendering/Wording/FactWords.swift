internal import Labels
internal import Tables

/// How facts are written in a language: the only place where a figure becomes text.
struct FactWords {
  let language: Language
  let style: NumberStyle
  /// What documents are called.
  let documents: DocumentNames

  init(_ language: Language, documents: DocumentNames = DocumentNames()) {
    self.language = language
    self.documents = documents
    style = NumberStyle(language)
  }

  /// What a reader sees of a fact.
  func text(_ fact: Fact, _ aspect: Aspect = .value) -> String {
    if case .withheld = fact.value { return Self.withheldSign }
    switch aspect {
    case .value, .label, .id: return marked(fact, value(fact))
    case .equation: return equation(marked(fact, value(fact)))
    case .interval: return fact.interval.map { interval($0, of: fact) } ?? nothing
    case .low: return fact.interval.map { end($0.lower, of: fact) } ?? nothing
    case .high: return fact.interval.map { end($0.upper, of: fact) } ?? nothing
    case .confidence: return fact.interval?.confidence.map(level) ?? nothing
    case .method: return fact.interval?.method ?? nothing
    case .unit: return fact.unit?.several[language] ?? ""
    case .base: return base(fact.base)
    case .part, .whole, .population, .values:
      return fact.baseNumber(aspect).map { style.text($0, upTo: 2) } ?? nothing
    case .stated:
      for case .stated(let other) in fact.marks { return style.text(other, upTo: 2) }
      return nothing
    }
  }

  /// Stands where there is nothing to say.
  var nothing: String { "–" }

  /// Stands where a figure is withheld; a remark says why.
  static let withheldSign = "··"

  // MARK: Values

  /// The figure with its unit, without what marks put around it.
  func bare(_ fact: Fact) -> String { value(fact) }

  private func value(_ fact: Fact) -> String {
    switch fact.value {
    case .count(let count): style.text(Double(count), decimals: 0) + unit(fact, Double(count))
    case .number(let number): quantity(number, fact)
    case .change(let change):
      self.number(change, fact.precision, signed: true)
        + (fact.unit?.isPercent == true ? style.percentSign : unit(fact, change))
    case .growth(let growth):
      self.number(
        growth * 100, fact.precision == .natural ? .decimals(1) : fact.precision, signed: true)
        + style.percentSign
    case .share(let share): self.number(share * 100, percent(fact.precision)) + style.percentSign
    case .points(let points): self.number(points * 100, percent(fact.precision), signed: true)
    case .probability(let probability): self.probability(probability, fact.precision)
    case .pValue(let p, let level): pValue(p, level: level)
    case .day(let day): day.description
    case .flag(let flag): flag ? Label("ja", "yes")[language] : Label("nej", "no")[language]
    case .interval: fact.interval.map { interval($0, of: fact) } ?? nothing
    case .withheld: Self.withheldSign
    }
  }

  /// A value that is a bound has its sign already.
  private func equation(_ value: String) -> String {
    value.hasPrefix("<") || value.hasPrefix(">") ? value : "=\u{A0}" + value
  }

  /// A figure and its unit; of a part and a whole both; per cent stands close.
  private func quantity(_ number: Double, _ fact: Fact) -> String {
    if fact.unit?.isPercent == true {
      let precision: Precision = fact.precision == .natural ? .upTo(1) : fact.precision
      return self.number(number, precision) + style.percentSign
    }
    if case .part(_?, _, _) = fact.base { return self.number(number, .upTo(2)) + unit(of: fact) }
    return self.number(number, fact.precision) + unit(fact, number)
  }

  /// What stands behind the digits of a figure: its unit, and of a part what it is a part of.
  func unit(of fact: Fact) -> String {
    switch fact.value {
    case .count(let count): return unit(fact, Double(count))
    case .number(let number):
      guard case .part(_?, let whole, _) = fact.base else { return unit(fact, number) }
      return Label(" av ", " of ")[language] + style.text(whole, upTo: 2) + unit(fact, whole)
    case .change(let change): return unit(fact, change)
    default: return ""
    }
  }

  private func unit(_ fact: Fact, _ number: Double) -> String {
    guard let unit = fact.unit else { return "" }
    return " " + (abs(number) == 1 ? unit.one : unit.several)[language]
  }

  /// Percentages have no decimals unless their precision says so.
  private func percent(_ precision: Precision) -> Precision {
    precision == .natural ? .decimals(0) : precision
  }

  func number(_ value: Double, _ precision: Precision, signed: Bool = false) -> String {
    func upTo(_ decimals: Int, apartFrom other: Double? = nil) -> String {
      guard signed, value > 0 else { return style.text(value, upTo: decimals, apartFrom: other) }
      return "+" + style.text(value, upTo: decimals, apartFrom: other)
    }
    func fixed(_ decimals: Int) -> String {
      signed
        ? style.signed(value, decimals: decimals) : style.text(value, decimals: decimals)
    }
    switch precision {
    case .natural: return upTo(abs(value) < 100 ? 2 : 1)
    case .decimals(let decimals): return fixed(decimals)
    case .upTo(let decimals): return upTo(decimals)
    case .apart(let decimals, let other): return upTo(decimals, apartFrom: other)
    case .significant(let size):
      if max(abs(value), abs(size)) < Self.tiny, value != 0 {
        return style.powerOfTen(value, signed: signed)
      }
      return fixed(Self.decimals(for: size))
    }
  }

  /// A probability with two decimals, never a false 1 or 0.
  private func probability(_ probability: Double, _ precision: Precision) -> String {
    if probability > 0.995, probability < 1 { return "> " + style.text(0.99, decimals: 2) }
    if probability < 0.005, probability > 0 { return "< " + style.text(0.01, decimals: 2) }
    guard case .apart(let decimals, let other) = precision, probability != other else {
      return style.text(probability, decimals: 2)
    }
    let shown = style.text(probability, decimals: decimals)
    return shown == style.text(other, decimals: decimals)
      ? style.text(probability, upTo: decimals, apartFrom: other) : shown
  }

  /// A level such as 0.95 as `95 %`.
  func level(_ confidence: Double) -> String {
    style.text(confidence * 100, upTo: 2) + style.percentSign
  }

  private func base(_ base: Base) -> String {
    switch base {
    case .none: nothing
    case .part(let part?, let whole, _):
      style.text(part, upTo: 2) + Label(" av ", " of ")[language] + style.text(whole, upTo: 2)
    case .part(nil, let whole, _): Label("av ", "of ")[language] + style.text(whole, upTo: 2)
    case .values(let count): "n = " + style.text(Double(count), decimals: 0)
    case .notStated: Label("bas ej angiven", "base not stated")[language]
    }
  }

  // MARK: Marks

  private func marked(_ fact: Fact, _ text: String) -> String {
    let marks = marks(of: fact)
    return marks.before + text + marks.behind
  }

  /// What stands before and behind a figure because of its marks.
  func marks(of fact: Fact) -> (before: String, behind: String) {
    var (before, behind) = ("", "")
    for mark in fact.marks {
      switch mark {
      case .expected(let words): before = words[language] + ": " + before
      case .qualified(let words): before += words[language] + " "
      case .stated(let other):
        behind += Label(" (dok. ", " (doc. ")[language] + stated(other, beside: fact) + ")"
      case .period(let period): behind += " (\(period))"
      case .doubted(let others):
        behind +=
          Label(" (ifrågasatt: ", " (doubted: ")[language]
          + others.map { style.text($0, upTo: 2) }.joined(separator: ", ") + ")"
      case .differs: before = "≠ " + before
      case .interpreted:
        before = "(" + before
        behind += ")"
      case .reconstructed: break
      }
    }
    return (before, behind)
  }

  private func stated(_ other: Double, beside fact: Fact) -> String {
    if case .number(let value) = fact.value { return style.text(other, upTo: 2, apartFrom: value) }
    return style.text(other, upTo: 2)
  }
}

extension Fact {
  /// A number of its base.
  func baseNumber(_ aspect: Aspect) -> Double? {
    switch (aspect, base) {
    case (.part, .part(let part, _, _)): part
    case (.whole, .part(_, let whole, _)): whole
    case (.population, .part(_, _, let population)): population.map(Double.init)
    case (.values, .values(let count)): Double(count)
    default: nil
    }
  }
}
