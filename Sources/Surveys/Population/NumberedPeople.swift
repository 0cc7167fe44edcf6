internal import Diagnostics
internal import Tables

/// The people of a survey whose groups are known by number only: those who answered, a row of responses
/// each, and as many more as were invited.
///
/// They become invitations and responses as a list of persons has them, so that rates, bases and
/// disclosure follow one way. Who answered is `complete`. Of those who did not, nothing is known but
/// that they were invited: they are `non-contact`, for they are known to belong to their group.
struct NumberedPeople {
  private(set) var invitations: [Table] = []
  private(set) var responses: [Table] = []
  private let names: DefinitionNames
  /// The respondents of each wave so far.
  private var known: [Set<String>]
  /// How many answered.
  private var answered: [Population.PartKey: Int] = [:]

  init(
    _ population: [Table], _ responses: [Table], names: DefinitionNames, log: inout ProblemLog
  ) {
    self.names = names
    known = names.waveNames.map { _ in [] }
    let population = Population(population, names: names, log: &log)
    for table in responses { read(table, population, log: &log) }
    addSilent(population, log: &log)
  }

  // MARK: Those who answered

  private mutating func read(_ table: Table, _ population: Population, log: inout ProblemLog) {
    let isLong = ResponseReader.isLong(table)
    let hasGroups = table.schema.position(of: PopulationColumn.group) != nil
    var needed = [ResponseColumn.wave]
    if isLong { needed.append(ResponseColumn.respondent) }
    if names.groupNames.count > 1 { needed.append(PopulationColumn.group) }
    let problems = table.problems(
      needing: needed, for: "responses of a survey with population.csv")
    log.add(problems)
    guard problems.isEmpty,
      let waves = MeaningColumn(
        ResponseColumn.wave, of: table, blank: DefinitionNames.none, names.wave)?.rows
    else { return }
    let groups =
      hasGroups
      ? MeaningColumn(
        PopulationColumn.group, of: table, blank: DefinitionNames.none, names.group)?.rows
      : Array(repeating: 0, count: table.rowCount)
    guard let groups else { return }
    let given =
      MeaningColumn<String?>(ResponseColumn.respondent, of: table, blank: nil) { $0 }?.rows
      ?? Array(repeating: nil, count: table.rowCount)
    var (kept, respondents): ([Int32], [String?]) = ([], [])
    var rows: [(row: Int, wave: Int, group: Int, respondent: String)] = []
    for row in 0..<table.rowCount {
      // The reader of responses says what is wrong with a wave.
      let wave = Int(waves[row])
      guard wave < 0 || isInvited(row, wave, groups[row], table, population, log: &log) else {
        continue
      }
      kept.append(Int32(row))
      guard wave >= 0 else {
        respondents.append(given[row])
        continue
      }
      let key = Population.PartKey(wave: wave, group: Int(groups[row]))
      let respondent = given[row] ?? newName(key)
      respondents.append(respondent)
      guard known[wave].insert(respondent).inserted else { continue }
      answered[key, default: 0] += 1
      rows.append((row, wave, key.group, respondent))
    }
    responses.append(table.keeping(kept, respondents: respondents))
    invitations.append(
      invitations(
        of: rows.map { ($0.wave, $0.group, $0.respondent) }, .complete,
        lines: rows.map { table.lines[$0.row] }, file: table.file ?? table.name))
  }

  /// Whether the people of a response's group were invited. What is wrong is told.
  private func isInvited(
    _ row: Int, _ wave: Int, _ group: Int32, _ table: Table, _ population: Population,
    log: inout ProblemLog
  ) -> Bool {
    let location = table.location(ofRow: row)
    guard group >= 0 else {
      log.add(
        names.unknown(
          PopulationColumn.group, table.text(PopulationColumn.group, ofRow: row),
          names.groupNames, "the response", at: location))
      return false
    }
    if population[Population.PartKey(wave: wave, group: Int(group))] != nil { return true }
    let (waveName, groupName) = (names.waveNames[wave], names.groupNames[Int(group)])
    log.add(
      Diagnostic(
        .error, "survey-population", at: location,
        "group '\(groupName)' answers in wave '\(waveName)', but nobody says how many it is",
        because: "the response is not counted, as it would belong to no base",
        fixes: ["add a row to population.csv:   \(waveName),\(groupName),…"]))
    return false
  }

