public import Diagnostics
public import Labels
public import Tables

/// A goal: what a unit set out to reach in a year.
public struct Goal: Hashable, Sendable {
  /// Whether the row is something to reach or a rule that holds anyway.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    /// Something to reach.
    case goal
    /// A condition or a cap; listed, never judged.
    case condition
    /// A routine that is kept up; listed, never judged.
    case routine
  }

  /// The name that outcomes refer to.
  public var id: String
  /// The unit that owns it.
  public var unit: String
  /// The year it holds for.
  public var year: Int
  /// The last day of the plan that it stands in, where the plan runs on beyond the year.
  public var ends: CalendarDate?
  /// What it is about.
  public var label: Label
  /// What kind of figure it is stated in; `nil` when the text states no measure.
  public var measure: Measure?
  /// The value to reach, or the lower end of a range.
  public var target: Double?
  /// The upper end of a range.
  public var upperTarget: Double?
  /// The unit of the target value.
  public var measurementUnit: MeasurementUnit?
  /// Which way it wants the figure to go; `nil` when the text does not say.
  public var direction: Direction?
  /// Words beside the target.
  public var qualifiers: [Qualifier]
  /// Goal or condition.
  public var kind: Kind
  /// The goal group it is a part of.
  public var group: String?
  /// The range it is one end of.
  public var range: String?
  /// The figure that it shares with goals and outcomes of other years.
  public var indicator: String?
  /// A remark.
  public var note: Label
  /// Who sees to it that it is reached, by role; empty where nobody is named.
  public var owner = Label("", "")
  /// Why it was not reached; empty where nothing is said.
  public var cause = Label("", "")
  /// What is done about it next; empty where nothing is said.
  public var nextStep = Label("", "")
  /// Where the document states it; a range has one for each end.
  public var sources: [DocumentReference]
  /// Where the workspace states it.
  public var locations: [SourceLocation]
}
