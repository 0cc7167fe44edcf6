import Labels

@testable import Reports

// Reports as their readers see them.

extension ReportFile {
  /// What stands in it.
  var text: String { String(decoding: content, as: UTF8.self) }
}

extension ReportCell {
  /// What readers see of it.
  func shown(_ language: Language) -> String { FactWords(language).text(self) }
}

extension ReportCell {
  /// What readers of both languages see of it.
  var label: Label { Label(shown(.swedish), shown(.english)) }
}

extension Block {
  /// What a paragraph says.
  var paragraph: Label? { if case .paragraph(let sentence) = self { sentence.label } else { nil } }

  /// What a remark says.
  var note: Label? { if case .note(let sentence) = self { sentence.label } else { nil } }
}

extension Footnote {
  /// What it says.
  var label: Label { text.label }
}

extension ReportTable {
  /// What its data file has in one column.
  func exported(_ id: String) -> [FactData?] {
    guard let column = exports.first(where: { $0.export.id == id }) else { return [] }
    return rows.map { row in
      switch row.cells[column.column] {
      case .none: nil
      case .fact(let fact): fact.data(column.export.aspect)
      case .code(let code): .text(code)
      case .words(let sentence): .text(sentence.text(.swedish))
      case .member(let members):
        (column.export.aspect == .id ? members.first?.id : members.first?.label.swedish)
          .map(FactData.text)
      }
    }
  }
}

extension ReportTable {
  /// What its data file has, without where it comes from.
  var exportedRows: [[FactData?]] {
    let columns = exports.map { exported($0.export.id) }
    return rows.indices.map { row in columns.map { $0[row] } }
  }
}

extension FactData {
  /// The number that it is.
  var asNumber: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .text, .day, .flag: nil
    }
  }

  /// The text that it is.
  var asText: String? { if case .text(let text) = self { text } else { nil } }
}

extension Fact {
  /// One side of it as a number in the fact's own scale.
  func number(_ aspect: Aspect) -> Double? {
    switch (aspect, value) {
    case (.low, _): interval?.lower
    case (.high, _): interval?.upper
    case (.part, _), (.whole, _), (.population, _), (.values, _): baseNumber(aspect)
    case (_, .count(let count)): Double(count)
    case (_, .number(let number)), (_, .change(let number)), (_, .share(let number)),
      (_, .points(let number)), (_, .probability(let number)), (_, .pValue(let number, _)):
      number
    default: nil
    }
  }
}
