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
    let odd = Mutex<[(question: Int, row: Int)]>([])
    let columns = names.questionNames.map { marks($0, of: table) }
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
      reportAnswer(names.questionNames[question], Int(people[row]), question, table, row)
    }
  }

  /// So many rows are worth a thread, and their answers stay in the cache.
  private static var rowsOfPiece: Int { 1 << 12 }

  /// Reads a row per respondent and question.
  mutating func readLong(_ table: Table, _ people: [Int32]) {
    guard
      let asked = MeaningColumn(
        ResponseColumn.question, of: table, blank: DefinitionNames.none, names.question),
      let answers = marks(ResponseColumn.answer, of: table)
    else { return }
    for piece in table.pieces(of: Self.rowsOfPiece) {
      let questions = asked.rows(piece.rows, ofChunk: piece.chunk)
      let marks = answers.rows(piece.rows, ofChunk: piece.chunk)
      for index in marks.indices where people[piece.first + index] >= 0 {
        read(
          marks[index], of: Int(people[piece.first + index]), to: Int(questions[index]), table,
          piece.first + index)
      }
    }
  }

  /// Notes an answer of a person to a question, which may be none of the survey.
  private mutating func read(
    _ mark: AnswerMark, of person: Int, to question: Int, _ table: Table, _ row: Int
  ) {
    guard question >= 0 else {
      log.add(
        names.unknown(
          "question", table.text(ResponseColumn.question, ofRow: row), names.questionNames,
          "the answer", at: table.location(ofRow: row)))
      return
    }
    guard sheets[person, question] == .none else {
      reportDuplicate(
        of: person, "answers question '\(names.questionNames[question])'",
        at: table.location(ofRow: row))
      return
    }
    sheets.openRow(of: person)
    sheets[person, question] = mark
    if mark.isStatement,
      mark == .unknown || !names.isAsked(question: question, of: roster.people[person])
    {
      reportAnswer(ResponseColumn.answer, person, question, table, row)
    }
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
