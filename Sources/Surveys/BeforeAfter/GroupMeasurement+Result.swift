public import Diagnostics
internal import Query
internal import Tables

extension GroupMeasurement {
  /// Compares the means of each group before and after.
  ///
  /// - Parameter threshold: The least relative change that counts as enough; 0.10 is +10 %.
  /// - Returns: The change of each assignment, and the summaries.
  /// - Throws: A diagnostic `measurement-threshold` when the threshold is not a finite number.
  public func result(threshold: Double = 0.10) throws(Diagnostic) -> BeforeAfterResult {
    guard threshold.isFinite else {
      throw Diagnostic(
        .error, "measurement-threshold", at: location,
        "the threshold of a change must be a number, not \(threshold)",
        fixes: ["give a share such as 0.10"])
    }
    let paused = try pausedAssignments()
    var phases: [String: [MeasurementPhase: (count: Int, mean: Double)]] = [:]
    var municipalities: [String: String] = [:]
    for group in try aggregated(Self.plan, scores, at: location) {
      guard let assignment = String(group.keys[0]), !paused.contains(assignment),
        let phase = String(group.keys[1]).flatMap(MeasurementPhase.init(rawValue:)),
        let count = Int(group.results[0]), let mean = Double(group.results[1])
      else { continue }
      phases[assignment, default: [:]][phase] = (count, mean)
      if let name = String(group.results[2]) { municipalities[assignment] = name }
    }
    var changes: [AssignmentChange] = []
    var once: [MeasuredOnce] = []
    for (assignment, means) in phases.sorted(by: { $0.key < $1.key }) {
      if let before = means[.before], let after = means[.after] {
        changes.append(
          AssignmentChange(
            assignment: assignment, municipality: municipalities[assignment],
            countBefore: before.count, countAfter: after.count, meanBefore: before.mean,
            meanAfter: after.mean))
      } else if let phase = means.keys.first {
        once.append(MeasuredOnce(assignment: assignment, phase: phase))
      }
    }
    return BeforeAfterResult(
      threshold: threshold, assignments: changes, paused: paused.sorted(), measuredOnce: once)
  }

  private static let plan = Aggregation(
    keys: [MeasurementColumn.assignment, MeasurementColumn.phase],
    [
      .count(where: .areKnown([MeasurementColumn.score])), .mean(MeasurementColumn.score),
      .largest(MeasurementColumn.municipality),
    ])

  private func pausedAssignments() throws(Diagnostic) -> Set<String> {
    let plan = Aggregation(
      keys: [MeasurementColumn.assignment], [], where: .isTrue(MeasurementColumn.paused))
    return Set(try aggregated(plan, scores, at: location).compactMap { String($0.keys[0]) })
  }
}
