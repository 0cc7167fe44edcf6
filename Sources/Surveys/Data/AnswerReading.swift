internal import Tables

/// What texts say to one question.
enum AnswerReading {
  /// One answer of a scale.
  case scale(ScaleTexts)
  /// Whether an answer is among several, or at which place it is put.
  case part(PartReading)
  /// A number or a day; which there are is known when all data is read.
  case number(NumberRegister)
  /// Anything that is written, but the words for nothing.
  case text(ScaleTexts)

  init(_ question: Question, _ scale: AnswerScale) {
    switch (question.kind, question.parent) {
    case (.one, _), (.rating, _), (.nps, _), (.index, _): self = .scale(ScaleTexts(scale))
    case (.several, let parent?): self = .part(PartReading(parent, scale, isRanking: false))
    case (.ranking, let parent?): self = .part(PartReading(parent, scale, isRanking: true))
    case (.several, nil), (.ranking, nil): self = .scale(ScaleTexts(scale))
    case (.number, _): self = .number(NumberRegister(scale, question.numbers, readsDays: false))
    case (.date, _): self = .number(NumberRegister(scale, question.numbers, readsDays: true))
    case (.text, _): self = .text(ScaleTexts(scale))
    }
  }

  /// Whether texts get their meaning in the order in which they are met.
  var isRegister: Bool {
    if case .number = self { true } else { false }
  }

  /// What a text that is not blank says; `nil` where it says nothing that the question offers.
  func meaning(of text: String) -> AnswerCode? {
    switch self {
    case .scale(let texts): texts.meaning(of: text)
    case .part(let part): part.meaning(of: text)
    case .number(let numbers): numbers.meaning(of: text)
    case .text(let texts): texts.meaning(of: text) ?? .answer(0)
    }
  }
}

/// Reads one part of a cell that holds several answers with `;` between them.
struct PartReading {
  private let options: ScaleTexts
  private let nothing: ScaleTexts
  private let position: Int
  private let count: Int
  private let isRanking: Bool

  init(_ parent: QuestionParent, _ scale: AnswerScale, isRanking: Bool) {
    options = ScaleTexts(AnswerScale(answers: parent.options))
    nothing = ScaleTexts(
      AnswerScale(answers: [], notApplicable: scale.notApplicable, missing: scale.missing))
    (position, count, self.isRanking) = (parent.position, parent.options.count, isRanking)
  }

  func meaning(of text: String) -> AnswerCode? {
    if let code = nothing.meaning(of: text) { return code }
    var chosen: [Int] = []
    for part in text.split(separator: ";") {
      switch options.meaning(of: String(part)) {
      case .answer(let option)? where !(isRanking && chosen.contains(option)):
        chosen.append(option)
      case .missing?: continue
      // All parts read the same cell: the first of them tells what is wrong with it.
      default: return position == 0 ? nil : .missing
      }
    }
    if chosen.isEmpty { return .missing }
    if isRanking { return .answer(chosen.firstIndex(of: position) ?? count) }
    return .answer(chosen.contains(position) ? 0 : 1)
  }
}

/// The numbers or days that were answered, in the order in which they were met.
final class NumberRegister {
  private(set) var values: [Double] = []
  private var places: [Double: Int] = [:]
  private let nothing: ScaleTexts
  private let range: NumberRange
  private let readsDays: Bool

  init(_ scale: AnswerScale, _ range: NumberRange, readsDays: Bool) {
    nothing = ScaleTexts(scale)
    (self.range, self.readsDays) = (range, readsDays)
  }

  func meaning(of text: String) -> AnswerCode? {
    if let code = nothing.meaning(of: text) { return code }
    guard let value = readsDays ? Self.month(text) : Self.number(text), range.contains(value),
      let place = place(of: value)
    else { return nil }
    return .answer(place)
  }

  /// The place of a number among those that were met; `nil` where there are too many.
  func place(of value: Double) -> Int? {
    if let place = places[value] { return place }
    guard values.count < AnswerMark.mostAnswers else { return nil }
    places[value] = values.count
    values.append(value)
    return values.count - 1
  }

  /// A number, with a point or a comma, and spaces between thousands.
  private static func number(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 }
    guard let number = Double(String(plain)), number.isFinite else { return nil }
    return number == 0 ? 0 : number
  }

  /// The years of days that are believed. A scale has every month from the first day to the last: one slip
  /// of the pen, or 9999 for nothing, would make more of them than a scale can have.
  static let years = 1800...2200

  /// The months from the year 0 to that of a day, whose time of day does not matter.
  private static func month(_ text: String) -> Double? {
    let day = text.prefix(10)
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.first == "T" || rest.first == " ",
      let date = CalendarDate(iso: day)?.parts, years.contains(date.year)
    else { return nil }
    return Double(date.year * 12 + date.month - 1)
  }
}
