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
  private let counted: Counted

  /// What was counted of the answers; each of it once.
  private final class Counted: Sendable {
    /// The cube of everything in the data.
    let cube = OnceValue<SurveyCube, Never>()
    /// The same as each definition shows it.
    let shown = OnceValues<SurveyDefinition, SurveyCube, Never>()
    /// What may be shown.
    let published = OnceValues<Publication, PublishedSurvey, Never>()
  }

  /// What is published of the data, and by which rules.
  private struct Publication: Hashable {
    let rules: DisclosureRules
    let definition: SurveyDefinition
  }

  init(_ data: SurveyData) {
    self.init(definition: data.definition, data: data, counted: Counted())
  }

  private init(definition: SurveyDefinition, data: SurveyData, counted: Counted) {
    self.definition = definition
    self.data = data
    self.counted = counted
  }

  /// Everything that is shown of the survey, counted and put in periods once a load.
  public func cube() -> SurveyCube {
    counted.shown.value(definition) {
      let cube = counted.cube.value { data.cube() }
      return (cube.definition == definition ? cube : cube.restricted(to: definition)).withPeriods()
    }
  }

  /// What may be shown of the survey: its counts, and which of them are withheld. Decided once a load.
  public func published(_ rules: DisclosureRules) -> PublishedSurvey {
    counted.published.value(Publication(rules: rules, definition: definition)) {
      let all = cube()
      let cube =
        all.definition.mergesSmallGroups
        ? all.mergingSmallGroups(below: rules.minimumAnswers) : all
      return PublishedSurvey(cube: cube, disclosure: SurveyDisclosure(cube, rules: rules))
    }
  }

  /// What may be shown of the survey in a workspace, with what people wrote where that was asked for.
  public func published(in workspace: LoadedWorkspace) -> PublishedSurvey {
    let published = published(workspace.disclosure)
    return workspace.showsComments ? published.with(data.comments) : published
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
