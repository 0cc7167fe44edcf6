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
    sheets.withMutableMarks { sheets, _ in
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

  /// Reads a row per respondent and question, each thread those of its people.
  mutating func readLong(_ table: Table, _ people: [Int32]) {
    guard var writer = LongSheetWriter(table, roster.people, names, people) else { return }
    keepComments(table, people, isLong: true)
    let pieces = table.pieces(of: Self.rowsOfPiece)
    writer.understand(pieces, inOrder: readings.contains(where: \.isRegister)) {
      mark($0, question: $1)
    }
    let notes = Mutex<[LongNote]>([])
    let (count, reading) = (roster.people.count, writer)
    sheets.withMutableMarks { sheets, hasRow in
      ParallelLoop.overRanges(count, pieces: ParallelLoop.allThreads) { _, people in
        let own = reading.write(pieces, of: people, to: sheets, hasRow)
        if !own.isEmpty { notes.withLock { $0 += own } }
      }
    }
    for note in notes.withLock({ $0 }).sorted() { report(note, Int(people[note.row]), table) }
  }

  private mutating func report(_ note: LongNote, _ person: Int, _ table: Table) {
    let location = table.location(ofRow: note.row)
    switch note.matter {
    case .unknownQuestion:
      log.add(
        names.unknown(
          "question", table.text(ResponseColumn.question, ofRow: note.row), names.columnNames,
          "the answer", at: location))
    case .secondAnswer:
      reportDuplicate(
        of: person, "answers question '\(definition.questions[note.question].column ?? "")'",
        at: location)
    case .oddAnswer:
      reportAnswer(ResponseColumn.answer, person, note.question, table, note.row)
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
