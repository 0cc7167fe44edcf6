internal import Tables

/// Writes the answers of long responses, a row each, to the sheets of their people.
struct LongSheetWriter {
  private let asked: MeaningColumn<Int32>
  private let answers: LongAnswers
  /// The questions that each name in the column `question` stands for, one name after the other, and where those of
  /// each begin. In one array: millions of rows ask for them on all threads.
  private let questions: [Int]
  private let firstQuestions: [Int]
  private let invited: [Roster.Person]
  private let names: DefinitionNames
  /// The person of each row; negative where there is none.
  private let people: [Int32]
  private var marks: MarksOfTexts

  /// Finds the columns of a table; `nil` where one is missing.
  init?(
    _ table: Table, _ invited: [Roster.Person], _ names: DefinitionNames, _ people: [Int32]
  ) {
    guard
      let asked = MeaningColumn(
        ResponseColumn.question, of: table, blank: DefinitionNames.none, names.column),
      let answers = LongAnswers(table)
    else { return nil }
    (self.asked, self.answers, self.invited, self.names, self.people) = (
      asked, answers, invited, names, people
    )
    let questions = names.columnNames.map { names.columns[$0] ?? [] }
    self.questions = questions.flatMap(\.self)
    firstQuestions = questions.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    marks = MarksOfTexts(questions: names.questionNames.count, texts: answers.texts.count)
  }

  /// Finds out what each text says to the questions that it stands beside.
  ///
  /// - Parameters:
  ///   - pieces: The rows.
  ///   - inOrder: Whether they have to be looked at in their order, as a number gets its place where it is met
  ///     first. Otherwise a few texts may be held against all questions.
  ///   - meaning: What a text says to a question.
  mutating func understand(
    _ pieces: [TablePiece], inOrder: Bool, _ meaning: (String, Int) -> AnswerMark
  ) {
    var marks = marks
    if !inOrder, answers.texts.count <= Self.fewTexts {
      for question in questions {
        for (text, word) in answers.texts.enumerated() {
          marks.find(text, question) { meaning(word, question) }
        }
      }
      self.marks = marks
      return
    }
    for piece in pieces {
      read(piece, 0..<invited.count) { _, _, column, text in
        guard column >= 0, text >= 0 else { return }
        for place in firstQuestions[column]..<firstQuestions[column + 1] {
          let question = questions[place]
          marks.find(text, question) { meaning(answers.texts[text], question) }
        }
      }
    }
    self.marks = marks
  }

  private static let fewTexts = 1000

  /// Writes the answers of some people, in the order of the rows: of two answers to a question the first counts.
  /// Other threads may write those of others.
  ///
  /// - Returns: The rows of which there is something to tell, in order.
  func write(
    _ pieces: [TablePiece], of people: Range<Int>,
    to sheets: UnsafeMutableBufferPointer<AnswerMark>,
    _ hasRow: UnsafeMutableBufferPointer<Bool>
  ) -> [LongNote] {
    var notes: [LongNote] = []
    let count = names.questionNames.count
    names.asked.withUnsafeBufferPointer { asked in
      for piece in pieces {
        read(piece, people) { row, person, column, text in
          guard column >= 0 else {
            notes.append(LongNote(row: row, question: 0, matter: .unknownQuestion))
            return
          }
          let place = names.place(of: invited[person])
          for index in firstQuestions[column]..<firstQuestions[column + 1] {
            let question = questions[index]
            guard sheets[person * count + question] == .none else {
              notes.append(LongNote(row: row, question: question, matter: .secondAnswer))
              break
            }
            hasRow[person] = true
            let mark = text < 0 ? .blank : marks[text, question]
            let isAsked = asked[place + question]
            if mark.isStatement, mark == .unknown || !isAsked {
              notes.append(LongNote(row: row, question: question, matter: .oddAnswer))
              if !isAsked { continue }
            }
            sheets[person * count + question] = mark
          }
        }
      }
    }
    return notes
  }

  /// The rows of some people: the row, the person, and what the row has for a question and an answer.
  @inline(__always)
  private func read(
    _ piece: TablePiece, _ own: Range<Int>,
    _ body: (_ row: Int, _ person: Int, _ column: Int, _ text: Int) -> Void
  ) {
    let count = piece.rows.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { memory in
      let columns = UnsafeMutableBufferPointer(rebasing: memory[..<count])
      let texts = UnsafeMutableBufferPointer(rebasing: memory[count...])
      asked.write(piece.rows, ofChunk: piece.chunk, to: columns)
      answers.column.write(piece.rows, ofChunk: piece.chunk, to: texts)
      people.withUnsafeBufferPointer { people in
        for index in 0..<count {
          let person = Int(people[piece.first + index])
          guard own.contains(person) else { continue }
          body(piece.first + index, person, Int(columns[index]), Int(texts[index]))
        }
      }
    }
  }
}

/// A row of long responses of which there is something to tell.
struct LongNote: Comparable {
  enum Matter {
    /// It names no question.
    case unknownQuestion
    /// The question is answered already.
    case secondAnswer
    /// The answer is not on the scale, or the person was not asked.
    case oddAnswer
  }

  let row: Int
  let question: Int
  let matter: Matter

  static func < (a: LongNote, b: LongNote) -> Bool {
    a.row != b.row ? a.row < b.row : a.question < b.question
  }
}
