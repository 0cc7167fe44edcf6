internal import Diagnostics
internal import Tables

/// How many were invited, by wave and group: what stands in `population.csv` instead of a row a person.
struct Population {
  /// The people of one group in one wave.
  struct Part {
    let wave: Int
    let group: Int
    fileprivate(set) var invited: Int
    /// The table it stands in, and the row there.
    let location: SourceLocation
  }

  private(set) var parts: [Part] = []
  private var positions: [PartKey: Int] = [:]
  /// The groups as they are written, by part: old groups may be one now.
  private var written: [PartKey: Set<String>] = [:]
  private let names: DefinitionNames
  /// How many were invited to all waves together.
  private var total = 0

  /// A group in a wave, by position.
  struct PartKey: Hashable {
    let wave: Int
    let group: Int
  }

  /// Reads tables with columns `wave`, `group` and `invited`, a whole number from 0 on. A row that is
  /// not counted has a diagnostic.
  init(_ tables: [Table], names: DefinitionNames, log: inout ProblemLog) {
    self.names = names
    for table in tables {
      let problems = table.problems(
        needing: PopulationColumn.required, for: "groups by number")
      log.add(problems)
      guard problems.isEmpty else { continue }
      for row in table.rows { read(row, log: &log) }
    }
  }

  /// The part of a group in a wave; `nil` if the tables say nothing of it.
  subscript(key: PartKey) -> Part? { positions[key].map { parts[$0] } }

  private mutating func read(_ row: Row, log: inout ProblemLog) {
    func position(_ column: String, _ found: Int32?, _ known: [String]) -> Int? {
      if let found, found >= 0 { return Int(found) }
      log.add(
        names.unknown(
          column, row.text(column), known, "the row of the population", at: row.location))
      return nil
    }
    let wave = position(
      PopulationColumn.wave, row.text(PopulationColumn.wave).map(names.wave), names.waveNames)
    let group = position(
      PopulationColumn.group, row.text(PopulationColumn.group).map(names.group), names.groupNames)
    guard let wave, let group else { return }
    // One wordy cell makes the whole column text; the others are numbers still.
    let invited =
      row.integer(PopulationColumn.invited)
      ?? row.text(PopulationColumn.invited).flatMap { Int($0) }
    guard let invited, (0...Self.most - total).contains(invited) else {
      log.add(
        Diagnostic(
          .error, "survey-population", at: row.location,
          "column 'invited' holds no number of persons",
          because:
            "it is a whole number from 0 on, at most \(Self.most) in all rows; the row of the "
            + "population is not counted",
          fixes: ["write how many of the group were invited"],
          value: row.text(PopulationColumn.invited)))
      return
    }
    let key = PartKey(wave: wave, group: group)
    let isNew = written[key, default: []].insert(row.text(PopulationColumn.group) ?? "").inserted
    if let first = positions[key], isNew {
      parts[first].invited += invited
      total += invited
      return
    }
    if let first = positions[key] {
      log.add(
        Diagnostic(
          .error, "survey-population", at: row.location,
          "group '\(names.groupNames[group])' stands twice for wave '\(names.waveNames[wave])'",
          because: "the first row, at \(parts[first].location), counts; this one does not",
          fixes: ["remove one of the two", "write the sum of both in one row"]))
      return
    }
    positions[key] = parts.count
    total += invited
    parts.append(Part(wave: wave, group: group, invited: invited, location: row.location))
  }

  /// The most people of a survey: every one of them is counted by itself.
  private static let most = 10_000_000
}

/// The columns of a table of groups by number.
enum PopulationColumn {
  static let wave = "wave"
  static let group = "group"
  static let invited = "invited"

  static let required = [wave, group, invited]
}
