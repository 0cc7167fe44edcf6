public import Diagnostics
public import Labels

/// What a case log is made of: columns, limits and counted subsets, as the workspace states them.
public struct CaseLogDefinition: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// The heading in reports.
  public var title: Label
  /// What of the log is stated and what is made up; `nil` for a log that was kept. Every report
  /// must show it.
  public var provenance: Provenance?
  /// Where each fact of a case stands.
  public var columns: CaseColumns
  /// The promises that the log is held against.
  public var limits: [CaseLimit]
  /// Kinds of cases to count.
  public var subsets: [CaseSubset]
  /// Whether cases are those of persons, so that few of them must not be told of. They are unless the
  /// definition says otherwise.
  public var isAboutPersons: Bool
  /// Where the definition stands; problems with names in it are reported there.
  public var location: SourceLocation?

  /// Creates a definition.
  public init(
    id: String, title: Label, provenance: Provenance? = nil, columns: CaseColumns,
    limits: [CaseLimit] = [], subsets: [CaseSubset] = [], isAboutPersons: Bool = true,
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.title = title
    self.provenance = provenance
    self.columns = columns
    self.limits = limits
    self.subsets = subsets
    self.isAboutPersons = isAboutPersons
    self.location = location
  }

  /// The limit with an id.
  public func limit(_ id: String) -> CaseLimit? { limits.first { $0.id == id } }

  /// The log without its examples: `nil` when all cases are made up, otherwise without the limits whose
  /// times are invented.
  package var withoutExamples: CaseLogDefinition? {
    if provenance?.isReconstructed == true { return nil }
    var rest = self
    rest.limits.removeAll(where: \.isInvented)
    return rest
  }
}

/// The names of the columns of a case log; `nil` where the log does not keep the fact.
public struct CaseColumns: Hashable, Sendable {
  /// The case number.
  public var id: String?
  /// The day or moment the case came in.
  public var received: String
  /// The day or moment it was answered.
  public var answered: String?
  /// The day the clock stopped.
  public var pausedFrom: String?
  /// The day the clock went on.
  public var pausedTo: String?
  /// The day the case was closed.
  public var closed: String?
  /// The kind of case.
  public var category: String?

  /// Names the columns.
  public init(
    id: String? = nil, received: String, answered: String? = nil, pausedFrom: String? = nil,
    pausedTo: String? = nil, closed: String? = nil, category: String? = nil
  ) {
    self.id = id
    self.received = received
    self.answered = answered
    self.pausedFrom = pausedFrom
    self.pausedTo = pausedTo
    self.closed = closed
    self.category = category
  }

  /// What each column means. Logs name their columns as they like; where several are one table, a column
  /// bears the name of what it means.
  package var meanings: [String: String] {
    let pairs: [(String?, String)] = [
      (id, "id"), (received, "received"), (answered, "answered"), (pausedFrom, "paused_from"),
      (pausedTo, "paused_to"), (closed, "closed"), (category, "category"),
    ]
    return Dictionary(
      pairs.compactMap { name, meaning in name.map { ($0, meaning) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A promise about time: from one column to another within a number of working days or hours.
public struct CaseLimit: Hashable, Sendable {
  /// How the time is counted. A case that takes exactly the limit is within it.
  public enum Duration: Hashable, Sendable {
    /// Working days `d` with `from < d <= to`, without working days in the pause.
    case workingDays(Int)
    /// Hours that have passed, day and night, without those of the pause, and over a change to or from
    /// summer time as they passed: the 72 hours of article 33 of the General Data Protection
    /// Regulation (EU) 2016/679.
    case hours(Double)
  }

  /// The slug.
  public var id: String
  /// The wording in reports.
  public var label: Label
  /// The column that starts the clock.
  public var from: String
  /// The column that stops it.
  public var to: String
  /// How long it may take.
  public var duration: Duration
  /// Which cases the promise covers; `nil` for all.
  public var condition: CaseCondition?
  /// Whether no document has the times that it is held against.
  public var isInvented: Bool
  /// Whether its hours are those of whole days, for which the time of day is minded where it stands and not
  /// asked for.
  public var isInDays: Bool

  /// States a limit.
  public init(
    id: String, label: Label, from: String, to: String, duration: Duration,
    condition: CaseCondition? = nil, isInvented: Bool = false, isInDays: Bool = false
  ) {
    self.id = id
    self.label = label
    self.isInDays = isInDays
    self.from = from
    self.to = to
    self.duration = duration
    self.condition = condition
    self.isInvented = isInvented
  }
}

/// A test on one column. Numbers and truth values match however they are written (`1`, `ja`,
/// `true`).
public struct CaseCondition: Hashable, Sendable {
  /// The column.
  public var column: String
  /// The text that the value must equal.
  public var equals: String

  /// States a condition.
  public init(column: String, equals: String) {
    self.column = column
    self.equals = equals
  }
}

/// A kind of case to count, such as those sent to an ombudsman.
public struct CaseSubset: Hashable, Sendable {
  /// The slug.
  public var id: String
  /// The wording in reports.
  public var label: Label
  /// Which cases belong to it.
  public var condition: CaseCondition

  /// States a subset.
  public init(id: String, label: Label, condition: CaseCondition) {
    self.id = id
    self.label = label
    self.condition = condition
  }
}
