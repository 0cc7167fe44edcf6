internal import Diagnostics
internal import Tables

/// What each invited person wrote for each question.
struct AnswerSheets {
  /// By person, then by question.
  private var marks: [AnswerMark]
  private var hasRow: [Bool]
  let questionCount: Int

  init(people: Int, questions: Int) {
    marks = Array(repeating: .none, count: people * questions)
    hasRow = Array(repeating: false, count: people)
    questionCount = questions
  }

  /// Whether each person wrote nothing at all.
  var areEmpty: [Bool] {
    marks.withUnsafeBufferPointer { marks in
      hasRow.indices.map { person in
        guard hasRow[person] else { return true }
        let first = person * questionCount
        return !(first..<first + questionCount).contains { marks[$0].isWritten }
      }
    }
  }

  subscript(person: Int, question: Int) -> AnswerMark {
    get { marks[person * questionCount + question] }
    set { marks[person * questionCount + question] = newValue }
  }

  /// The marks of all people, by person and then by question.
  func withMarks<Result>(_ body: (UnsafeBufferPointer<AnswerMark>) -> Result) -> Result {
    marks.withUnsafeBufferPointer(body)
  }

  /// The marks of all people, and whether each has a row, to write them on several threads.
  mutating func withMutableMarks(
    _ body: (UnsafeMutableBufferPointer<AnswerMark>, UnsafeMutableBufferPointer<Bool>) -> Void
  ) {
    marks.withUnsafeMutableBufferPointer { marks in
      hasRow.withUnsafeMutableBufferPointer { body(marks, $0) }
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

/// The content of one cell in two bytes: a survey of a million people and eleven questions has eleven
/// million.
struct AnswerMark: Equatable {
  private let number: UInt16

  /// There is no row or column for it.
  static let none = AnswerMark(number: 0)
  /// There is a row, and it holds nothing here.
  static let blank = AnswerMark(number: 1)
  /// A text that the scale does not know.
  static let unknown = AnswerMark(number: 2)
  static let missing = AnswerMark(number: 3)
  static let notApplicable = AnswerMark(number: 4)
  static let notReturned = AnswerMark(number: 5)
  static let notAsked = AnswerMark(number: 6)
  private static let firstAnswer: UInt16 = 7

  private init(number: UInt16) { self.number = number }

  /// The mark of a text with a meaning, or of one that the scale does not know.
  init(_ code: AnswerCode?) {
    self =
      switch code {
      case nil: .unknown
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .notReturned: .notReturned
      case .notAsked: .notAsked
      case .answer(let position):
        AnswerMark(number: UInt16(clamping: Int(Self.firstAnswer) + position))
      }
  }

  /// Whether a text stands in the cell.
  var isWritten: Bool { number > Self.blank.number }

  /// Whether the text says something about the question. Tools fill the cells of questions that were
  /// not asked with words for "nothing".
  var isStatement: Bool { self == .unknown || number >= Self.firstAnswer }

  /// What someone says who returned the survey.
  var code: AnswerCode {
    switch self {
    case .none, .blank, .unknown, .missing: .missing
    case .notApplicable: .notApplicable
    case .notReturned: .notReturned
    case .notAsked: .notAsked
    default: .answer(Int(number - Self.firstAnswer))
    }
  }

  /// The place among all marks of a scale.
  var position: Int { Int(number) }

  /// All marks of a scale, in order.
  static func all(_ scale: AnswerScale) -> [AnswerMark] {
    (0..<Int(firstAnswer) + scale.answers.count).map { AnswerMark(number: UInt16(clamping: $0)) }
  }

  /// The most answers that a scale can have.
  static let mostAnswers = Int(UInt16.max - firstAnswer)
}