  /// A name for somebody without one, which no other has.
  private func newName(_ key: Population.PartKey) -> String {
    var number = answered[key, default: 0] + 1
    func name() -> String {
      "\(names.waveNames[key.wave])/\(names.groupNames[key.group])/\(number)"
    }
    while known[key.wave].contains(name()) { number += 1 }
    return name()
  }

  // MARK: Those who did not

  private mutating func addSilent(_ population: Population, log: inout ProblemLog) {
    var people: [(wave: Int, group: Int, respondent: String)] = []
    var lines: [Int?] = []
    for part in population.parts {
      let key = Population.PartKey(wave: part.wave, group: part.group)
      let answered = answered[key, default: 0]
      if answered > part.invited {
        log.add(tooMany(answered, part))
      }
      for number in answered..<max(answered, part.invited) {
        people.append(
          (
            part.wave, part.group,
            "\(names.waveNames[part.wave])/\(names.groupNames[part.group])/-\(number + 1)"
          ))
        lines.append(part.location.line)
      }
    }
    let file = population.parts.first?.location.file ?? "population.csv"
    invitations.append(invitations(of: people, .nonContact, lines: lines, file: file))
  }

  private func tooMany(_ answered: Int, _ part: Population.Part) -> Diagnostic {
    let (wave, group) = (names.waveNames[part.wave], names.groupNames[part.group])
    return Diagnostic(
      .error, "survey-population", at: part.location,
      "more of group '\(group)' answered in wave '\(wave)' than were invited",
      because:
        "\(answered) answered and \(part.invited) \(part.invited == 1 ? "is" : "are") said to be "
        + "invited; all answers count, and as many persons as invited",
      fixes: [
        "correct the number:   \(wave),\(group),\(answered)",
        "see that nobody answered twice, and that the responses have the right group",
      ])
  }

  private func invitations(
    of people: [(wave: Int, group: Int, respondent: String)], _ disposition: Disposition,
    lines: [Int?], file: String
  ) -> Table {
    func column(_ text: ((wave: Int, group: Int, respondent: String)) -> String) -> Vector {
      Vector(people.map { Optional(text($0)) })
    }
    let known = lines.compactMap { $0.map { Int32(clamping: $0) } }
    return Table(
      name: "invitations", schema: Schema(InvitationColumn.required.map { Field($0, .text) }),
      columns: [
        column { names.waveNames[$0.wave] }, column(\.respondent),
        column { names.groupNames[$0.group] }, column { _ in disposition.rawValue },
      ], lines: known.count == people.count ? known : [], file: file)
  }
}

extension Table {
  /// Some rows, with respondents in place of those that stand there, and without the column of groups.
  fileprivate func keeping(_ rows: [Int32], respondents: [String?]) -> Table {
    let left = schema.fields.indices.filter {
      ![PopulationColumn.group, ResponseColumn.respondent].contains(schema.fields[$0].name)
    }
    let columns = left.map { position in
      Vector.joined(chunks.map { $0.columns[position] }, type: schema.fields[position].type)
        .gathered(rows)
    }
    return Table(
      name: name,
      schema: Schema([Field(ResponseColumn.respondent, .text)] + left.map { schema.fields[$0] }),
      columns: [Vector(respondents)] + columns, lines: kept(rows), file: file)
  }

  private func kept(_ rows: [Int32]) -> [Int32] {
    let known = rows.compactMap { lines[Int($0)].map { Int32(clamping: $0) } }
    return known.count == rows.count ? known : []
  }
}
