import Labels

/// What a project report says, put side by side.
public struct ProjectFollowUp: Hashable, Sendable {
  /// The project, as a slug.
  public let project: String
  /// Its rows, in the order of the file.
  public let measures: [ProjectMeasure]
  /// Budget use beside places use, by group in the order of the file and time, latest last.
  public let use: [ProjectUse]
  /// Participants against plan.
  public let participants: [ProjectParticipants]
  /// What did not go as planned, with cause and action where they are stated.
  public let deviations: [ProjectMeasure]
  /// Dates with status.
  public let dates: [ProjectMeasure]
  /// Statements that the project, or a part of it, is in phase or is not.
  public let phases: [ProjectMeasure]

  /// Follows up one project; rows of other projects are left out.
  public init(project: String, measures all: [ProjectMeasure]) {
    self.project = project
    let measures = all.filter { $0.project == project }
    self.measures = measures
    use = Self.use(measures)
    participants = measures.filter { $0.kind == .participants }.map {
      ProjectParticipants($0, among: measures)
    }
    deviations = measures.filter { $0.kind == .deviation }
    dates = measures.filter { $0.kind == .date }
    phases = measures.filter { $0.status?.isPhase ?? false }
  }

  private static func use(_ measures: [ProjectMeasure]) -> [ProjectUse] {
    let rows = measures.filter { $0.kind == .budgetUse || $0.kind == .placesUse }
    let thresholds = measures.filter { $0.kind == .threshold && $0.isPercent && $0.value != nil }
    var entries: [ProjectUse] = []
    var groups: [String?] = []
    for row in rows {
      if !groups.contains(row.group?.swedish) { groups.append(row.group?.swedish) }
      let isBudget = row.kind == .budgetUse
      // One row of each kind fits in a pair; a second one starts a pair of its own.
      let place = entries.firstIndex {
        $0.budgetOrPlaces?.group == row.group && $0.budgetOrPlaces?.asOf == row.asOf
          && (isBudget ? $0.budget : $0.places) == nil
      }
      let index = place ?? entries.count
      if place == nil { entries.append(ProjectUse()) }
      if isBudget {
        entries[index].budget = row
        // A threshold of the same target goes first; one without target holds for all.
        entries[index].threshold =
          thresholds.first { $0.targetID != nil && $0.targetID == row.targetID }
          ?? thresholds.first { $0.targetID == nil || row.targetID == nil }
      } else {
        entries[index].places = row
      }
    }
    func rank(_ entry: ProjectUse) -> Int {
      groups.firstIndex(of: entry.budgetOrPlaces?.group?.swedish) ?? 0
    }
    return entries.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      if first != second { return first < second }
      let (x, y) = (a.element.budgetOrPlaces?.asOf, b.element.budgetOrPlaces?.asOf)
      if let x, let y, x != y { return x < y }
      if (x == nil) != (y == nil) { return x == nil }
      return a.offset < b.offset
    }.map(\.element)
  }
}
