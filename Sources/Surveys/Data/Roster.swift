internal import Diagnostics
internal import Tables

/// The people who were sent the survey, wave by wave, as the invitations list them.
struct Roster {
  /// One invitation; a survey may have a million.
  struct Person {
    private let waveNumber: UInt16
    private let groupNumber: UInt16
    let disposition: Disposition
    let isSubstitute: Bool
    let respondent: UInt32
    /// Where it stands: which of the tables, and the row there.
    fileprivate let table: UInt16
    fileprivate let row: Int32

    var wave: Int { Int(waveNumber) }
    var group: Int { Int(groupNumber) }

    fileprivate init(
      wave: Int, group: Int, disposition: Disposition, isSubstitute: Bool, respondent: UInt32,
      table: Int, row: Int
    ) {
      waveNumber = UInt16(clamping: wave)
      groupNumber = UInt16(clamping: group)
      self.disposition = disposition
      self.isSubstitute = isSubstitute
      self.respondent = respondent
      self.table = UInt16(clamping: table)
      self.row = Int32(clamping: row)
    }
  }

  private(set) var people: [Person] = []
  /// Every respondent who has an invitation.
  private(set) var respondents = TextRegister()
  /// The values of each breakdown.
  private(set) var breakdownValues: [TextRegister]
  /// For each breakdown the code of each person; `TextRegister.none` without a value.
  private(set) var breakdowns: [[UInt32]]
  /// By respondent, then wave: the place of the person plus one, 0 for nobody, -1 for one who is not
  /// counted.
  private var positions: [Int32] = []
  private var tables: [Table] = []
  private let names: DefinitionNames

  init(_ definition: SurveyDefinition, names: DefinitionNames) {
    self.names = names
    breakdownValues = definition.breakdowns.map { _ in TextRegister() }
    breakdowns = definition.breakdowns.map { _ in [] }
  }

  /// Where a person's invitation stands.
  func location(of person: Int) -> SourceLocation {
    tables[Int(people[person].table)].location(ofRow: Int(people[person].row))
  }

  /// The code of each row's respondent in a table of responses; `TextRegister.none` for those who are
  /// not invited.
  mutating func respondentCodes(of name: String, in table: Table) -> [UInt32]? {
    respondents.codes(of: name, of: table)
  }

  private func place(_ wave: Int, _ respondent: UInt32) -> Int {
    Int(respondent) * names.waveNames.count + wave
  }

  /// An invitation that is not counted, and the log says why.
  static let refused: Int32 = -1
  /// A row that names no wave of the survey.
  static let noWave: Int32 = -2
  /// A row whose respondent was not invited.
  static let noInvitation: Int32 = -3

  /// The person of each row of a table, by the position of its wave and the code of its respondent;
  /// ``refused``, ``noWave`` or ``noInvitation`` where there is none.
  func lookup(waves: [Int32], respondents: [UInt32]) -> [Int32] {
    let waveCount = names.waveNames.count
    return positions.withUnsafeBufferPointer { positions in
      zip(waves, respondents).map { wave, respondent in
        if wave == DefinitionNames.none { return Self.noWave }
        if respondent == TextRegister.none { return Self.noInvitation }
        let position = positions[Int(respondent) * waveCount + Int(wave)]
        return position > 0 ? position - 1 : position < 0 ? Self.refused : Self.noInvitation
      }
    }
  }

