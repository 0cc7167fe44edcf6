internal import Tables

/// Everything that is counted of a survey: a row a person invited, wave by wave, with who they are and
/// a code for each question that they were asked.
///
/// Texts are codes into pools that all rows share, so that the table takes four bytes a cell, and the
/// engine counts codes. Nothing is written a second time for each question: the long form of
/// ``answers(_:)`` is made for those who ask for it with SQL.
struct SurveyTable: Sendable {
  let table: Table
  /// The chunks of each wave, so that a wave is counted without reading the others.
  private let chunks: [Range<Int>]
  /// The columns before those of the questions.
  private let personColumns: Int

  /// The rows of one wave, by its position in the definition.
  func part(wave: Int) -> Table {
    Table(name: table.name, schema: table.schema, chunks: Array(table.chunks[chunks[wave]]))
  }

  /// The column of a question. No breakdown is called so: a name of a column has no line feed.
  static func column(of question: String) -> String { "answer\n" + question }

  init(
    _ roster: Roster, _ sheets: AnswerSheets, _ definition: SurveyDefinition,
    _ names: DefinitionNames
  ) {
    let waves = CodedNames(names.waveNames)
    let groups = CodedNames(names.groupNames)
    let dispositions = CodedNames(Disposition.allCases.map(\.rawValue))
    let truths = CodedNames(["false", "true"])
    let codes = CodedNames(definition.scale.codeTexts)
    let breakdowns = zip(roster.breakdowns, roster.breakdownValues)

    var all: [Chunk] = []
    var chunks: [Range<Int>] = []
    var people = names.waveNames.map { _ in [Int32]() }
    for (index, person) in roster.people.enumerated() { people[person.wave].append(Int32(index)) }
    for (wave, people) in people.enumerated() {
      let first = all.count
      for start in stride(from: 0, to: people.count, by: Chunk.capacity) {
        let rows = people[start..<min(people.count, start + Chunk.capacity)]
        func column(_ pool: TextPool, _ code: (Int) -> UInt32) -> Vector {
          Self.column(rows.map { code(Int($0)) }, pool)
        }
        var columns = [
          column(waves.pool) { _ in waves[wave] },
          column(roster.respondents.pool) { roster.people[$0].respondent },
          column(groups.pool) { groups[roster.people[$0].group] },
          column(dispositions.pool) { dispositions[roster.people[$0].disposition.position] },
          column(truths.pool) { truths[roster.people[$0].isSubstitute ? 1 : 0] },
        ]
        for (values, texts) in breakdowns { columns.append(column(texts.pool) { values[$0] }) }
        for question in names.questionNames.indices {
          columns.append(
            column(codes.pool) { index in
              let person = roster.people[index]
              guard person.disposition.isInvited,
                names.isAsked(question: question, wave: wave, group: person.group)
              else { return TextRegister.none }
              let code: AnswerCode =
                person.disposition.isReturned
                ? sheets.code(person: index, question: question) : .notReturned
              return codes[definition.scale.position(of: code)]
            })
        }
        all.append(Chunk(columns: columns, rowCount: rows.count))
      }
      chunks.append(first..<all.count)
    }
    let own =
      InvitationColumn.required + [InvitationColumn.substitute]
      + definition.breakdowns.map(\.column)
    let fields = own + names.questionNames.map(Self.column(of:))
    table = Table(
      name: "people", schema: Schema(fields.map { Field($0, .text) }), chunks: all)
    self.chunks = chunks
    personColumns = own.count
  }

  /// Codes as a column; ``TextRegister/none`` is a missing value.
  private static func column(_ codes: [UInt32], _ pool: TextPool) -> Vector {
    guard codes.contains(TextRegister.none) else { return Vector(.text(codes, pool)) }
    let nulls = Nulls(count: codes.count) { codes[$0] == TextRegister.none }
    return Vector(.text(codes.map { $0 == TextRegister.none ? 0 : $0 }, pool), nulls: nulls)
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

/// Names with their codes by position. A name that stands twice has one code.
private struct CodedNames {
  let pool = TextPool()
  private let codes: [UInt32]

  init(_ names: [String]) {
    let pool = pool
    codes = names.map { pool.code(adding: $0) }
  }

  subscript(position: Int) -> UInt32 { codes[position] }
}

extension AnswerScale {
  /// The texts of all codes: ids of answers, then the reserved words.
  var codeTexts: [String] { answers.map(\.id) + AnswerCode.reserved }

  /// The place of a code among ``codeTexts``.
  func position(of code: AnswerCode) -> Int {
    switch code {
    case .answer(let index): index
    case .notApplicable: answers.count
    case .missing: answers.count + 1
    case .notReturned: answers.count + 2
    }
  }
}
