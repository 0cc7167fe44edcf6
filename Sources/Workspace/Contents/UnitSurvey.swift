public import Diagnostics
internal import Query
public import Surveys
internal import Tables

/// A survey of a unit: its definition and, for those who ask, its counts.
///
/// The rows of its persons stay in this target; see ``WorkspaceRows``.
public struct UnitSurvey: Sendable {
  /// The survey, without its examples where the workspace shows none.
  public let definition: SurveyDefinition
  /// Holds personal data.
  let data: SurveyData
  /// The cube of everything in the data.
  private let counted: OnceValue<SurveyCube, Diagnostic>
  /// What may be shown of it, by the rules.
  private let published = OnceValues<DisclosureRules, PublishedSurvey, Diagnostic>()

  init(_ data: SurveyData) {
    self.init(definition: data.definition, data: data, counted: OnceValue())
  }

  private init(
    definition: SurveyDefinition, data: SurveyData, counted: OnceValue<SurveyCube, Diagnostic>
  ) {
    self.definition = definition
    self.data = data
    self.counted = counted
  }

  /// Everything that is shown of the survey, counted once a load.
  ///
  /// - Throws: A diagnostic `survey-query`; it would be a fault of ours.
  public func cube() throws(Diagnostic) -> SurveyCube {
    let cube = try counted.value { () throws(Diagnostic) in data.cube() }
    return cube.definition == definition ? cube : cube.restricted(to: definition)
  }

  /// What may be shown of the survey: its counts, and which of them are withheld. Decided once a load.
  ///
  /// - Throws: A diagnostic `survey-query`; it would be a fault of ours.
  public func published(_ rules: DisclosureRules) throws(Diagnostic) -> PublishedSurvey {
    try published.value(rules) { () throws(Diagnostic) in
      let all = try cube()
      let cube =
        all.definition.mergesSmallGroups
        ? all.mergingSmallGroups(below: rules.minimumAnswers) : all
      return PublishedSurvey(cube: cube, disclosure: SurveyDisclosure(cube, rules: rules))
    }
  }

  /// The survey with the waves that had gone out by the end of a day; `nil` where none had.
  func known(by day: CalendarDate) -> UnitSurvey? {
    var known = definition
    known.waves.removeAll { $0.date > day }
    guard !known.waves.isEmpty else { return nil }
    return UnitSurvey(definition: known, data: data, counted: counted)
  }

  /// The survey without what is made up; `nil` if that is all of it.
  var withoutExamples: UnitSurvey? {
    definition.withoutExamples.map {
      UnitSurvey(definition: $0, data: data, counted: counted)
    }
  }
}
