internal import Tables

/// A table whose batches lie wave by wave, so that a wave is counted without reading the others.
struct WaveTable: Sendable {
  let table: Table
  /// The batches of each wave.
  private let batches: [Range<Int>]

  /// The rows of one wave, by its position in the definition.
  func part(wave: Int) -> Table {
    Table(
      name: table.name, schema: table.schema, batches: Array(table.batches[batches[wave]]),
      file: table.file)
  }

  /// Cuts each wave's columns into batches.
  private init(name: String, fields: [Field], waves: [[CodedColumn]]) {
    var all: [Batch] = []
    batches = waves.map { columns in
      let first = all.count
      let rows = columns.first?.codes.count ?? 0
      for start in stride(from: 0, to: rows, by: Batch.capacity) {
        let range = start..<min(rows, start + Batch.capacity)
        all.append(Batch(columns: columns.map { $0.column(range) }, rowCount: range.count))
      }
      return first..<all.count
    }
    table = Table(name: name, schema: Schema(fields), batches: all)
  }
}

/// A text column as it is filled: codes into a dictionary that is known beforehand.
private struct CodedColumn {
  let dictionary: TextDictionary
  var codes: [UInt32?] = []

  init(_ dictionary: TextDictionary) { self.dictionary = dictionary }
}

/// Names with their codes by position. A name that stands twice has one code.
private struct CodedNames {
  private(set) var dictionary = TextDictionary()
  private(set) var codes: [UInt32] = []

  init(_ names: [String]) {
    for name in names { codes.append(dictionary.code(adding: name)) }
  }

  var column: CodedColumn { CodedColumn(dictionary) }

  subscript(position: Int) -> UInt32 { codes[position] }
}

extension CodedColumn {
  fileprivate func column(_ range: Range<Int>) -> Column {
    var nulls = NullMask()
    for code in codes[range] { nulls.append(isNull: code == nil) }
    return Column(
      storage: .text(codes: codes[range].map { $0 ?? 0 }, dictionary: dictionary), nulls: nulls)
  }
}

extension WaveTable {
  /// The table of the invited people.
  init(people roster: Roster, _ definition: SurveyDefinition) {
    let waveNames = CodedNames(definition.waves.map(\.id))
    let groups = CodedNames(definition.groups.map(\.id))
    let dispositions = CodedNames(Disposition.allCases.map(\.rawValue))
    let truths = CodedNames(["false", "true"])
    let columns =
      [
        waveNames.column, CodedColumn(roster.respondents), groups.column, dispositions.column,
        truths.column,
      ] + roster.breakdownValues.map { CodedColumn($0) }
    var waves = definition.waves.map { _ in columns }
    for person in roster.people {
      waves[person.wave].append(
        [
          waveNames[person.wave], person.respondent, groups[person.group],
          dispositions[person.disposition.position], truths[person.isSubstitute ? 1 : 0],
        ] + person.breakdowns)
    }
    let names =
      InvitationColumn.required + [InvitationColumn.substitute]
      + definition.breakdowns.map(\.column)
    self.init(name: "people", fields: names.map { Field($0, .text) }, waves: waves)
  }

  /// The long table: what each invited person said to each question that the person was asked.
  init(
    answers sheets: AnswerSheets, _ roster: Roster, _ definition: SurveyDefinition,
    _ names: DefinitionNames
  ) {
    let waveNames = CodedNames(names.waveNames)
    let groups = CodedNames(names.groupNames)
    let questions = CodedNames(names.questionNames)
    let codes = CodedNames(definition.scale.codeTexts)
    let truths = CodedNames(["false", "true"])
    let columns =
      [waveNames.column, CodedColumn(roster.respondents), groups.column, truths.column]
      + roster.breakdownValues.map { CodedColumn($0) } + [questions.column, codes.column]
    var waves = definition.waves.map { _ in columns }
    for (index, person) in roster.people.enumerated() where person.disposition.isInvited {
      var row =
        [
          waveNames[person.wave], person.respondent, groups[person.group],
          truths[person.isSubstitute ? 1 : 0],
        ] + person.breakdowns + [nil, nil]
      for question in names.questionNames.indices
      where names.isAsked(question: question, wave: person.wave, group: person.group) {
        let code: AnswerCode =
          person.disposition.isReturned
          ? sheets.code(person: index, question: question) : .notReturned
        row[row.count - 2] = questions[question]
        row[row.count - 1] = codes[definition.scale.position(of: code)]
        waves[person.wave].append(row)
      }
    }
    let fields =
      [
        InvitationColumn.wave, InvitationColumn.respondent, InvitationColumn.group,
        InvitationColumn.substitute,
      ] + definition.breakdowns.map(\.column) + [CountedColumn.question, CountedColumn.code]
    self.init(name: "answers", fields: fields.map { Field($0, .text) }, waves: waves)
  }
}

extension [CodedColumn] {
  fileprivate mutating func append(_ row: [UInt32?]) {
    for index in indices { self[index].codes.append(row[index]) }
  }
}

extension AnswerScale {
  /// What the long table writes for each code: the answers in order, then the reserved words.
  var codeTexts: [String] { answers.map(\.id) + AnswerCode.reserved }

  /// The place of a code in ``codeTexts``.
  func position(of code: AnswerCode) -> Int {
    switch code {
    case .answer(let index): index
    case .notApplicable: answers.count
    case .missing: answers.count + 1
    case .notReturned: answers.count + 2
    }
  }
}
