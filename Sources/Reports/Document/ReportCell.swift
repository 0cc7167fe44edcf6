internal import Labels
internal import Tables

/// A cell of a report's table.
public enum ReportCell: Hashable, Sendable {
  /// Nothing.
  case none
  /// A figure.
  case fact(Fact)
  /// A member of a dimension, or words that have ids; several where a document says several.
  case member([Member])
  /// Words, with the facts that they state.
  case words(Sentence)
  /// A text that is the same in every language, such as an id.
  case code(String)
}

extension ReportCell {
  /// No remark: nothing is missing, there is nothing to say.
  static let blank = ReportCell.words(Sentence(Label("", "")))

  static func member(_ id: String?, _ label: Label, marks: [FactMark] = []) -> ReportCell {
    .member([Member(id, label, marks: marks)])
  }

  static func text(_ label: Label) -> ReportCell { .words(Sentence(label)) }

  static func text(_ swedish: String, _ english: String) -> ReportCell {
    .text(Label(swedish, english))
  }

  static func code(_ value: String?) -> ReportCell { value.map(ReportCell.code) ?? .none }

  static func fact(_ fact: Fact?) -> ReportCell { fact.map(ReportCell.fact) ?? .none }

  static func count(_ value: Int?) -> ReportCell { value.map { .fact(Fact(.count($0))) } ?? .none }

  static func number(_ value: Double?, decimals: Int = 1) -> ReportCell {
    value.map { .fact(Fact(.number($0), precision: .decimals(decimals))) } ?? .none
  }

  static func share(_ value: Double?, decimals: Int = 0) -> ReportCell {
    value.map { .fact(Fact(.share($0), precision: .decimals(decimals))) } ?? .none
  }

  static func points(_ value: Double?, decimals: Int = 0) -> ReportCell {
    value.map { .fact(Fact(.points($0), precision: .decimals(decimals))) } ?? .none
  }

  static func day(_ day: CalendarDate?) -> ReportCell { day.map { .fact(Fact(.day($0))) } ?? .none }

  static func flag(_ value: Bool?) -> ReportCell { value.map { .fact(Fact(.flag($0))) } ?? .none }

  /// The fact, if it is one.
  public var fact: Fact? { if case .fact(let fact) = self { fact } else { nil } }
}
