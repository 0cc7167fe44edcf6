internal import Diagnostics
internal import Synchronization
internal import Tables

extension ResponseReader {
  /// Reads a row per respondent and a column per question. A survey may have millions of cells: they
  /// are written row by row on all threads, and only those of which there is something to tell are
  /// looked at again, in the order of the columns.
  mutating func readWide(_ table: Table, _ people: [Int32], waves: [Int]) {
    reportUnusedColumns(table, waves: waves)
    var people = people
    for row in people.indices where people[row] >= 0 {
      if sheets.openRow(of: Int(people[row])) { continue }
      reportDuplicate(of: Int(people[row]), "responds", at: table.location(ofRow: row))
      people[row] = Roster.refused
    }
    keepComments(table, people, isLong: false)
    let odd = Mutex<[(question: Int, row: Int)]>([])
    let columns = definition.questions.enumerated().map { index, question in
      question.column.flatMap { marks($0, of: table, question: index) }
    }
    let (invited, names, rows) = (roster.people, names, people)
    let pieces = table.pieces(of: Self.rowsOfPiece)
    sheets.withMutableMarks { sheets in
      ParallelLoop.run(pieces.count) { piece in
        let writer = SheetWriter(columns, invited, names, rows)
        let own = writer.write(pieces[piece], to: sheets)
        if !own.isEmpty { odd.withLock { $0 += own } }
      }
    }
    for (question, row) in odd.withLock({ $0 }).sorted(by: <) {
      reportAnswer(
        definition.questions[question].column ?? "", Int(people[row]), question, table, row)
    }
  }

  /// So many rows are worth a thread, and their answers stay in the cache.
  private static var rowsOfPiece: Int { 1 << 12 }

  /// Reads a row per respondent and question.
  mutating func readLong(_ table: Table, _ people: [Int32]) {
    guard
      let asked = MeaningColumn(
        ResponseColumn.question, of: table, blank: DefinitionNames.none, names.column),
      let answers = LongAnswers(table)
    else { return }
    keepComments(table, people, isLong: true)
    var marks = MarksOfTexts(questions: names.questionNames.count, texts: answers.texts)
    let questions = names.columnNames.map { names.columns[$0] ?? [] }
    for piece in table.pieces(of: Self.rowsOfPiece) {
      let columns = asked.rows(piece.rows, ofChunk: piece.chunk)
      let texts = answers.column.rows(piece.rows, ofChunk: piece.chunk)
      for index in texts.indices where people[piece.first + index] >= 0 {
        let (person, row) = (Int(people[piece.first + index]), piece.first + index)
        guard columns[index] >= 0 else {
          log.add(
            names.unknown(
              "question", table.text(ResponseColumn.question, ofRow: row), names.columnNames,
              "the answer", at: table.location(ofRow: row)))
          continue
        }
        for question in questions[Int(columns[index])] {
          let mark =
            texts[index] < 0
            ? .blank
            : marks.mark(Int(texts[index]), to: question) { self.mark($0, question: question) }
          if !read(mark, of: person, to: question, table, row) { break }
        }
      }
    }
  }

  /// Notes an answer of a person to a question.
  ///
  /// - Returns: `false` if there was one already.
  private mutating func read(
    _ mark: AnswerMark, of person: Int, to question: Int, _ table: Table, _ row: Int
  ) -> Bool {
    guard sheets[person, question] == .none else {
      reportDuplicate(
        of: person, "answers question '\(definition.questions[question].column ?? "")'",
        at: table.location(ofRow: row))
      return false
    }
    sheets.openRow(of: person)
    sheets[person, question] = mark
    if mark.isStatement,
      mark == .unknown || !names.isAsked(question: question, of: roster.people[person])
    {
      reportAnswer(ResponseColumn.answer, person, question, table, row)
    }
    return true
  }
}

/// The distinct texts of the column of answers of a long table, and which of them each row has; a blank
/// one is negative.
private struct LongAnswers {
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
private struct MarksOfTexts {
  private let texts: [String]
  private var marks: [[AnswerMark]]

  init(questions: Int, texts: [String]) {
    self.texts = texts
    marks = Array(repeating: [], count: questions)
  }

  mutating func mark(
    _ text: Int, to question: Int, _ meaning: (String) -> AnswerMark
  ) -> AnswerMark {
    // A text that is written says something, be it unknown.
    if marks[question].isEmpty {
      marks[question] = Array(repeating: .none, count: texts.count)
    }
    if marks[question][text] == .none { marks[question][text] = meaning(texts[text]) }
    return marks[question][text]
  }
}

/// Some rows of one chunk of a table.
struct TablePiece {
  let chunk: Int
  /// The rows in the chunk.
  let rows: Range<Int>
  /// The first of them, counted over the whole table.
  let first: Int
}

extension Table {
  /// The rows in pieces of at most so many.
  fileprivate func pieces(of size: Int) -> [TablePiece] {
    var first = 0
    return chunks.enumerated().flatMap { number, chunk in
      defer { first += chunk.rowCount }
      return stride(from: 0, to: chunk.rowCount, by: size).map { start in
        TablePiece(
          chunk: number, rows: start..<min(chunk.rowCount, start + size), first: first + start)
      }
    }
  }
}
