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

  /// By person, then by question; see ``packed(_:)``.
  private var entries: [UInt16]
  private var hasRow: [Bool]
  let questionCount: Int

  init(people: Int, questions: Int) {
    entries = Array(repeating: 0, count: people * questions)
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
    let first = person * questionCount
    return entries[first..<first + questionCount].allSatisfy { $0 <= 1 }
  }

  subscript(person: Int, question: Int) -> Entry {
    get { Self.entry(entries[person * questionCount + question]) }
    set { entries[person * questionCount + question] = Self.packed(newValue) }
  }

  /// A cell in two bytes: a survey of a million people and eleven questions has eleven million.
  private static func packed(_ entry: Entry) -> UInt16 {
    switch entry {
    case .none: 0
    case .blank: 1
    case .unknown: 2
    case .meaning(.missing): 3
    case .meaning(.notApplicable): 4
    case .meaning(.notReturned): 5
    case .meaning(.answer(let position)): UInt16(clamping: 6 + position)
    }
  }

  private static func entry(_ packed: UInt16) -> Entry {
    switch packed {
    case 0: .none
    case 1: .blank
    case 2: .unknown
    case 3: .meaning(.missing)
    case 4: .meaning(.notApplicable)
    case 5: .meaning(.notReturned)
    default: .meaning(.answer(Int(packed) - 6))
    }
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