  /// Adds the invitations of a table.
  mutating func read(_ table: Table, _ definition: SurveyDefinition, log: inout ProblemLog) {
    let problems = table.problems(needing: InvitationColumn.required, for: "invitations")
    guard problems.isEmpty, let columns = columns(of: table) else {
      log.add(problems)
      return
    }
    log.add(table.problems(needing: definition.breakdowns.map(\.column), for: "the breakdowns"))
    let substitutes = TextColumn(InvitationColumn.substitute, of: table)
    var values: [[UInt32]?] = []
    for (index, breakdown) in definition.breakdowns.enumerated() {
      values.append(breakdownValues[index].codes(adding: breakdown.column, of: table))
    }
    tables.append(table)
    positions += Array(
      repeating: 0, count: respondents.count * names.waveNames.count - positions.count)
    people.reserveCapacity(people.count + table.rowCount)
    let waves = columns.waves.mapped(
      columns.waves.values.map { names.wave($0) }, blank: DefinitionNames.none)
    let groups = columns.groups.mapped(
      columns.groups.values.map { names.group($0) }, blank: DefinitionNames.none)
    let dispositions = columns.dispositions.mapped(
      columns.dispositions.values.map { Disposition(rawValue: $0.lowercased()) }, blank: nil)
    for row in 0..<table.rowCount {
      let respondent = columns.respondents[row]
      guard respondent != TextRegister.none else {
        log.add(Self.blank("respondent", at: table.location(ofRow: row)))
        continue
      }
      guard waves[row] != DefinitionNames.none else {
        log.add(
          names.unknown(
            "wave", columns.waves[row], names.waveNames, "the invitation",
            at: table.location(ofRow: row)))
        continue
      }
      let (wave, group) = (Int(waves[row]), Int(groups[row]))
      let place = place(wave, respondent)
      guard group >= 0 else {
        log.add(
          names.unknown(
            "group", columns.groups[row], names.groupNames, "the invitation",
            at: table.location(ofRow: row)))
        if positions[place] == 0 { positions[place] = -1 }
        continue
      }
      guard let disposition = dispositions[row] else {
        log.add(
          names.unknown(
            "disposition", columns.dispositions[row], Disposition.allCases.map(\.rawValue),
            "the invitation", at: table.location(ofRow: row)))
        if positions[place] == 0 { positions[place] = -1 }
        continue
      }
      if positions[place] > 0 {
        log.add(
          duplicate(of: Int(positions[place]) - 1, wave, at: table.location(ofRow: row)))
        continue
      }
      people.append(
        Person(
          wave: wave, group: group, disposition: disposition,
          isSubstitute: Self.truth(substitutes, row, table, log: &log), respondent: respondent,
          table: tables.count - 1, row: row))
      positions[place] = Int32(clamping: people.count)
      for index in values.indices {
        breakdowns[index].append(values[index]?[row] ?? TextRegister.none)
      }
    }
  }

  private typealias Columns = (
    waves: TextColumn, groups: TextColumn, dispositions: TextColumn, respondents: [UInt32]
  )

  /// The columns that each table has; `nil` if one is missing. The identities, of which there are most,
  /// are read beside the others.
  private mutating func columns(of table: Table) -> Columns? {
    var (own, texts) = (respondents, [TextColumn?]())
    var codes: [UInt32]?
    ParallelLoop.run(2) { piece in
      if piece == 0 {
        codes = own.codes(adding: InvitationColumn.respondent, of: table)
      } else {
        texts = [InvitationColumn.wave, InvitationColumn.group, InvitationColumn.disposition].map {
          TextColumn($0, of: table)
        }
      }
    }
    guard let waves = texts[0], let groups = texts[1], let dispositions = texts[2], let codes else {
      return nil
    }
    respondents = own
    return (waves, groups, dispositions, codes)
  }

  private static func blank(_ column: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey-respondent", at: location, "column '\(column)' is empty",
      because: "the row is not counted", fixes: ["give every person an id of their own"])
  }

  private func duplicate(of first: Int, _ wave: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey-duplicate", at: location,
      "a respondent is invited twice in wave '\(names.waveNames[wave])'",
      because: "the first invitation, at \(self.location(of: first)), counts; this one does not",
      fixes: ["remove one of the two", "give each person an id of their own"],
      value: respondents.string(people[first].respondent))
  }

  private static func truth(
    _ column: TextColumn?, _ row: Int, _ table: Table, log: inout ProblemLog
  ) -> Bool {
    guard let text = column?[row] else { return false }
    switch text.lowercased() {
    case "false": return false
    case "true": return true
    default:
      log.add(
        Diagnostic(
          .error, "survey-substitute", at: table.location(ofRow: row),
          "column 'substitute' holds neither true nor false",
          because: "the person counts as an ordinary member",
          fixes: ["write true for a substitute, false or nothing for others"], value: text))
      return false
    }
  }
}
