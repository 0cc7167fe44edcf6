internal import Labels
internal import Spreadsheets
internal import Tables

/// What a cell of a workbook holds, and what is read there.
struct XLSXValue {
  enum Content {
    case number(Double)
    case day(CalendarDate)
    case text
    case nothing
  }

  var content: Content
  /// How a number is written.
  var format: NumberFormat?
  /// What is read: the text of a cell, and about what Excel makes of a number.
  var shown: String
  /// What is read of it elsewhere, where that is too long for the cell of a number.
  var remark: String?
  /// Whether it stands for a figure that is not there.
  var isMuted = false

  /// Whether it lines up at the right.
  var isNumber: Bool { if case .number = content { format != .name } else { false } }

  static func text(_ text: String, isMuted: Bool = false) -> XLSXValue {
    XLSXValue(content: text.isEmpty ? .nothing : .text, shown: text, isMuted: isMuted)
  }
}

/// Makes values for a workbook of the cells of a report: what is a number stays one, and the words around it
/// are part of how it is written.
struct XLSXCells {
  let words: FactWords
  private var language: Language { words.language }

  init(_ words: FactWords) { self.words = words }

  /// One side of a cell; `mark` stands behind what is read, as the number of a remark does.
  func value(
    _ cell: ReportCell, _ aspect: Aspect, mark: String = "", isExample: Bool = false
  ) -> XLSXValue {
    switch cell {
    case .none: return .text(words.nothing + mark, isMuted: true)
    case .fact(let fact):
      let badge =
        fact.marks.contains(.reconstructed) && !isExample && !fact.isWithheld
        ? Label(" (exempel)", " (example)")[language] : ""
      return value(fact, aspect, before: "", behind: badge + mark)
    case .code(let code): return name(code, mark)
    case .member: return name(words.text(cell, aspect), mark)
    case .words(let sentence): return value(sentence, mark)
    }
  }

  /// A name that is a whole number, such as a year, is one.
  func name(_ text: String, _ mark: String = "") -> XLSXValue {
    guard mark.isEmpty, let number = Int(text), String(number) == text, number >= 0,
      text.count <= 15
    else { return .text(text + mark) }
    return XLSXValue(content: .number(Double(number)), format: .name, shown: text)
  }

  /// Words with one figure among them are that figure, as long as they are few: they do not wrap.
  private func value(_ sentence: Sentence, _ mark: String) -> XLSXValue {
    let text = words.text(sentence) + mark
    var (before, behind) = ("", "")
    var found: (fact: Fact, aspect: Aspect)?
    for part in sentence[language].parts {
      switch part {
      case .words(let words): if found == nil { before += words } else { behind += words }
      case .fact(let fact, let aspect):
        if found != nil { return .text(text) }
        found = (fact, aspect)
      }
    }
    guard let found else { return name(words.text(sentence), mark) }
    guard text.count <= Self.longestFigure else { return .text(text) }
    return value(found.fact, found.aspect, before: before, behind: behind + mark)
  }

  private static let longestFigure = 28

  private func value(
    _ fact: Fact, _ aspect: Aspect, before: String, behind: String
  ) -> XLSXValue {
    if case .withheld(let reason) = fact.value {
      return .text(before + "·· " + reason.label[language] + behind, isMuted: true)
    }
    let text = before + words.text(fact, aspect) + behind
    if text == words.nothing { return .text(text, isMuted: true) }
    if case .day(let day) = fact.value, aspect == .value, text == day.description {
      return XLSXValue(content: .day(day), format: .day, shown: text)
    }
    guard let figure = XLSXFigure(fact, aspect, words) else { return .text(text) }
    guard let format = figure.format(before: before, behind: behind) else {
      // The number stands alone, and a remark below the table says the rest.
      return XLSXValue(
        content: .number(figure.number), format: figure.plainFormat,
        shown: words.bare(fact), remark: text)
    }
    return XLSXValue(content: .number(figure.number), format: format, shown: text)
  }
}
