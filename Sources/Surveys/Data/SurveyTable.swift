internal import Synchronization
internal import Tables

/// A survey for those who ask with SQL: a row a person invited, wave by wave, with who they are and a
/// code for each question that they were asked.
///
/// Texts are codes into pools that all rows share, so that the table takes four bytes a cell. The long
/// form of ``answers(_:)`` is made when it is asked for.
struct SurveyTable: Sendable {
  let table: Table
  /// The columns before those of the questions.
  private let personColumns: Int

  /// The column of a question. No breakdown is called so: a name of a column has no line feed.
  static func column(of question: String) -> String { "answer\n" + question }

  init(_ survey: CountedSurvey) {
    let (definition, names) = (survey.definition, survey.names)
    var people = names.waveNames.map { _ in [Int32]() }
    for (index, person) in survey.roster.people.enumerated() {
      people[person.wave].append(Int32(index))
    }
    let parts = people.flatMap { people in
      stride(from: 0, to: people.count, by: Chunk.capacity).map { start in
        people[start..<min(people.count, start + Chunk.capacity)]
      }
    }
    let writer = SurveyTableWriter(survey)
    let done = Mutex([Chunk?](repeating: nil, count: parts.count))
    ParallelLoop.run(parts.count) { part in
      let chunk = writer.chunk(of: parts[part])
      done.withLock { $0[part] = chunk }
    }
    let own =
      InvitationColumn.required + [InvitationColumn.substitute]
      + definition.breakdowns.map(\.column)
    let fields = own + names.questionNames.map(Self.column(of:))
    table = Table(
      name: "people", schema: Schema(fields.map { Field($0, .text) }),
      chunks: done.withLock { $0.compactMap(\.self) })
    personColumns = own.count
  }

  // MARK: For SQL

  /// The invited people: wave, respondent, group, disposition, substitute, breakdowns.
  var people: Table {
    Table(
      name: "people", schema: Schema(Array(table.schema.fields.prefix(personColumns))),
      chunks: table.chunks.map { chunk in
        Chunk(columns: Array(chunk.columns.prefix(personColumns)), rowCount: chunk.rowCount)
      })
  }

  /// A row a person and question asked: wave, respondent, group, substitute, breakdowns, question, code.
  func answers(_ names: [String]) -> Table {
    let questions = CodedNames(names)
    let kept = [0, 1, 2, 4] + Array(5..<personColumns)
    let fields =
      kept.map { table.schema.fields[$0] }
      + [Field(CountedColumn.question, .text), Field(CountedColumn.code, .text)]
    let chunks = table.chunks.compactMap { chunk -> Chunk? in
      let answers = chunk.columns[personColumns...]
      var (rows, asked): ([Int32], [UInt32]) = ([], [])
      var given: [Int] = []
      for row in 0..<chunk.rowCount {
        for (question, column) in answers.enumerated() where !column.isNull(row) {
          rows.append(Int32(row))
          asked.append(questions[question])
          given.append(question)
        }
      }
      guard !rows.isEmpty else { return nil }
      var codes: [UInt32] = []
      codes.reserveCapacity(rows.count)
      var pool = TextPool()
      for (row, question) in zip(rows, given) {
        guard case .text(let column, let own) = chunk.columns[personColumns + question].storage
        else { continue }
        pool = own
        codes.append(column[Int(row)])
      }
      return Chunk(
        columns: kept.map { chunk.columns[$0].gathered(rows) }
          + [Vector(.text(asked, questions.pool)), Vector(.text(codes, pool))],
        rowCount: rows.count)
    }
    return Table(name: "answers", schema: Schema(fields), chunks: chunks)
  }
}

extension AnswerScale {
  /// The texts of all codes: ids of answers, then the reserved words.
  var codeTexts: [String] { answers.map(\.id) + AnswerCode.reserved }

  /// The place of a code among ``codeTexts``; `nil` for those who were not asked.
  func position(of code: AnswerCode) -> Int? {
    switch code {
    case .notAsked: nil
    case .answer(let index): index
    case .notApplicable: answers.count
    case .missing: answers.count + 1
    case .notReturned: answers.count + 2
    }
  }
}
