internal import Tables

/// The distinct texts of the column of answers of a long table, and which of them each row has; a blank
/// one is negative.
struct LongAnswers {
  let column: MeaningColumn<Int32>
  let texts: [String]

  init?(_ table: Table) {
    var texts: [String] = []
    let column = MeaningColumn(ResponseColumn.answer, of: table, blank: Int32(-1)) { text in
      texts.append(text)
      return Int32(clamping: texts.count - 1)
    }
    guard let column else { return nil }
    (self.column, self.texts) = (column, texts)
  }
}

/// What each text says to each question, which is found out once.
struct MarksOfTexts {
  /// By question where its marks begin; negative while it has none.
  private var starts: [Int]
  private var marks: [AnswerMark] = []
  private let textCount: Int

  init(questions: Int, texts: Int) {
    starts = Array(repeating: -1, count: questions)
    textCount = texts
  }

  subscript(text: Int, question: Int) -> AnswerMark { marks[starts[question] + text] }

  @inline(__always)
  mutating func find(_ text: Int, _ question: Int, _ meaning: () -> AnswerMark) {
    if starts[question] < 0 {
      starts[question] = marks.count
      marks += Array(repeating: .none, count: textCount)
    }
    let place = starts[question] + text
    // A text that is written says something, be it unknown.
    if marks[place] == .none { marks[place] = meaning() }
  }
}
