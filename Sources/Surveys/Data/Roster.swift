internal import Diagnostics
internal import Tables

/// The people who were sent the survey, wave by wave, as the invitations list them.
struct Roster {
  /// One invitation.
  struct Person {
    let wave: Int
    let group: Int
    let disposition: Disposition
    let isSubstitute: Bool
    let respondent: UInt32
    /// A code per breakdown; `nil` without a value.
    let breakdowns: [UInt32?]
    let location: SourceLocation
  }

  /// A respondent in a wave.
  struct Key: Hashable {
    let wave: Int
    let respondent: UInt32
  }

  private(set) var people: [Person] = []
  /// Every respondent who has an invitation.
  private(set) var respondents = DistinctTexts()
  /// The values of each breakdown.
  private(set) var breakdownValues: [DistinctTexts]
  private var positions: [Key: Int] = [:]
  private var refused: Set<Key> = []
  private let names: DefinitionNames

  init(_ definition: SurveyDefinition, names: DefinitionNames) {
    self.names = names
    breakdownValues = definition.breakdowns.map { _ in DistinctTexts() }
  }

  /// What a response finds when it looks for its invitation.
  enum Lookup {
    case person(Int)
    /// There is one, but it is not counted, and the log says why.
    case refused
    case unknown
  }

  /// The invitation of a respondent in a wave.
  func lookup(wave: Int, respondent: UInt32?) -> Lookup {
    guard let respondent else { return .unknown }
    let key = Key(wave: wave, respondent: respondent)
    if let position = positions[key] { return .person(position) }
    return refused.contains(key) ? .refused : .unknown
  }

  /// Adds the invitations of a table.
  mutating func read(_ table: Table, _ definition: SurveyDefinition, log: inout ProblemLog) {
    guard let waves = TextColumn(InvitationColumn.wave, of: table),
      let respondents = TextColumn(InvitationColumn.respondent, of: table),
      let groups = TextColumn(InvitationColumn.group, of: table),
      let dispositions = TextColumn(InvitationColumn.disposition, of: table)
    else {
      log.add(table.problems(needing: InvitationColumn.required, for: "invitations"))
      return
    }
    log.add(table.problems(needing: definition.breakdowns.map(\.column), for: "the breakdowns"))
    let substitutes = TextColumn(InvitationColumn.substitute, of: table)
    let breakdowns = definition.breakdowns.map { TextColumn($0.column, of: table) }
    let waveCodes = waves.values.map { names.waves[$0] }
    let groupCodes = groups.values.map { names.groups[$0] }
    let dispositionCodes = dispositions.values.map { Disposition(rawValue: $0.lowercased()) }
    let respondentCodes = respondents.values.map { self.respondents.code(adding: $0) }
    for row in 0..<table.rowCount {
      let location = table.location(ofRow: row)
      guard let respondent = respondents.code(row).map({ respondentCodes[$0] }) else {
        log.add(Self.blank("respondent", at: location))
        continue
      }
      guard let wave = waves.code(row).flatMap({ waveCodes[$0] }) else {
        log.add(names.unknown("wave", waves[row], names.waveNames, "the invitation", at: location))
        continue
      }
      let key = Key(wave: wave, respondent: respondent)
      guard let group = groups.code(row).flatMap({ groupCodes[$0] }) else {
        log.add(
          names.unknown("group", groups[row], names.groupNames, "the invitation", at: location))
        refused.insert(key)
        continue
      }
      guard let disposition = dispositions.code(row).flatMap({ dispositionCodes[$0] }) else {
        log.add(
          names.unknown(
            "disposition", dispositions[row], Disposition.allCases.map(\.rawValue),
            "the invitation", at: location))
        refused.insert(key)
        continue
      }
      if let first = positions[key] {
        log.add(duplicate(of: first, wave, at: location))
        continue
      }
      positions[key] = people.count
      people.append(
        Person(
          wave: wave, group: group, disposition: disposition,
          isSubstitute: Self.truth(substitutes?[row], at: location, log: &log),
          respondent: respondent,
          breakdowns: breakdowns.indices.map { index in
            breakdowns[index]?[row].map { breakdownValues[index].code(adding: $0) }
          }, location: location))
    }
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
      because: "the first invitation, at \(people[first].location), counts; this one does not",
      fixes: ["remove one of the two", "give each person an id of their own"],
      value: respondents.values[Int(people[first].respondent)])
  }

  private static func truth(
    _ text: String?, at location: SourceLocation, log: inout ProblemLog
  ) -> Bool {
    switch text?.lowercased() {
    case nil, "false": return false
    case "true": return true
    case .some:
      log.add(
        Diagnostic(
          .error, "survey-substitute", at: location,
          "column 'substitute' holds neither true nor false",
          because: "the person counts as an ordinary member",
          fixes: ["write true for a substitute, false or nothing for others"], value: text))
      return false
    }
  }
}
