public import Statistics

/// One assignment, measured before and after.
public struct AssignmentChange: Hashable, Sendable {
  /// The assignment.
  public let assignment: String
  /// The municipality, where it is stated.
  public let municipality: String?
  /// The number of scores before.
  public let countBefore: Int
  /// The number of scores after.
  public let countAfter: Int
  /// The mean score before.
  public let meanBefore: Double
  /// The mean score after.
  public let meanAfter: Double

  /// After minus before, in the unit of the scores.
  public var absoluteChange: Double { meanAfter - meanBefore }

  /// (after − before) / before, a share; `nil` unless the mean before is above 0, as a relative
  /// change means nothing then.
  public var relativeChange: Double? {
    guard meanBefore > 0 else { return nil }
    let change = absoluteChange / meanBefore
    return change.isFinite ? change : nil
  }

  /// Whether the relative change is at least a threshold; `nil` where it is undefined.
  ///
  /// Means are binary fractions: from 3.0 to 3.3 is stored slightly below 10 %. A change less
  /// than a billionth below the threshold therefore reaches it.
  public func reaches(_ threshold: Double) -> Bool? {
    relativeChange.map { $0 >= threshold - 1e-9 }
  }
}

/// An assignment that has scores of one phase only.
public struct MeasuredOnce: Hashable, Sendable {
  /// The assignment.
  public let assignment: String
  /// The phase that has scores.
  public let phase: MeasurementPhase
}

/// Assignments taken together.
public struct BeforeAfterSummary: Hashable, Sendable {
  /// Assignments measured before and after, without paused ones.
  public let measured: Int
  /// Those among them that have a relative change.
  public let comparable: Int
  /// Those among them that reach the threshold.
  public let reached: Int
  /// The mean of the relative changes, each assignment weighing the same; `nil` without any.
  public let meanRelativeChange: Double?
  /// Student's t interval of that mean, at 95 %, the assignments taken as a sample of all that the
  /// work could be done in; `nil` for fewer than two, or when all changed alike.
  public let changeInterval: Interval?

  init(_ changes: [AssignmentChange], threshold: Double) {
    let relative = changes.compactMap(\.relativeChange)
    measured = changes.count
    comparable = relative.count
    reached = changes.count { $0.reaches(threshold) == true }
    let mean = relative.reduce(0) { $0 + $1 / Double(relative.count) }
    meanRelativeChange = relative.isEmpty ? nil : mean
    changeInterval = (try? Location.meanEstimate(of: relative))?.interval
  }
}

/// The assignments of one municipality taken together.
public struct MunicipalitySummary: Hashable, Sendable {
  /// The municipality; `nil` for assignments that state none.
  public let municipality: String?
  /// Its assignments.
  public let summary: BeforeAfterSummary
}

/// Groups measured before and after, and how many of them improved enough.
public struct BeforeAfterResult: Hashable, Sendable {
  /// The least relative change that counts as enough, such as 0.10.
  public let threshold: Double
  /// The assignments measured twice, sorted by name.
  public let assignments: [AssignmentChange]
  /// Paused assignments, sorted; they are left out of everything else.
  public let paused: [String]
  /// Assignments with scores of one phase, sorted; left out of the summaries.
  public let measuredOnce: [MeasuredOnce]
  /// All assignments measured twice.
  public let summary: BeforeAfterSummary
  /// The same per municipality, sorted; those without one come last.
  public let byMunicipality: [MunicipalitySummary]

  init(
    threshold: Double, assignments: [AssignmentChange], paused: [String],
    measuredOnce: [MeasuredOnce]
  ) {
    self.threshold = threshold
    self.assignments = assignments
    self.paused = paused
    self.measuredOnce = measuredOnce
    summary = BeforeAfterSummary(assignments, threshold: threshold)
    let parts = Dictionary(grouping: assignments, by: \.municipality)
    byMunicipality = parts.keys.sorted { a, b in
      guard let a, let b else { return a != nil }
      return a < b
    }.map { key in
      MunicipalitySummary(
        municipality: key,
        summary: BeforeAfterSummary(parts[key] ?? [], threshold: threshold))
    }
  }
}
