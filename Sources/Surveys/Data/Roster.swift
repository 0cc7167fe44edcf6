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

  /// The place of a respondent among the people of a wave; `nil` if not invited to it.
  @inline(__always)
  func person(of respondent: Int, wave: Int) -> Int? {
    let position = positions[respondent * names.waveNames.count + wave]
    return position > 0 ? Int(position) - 1 : nil
  }

  /// The person of each row of a table, by the position of its wave and the code of its respondent;
  /// ``refused``, ``noWave`` or ``noInvitation`` where there is none.
  func lookup(waves: [Int32], respondents: [UInt32]) -> [Int32] {
    let waveCount = names.waveNames.count
    let count = min(waves.count, respondents.count)
    return Array(unsafeUninitializedCapacity: count) { people, found in
      // Safe: each range fills its own places. People lie anywhere in memory, which answers on all threads.
      let places = people
      positions.withUnsafeBufferPointer { positions in
        ParallelLoop.overRanges(count, pieces: 1 + count / Self.rowsOfPiece) { _, rows in
          for row in rows {
            places.initializeElement(
              at: row, to: Self.person(waves[row], respondents[row], positions, waveCount))
          }
        }
      }
      found = count
    }
  }

  /// So many rows are worth a thread.
  private static let rowsOfPiece = 1 << 16

  @inline(__always)
  private static func person(
    _ wave: Int32, _ respondent: UInt32, _ positions: UnsafeBufferPointer<Int32>, _ waveCount: Int
  ) -> Int32 {
    if wave == DefinitionNames.none { return noWave }
    if respondent == TextRegister.none { return noInvitation }
    let position = positions[Int(respondent) * waveCount + Int(wave)]
    return position > 0 ? position - 1 : position < 0 ? refused : noInvitation
  }

  /// Adds the invitations of a table.
  mutating func read(_ table: Table, _ definition: SurveyDefinition, log: inout ProblemLog) {
    let problems = table.problems(needing: InvitationColumn.required, for: "invitations")
    guard problems.isEmpty, let columns = columns(of: table) else {
      log.add(problems)
      return
    }
    log.add(table.problems(needing: definition.breakdowns.map(\.column), for: "the breakdowns"))
    var values: [[UInt32]?] = []
    for (index, breakdown) in definition.breakdowns.enumerated() {
      values.append(breakdownValues[index].codes(adding: breakdown.column, of: table))
    }
    tables.append(table.withoutRows)
    positions += Array(
      repeating: 0, count: respondents.count * names.waveNames.count - positions.count)
    people.reserveCapacity(people.count + table.rowCount)
    var kept: [Int32] = []
    for row in 0..<table.rowCount {
      guard let person = person(row, columns, table, log: &log) else { continue }
      people.append(person)
      positions[place(person.wave, person.respondent)] = Int32(clamping: people.count)
      if !values.isEmpty { kept.append(Int32(row)) }
    }
    for index in values.indices {
      breakdowns[index].reserveCapacity(people.count)
      for row in kept { breakdowns[index].append(values[index]?[Int(row)] ?? TextRegister.none) }
    }
  }

  /// The person of a row; `nil` for one that is not counted, and the log says why.
  @inline(__always)
  private mutating func person(
    _ row: Int, _ columns: Columns, _ table: Table, log: inout ProblemLog
  ) -> Person? {
    let (wave, group, respondent) = (
      columns.waves[row], columns.groups[row], columns.respondents[row]
    )
    let substitute = columns.substitutes.map { $0[row] } ?? .no
    let isFine =
      respondent != TextRegister.none && wave >= 0 && group >= 0 && substitute != .unknown
      && columns.dispositions[row] != nil && positions[place(Int(wave), respondent)] <= 0
    guard isFine || report(row, columns, table, log: &log),
      let disposition = columns.dispositions[row]
    else { return nil }
    return Person(
      wave: Int(wave), group: Int(group), disposition: disposition,
      isSubstitute: substitute == .yes, respondent: respondent, table: tables.count - 1, row: row)
  }

  /// Says what is wrong with a row.
  ///
  /// - Returns: Whether the person counts all the same.
  @inline(never)
  private mutating func report(
    _ row: Int, _ columns: Columns, _ table: Table, log: inout ProblemLog
  ) -> Bool {
    let location = table.location(ofRow: row)
    let respondent = columns.respondents[row]
    guard respondent != TextRegister.none else {
      log.add(Self.blank("respondent", at: location))
      return false
    }
    func unknown(_ column: String, _ known: [String]) -> Diagnostic {
      names.unknown(
        column, table.text(column, ofRow: row), known, "the invitation", at: location)
    }
    guard columns.waves[row] != DefinitionNames.none else {
      log.add(unknown(InvitationColumn.wave, names.waveNames))
      return false
    }
    let wave = Int(columns.waves[row])
    let place = place(wave, respondent)
    let isKnownGroup = columns.groups[row] >= 0
    guard isKnownGroup, columns.dispositions[row] != nil else {
      log.add(
        isKnownGroup
          ? unknown(InvitationColumn.disposition, Disposition.allCases.map(\.rawValue))
          : unknown(InvitationColumn.group, names.groupNames))
      if positions[place] == 0 { positions[place] = Self.refused }
      return false
    }
    guard positions[place] <= 0 else {
      log.add(duplicate(of: Int(positions[place]) - 1, wave, at: location))
      return false
    }
    if columns.substitutes?[row] == .unknown {
      log.add(Self.noTruth(table.text(InvitationColumn.substitute, ofRow: row), at: location))
    }
    return true
  }

  /// What the columns say, row by row.
  private struct Columns {
    var waves: [Int32]
    var groups: [Int32]
    var dispositions: [Disposition?]
    var respondents: [UInt32]
    var substitutes: [WrittenTruth]?
  }

  /// The columns that each table has; `nil` if one is missing. The identities, of which there are most,
  /// are read beside the others.
  private mutating func columns(of table: Table) -> Columns? {
    var own = respondents
    var respondents: [UInt32]?
    var (waves, groups): (MeaningColumn<Int32>?, MeaningColumn<Int32>?)
    var dispositions: MeaningColumn<Disposition?>?
    var substitutes: [WrittenTruth]?
    ParallelLoop.run(2) { piece in
      if piece == 0 {
        respondents = own.codes(adding: InvitationColumn.respondent, of: table)
        return
      }
      waves = MeaningColumn(
        InvitationColumn.wave, of: table, blank: DefinitionNames.none, names.wave)
      groups = MeaningColumn(
        InvitationColumn.group, of: table, blank: DefinitionNames.none, names.group)
      dispositions = MeaningColumn(
        InvitationColumn.disposition, of: table, blank: nil
      ) { Disposition(rawValue: $0.lowercased()) }
      substitutes =
        MeaningColumn(
          InvitationColumn.substitute, of: table, blank: .no, WrittenTruth.init)?.rows
    }
    guard let waves, let groups, let dispositions, let respondents else { return nil }
    self.respondents = own
    return Columns(
      waves: waves.rows, groups: groups.rows, dispositions: dispositions.rows,
      respondents: respondents, substitutes: substitutes)
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

  private static func noTruth(_ text: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "survey-substitute", at: location,
      "column 'substitute' holds neither true nor false",
      because: "the person counts as an ordinary member",
      fixes: ["write true for a substitute, false or nothing for others"], value: text)
  }
}

/// A truth as a column has it; nothing is false.
private enum WrittenTruth {
  case no
  case yes
  case unknown

  init(_ text: String) {
    self =
      switch text.lowercased() {
      case "false": .no
      case "true": .yes
      default: .unknown
      }
  }
}

extension Table {
  /// What messages need to know of a table: where its rows stand, not what they hold.
  fileprivate var withoutRows: Table {
    Table(name: name, schema: schema, chunks: [], lines: lines, file: file)
  }
}
