public import Labels

extension FactWords {
  /// What a reader sees of a cell.
  func text(_ cell: ReportCell, _ aspect: Aspect = .value) -> String {
    switch cell {
    case .none: nothing
    case .fact(let fact): text(fact, aspect)
    case .member(let members):
      members.map(text).joined(separator: " ")
    case .words(let sentence): text(sentence)
    case .code(let code): code
    }
  }

  /// What a reader sees of a member, with its marks.
  func text(_ member: Member) -> String {
    var text = member.label[language]
    if member.marks.contains(.interpreted) { text = "(\(text))" }
    if member.marks.contains(.differs) { text = "≠ \(text)" }
    return text
  }

  /// A sentence with its facts.
  func text(_ sentence: Sentence) -> String {
    var text = ""
    for part in sentence[language].parts {
      switch part {
      case .words(let words): text += words
      case .fact(let fact, let aspect): text += self.text(fact, aspect)
      }
    }
    return text
  }
}

extension Sentence {
  /// The sentence as text.
  public func text(_ language: Language) -> String { FactWords(language).text(self) }

  /// The sentence as texts of both languages.
  var label: Label { Label(text(.swedish), text(.english)) }
}

extension ReportCell {
  /// Whether there is anything to read; a column without it is not shown.
  func hasContent(_ aspect: Aspect) -> Bool {
    switch self {
    case .none: false
    case .fact(let fact): aspect != .interval || fact.interval != nil || fact.isWithheld
    case .member(let members): !members.isEmpty
    case .words(let sentence): !sentence.isEmpty && sentence.swedish != Phrase("–")
    case .code: true
    }
  }
}

extension ReportTable {
  /// Whether readers expect the figures of a column at its right edge: they are plain numbers, in the
  /// unit of the column.
  func isNumeric(column: Int) -> Bool {
    guard let aspect = columns[column].shows, aspect != .interval else { return false }
    let facts = rows.compactMap { $0.cells[column].fact }
    return facts.contains(where: \.isNumeric) && !facts.contains { $0.unit != nil }
  }
}

extension Fact {
  fileprivate var isNumeric: Bool {
    // A figure with digits of its own does not line up with those above and below it.
    if case .significant = precision { return false }
    switch value {
    case .count, .number, .change, .growth, .share, .points, .probability: return true
    case .pValue, .interval, .day, .flag, .withheld: return false
    }
  }
}

extension Fact {
  /// Whether it may not be shown.
  public var isWithheld: Bool { if case .withheld = value { true } else { false } }
}
