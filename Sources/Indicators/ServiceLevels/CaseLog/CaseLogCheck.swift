import Diagnostics
import Tables

/// Finds what is wrong in a case log. The values are facts about persons, so they stay in the
/// diagnostics' `value`.
struct CaseLogCheck {
  let definition: CaseLogDefinition
  /// All rows of the file.
  let file: Table
  /// The cases that are counted.
  let table: Table
  /// The rows of the file that repeat the id of an earlier one, and that one.
  let repeated: [(row: Int, first: Int)]
  let columns: [String: MomentColumn]

  var diagnostics: [Diagnostic] {
    columnProblems() + limitProblems() + conditionProblems() + duplicateProblems()
      + CaseRowCheck(self).diagnostics + clockProblems()
  }

  private var start: SourceLocation {
    definition.location ?? SourceLocation(file: table.file ?? table.name, line: 1)
  }

  private func has(_ column: String) -> Bool { table.schema.position(of: column) != nil }

  private func columnProblems() -> [Diagnostic] {
    let columns = definition.columns
    var used = definition.dateColumns + [columns.id, columns.category].compactMap { $0 }
    used += definition.conditions.map(\.column)
    var seen: Set<String> = []
    return used.filter { !has($0) && seen.insert($0).inserted }.map { name in
      Diagnostic(
        .error, "case-log-column", at: start,
        "case log '\(definition.id)' names column '\(name)', which \(table.name) does not have",
        fixes: closestName(to: name, in: table.schema.names).map { ["name the column '\($0)'"] }
          ?? [], found: table.schema.names)
    }
  }

  private func limitProblems() -> [Diagnostic] {
    definition.limits.compactMap { limit in
      let isPossible =
        switch limit.duration {
        case .workingDays(let days): days >= 0
        case .hours(let hours): hours >= 0 && hours.isFinite
        }
      return isPossible
        ? nil
        : Diagnostic(
          .error, "case-log-limit", at: start,
          "limit '\(limit.id)' is below zero, so no case can keep it")
    }
  }

  /// A condition that no row meets is most often misspelt.
  private func conditionProblems() -> [Diagnostic] {
    var seen: Set<CaseCondition> = []
    return definition.conditions.compactMap { condition in
      guard has(condition.column), seen.insert(condition).inserted, table.rowCount > 0,
        !condition.holds(in: table).contains(true)
      else { return nil }
      let values = Set(TextColumn(condition.column, of: table)?.values ?? []).sorted()
      return Diagnostic(
        .warning, "case-log-condition", at: start,
        "no row has '\(condition.equals)' in column '\(condition.column)'",
        value: closestName(to: condition.equals, in: values))
    }
  }

  /// Two rows of one case would count twice: the first is counted, the others are not.
  private func duplicateProblems() -> [Diagnostic] {
    repeated.map { row, first in
      let isSame = file.schema.names.allSatisfy {
        file.cell($0, ofRow: row) == file.cell($0, ofRow: first)
      }
      return Diagnostic(
        isSame ? .warning : .error, "case-log-duplicate", at: file.location(ofRow: row),
        isSame
          ? "the row stands twice" : "the case stands twice, and the two rows say different things",
        because: "It stands first at \(file.location(ofRow: first)). That row is counted, this one "
          + "is not.",
        fixes: [isSame ? "remove one of the two rows" : "remove the row that is wrong"],
        value: definition.columns.id.flatMap { file.text($0, ofRow: row) })
    }
  }

  /// A limit in hours needs the time of day.
  private func clockProblems() -> [Diagnostic] {
    let limits = definition.limits.filter { limit in
      if case .hours = limit.duration { !limit.isInDays } else { false }
    }
    guard !limits.isEmpty else { return [] }
    let columns = definition.columns
    var seen: Set<String> = []
    return
      (limits.flatMap { [$0.from, $0.to] }
      + [columns.pausedFrom, columns.pausedTo].compactMap(\.self))
      .filter { seen.insert($0).inserted }
      .compactMap { column in
        let readings = self.columns[column]
        let bare = (0..<table.rowCount).filter {
          readings?[$0].date != nil && readings?[$0].hasTime == false
        }
        guard let first = bare.first else { return nil }
        return Diagnostic(
          .warning, "case-log-clock", at: table.location(ofRow: first),
          "column '\(column)' has no time of day in \(bare.count) of \(table.rowCount) rows",
          because: "A limit in hours counts such a day from midnight.",
          fixes: ["write the moment as 2023-06-22 08:30"])
      }
  }
}

extension CaseLogDefinition {
  /// All conditions of limits and subsets.
  var conditions: [CaseCondition] { limits.compactMap(\.condition) + subsets.map(\.condition) }
}
