/// What is counted of a survey: who was invited, wave by wave, and what everyone wrote. Holds personal
/// data.
struct CountedSurvey: Sendable {
  let definition: SurveyDefinition
  let names: DefinitionNames
  let roster: Roster
  let sheets: AnswerSheets
  let days: AnswerDays
}

/// Free text by wave and question, without who wrote it.
package typealias SurveyComments = [String: [String: [String]]]
