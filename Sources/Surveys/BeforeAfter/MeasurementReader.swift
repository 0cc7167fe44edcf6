internal import Diagnostics
internal import Tables

/// Reads rows of measurements into a table that can be counted.
struct MeasurementReader {
  private(set) var log = ProblemLog()
  private var assignments = ColumnBuilder(.text)
  private var municipalities = ColumnBuilder(.text)
  private var phases = ColumnBuilder(.text)
  private var pauses = ColumnBuilder(.boolean)
  private var scores = ColumnBuilder(.real)
  private var seen: Set<Key> = []
  private var municipalityOf: [String: String] = [:]

  private struct Key: Hashable {
    let assignment: String
    let phase: MeasurementPhase
    let respondent: String
  }

  mutating func read(_ table: Table) {
    guard let assignments = TextColumn(MeasurementColumn.assignment, of: table),
      let phases = TextColumn(MeasurementColumn.phase, of: table),
      let scores = TextColumn(MeasurementColumn.score, of: table)
    else {
      log.add(table.problems(needing: MeasurementColumn.required, for: "measurements"))
      return
    }
    let municipalities = TextColumn(MeasurementColumn.municipality, of: table)
    let respondents = TextColumn(MeasurementColumn.respondent, of: table)
    let pauses = TextColumn(MeasurementColumn.paused, of: table)
    for row in 0..<table.rowCount {
      let location = table.location(ofRow: row)
      guard let assignment = assignments[row] else {
        log.add(notCounted("column 'assignment' is empty", ["name the assignment"], location))
        continue
      }
      if isTrue(pauses?[row], location) {
        // A pause needs neither phase nor score.
        append(assignment, nil, nil, true, nil)
        continue
      }
      let municipality = municipality(municipalities?[row], of: assignment, location)
      guard let phase = phase(phases[row], location), let score = score(scores[row], location)
      else { continue }
      if let respondent = respondents?[row] {
        let key = Key(assignment: assignment, phase: phase, respondent: respondent)
        guard seen.insert(key).inserted else {
          log.add(
            notCounted(
              "a respondent scores assignment '\(assignment)' twice in phase '\(phase.rawValue)'",
              ["remove one of the two"], location, respondent))
          continue
        }
      }
      append(assignment, municipality, phase, false, score)
    }
  }

  /// The scores that count.
  var table: Table {
    Table(
      name: "measurements",
      columns: [
        (MeasurementColumn.assignment, assignments.column),
        (MeasurementColumn.municipality, municipalities.column),
        (MeasurementColumn.phase, phases.column), (MeasurementColumn.paused, pauses.column),
        (MeasurementColumn.score, scores.column),
      ])
  }

  private mutating func append(
    _ assignment: String, _ municipality: String?, _ phase: MeasurementPhase?, _ isPaused: Bool,
    _ score: Double?
  ) {
    assignments.append(.text(assignment))
    municipalities.append(municipality.map { .text($0) } ?? .null)
    phases.append(phase.map { .text($0.rawValue) } ?? .null)
    pauses.append(.boolean(isPaused))
    scores.append(score.map { .real($0) } ?? .null)
  }

  // MARK: Cells

  private mutating func phase(
    _ text: String?, _ location: SourceLocation
  ) -> MeasurementPhase? {
    let known = MeasurementPhase.allCases.map(\.rawValue)
    guard let text else {
      log.add(notCounted("column 'phase' is empty", ["write before or after"], location))
      return nil
    }
    if let phase = MeasurementPhase(rawValue: text.lowercased()) { return phase }
    let fix = suggestion(for: text, among: known) ?? "write before or after"
    log.add(notCounted("column 'phase' holds an unknown word", [fix], location, text))
    return nil
  }

  private mutating func score(
    _ text: String?, _ location: SourceLocation
  ) -> Double? {
    guard let text else {
      log.add(notCounted("column 'score' is empty", ["give a number"], location))
      return nil
    }
    if let number = decimalNumber(text) { return number }
    log.add(
      notCounted("column 'score' is not a number", ["write a number such as 3.5"], location, text))
    return nil
  }

  private mutating func isTrue(_ text: String?, _ location: SourceLocation) -> Bool {
    switch text?.lowercased() {
    case nil, "false": return false
    case "true": return true
    case .some:
      log.add(
        Diagnostic(
          .error, "measurement-paused", at: location, "column 'paused' is not true or false",
          because: "the row counts as not paused", fixes: ["write true or false"], value: text))
      return false
    }
  }

  /// The first municipality that an assignment names holds for all its rows.
  private mutating func municipality(
    _ text: String?, of assignment: String, _ location: SourceLocation
  ) -> String? {
    guard let text else { return municipalityOf[assignment] }
    guard let first = municipalityOf[assignment] else {
      municipalityOf[assignment] = text
      return text
    }
    if first != text {
      log.add(
        Diagnostic(
          .error, "measurement-municipality", at: location,
          "assignment '\(assignment)' is in both '\(first)' and '\(text)'",
          because: "all its rows count for '\(first)'", fixes: ["correct one of the two"]))
    }
    return first
  }

  private func notCounted(
    _ message: String, _ fixes: [String], _ location: SourceLocation, _ value: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, "measurement", at: location, message, because: "the row is not counted",
      fixes: fixes, value: value)
  }
}

/// A number with a decimal point or comma; `nil` for anything else, such as `inf` or `0x10`.
private func decimalNumber(_ text: String) -> Double? {
  guard text.utf8.allSatisfy({ "0123456789+-.,eE".utf8.contains($0) }) else { return nil }
  let number = Double(String(text.map { $0 == "," ? "." : $0 }))
  return number.flatMap { $0.isFinite ? $0 : nil }
}
