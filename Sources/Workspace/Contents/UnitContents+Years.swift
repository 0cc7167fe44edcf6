internal import Diagnostics
internal import Indicators
public import Labels
public import Plans
internal import Surveys
internal import Tables

extension UnitContents {
  /// Its short name, or its name.
  public var briefLabel: Label { shortLabel ?? label }

  /// The activities that belong to a year.
  ///
  /// Rows of a plan belong to the year that most of the unit's outcomes from their document are about.
  /// A row without such a document belongs to the years of its period, and to the usual year if it has
  /// none. In the course of a year, when little is known of a document's outcomes, that holds for every
  /// row.
  public func activities(in year: Int, usual: Int) -> [Activity] {
    let years = PlanYears(self, usual: usual)
    return activities.filter { years.of($0).contains(year) }
  }

  /// The areas of internal control that belong to a year, by the rule of ``activities(in:usual:)``.
  public func controls(in year: Int, usual: Int) -> [ControlArea] {
    let years = PlanYears(self, usual: usual)
    return controls.filter { years.of($0).contains(year) }
  }

  /// The measures of projects that belong to a year, by the rule of ``activities(in:usual:)``.
  public func projectMeasures(in year: Int, usual: Int) -> [ProjectMeasure] {
    let years = PlanYears(self, usual: usual)
    return projectMeasures.filter { years.of($0).contains(year) }
  }

  /// The years that have plans, internal control or projects, in order.
  public func planYears(usual: Int) -> [Int] {
    let years = PlanYears(self, usual: usual)
    return Set(
      activities.flatMap(years.of) + controls.flatMap(years.of) + projectMeasures.flatMap(years.of)
    ).sorted()
  }

  /// The years of which there is anything to report, in order.
  public func years(usual: Int) -> [Int] {
    let rows = (tables + accounts).flatMap(\.table.rows)
    return Set(
      goals.map(\.year) + surveys.flatMap(\.definition.waves).map(\.date.year)
        + beforeAfters.map(\.year) + caseLogs.flatMap(\.years)
        + rows.compactMap { $0.integer("year") } + planYears(usual: usual)
    ).sorted()
  }
}

/// Which years the rows of a unit's plans belong to.
struct PlanYears {
  private let byDocument: [String: Int]
  private let usual: Int

  init(_ unit: UnitContents, usual: Int) {
    byDocument = Dictionary(
      grouping: unit.isInterim ? [] : unit.outcomes, by: \.source.document
    )
    .compactMapValues { outcomes in
      Dictionary(grouping: outcomes, by: \.year)
        .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    }
    self.usual = usual
  }

  func of(_ activity: Activity) -> Set<Int> {
    years(
      activity.source.reference,
      [activity.periodStart, activity.periodEnd, activity.when.flatMap { PlanPeriod($0) }])
  }

  func of(_ area: ControlArea) -> Set<Int> { years(area.source.reference, [area.controlDate]) }

  func of(_ measure: ProjectMeasure) -> Set<Int> {
    years(measure.source.reference, [measure.asOf, measure.start, measure.end])
  }

  private func years(_ source: DocumentReference?, _ periods: [PlanPeriod?]) -> Set<Int> {
    if let year = source.flatMap({ byDocument[$0.document] }) { return [year] }
    let periods = periods.compactMap(\.self)
    guard let first = periods.map(\.first.year).min(), let last = periods.map(\.last.year).max()
    else { return [usual] }
    return Set(first...max(first, last))
  }
}
