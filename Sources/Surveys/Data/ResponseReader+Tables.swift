internal import Diagnostics
internal import Synchronization
internal import Tables

extension ResponseReader {
  /// Reads a row per respondent and a column per question. A survey may have millions of cells: they
  /// are written row by row on all threads, and only those of which there is something to tell are
  /// looked at again, in the order of the columns.
  mutating func readWide(_ table: Table, _ people: [Int32], waves: Set<Int>) {
    reportUnusedColumns(table, waves: waves)
    var people = people
    for row in people.indices where people[row] >= 0 {
      if sheets.openRow(of: Int(people[row])) { continue }
      reportDuplicate(of: Int(people[row]), "responds", at: table.location(ofRow: row))
      people[row] = Roster.refused
    }
    let odd = Mutex<[(question: Int, row: Int)]>([])
    let (marks, questions) = (marks(of: table), names.questionNames.indices)
    let (invited, names, rows) = (roster.people, names, people)
    sheets.withMutableMarks { sheets in
      ParallelLoop.overRanges(rows.count, pieces: 1 + rows.count / Self.rowsOfPiece) { _, range in
        var own: [(question: Int, row: Int)] = []
        for row in range where rows[row] >= 0 {
          let person = Int(rows[row])
          for question in questions {
            let mark = marks[question * rows.count + row]
            sheets[person * questions.count + question] = mark
            if !Self.isFine(mark, question, of: invited[person], names) {
              own.append((question, row))
            }
          }
        }
        if !own.isEmpty { odd.withLock { $0 += own } }
      }
    }
    for (question, row) in odd.withLock({ $0 }).sorted(by: <) {
      reportAnswer(names.questionNames[question], Int(people[row]), question, table, row)
    }
  }

  /// So many rows are worth a thread.
  private static var rowsOfPiece: Int { 1 << 14 }

  /// What stands in each cell, by question and then by row.
  private func marks(of table: Table) -> [AnswerMark] {
    let (rows, questions, scale) = (table.rowCount, names.questionNames, definition.scale)
    return Array(unsafeUninitializedCapacity: questions.count * rows) { marks, count in
      ParallelLoop.run(questions.count) { question in
        let own = UnsafeMutableBufferPointer(
          rebasing: marks[question * rows..<(question + 1) * rows])
        if let column = TextColumn(questions[question], of: table) {
          let meanings = column.values.map { AnswerMark(scale.meaning(of: $0)) }
          column.write(meanings, blank: .blank, to: own)
        } else {
          own.initialize(repeating: .none)
        }
      }
      count = questions.count * rows
    }
  }

  /// Reads a row per respondent and question.
  mutating func readLong(_ table: Table, _ people: [Int32]) {
    guard let questions = TextColumn(ResponseColumn.question, of: table),
      let answers = TextColumn(ResponseColumn.answer, of: table)
    else { return }
    let scale = definition.scale
    let asked = questions.mapped(
      questions.values.map { names.question($0) }, blank: DefinitionNames.none)
    let marks = answers.mapped(
      answers.values.map { AnswerMark(scale.meaning(of: $0)) }, blank: .blank)
    for row in people.indices where people[row] >= 0 {
      let (person, question) = (Int(people[row]), Int(asked[row]))
      guard question >= 0 else {
        log.add(
          names.unknown(
            "question", questions[row], names.questionNames, "the answer",
            at: table.location(ofRow: row)))
        continue
      }
      if sheets[person, question] != .none {
        reportDuplicate(
          of: person, "answers question '\(names.questionNames[question])'",
          at: table.location(ofRow: row))
        continue
      }
      sheets.openRow(of: person)
      sheets[person, question] = marks[row]
      if !Self.isFine(marks[row], question, of: roster.people[person], names) {
        reportAnswer(ResponseColumn.answer, person, question, table, row)
      }
    }
  }
}
