internal import Labels
internal import Statistics
internal import Surveys
internal import Tables
internal import Workspace

/// A survey: who answered, what they answered, and what changed since the wave before.
struct SurveySection {
  let survey: SurveyCube
  /// What of it is withheld; `nil` for nothing.
  let disclosure: SurveyDisclosure?
  /// What the codes in the data are called.
  let codes: CodeLabels
  /// What people wrote, by question; nothing unless it was asked for.
  var comments: [String: [String]] = [:]
  /// The values to reach for questions of the wave.
  let goals: [SurveyTarget]
  let result: WaveResult
  /// The wave before.
  let previous: Wave?
  /// The name of the survey's folder, which its tables carry; with its unit's where another survey on
  /// the page has the same.
  private(set) var prefix: String

  /// The latest wave of a year, or a named one; `nil` if there is none.
  init?(
    _ survey: SurveyCube, disclosure: SurveyDisclosure? = nil, codes: CodeLabels = CodeLabels(),
    goals: [SurveyTarget] = [], wave: String? = nil, year: Int
  ) {
    let definition = survey.definition
    guard
      let chosen = wave.map({ name in definition.waves.first { $0.id == name } })
        ?? Self.latest(survey, year),
      let result = try? survey.result(wave: chosen.id)
    else { return nil }
    self.survey = survey
    self.disclosure = disclosure
    self.codes = codes
    self.result = result
    self.goals = goals.filter { $0.survey == definition.id && $0.wave == chosen.id }
    previous = definition.wave(before: chosen.id)
    prefix = String(definition.id.split(separator: "/").last ?? "survey")
  }

  /// The latest wave of a year to which people are invited; else the latest, which is only planned. An
  /// invented one stands back for one that was.
  private static func latest(_ survey: SurveyCube, _ year: Int) -> Wave? {
    let all = survey.definition.waves.filter { $0.date.year == year }
    let waves = all.contains { !$0.isInvented } ? all.filter { !$0.isInvented } : all
    return waves.last { survey.dispositions(wave: $0.id).invited > 0 } ?? waves.last
  }

  /// The sections of some surveys. What their intervals assume is said once.
  static func blocks(
    of surveys: [PublishedSurvey], codes: CodeLabels = CodeLabels(), goals: [SurveyTarget] = [],
    wave: String? = nil, year: Int
  ) -> [Block] {
    var sections = surveys.compactMap { survey in
      var section = SurveySection(
        survey.cube, disclosure: survey.disclosure, codes: codes, goals: goals, wave: wave,
        year: year)
      if let id = section?.result.wave.id { section?.comments = survey.comments[id] ?? [:] }
      return section
    }
    // A page of zeros is no result.
    .filter { $0.result.counts.invited > 0 }
    let names = Dictionary(grouping: sections, by: \.prefix).mapValues(\.count)
    for index in sections.indices where names[sections[index].prefix] != 1 {
      sections[index].prefix = sections[index].survey.definition.id.replacing("/", with: "-")
    }
    return sections.enumerated().flatMap { $1.blocks(explains: $0 == 0) }
  }

  /// What all tables of the section are about.
  var context: [TableContext] {
    [TableContext(.wave, Member(result.wave.id, result.wave.label))]
  }

  func blocks(explains: Bool = true) -> [Block] {
    let definition = survey.definition
    let wave = result.wave.label
    var blocks: [Block] = [
      .heading(
        level: 1,
        Label(
          "\(definition.title.swedish), \(wave.swedish)",
          "\(definition.title.english), \(wave.english)"))
    ]
    blocks += definition.provenance?.notes ?? []
    let responses = responseTable
    blocks.append(.paragraph(responseSentence(responses)))
    let hasInventedGroups = definition.groups.contains(where: \.isInvented)
    blocks += [.table(responses)].marked(asExample: hasInventedGroups)
    let waves = waveBlocks
    if !waves.isEmpty {
      blocks += waves
    } else if let chart = responseChart(responses) {
      blocks.append(chart)
    }
    if let days = dayTable { blocks.append(.table(days)) }
    blocks += historyBlocks
    if explains { blocks.append(.paragraph(SurveyWords.assumption)) }
    let families = families
    for family in families {
      let questions = explained(questionTable(family))
      blocks += [.table(questions)] + answerCharts(family, questions)
    }
    blocks += weightedBlocks
    if let table = commentTable { blocks.append(.table(table)) }
    for family in families {
      if let table = withoutSubstitutesTable(family) { blocks.append(.table(explained(table))) }
    }
    let comparison = comparison
    if let comparison { blocks += comparisonBlocks(comparison) }
    // A single group is everyone.
    if definition.groups.count > 1 {
      blocks += families.map { .table(explained(groupTable($0))) }
        .marked(asExample: hasInventedGroups)
      blocks += standingBlocks
      if let comparison {
        blocks += groupComparisonBlocks(comparison).marked(asExample: hasInventedGroups)
      }
    }
    for breakdown in definition.breakdowns {
      blocks += families.map { .table(explained(breakdownTable(breakdown, $0))) }
        .marked(asExample: breakdown.isInvented)
    }
    return blocks.marked(
      asExample: definition.provenance?.isReconstructed == true || result.wave.isInvented)
  }
}
