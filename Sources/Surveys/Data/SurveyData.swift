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
  /// What is counted. Holds personal data.
  let counted: CountedSurvey
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
    var roster = Roster(definition, names: names)
    for table in invitations { roster.read(table, definition, log: &log) }
    var reader = ResponseReader(definition, names: names, roster: roster, log: log)
    for table in responses { reader.read(table) }
    reader.checkDispositions()
    reader.checkWaves()
    self.definition = definition
    diagnostics = reader.log.diagnostics
    counted = CountedSurvey(
      definition: definition, names: names, roster: reader.roster, sheets: reader.sheets)
  }
}
