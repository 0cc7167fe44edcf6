public import Labels

/// Something that figures are broken down by: unit, year, wave, group, question, answer.
///
/// What is not foreseen here, such as the columns of a workspace's own tables, is named by its column.
public struct Dimension: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Its stable name.
  public var id: String

  /// A dimension by its name.
  public init(_ id: String) { self.id = id }

  /// A dimension by its name.
  public init(stringLiteral id: String) { self.id = id }

  /// A unit of the organisation.
  public static let unit: Dimension = "unit"
  /// A goal.
  public static let goal: Dimension = "goal"
  /// A year.
  public static let year: Dimension = "year"
  /// A wave of a survey.
  public static let wave: Dimension = "wave"
  /// A group of recipients.
  public static let group: Dimension = "group"
  /// A question of a survey.
  public static let question: Dimension = "question"
  /// An answer of a scale.
  public static let answer: Dimension = "answer"
  /// The category of a case.
  public static let category: Dimension = "category"
  /// How long an answer took, as a span of time.
  public static let answerTime: Dimension = "answer_time"
  /// A month.
  public static let month: Dimension = "month"
  /// A period of a series.
  public static let period: Dimension = "period"
  /// A series of figures.
  public static let series: Dimension = "series"
  /// A municipality.
  public static let municipality: Dimension = "municipality"
  /// An area of a plan.
  public static let area: Dimension = "area"
  /// A priority of a plan.
  public static let priority: Dimension = "priority"
  /// An activity of a plan.
  public static let activity: Dimension = "activity"
  /// A section of an internal control plan.
  public static let section: Dimension = "section"
  /// A measure with figures of several years.
  public static let indicator: Dimension = "indicator"
  /// What a goal came to.
  public static let verdict: Dimension = "verdict"
}

/// A value of a dimension, or any other word that has an id: a verdict, a status.
public struct Member: Hashable, Sendable {
  /// The stable id; `nil` for "not stated".
  public var id: String?
  /// What readers call it.
  public var label: Label
  /// What a reader must know beside it.
  public var marks: [FactMark]

  /// A member.
  public init(_ id: String?, _ label: Label, marks: [FactMark] = []) {
    self.id = id
    self.label = label
    self.marks = marks
  }

  /// The id of the row that sums up a dimension.
  public static let totalID = "all"

  /// The row that sums up a dimension.
  public static func total(_ label: Label = Label("Samtliga", "All")) -> Member {
    Member(totalID, label)
  }
}
