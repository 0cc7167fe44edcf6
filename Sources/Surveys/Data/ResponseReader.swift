internal import Diagnostics
internal import Tables

/// Reads response tables, wide or long, into answer sheets.
struct ResponseReader {
  /// Gets scales from the data where its questions have none.
  var definition: SurveyDefinition
  let names: DefinitionNames
  /// Looking up a respondent may have it compare strings from then on.
  private(set) var roster: Roster
  var sheets: AnswerSheets
  private(set) var days = AnswerDays()
  var log: ProblemLog
  /// By question, then by person.
  var comments: [Int: [Int: String]] = [:]
  /// What texts say to each question.
  let readings: [AnswerReading]

  init(
    _ definition: SurveyDefinition, names: DefinitionNames, roster: Roster, log: ProblemLog
  ) {
    self.definition = definition
    self.names = names
    self.roster = roster
    self.log = log
    readings = definition.questions.map { AnswerReading($0, definition.scale(of: $0)) }
    sheets = AnswerSheets(people: roster.people.count, questions: definition.questions.count)
  }

  /// Adds the responses of a table. It is long when it has a column `question` or `answer`, else
  /// wide.
  mutating func read(_ table: Table) {
    let isLong = Self.isLong(table)
    let needed = isLong ? ResponseColumn.reserved : ResponseColumn.required
    let problems = table.problems(
      needing: needed, for: isLong ? "long responses" : "responses")
    guard problems.isEmpty,
      let waves = MeaningColumn(
        ResponseColumn.wave, of: table, blank: DefinitionNames.none, names.wave)?.rows,
      let respondents = roster.respondentCodes(of: ResponseColumn.respondent, in: table)
    else {
      log.add(problems)
      return
    }
    let people = invitations(table, waves: waves, respondents: respondents)
    days.read(table, people, roster, definition, log: &log)
    if isLong {
      readLong(table, people)
    } else {
      readWide(table, people, waves: names.waveNames.indices.filter { waves.contains(Int32($0)) })
    }
  }

  /// Whether a table has a row per respondent and question.
  static func isLong(_ table: Table) -> Bool {
    [ResponseColumn.question, ResponseColumn.answer].contains {
      table.schema.position(of: $0) != nil
    }
  }

  // MARK: Rows to people

  /// The person of each row; negative where there is none to count.
  private mutating func invitations(
    _ table: Table, waves: [Int32], respondents: [UInt32]
  ) -> [Int32] {
    let people = roster.lookup(waves: waves, respondents: respondents)
    for row in people.indices {
      switch people[row] {
      case Roster.noWave:
        log.add(
          names.unknown(
            "wave", table.text(ResponseColumn.wave, ofRow: row), names.waveNames, "the response",
            at: table.location(ofRow: row)))
      case Roster.noInvitation:
        log.add(
          Diagnostic(
            .error, "survey-invitation", at: table.location(ofRow: row),
            "a response in wave '\(names.waveNames[Int(waves[row])])' has no invitation",
            because: "the response is not counted, as it would belong to no base",
            fixes: ["add the respondent to the invitations of the wave", "correct the respondent"],
            value: table.text(ResponseColumn.respondent, ofRow: row)))
      default: continue
      }
    }
    return people
  }

  /// What a text says to a question.
  func mark(_ text: String, question: Int) -> AnswerMark {
    AnswerMark(readings[question].meaning(of: text))
  }

  /// What the cells of a column say to a question; `nil` if the table has none of that name.
  func marks(_ column: String, of table: Table, question: Int) -> MeaningColumn<AnswerMark>? {
    MeaningColumn(column, of: table, blank: .blank) { mark($0, question: question) }
  }

  /// Takes back what a person wrote where it is not counted, and reports it.
  mutating func reportAnswer(
    _ column: String, _ person: Int, _ question: Int, _ table: Table, _ row: Int
  ) {
    let invited = roster.people[person]
    if !names.isAsked(question: question, wave: invited.wave, group: invited.group) {
      sheets[person, question] = .none
      reportNotAsked(question, invited, at: table.location(ofRow: row))
      return
    }
    log.add(
      unknownAnswer(
        definition.questions[question], at: table.location(ofRow: row),
        value: table.text(column, ofRow: row)))
  }
}
