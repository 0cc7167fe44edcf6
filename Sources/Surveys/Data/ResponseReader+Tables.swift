internal import Diagnostics
internal import Tables

extension ResponseReader {
  /// Reads a row per respondent and a column per question.
  mutating func readWide(_ table: Table, _ people: [Int?], waves: Set<Int>) {
    reportUnusedColumns(table, waves: waves)
    let people = people.indices.map { row -> Int? in
      guard let person = people[row] else { return nil }
      if sheets.openRow(of: person) { return person }
      reportDuplicate(of: person, "responds", at: table.location(ofRow: row))
      return nil
    }
    for (question, name) in names.questionNames.enumerated() {
      guard let column = TextColumn(name, of: table) else { continue }
      let meanings = column.values.map { definition.scale.meaning(of: $0) }
      for row in people.indices {
        guard let person = people[row] else { continue }
        let code = column.code(row)
        enter(
          code.map { meanings[$0].map { .meaning($0) } ?? .unknown } ?? .blank,
          text: code.map { column.values[$0] }, person, question, table, row)
      }
    }
  }

  /// Reads a row per respondent and question.
  mutating func readLong(_ table: Table, _ people: [Int?]) {
    guard let questions = TextColumn(ResponseColumn.question, of: table),
      let answers = TextColumn(ResponseColumn.answer, of: table)
    else { return }
    let questionCodes = questions.values.map { names.questions[$0] }
    let meanings = answers.values.map { definition.scale.meaning(of: $0) }
    for row in people.indices {
      guard let person = people[row] else { continue }
      guard let question = questions.code(row).flatMap({ questionCodes[$0] }) else {
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
      let code = answers.code(row)
      enter(
        code.map { meanings[$0].map { .meaning($0) } ?? .unknown } ?? .blank,
        text: code.map { answers.values[$0] }, person, question, table, row)
    }
  }
}
