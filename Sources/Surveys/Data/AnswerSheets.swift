internal import Diagnostics
internal import Tables

/// What each invited person wrote for each question.
struct AnswerSheets {
  /// The content of one cell.
  enum Entry: Equatable {
    /// There is no row or column for it.
    case none
    /// There is a row, and it holds nothing here.
    case blank
    /// A text that the scale knows.
    case meaning(AnswerCode)
    /// A text that the scale does not know.
    case unknown
  }

  /// By person, then by question.
  private var entries: [Entry]
  private var hasRow: [Bool]
  let questionCount: Int

  init(people: Int, questions: Int) {
    entries = Array(repeating: .none, count: people * questions)
    hasRow = Array(repeating: false, count: people)
    questionCount = questions
  }

  /// What a person who returned the survey said to a question.
  func code(person: Int, question: Int) -> AnswerCode {
    if case .meaning(let code) = self[person, question] { return code }
    return .missing
  }

  /// Whether a person wrote anything at all.
  func isEmpty(person: Int) -> Bool {
    (0..<questionCount).allSatisfy {
      let entry = self[person, $0]
      return entry == .none || entry == .blank
    }
  }

  subscript(person: Int, question: Int) -> Entry {
    get { entries[person * questionCount + question] }
    set { entries[person * questionCount + question] = newValue }
  }

  /// Notes that a person has a row in some table.
  ///
  /// - Returns: `false` if there was one already.
  @discardableResult
  mutating func openRow(of person: Int) -> Bool {
    if hasRow[person] { return false }
    hasRow[person] = true
    return true
  }
}
