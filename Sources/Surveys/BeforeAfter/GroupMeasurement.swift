public import Diagnostics
public import Tables

/// When a group was measured.
public enum MeasurementPhase: String, Hashable, Sendable, CaseIterable {
  /// Before the assignment.
  case before
  /// After it.
  case after
}

/// Groups that were measured before and after an assignment, read, checked and ready to count.
///
/// The unit is the group, not the person: answers are anonymous, so nobody's two scores are
/// paired, and the means of the group are compared.
public struct GroupMeasurement: Sendable {
  /// Rows that are not counted, and why.
  public let diagnostics: [Diagnostic]
  /// The scores that count: assignment, municipality, phase, paused, score.
  let scores: Table
  let location: SourceLocation

  /// Reads the scores of groups.
  ///
  /// - Parameter table: Columns `assignment`, `phase` (before or after) and `score` (a number);
  ///   optional are `municipality`, `respondent` (who may score an assignment once in each phase)
  ///   and `paused` (true or false; one row is enough to pause an assignment).
  public init(_ table: Table) {
    var reader = MeasurementReader()
    reader.read(table)
    diagnostics = reader.log.diagnostics
    scores = reader.table
    location = table.wholeLocation
  }
}

/// The columns of a table of measurements.
enum MeasurementColumn {
  static let assignment = "assignment"
  static let municipality = "municipality"
  static let phase = "phase"
  static let respondent = "respondent"
  static let score = "score"
  static let paused = "paused"

  static let required = [assignment, phase, score]
}
