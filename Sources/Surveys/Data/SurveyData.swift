public import Diagnostics
internal import Labels
internal import Query
public import Tables

/// A survey with its data, read, checked and ready to count.
///
/// Nothing is left out silently: each row or answer that is not counted has a diagnostic.
public struct SurveyData: Sendable {
  /// The survey.
  public let definition: SurveyDefinition
  /// Problems of the definition, the invitations and the responses, in this order.
  public let diagnostics: [Diagnostic]
  /// Whether it is known who was invited; `false` where groups are known by number only.
  public let isList: Bool
  /// What is counted. Holds personal data.
  let counted: CountedSurvey
  /// What people wrote to questions of free text. Holds personal data.
  package let comments: SurveyComments
  private let table = OnceValue<SurveyTable, Never>()

  /// The same as a table, which is made for those who ask with SQL.
  private var people: SurveyTable { table.value { SurveyTable(counted) } }

  /// The invited people as a table: `wave`, `respondent`, `group`, `disposition`, `substitute`
  /// and the columns of the breakdowns. Holds personal data.
  package var peopleTable: Table { people.people }

  /// What everyone asked said, as a table: `wave`, `respondent`, `group`, `substitute`, the columns of
  /// the breakdowns, `question` and `code`, which is the id of an answer, `not-applicable`, `missing`
  /// or `not-returned`. Holds personal data.
  package var answersTable: Table { people.answers(definition.questions.map(\.id)) }

  /// Reads one table of invitations and one of responses, as the initializer for several does.
  public init(definition: SurveyDefinition, invitations: Table, responses: Table) {
    self.init(definition: definition, invitations: [invitations], responses: [responses])
  }

  /// Reads the data of a survey.
  ///
  /// Who belongs to a base is decided by the invitations alone: someone whose disposition is not
  /// `complete` or `partial` did not return the survey, and answers to the contrary are reported
  /// and not counted, so that rates and bases agree.
  ///
  /// - Parameters:
  ///   - definition: The survey.
  ///   - invitations: Columns `wave`, `respondent`, `group`, `disposition` (the raw values of
  ///     ``Disposition``), `substitute` (true or false, may be left out) and one column per
  ///     breakdown.
  ///   - responses: Wide tables with columns `wave`, `respondent` and one per question, or long
  ///     ones with columns `wave`, `respondent`, `question` and `answer`.
  public init(definition: SurveyDefinition, invitations: [Table], responses: [Table]) {
    let names = DefinitionNames(definition)
    var log = ProblemLog()
    log.add(definition.problems)
    self.init(
      definition, names, invitations: invitations, responses: responses, log: log, isList: true)
  }

  /// Reads the data of a survey whose groups are known by number only, as of an anonymous one.
  ///
  /// Breakdowns need invitations: what further columns say of those who did not answer is not known.
  ///
  /// - Parameters:
  ///   - definition: The survey.
  ///   - population: Columns `wave`, `group` and `invited`.
  ///   - responses: As with invitations, and with a column `group`, which may be left out where the
  ///     survey has one group. Wide tables may lack the column `respondent`: each row is a person then.
  public init(definition: SurveyDefinition, population: [Table], responses: [Table]) {
    let names = DefinitionNames(definition)
    var log = ProblemLog()
    log.add(definition.problems)
    let people = NumberedPeople(population, responses, names: names, log: &log)
    self.init(
      definition, names, invitations: people.invitations, responses: people.responses, log: log,
      isList: false)
  }

  private init(
    _ definition: SurveyDefinition, _ names: DefinitionNames, invitations: [Table],
    responses: [Table], log: ProblemLog, isList: Bool
  ) {
    var log = log
    var roster = Roster(definition, names: names)
    for table in invitations { roster.read(table, definition, log: &log) }
    var reader = ResponseReader(definition, names: names, roster: roster, log: log)
    for table in responses { reader.read(table) }
    reader.settleScales()
    // Without a list nothing is said of a person that the answers could contradict.
    if isList { reader.checkDispositions() }
    reader.applyConditions()
    reader.computeIndices()
    reader.checkWaves()
    self.definition = reader.definition
    self.isList = isList
    diagnostics = reader.log.diagnostics
    comments = reader.countedComments
    counted = CountedSurvey(
      definition: reader.definition, names: names, roster: reader.roster, sheets: reader.sheets,
      days: reader.days)
  }
}
